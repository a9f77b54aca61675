/// The stages in their order, and why each stands where it does.
enum StandardStages {
  static func make(options: Cleaner.Options) -> [any Stage] {
    var stages: [any Stage] = [
      ByteRepair(),  // all others rely on valid, composed UTF-8
      Dehyphenation(),  // the speller must see whole words
      // needs whole words and the layout
      CharacterRepair(readsSentences: options.policy.least <= .likely),
    ]
    if options.furniture != .keep {
      // Divided words are joined across it.
      stages.insert(FurnitureRemoval(style: options.furniture), at: 1)
    }
    if options.names.spelling != .off {
      stages.append(NameNormalisation(options: options.names))  // needs repaired names
    }
    if options.lines == .reflow {
      stages.append(Reflow())  // last: what stands before it reads lines
    }
    return stages.filter { options.stages.contains($0.id) }
  }
}
