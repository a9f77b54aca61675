/// The two halves of what may be one word, and how they stand.
struct DividedWord {
  /// What was seen at the line end.
  enum Break {
    /// A hyphen is printed.
    case hyphen
    /// A dash is printed, which may be a misread hyphen.
    case dash
    /// An equals sign: the double hyphen of old print, or code.
    case doubleHyphen
    /// None is, but ordinary lines of the document end in a space and this one does not.
    case missingBlank
    /// Nothing but the words.
    case nothing
  }

  /// The letters before the break, back to a hyphen or any other character.
  let head: String
  /// The same with the hyphenated parts before it (`vis-a`).
  let chain: String
  /// The letters behind the break.
  let tail: String
  /// Whether another hyphen follows the tail (`of-war`).
  let tailGoesOn: Bool
  let lineEnd: Break
  /// Whether a page ends, or a note block stands, between them.
  let acrossPage: Bool
  /// Whether the second line starts with a blank.
  let isIndented: Bool
  /// The line of the head.
  let line: Int

  var solid: String { head + tail }
  var compound: String { "\(chain.lowercased())-\(tail.lowercased())" }
}
