/// Writes plausible English prose: the same for the same seed.
public struct ProseGenerator {
  private var random: SeededGenerator
  private let style: DocumentStyle
  /// The number of the last note.
  private(set) var notes = 0

  public init(seed: UInt64, style: DocumentStyle) {
    random = SeededGenerator(seed: seed)
    self.style = style
  }

  /// A paragraph of three to seven sentences, in one line.
  public mutating func paragraph() -> String {
    let count = Int.random(in: 3...7, using: &random)
    return (0..<count).map { _ in sentence() }.joined(separator: " ")
  }

  private mutating func sentence() -> String {
    var out = fill(ProsePatterns.sentences.randomElement(using: &random)!)
    out = out.replacingOccurrence(of: "‹", with: "'").replacingOccurrence(of: "›", with: "'")
    guard out.hasSuffix("†") else { return out }
    out.removeLast()
    guard style.notes != .none else { return out }
    notes += 1
    return out + (style.notes == .brackets ? "\(notes))" : "\(notes)")
  }

  /// The text of a note, without its label.
  public mutating func note() -> String {
    fill(ProsePatterns.notes.randomElement(using: &random)!)
  }

  private mutating func fill(_ pattern: String) -> String {
    var out = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out += rest[..<open]
      let slot = String(rest[rest.index(after: open)..<close])
      guard let word = ProseVocabulary.slots[slot]?.randomElement(using: &random) else {
        preconditionFailure("no words for the slot {\(slot)}")
      }
      // The article agrees with the word behind it.
      if out.hasSuffix(" a ") || out == "A " || out.hasSuffix("‹a "), "aeiou".contains(word.first!)
      {
        out.removeLast()
        out += "n "
      }
      out += word
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }
}

extension String {
  fileprivate func replacingOccurrence(of old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}
