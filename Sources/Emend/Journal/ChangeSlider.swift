/// Moves stretches of changed lines to where people expect them, without adding a change.
///
/// A stretch can slide by a line where the line that it leaves equals the one that it takes in. It
/// goes up first, which merges it with what it meets, then down as far as it can; where on its way
/// the other text has a change too, it goes back to that, so that the two are shown as one.
struct ChangeSlider {
  private let lines: TextLines
  private let other: [Bool]
  private var isChanged: [Bool]
  /// The stretch that moves.
  private var start = 0
  private var end = 0
  /// The changed lines of the other text, perhaps none, between the same two unchanged ones.
  private var otherStart = 0
  private var otherEnd = 0

  /// Slides all stretches of changed lines of a text.
  /// - Parameters:
  ///   - isChanged: for each line of the text whether it is changed.
  ///   - other: the same of the other text; it has as many lines that are not changed.
  /// - Returns: `isChanged` after sliding, with as many changed lines.
  static func slide(_ isChanged: [Bool], of lines: TextLines, beside other: [Bool]) -> [Bool] {
    var slider = ChangeSlider(lines: lines, other: other, isChanged: isChanged)
    slider.slideAll()
    return slider.isChanged
  }

  private init(lines: TextLines, other: [Bool], isChanged: [Bool]) {
    self.lines = lines
    self.other = other
    self.isChanged = isChanged
  }

  private mutating func slideAll() {
    while otherEnd < other.count, other[otherEnd] { otherEnd += 1 }
    while true {
      takeInFollowing()
      if start < end { slide() }
      guard end < isChanged.count else { return }
      // Past the unchanged line to the next stretch, perhaps an empty one.
      start = end + 1
      end = start
      goToNextInOther()
    }
  }

  private mutating func slide() {
    var best: Int?
    var size: Int
    repeat {
      size = end - start
      while start > 0, lines.matches(start - 1, lines, end - 1) {
        moveUp()
        while start > 0, isChanged[start - 1] { start -= 1 }
      }
      best = otherStart < otherEnd ? end : nil
      while end < isChanged.count, lines.matches(start, lines, end) {
        moveDown()
        takeInFollowing()
        if otherStart < otherEnd { best = end }
      }
    } while end - start != size
    while let place = best, end > place { moveUp() }
  }

  private mutating func moveUp() {
    start -= 1
    end -= 1
    isChanged[start] = true
    isChanged[end] = false
    otherEnd = otherStart - 1
    otherStart = otherEnd
    while otherStart > 0, other[otherStart - 1] { otherStart -= 1 }
  }

  private mutating func moveDown() {
    isChanged[start] = false
    isChanged[end] = true
    start += 1
    end += 1
    goToNextInOther()
  }

  private mutating func takeInFollowing() {
    while end < isChanged.count, isChanged[end] { end += 1 }
  }

  private mutating func goToNextInOther() {
    otherStart = otherEnd + 1
    otherEnd = otherStart
    while otherEnd < other.count, other[otherEnd] { otherEnd += 1 }
  }
}
