/// Reads what the machine misread, and touches nothing else.
///
/// Each repairer looks at the marks and suspect words that the survey found; a clean text offers
/// them next to nothing.
struct CharacterRepair: Stage {
  let id = StageID.characters

  func propose(for window: Window, into edits: inout [Edit]) {
    let passage = Passage(window)
    SymbolRepair(passage).proposeLigatures(into: &edits)
    ScriptRepair(passage).propose(into: &edits)
    guard window.evidence.prose.isEnglish, !window.evidence.prose.isTechnical else { return }
    QuoteRepair(passage).propose(into: &edits)
    SpacingRepair(passage).propose(into: &edits)
    SpeckRepair(passage).propose(into: &edits)
    SymbolRepair(passage).propose(into: &edits)
    MarkerRepair(passage).propose(into: &edits)
    DigitRepair(passage).propose(into: &edits)
    // Words come last: how sure they are depends on how damaged the text is, and a word beside
    // another repair is not whole yet.
    var words: [Edit] = []
    let readings = WordRepair(passage)
    readings.propose(damage: Damage(edits, words: window.survey.words), into: &words)
    let taken = edits.filter { $0.confidence == .certain }.map(\.span).sorted {
      $0.lowerBound < $1.lowerBound
    }
    edits += words.filter { !Self.touches($0.span, taken) }
  }

  /// Whether a span overlaps or meets one of some spans in text order.
  private static func touches(_ span: Range<Int>, _ others: [Range<Int>]) -> Bool {
    var low = 0
    var high = others.count
    while low < high {
      let middle = (low + high) / 2
      if others[middle].upperBound < span.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < others.count && others[low].lowerBound <= span.upperBound
  }
}
