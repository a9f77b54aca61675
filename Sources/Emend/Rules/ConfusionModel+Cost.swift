extension ConfusionModel {
  /// Bits for what the table of confusions does not list.
  private enum Unlisted {
    static let otherLetter: Float = 15
    static let lostLetter: Float = 17
    static let addedLetter: Float = 17
    /// A sign, digit or blank that stands for a letter, and one that is dirt.
    static let signForLetter: Float = 6
    static let dirt: Float = 7
    static let capitalInside: Float = 2
  }

  /// The bits by which a word was read as something else, in the cheapest way: listed confusions, and
  /// letters that were changed, lost or added.
  /// - Parameters:
  ///   - read: as written; a blank or sign inside may stand for a letter or be dirt.
  ///   - word: in small letters.
  /// - Complexity: O(letters of both × confusions of a letter).
  func bits(reading read: [UInt8], for word: UnsafeBufferPointer<UInt8>) -> Double {
    let width = word.count + 1
    var costs = [Float](repeating: .infinity, count: (read.count + 1) * width)
    costs[0] = 0
    for i in 0...read.count {
      for j in 0...word.count {
        let cost = costs[i * width + j]
        guard cost < .infinity else { continue }
        func offer(_ bits: Float, _ down: Int, _ across: Int) {
          let at = (i + down) * width + j + across
          costs[at] = Swift.min(costs[at], cost + bits)
        }
        if j < word.count { offer(Unlisted.lostLetter, 0, 1) }
        guard i < read.count else { continue }
        let isSign = !read[i].isLetter
        offer(isSign ? Unlisted.dirt : Unlisted.addedLetter, 1, 0)
        if j < word.count {
          let small = read[i].isUpper ? read[i] | 0x20 : read[i]
          if unsafe small == word[j] {
            offer(small == read[i] || i == 0 ? 0 : Unlisted.capitalInside, 1, 1)
          } else {
            offer(isSign ? Unlisted.signForLetter : Unlisted.otherLetter, 1, 1)
          }
        }
        for isFolded in read[i].isUpper ? [false, true] : [false] {
          let first = Int(isFolded ? read[i] | 0x20 : read[i])
          for confusion in confusions[starts[first]..<starts[first + 1]] {
            let (before, printed) = (confusion.read, confusion.printed)
            guard i + before.count <= read.count, j + printed.count <= word.count,
              (1..<before.count).allSatisfy({
                let byte = read[i + $0]
                return before[$0] == (isFolded && byte.isUpper ? byte | 0x20 : byte)
              }),
              (0..<printed.count).allSatisfy({ unsafe printed[$0] == word[j + $0] })
            else { continue }
            offer(Float(confusion.bits), before.count, printed.count)
          }
        }
      }
    }
    return Double(costs[costs.count - 1])
  }
}
