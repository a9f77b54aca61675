/// The edits that turned one text into the next; maps offsets both ways.
public struct Revision: Sendable {
  /// One applied edit: bytes of the old text and the bytes of the new text that stand for them.
  struct Change: Sendable, Equatable {
    var oldStart: UInt32
    var oldEnd: UInt32
    var newStart: UInt32
    var newEnd: UInt32

    var old: Range<Int> { Int(oldStart)..<Int(oldEnd) }
    var new: Range<Int> { Int(newStart)..<Int(newEnd) }
  }

  /// In text order, not overlapping.
  let changes: [Change]

  static let none = Revision(changes: [])

  init(changes: [Change]) { self.changes = changes }

  /// What some edits change, by their places among all; they are in text order and do not overlap.
  init(_ chosen: [Int], of edits: [Edit]) {
    var shift = 0
    changes = chosen.map { index in
      let span = edits[index].span
      let start = span.lowerBound + shift
      let count = edits[index].replacement.utf8.count
      shift += count - span.count
      return Change(
        oldStart: UInt32(span.lowerBound), oldEnd: UInt32(span.upperBound),
        newStart: UInt32(start), newEnd: UInt32(start + count))
    }
  }

  /// Applies edits that are in text order and do not overlap.
  static func apply(_ edits: [Edit], to text: Text) -> (Text, Revision) {
    let chosen = Array(edits.indices)
    let revision = Revision(chosen, of: edits)
    var revised = text
    revised.apply(revision, of: chosen, among: edits)
    return (revised, revision)
  }

  /// The bytes of the old text that became `new`.
  ///
  /// Kept bytes map one to one. A bound inside a replacement maps to that edit's bound, since
  /// nothing inside an edit corresponds: the result widens to whole edits, never narrows.
  /// - Complexity: O(log *n*) in the number of edits.
  public func oldSpan(of new: Range<Int>) -> Range<Int> { map(new, backwards: true) }

  /// The bytes of the new text that stand for `old`; widens like `oldSpan(of:)`.
  /// - Complexity: O(log *n*) in the number of edits.
  public func newSpan(of old: Range<Int>) -> Range<Int> { map(old, backwards: false) }

  private func map(_ range: Range<Int>, backwards: Bool) -> Range<Int> {
    let high = bound(range.upperBound, upper: true, backwards: backwards)
    guard !range.isEmpty else { return high..<high }
    return bound(range.lowerBound, upper: false, backwards: backwards)..<high
  }

  private func bound(_ offset: Int, upper: Bool, backwards: Bool) -> Int {
    // The last change that starts before the bound. A change that takes no room at the bound counts
    // for a lower bound: what it removed or put in stands before the range.
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      let from = backwards ? changes[middle].new : changes[middle].old
      if from.lowerBound < offset || (!upper && from.isEmpty && from.lowerBound == offset) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return offset }
    let change = changes[low - 1]
    let (from, to) = backwards ? (change.new, change.old) : (change.old, change.new)
    if offset < from.upperBound { return upper ? to.upperBound : to.lowerBound }
    return offset - from.upperBound + to.upperBound
  }
}
