import CICU
import Synchronization

/// Spells Cyrillic in Latin letters by a scheme whose rules are a text file.
///
/// The rules are in ICU's transliterator syntax; opening them costs some 60 µs, so a transliterator
/// is opened when its scheme is first asked for.
public final class Romanisation: Sendable {
  /// A row of `Dictionaries/romanisation/schemes.tsv`.
  public struct Scheme: Sendable {
    public let id: String
    public let aliases: [String]
    /// ISO 639-3 code of the language that is romanised.
    public let language: String
    public let title: String
  }

  public static let schemes: [Scheme] = TextTable(embedded: "romanisation/schemes.tsv").rows.map {
    Scheme(
      id: $0[0], aliases: $0[1].split(separator: ";").map { String($0) }, language: $0[2],
      title: $0[4])
  }

  /// The id for a scheme's id or alias, in any case; `nil` when there is none.
  public static func schemeID(for name: String) -> String? {
    let name = name.lowercased()
    return schemes.first { $0.id == name || $0.aliases.contains(name) }?.id
  }

  // ICU's transliterators may be used by one thread at a time.
  private let transliterator: Mutex<OpaquePointerBox>

  // Safe: it leads to the transliterator until the end of the program.
  @safe private struct OpaquePointerBox: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  /// Opens a scheme by its id.
  /// - Precondition: the scheme's rules parse; a test opens them all.
  public init(scheme: String) {
    var rules = unsafe Array(EmbeddedText.bytes(of: "romanisation/\(scheme).rules"))
    rules.append(0)
    var message = [CChar](repeating: 0, count: 256)
    let opened = unsafe rules.withUnsafeBytes { bytes in
      unsafe cicu_transliterator_open(
        bytes.baseAddress!.assumingMemoryBound(to: CChar.self), false, &message)
    }
    guard let opened = unsafe opened else {
      let reason = String(
        decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      preconditionFailure("romanisation/\(scheme).rules: \(reason)")
    }
    transliterator = unsafe Mutex(OpaquePointerBox(pointer: opened))
  }

  deinit {
    transliterator.withLock { unsafe cicu_transliterator_close($0.pointer) }
  }

  /// The Latin form of a Cyrillic word or phrase.
  /// - Complexity: O(*n*), about 0.1 µs a byte.
  public func latin(_ cyrillic: String) -> String {
    var text = cyrillic
    return text.withUTF8 { source in
      var out = [CChar](repeating: 0, count: source.count * 4 + 16)
      let length = transliterator.withLock { box in
        unsafe source.withMemoryRebound(to: CChar.self) { chars in
          unsafe cicu_transliterate(
            box.pointer, chars.baseAddress, Int32(chars.count), &out, Int32(out.count))
        }
      }
      return String(decoding: out.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
