/// Why a text is not JSON, and where.
package struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Reason: Equatable, Sendable {
    case tooLong(limit: Int)
    case notUTF8
    /// The text ends where this should follow.
    case ends(before: String)
    /// This byte stands where that should.
    case unexpected(UInt8, expected: String)
    case controlCharacter(UInt8)
    case badEscape
    case loneSurrogate
    case numberOutOfRange
    case duplicateKey(String)
    case tooDeep(limit: Int)
  }

  /// Bytes from the start of the text.
  package let offset: Int
  package let reason: Reason

  package var description: String { "byte \(offset): \(what)" }

  private var what: String {
    switch reason {
    case .tooLong(let limit): "more than \(limit) bytes"
    case .notUTF8: "not UTF-8"
    case .ends(let expected): "the text ends, expected \(expected)"
    case .unexpected(let byte, let expected): "found \(Self.name(of: byte)), expected \(expected)"
    case .controlCharacter(let byte): "\(Self.name(of: byte)) in a string must be escaped"
    case .badEscape: "no such escape in a string"
    case .loneSurrogate: "half of a surrogate pair in a string"
    case .numberOutOfRange: "the number is too large"
    case .duplicateKey(let key): "the key \"\(key)\" stands here twice"
    case .tooDeep(let limit): "more than \(limit) brackets deep"
    }
  }

  private static func name(of byte: UInt8) -> String {
    if byte > 0x20 && byte < 0x7F { return "'\(Unicode.Scalar(byte))'" }
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.utf8.count < 2 ? "0" : "") + digits
  }
}
