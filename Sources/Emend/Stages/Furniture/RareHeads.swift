/// Lines that occur once or twice, among which misread running heads are looked for.
struct RareHeads {
  private struct Entry {
    let lines: ArraySlice<RunningLine>
    let letters: [UInt8]
    /// As `LetterDistance.alphabet` has it.
    let alphabet: UInt64
  }

  /// By number of letters.
  private var byLength: [Int: [Entry]] = [:]
  /// Entries of one length that are kept: a text of nothing but short lines stays linear.
  private static let limit = 2000

  init(_ groups: [ArraySlice<RunningLine>], _ reader: LineReader) {
    for group in groups.sorted(by: { $0[$0.startIndex].line < $1[$1.startIndex].line }) {
      let letters = group[group.startIndex].letters(reader)
      guard byLength[letters.count]?.count ?? 0 < Self.limit else { continue }
      byLength[letters.count, default: []].append(
        Entry(lines: group, letters: letters, alphabet: LetterDistance.alphabet(letters)))
    }
  }

  /// The lines whose letters are within a fifth of the head's length of it, in single-letter edits.
  /// - Complexity: O(lines of a similar length × length²) for those that share most letters.
  func misreadings(of head: [UInt8]) -> [RunningLine] {
    let alphabet = LetterDistance.alphabet(head)
    let limit = head.count / 5
    guard limit > 0 else { return [] }
    let pattern = LetterPattern(head)
    var out: [RunningLine] = []
    for length in head.count - limit...head.count + limit {
      guard let entries = byLength[length] else { continue }
      // By their places: an entry that is named is copied.
      for place in entries.indices
      where (entries[place].alphabet ^ alphabet).nonzeroBitCount <= 2 * limit {
        if pattern.isWithin(limit, of: entries[place].letters) { out += entries[place].lines }
      }
    }
    return out
  }
}
