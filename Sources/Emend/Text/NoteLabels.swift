/// Reads the labels before notes and the markers in the text that ask for them.
struct NoteLabels {
  let text: Text
  let layout: Layout

  private typealias Label = (line: Int, number: Int, isInBrackets: Bool)

  /// Notes stand at the end of a page: from the first label on whose followers count up by one.
  /// - Returns: their lines, and the numbers of the first and the last of them.
  /// - Complexity: O(lines).
  func block(on page: Range<Int>) -> (lines: Range<Int>, first: Int, last: Int)? {
    // The last run of labels that count up by one; a longer list inside the body breaks the count, and
    // so does a marker that came to stand at the start of a line, `(1) The next day`.
    guard let last = lastLabel(in: page) else { return nil }
    var first = last
    while true {
      let before = lastLabel(in: page.lowerBound..<first.line)
      if let before, before.number == first.number - 1 || before.number == first.number,
        before.isInBrackets == first.isInBrackets
      {
        first = before
        continue
      }
      // The label between was misread.
      let start = before.map { $0.line + 1 } ?? page.lowerBound
      guard let line = misread(first.number - 1, in: start..<first.line) else { break }
      first = (line, first.number - 1, first.isInBrackets)
    }
    // Something of the body has to stand before the notes, unless the page is all notes.
    let bodyEnds = layout.previousText(before: first.line) ?? -1
    guard bodyEnds >= page.lowerBound || first.number == 1 else { return nil }
    let misread = misreadFollowers(of: last.number, in: last.line + 1..<page.upperBound)
    return (first.line..<page.upperBound, first.number, last.number + misread)
  }

  /// How many misread labels behind the last one that was not go on counting.
  private func misreadFollowers(of number: Int, in lines: Range<Int>) -> Int {
    var count = 0
    var index = layout.misread.next(from: lines.lowerBound, to: lines.upperBound)
    while index < lines.upperBound {
      let content = layout.lines[index].content
      if Self.misreadLabel(at: content, in: text) == number + count + 1 { count += 1 }
      index = layout.misread.next(from: index + 1, to: lines.upperBound)
    }
    return count
  }

  private func lastLabel(in lines: Range<Int>) -> Label? {
    var end = lines.upperBound
    while let index = layout.labelled.last(in: lines.lowerBound..<end) {
      let line = layout.lines[index]
      if let number = Self.label(at: line.content, in: text) {
        return (index, number, text[line.contentStart] == .openBracket)
      }
      end = index
    }
    return nil
  }

  /// The last of some lines that begins with a misread label of this number.
  func misread(_ number: Int, in lines: Range<Int>) -> Int? {
    guard number > 0 else { return nil }
    var end = lines.upperBound
    while let index = layout.misread.last(in: lines.lowerBound..<end) {
      if Self.misreadLabel(at: layout.lines[index].content, in: text) == number { return index }
      end = index
    }
    return nil
  }

  /// A note that a star or a dagger begins: the same sign stands behind a word above it.
  func starred(on page: Range<Int>) -> Range<Int>? {
    var line = page.suffix(Self.longestStarred).lowerBound
    var found: StaticString?
    while found == nil {
      line = layout.odd.next(from: line, to: page.upperBound)
      guard line < page.upperBound else { return nil }
      found = Self.sign(at: layout.lines[line].content, in: text)
      if found == nil { line += 1 }
    }
    guard line > page.lowerBound, let sign = found else { return nil }
    let start = layout.lines[page.lowerBound].start
    let end = layout.lines[line].start
    var count = 0
    var isMarker = false
    for at in start..<end where text.has(sign, at: at) {
      count += 1
      let before = text.byte(at - 1)
      let after = text.byte(at + sign.utf8CodeUnitCount)
      isMarker = !before.isWhite && (after.isWhite || after == .fullStop || after == .comma)
    }
    // Emphasis has two of them.
    return count == 1 && isMarker ? line..<page.upperBound : nil
  }

  /// Lines from the foot of a page in which such a note begins.
  private static let longestStarred = 12

  private static func sign(at line: Range<Int>, in text: Text) -> StaticString? {
    let signs: [StaticString] = ["*", "\u{2020}", "\u{2021}"]
    return signs.first { sign in
      guard text.has(sign, at: line.lowerBound) else { return false }
      var at = line.lowerBound + sign.utf8CodeUnitCount
      if text.byte(at).isBlank { at += 1 }
      let next = text.byte(at)
      return next.isUpper || next == .quotationMark || next == .apostrophe
    }
  }

  /// The number of a note label such as `1. Ibid`, `3) See` or `¹² Ibid` at the start of a line.
  @inline(__always)
  static func label(at line: Range<Int>, in text: Text) -> Int? {
    // Nearly all lines begin with a letter, or with one behind a mark.
    let first = text[line.lowerBound]
    return first.isLetter || line.count < 2
      || (!first.isHigh && text[line.lowerBound + 1].isLetter)
      ? nil : readLabel(at: line, in: text)
  }

  private static func readLabel(at line: Range<Int>, in text: Text) -> Int? {
    // Zeros stand behind the text.
    unsafe text.storage.withUnsafeBufferPointer { bytes in
      var at = line.lowerBound
      var byte = unsafe bytes[at]
      // A speck of dirt may stand before the label.
      if line.count > 3, !byte.isLetter, !byte.isDigit, !byte.isHigh {
        repeat {
          at &+= 1
          unsafe byte = bytes[at]
        } while at < line.upperBound && byte.isBlank
      }
      let start = at
      var number = 0
      while at < line.upperBound, byte.isDigit, at &- start < 4 {
        number = number &* 10 &+ Int(byte &- 0x30)
        at &+= 1
        unsafe byte = bytes[at]
      }
      guard at > start else { return raisedLabel(at..<line.upperBound, in: text) }
      guard at &- start <= 3, number > 0 else { return nil }
      if byte.isBlank, unsafe bytes[at &+ 1] == .fullStop {
        at &+= 1
        byte = .fullStop
      }
      guard byte == .fullStop || byte == .closeBracket || byte == .comma else { return nil }
      return startsNote(at &+ 1, before: line.upperBound, in: text) ? number : nil
    }
  }

  /// The number of a label in raised digits.
  private static func raisedLabel(_ line: Range<Int>, in text: Text) -> Int? {
    var at = line.lowerBound
    var number = 0
    var digits = 0
    while at < line.upperBound, text[at].isHigh {
      let (scalar, length) = text.scalar(at: at)
      guard digits <= 3, let digit = superscript(scalar) else { break }
      number = number * 10 + digit
      at += length
      digits += 1
    }
    return digits > 0 && digits <= 3 && text.byte(at).isBlank ? number : nil
  }

  /// The number of a label with letters for digits: `S) See`, `1O. Ibid`. Before a stop one digit has
  /// to be sure, since `I.` is a numeral.
  @inline(__always)
  static func misreadLabel(at line: Range<Int>, in text: Text) -> Int? {
    // Most lines begin with another letter, or with a word.
    Folio.digit(text[line.lowerBound]) == nil
      || text[line.lowerBound + 1].isLower
        && Folio.digit(text[line.lowerBound + 1]) == nil
      ? nil : readMisreadLabel(at: line, in: text)
  }

  private static func readMisreadLabel(at line: Range<Int>, in text: Text) -> Int? {
    var at = line.lowerBound
    var number = 0
    var sure = 0
    while at < line.upperBound, at - line.lowerBound <= 3, let digit = Folio.digit(text[at]) {
      number = number * 10 + digit
      if text[at].isDigit { sure += 1 }
      at += 1
    }
    let length = at - line.lowerBound
    guard (1...3).contains(length), sure < length, number > 0 else { return nil }
    guard text.byte(at) == .closeBracket || (text.byte(at) == .fullStop && sure > 0) else {
      return nil
    }
    return startsNote(at + 1, before: line.upperBound, in: text) ? number : nil
  }

  /// Whether a note begins behind its label: in a capital, a quotation, a bracket.
  static func startsNote(_ start: Int, before end: Int, in text: Text) -> Bool {
    let next = text.byte(text.skip(from: start, to: end, while: \.isBlank))
    return next.isUpper || next == .apostrophe || next == .quotationMark || next.isHigh
      || next == .openBracket || next == .asterisk
  }

  /// The numbers of the markers in some lines: raised digits, and `12)` glued to what stands before.
  /// - Complexity: O(bytes).
  func markers(in lines: Range<Int>) -> [Int] {
    guard let first = lines.first, let last = lines.last else { return [] }
    var out: [Int] = []
    var at = layout.lines[first].start
    let end = layout.lines[last].end
    while at < end {
      if text[at].isHigh {
        let (scalar, length) = text.scalar(at: at)
        guard Self.superscript(scalar) != nil, !text.byte(at - 1).isWhite, at > 0 else {
          at += Swift.max(1, length)
          continue
        }
        var number = 0
        while at < end {
          let (scalar, length) = text.scalar(at: at)
          guard let digit = Self.superscript(scalar) else { break }
          number = Swift.min(number * 10 + digit, 9999)
          at += length
        }
        if number > 0 { out.append(number) }
        continue
      }
      if text[at] == .closeBracket, text.byte(at + 1).isWhite {
        let start = text.skipBack(from: at, to: Swift.max(0, at - 3), while: \.isDigit)
        let before = text.byte(start - 1)
        if start < at,
          before == .fullStop || before == .comma || before == .quotationMark
            || before == .closeBracket || before.isLower
        {
          out.append(text[start..<at].reduce(0) { $0 * 10 + Int($1 - 0x30) })
        }
      }
      at += 1
    }
    return out
  }

  /// The digit that a character is, raised.
  static func superscript(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0xB9: 1
    case 0xB2, 0xB3: Int(scalar.value) - 0xB0
    case 0x2070, 0x2074...0x2079: Int(scalar.value) - 0x2070
    default: nil
    }
  }
}
