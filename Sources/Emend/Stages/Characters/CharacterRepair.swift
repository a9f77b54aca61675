/// Reads what the machine misread, and touches nothing else.
///
/// Each repairer looks at the marks and suspect words that the survey found; a clean text offers
/// them next to nothing.
struct CharacterRepair: Stage {
  let id = StageID.characters

  func propose(for window: Window, into edits: inout [Edit]) {
    let passage = Passage(window)
    QuoteRepair(passage).propose(into: &edits)
    SpacingRepair(passage).propose(into: &edits)
    SpeckRepair(passage).propose(into: &edits)
    SymbolRepair(passage).propose(into: &edits)
    MarkerRepair(passage).propose(into: &edits)
    WordRepair(passage).propose(into: &edits)
  }
}
