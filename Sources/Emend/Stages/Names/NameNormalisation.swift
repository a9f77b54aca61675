struct NameNormalisation: Stage {
  let id = StageID.names
  let options: NameOptions
  func propose(for window: Window, into edits: inout [Edit]) {}
}
