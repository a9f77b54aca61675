/// Damages clean text as a scan and its reading do, so that the truth of every edit is known.
///
/// ```swift
/// let document = DamageGenerator(rates: .badScan).document(seed: 7)
/// // document.text, document.truth, document.edits
/// ```
public struct DamageGenerator: Sendable {
  public let rates: DamageRates

  public init(rates: DamageRates) { self.rates = rates }

  /// A document of generated prose: the same for the same seed.
  public func document(seed: UInt64, paragraphs count: Int = 12) -> DamagedDocument {
    var random = SeededGenerator(seed: seed)
    return document(seed: seed, style: DocumentStyle(using: &random, paragraphs: count))
  }

  /// The same in a given style.
  public func document(seed: UInt64, style: DocumentStyle) -> DamagedDocument {
    var prose = ProseGenerator(seed: seed, style: style)
    let paragraphs = (0..<style.paragraphs).map { _ in prose.paragraph() }
    let notes = prose.notes == 0 ? [] : (1...prose.notes).map { ($0, prose.note()) }
    return damage(
      paragraphs, notes: Dictionary(uniqueKeysWithValues: notes), style: style, seed: seed)
  }

  /// Damages paragraphs of clean text, each in one line with single spaces between its words.
  /// - Parameter notes: the texts of the notes that the paragraphs refer to, by number.
  public func damage(
    _ paragraphs: [String], notes: [Int: String] = [:], style: DocumentStyle, seed: UInt64
  ) -> DamagedDocument {
    var ledger = DamageLedger(rates: rates, seed: seed &+ 0x5EED)
    var setter = LineSetter(style: style)
    var lines: [DamageLine] = []
    for paragraph in paragraphs {
      if !lines.isEmpty { lines.append(DamageLine()) }
      lines += setter.set(paragraph, ledger: &ledger)
    }
    var pages = PageSetter(style: style)
    return pages.set(lines, notes: notes, seed: seed, ledger: &ledger)
  }
}
