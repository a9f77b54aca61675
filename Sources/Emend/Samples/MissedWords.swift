/// The words of an output that are still wrong, given to the stage whose damage they look like.
enum MissedWords {
  static func counts(in output: [UInt8], truth: ComparedText) -> [StageID: Int] {
    let output = ComparedText(output)
    let own = output.wordsThatAreRight(in: truth)
    let others = truth.wordsThatAreRight(in: output)
    var counts: [StageID: Int] = [:]
    var (at, place) = (0, 0)
    while at < own.count || place < others.count {
      let (first, firstPlace) = (at, place)
      while at < own.count, !own[at] { at += 1 }
      while place < others.count, !others[place] { place += 1 }
      if at > first || place > firstPlace {
        let stage = stage(
          Array(output.words[first..<at]), Array(truth.words[firstPlace..<place]))
        counts[stage, default: 0] += max(place - firstPlace, 1)
      } else {
        at += 1
        place += 1
      }
    }
    return counts
  }

  private static func stage(_ words: [Substring], _ truth: [Substring]) -> StageID {
    // What the page does not have is furniture, or a speck.
    if truth.isEmpty { return words.joined().count > 3 ? .furniture : .characters }
    let (own, others) = (words.joined(), truth.joined())
    let isSame = own.filter { $0 != "-" } == others.filter { $0 != "-" }
    let hasHyphen = own.contains("-") || others.contains("-")
    return isSame && (hasHyphen || words.count > truth.count) ? .hyphens : .characters
  }
}
