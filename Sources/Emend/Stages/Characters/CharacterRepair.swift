struct CharacterRepair: Stage {
  let id = StageID.characters
  func propose(for window: Window, into edits: inout [Edit]) {}
}
