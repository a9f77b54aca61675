extension Passage {
  /// Whether letters that stand once are too near a usual word for chance (`Reading.isBeyondChance`).
  func isBeyondChance(_ reading: Reading, _ word: WordRepair.Case) -> Bool {
    reading.isBeyondChance(word.range.count) && standsOnce(word)
  }

  /// Whether a word stands once, and may be a whole one.
  func standsOnce(_ word: WordRepair.Case) -> Bool {
    word.count == 1 && standsByItself(word)
  }

  /// Whether a word may be a whole one.
  func standsByItself(_ word: WordRepair.Case) -> Bool {
    text.byte(word.range.upperBound) != .hyphen && !besideFragment(word.range)
  }
}
