struct FurnitureRemoval: Stage {
  let id = StageID.furniture
  func propose(for window: Window, into edits: inout [Edit]) {}
}
