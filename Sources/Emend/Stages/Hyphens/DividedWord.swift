/// The two halves of what may be one word, and how they stand.
///
/// Most are asked about by their hashes alone: a string is made of one only for what is said of it.
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

  let text: Text
  /// The letters before the break, back to a hyphen or any other character.
  let headRange: Range<Int>
  /// The same with the hyphenated parts before it (`vis-a`).
  let chainRange: Range<Int>
  /// The letters behind the break.
  let tailRange: Range<Int>
  /// Whether another hyphen follows the tail (`of-war`).
  let tailGoesOn: Bool
  var lineEnd: Break
  /// Whether a page ends, a note block stands, or more than the usual blank lines stand between them.
  let isInterrupted: Bool
  /// Whether the second line starts with a blank.
  let isIndented: Bool
  /// The line of the head.
  let line: Int

  let headHash: UInt64
  let tailHash: UInt64
  /// The hash of both halves as one word.
  let solidHash: UInt64

  init(
    in text: Text, head: Range<Int>, chain: Range<Int>, tail: Range<Int>, tailGoesOn: Bool,
    lineEnd: Break, isInterrupted: Bool, isIndented: Bool, line: Int
  ) {
    self.text = text
    headRange = head
    chainRange = chain
    tailRange = tail
    self.tailGoesOn = tailGoesOn
    self.lineEnd = lineEnd
    self.isInterrupted = isInterrupted
    self.isIndented = isIndented
    self.line = line
    if let first = WordPiece(head, of: text), let second = WordPiece(tail, of: text) {
      headHash = first.hash
      tailHash = second.hash
      solidHash = first.hash(before: second)
    } else {
      headHash = text.hash(head)
      tailHash = text.hash(tail)
      solidHash = text.hash(head, tail)
    }
  }

  var head: String { text.string(headRange) }
  var tail: String { text.string(tailRange) }
  var solid: String { text.string(headRange, tailRange) }
  var hyphenated: String { "\(head)-\(tail)" }
  var compound: String { "\(text.string(chainRange).lowercased())-\(tail.lowercased())" }

  /// The hash of the compound, or of what is left without its last bytes.
  func compoundHash(without last: Int = 0) -> UInt64 {
    text.hash(
      chainRange, tailRange.lowerBound..<tailRange.upperBound - last, between: .hyphen)
  }

  /// The hash of the whole word without its last bytes.
  func stemHash(without last: Int) -> UInt64 {
    let fromHead = Swift.max(0, last - tailRange.count)
    return text.hash(
      headRange.lowerBound..<headRange.upperBound - fromHead,
      tailRange.lowerBound..<tailRange.upperBound - (last - fromHead))
  }

  /// The last byte of the whole word.
  var last: UInt8 { text[(tailRange.isEmpty ? headRange : tailRange).upperBound - 1] }

  /// The last four bytes of the whole word, the last of them the highest; zeros before a shorter one.
  var lastFour: UInt32 {
    var four: UInt32 = 0
    let (head, tail) = (headRange.count, tailRange.count)
    for i in 1...4 {
      let byte: UInt8 =
        i <= tail
        ? text[tailRange.upperBound - i]
        : i <= head + tail ? text[headRange.upperBound - (i - tail)] : 0
      four = four << 8 | UInt32(byte)
    }
    return four
  }

  /// Whether the head begins with a capital.
  var isCapital: Bool { text.scalar(at: headRange.lowerBound).scalar.isUppercase }

  /// Whether neither half has a small letter, nor is one letter only.
  var isInCapitals: Bool { isInCapitals(headRange) && isInCapitals(tailRange) }

  private func isInCapitals(_ half: Range<Int>) -> Bool {
    !text[half].contains(where: \.isLower) && text.string(half).isCapitals
  }

  /// Whether both halves are in Latin letters or neither is.
  var isInOneScript: Bool { isLatin(headRange) == isLatin(tailRange) }

  var isLatin: Bool { isLatin(headRange) }

  private func isLatin(_ half: Range<Int>) -> Bool {
    // Latin letters stand below U+0370, with additions and ligatures further up.
    if text[half.lowerBound] < 0xCD { return true }
    let first = text.scalar(at: half.lowerBound).scalar.value
    return first < 0x370 || (0x1E00..<0x1F00).contains(first) || (0xFB00..<0xFB07).contains(first)
  }
}
