/// The entries of a bibliography: names in them are quoted as they were printed.
///
/// An entry is known by its head (`Orme, Basil:`) and the year of its book, or by the heading of the list that
/// it stands in.
struct Bibliography {
  private let text: Text
  private let layout: Layout
  /// Bytes behind a heading such as `Works cited`, up to where prose begins again; in order.
  private let lists: [Range<Int>]

  /// Headings, in small letters, of a line of their own.
  private static let headings: Set<String> = [
    "bibliography", "select bibliography", "selected bibliography", "bibliographical note",
    "works cited", "works consulted", "references", "list of references", "literature",
    "literature cited", "further reading", "sources", "list of sources", "primary sources",
    "secondary sources", "printed sources", "published sources", "sources and literature",
  ]
  /// Bytes in which so many finite verbs and pronouns are prose.
  private static let (proseLength, proseWords) = (600, 4)
  /// Lines that an entry may have before a name.
  private static let entryLines = 5
  /// Bytes that an entry may have.
  private static let entryLength = 700

  /// - Complexity: O(lines).
  init(_ window: Window) {
    text = window.text
    layout = window.layout
    var lists: [Range<Int>] = []
    let behindBlank = layout.blank.shifted(by: 1)
    // The first line, and then those behind blank ones.
    var index = 0
    while index < layout.lines.count {
      let line = layout.lines[index]
      if Self.mayBeHeading(line.content, in: text),
        line.content.lowerBound >= lists.last?.upperBound ?? 0,
        Self.headings.contains(Self.words(of: line.content, in: text))
      {
        lists.append(line.content.upperBound..<Self.end(ofListBehind: index, text, layout))
      }
      index = behindBlank.next(from: index + 1, to: layout.lines.count)
    }
    self.lists = lists
  }

  /// Whether a place is in an entry.
  /// - Complexity: O(length of an entry), O(log *n*) for the lists.
  func contains(_ offset: Int, onLine line: Int) -> Bool {
    isInList(offset) || isInEntry(offset, line)
  }

  private func isInList(_ offset: Int) -> Bool {
    var (low, high) = (0, lists.count)
    while low < high {
      let middle = (low + high) / 2
      if lists[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && lists[low - 1].contains(offset)
  }

  // MARK: Headings

  private static func mayBeHeading(_ line: Range<Int>, in text: Text) -> Bool {
    guard (6...40).contains(line.count) else { return false }
    let first = text[line.lowerBound]
    // `## Sources`, `3. References`
    if !first.isLetter { return true }
    let second = text[line.lowerBound + 1]
    // `VII. Bibliography`, `L Bibliography`
    return beginsHeading(first, second)
      || romanDigits.contains(first) && (!second.isLetter || romanDigits.contains(second))
        && (first == UInt8(ascii: "L") || text.first(". ", in: line) != nil)
  }

  /// Whether these are the first two letters of one of the headings.
  private static func beginsHeading(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first | 0x20, second | 0x20) {
    case (UInt8(ascii: "b"), UInt8(ascii: "i")), (UInt8(ascii: "f"), UInt8(ascii: "u")),
      (UInt8(ascii: "l"), UInt8(ascii: "i")), (UInt8(ascii: "p"), UInt8(ascii: "r")),
      (UInt8(ascii: "p"), UInt8(ascii: "u")), (UInt8(ascii: "r"), UInt8(ascii: "e")),
      (UInt8(ascii: "s"), UInt8(ascii: "e")), (UInt8(ascii: "s"), UInt8(ascii: "o")),
      (UInt8(ascii: "w"), UInt8(ascii: "o")):
      true
    default: false
    }
  }

  /// The words of a heading in small letters, without its number and marks; none of a line that begins as
  /// no heading does.
  private static func words(of line: Range<Int>, in text: Text) -> String {
    var words: [UInt8] = []
    words.reserveCapacity(line.count)
    var at = line.lowerBound
    while at < line.upperBound {
      // No heading of the list has an accented letter.
      if (0xC3...0xDF).contains(text[at]) { return "" }
      guard text[at].isLetter else {
        at += 1
        continue
      }
      let end = text.skip(from: at, to: line.upperBound, while: \.isLetter)
      let isNumber = words.isEmpty && text[at..<end].allSatisfy { romanDigits.contains($0) }
      if !isNumber {
        if words.isEmpty, !beginsHeading(text[at], text[at + 1]) { return "" }
        if !words.isEmpty { words.append(.space) }
        for byte in text[at..<end] { words.append(byte | 0x20) }
      }
      at = end
    }
    return String(decoding: words, as: UTF8.self)
  }

  private static let romanDigits = ByteSet("IVXLC".utf8)

  /// Where prose begins behind a heading.
  private static func end(ofListBehind heading: Int, _ text: Text, _ layout: Layout) -> Int {
    var hits: [Int] = []
    for line in layout.lines[(heading + 1)...] {
      for offset in proseWords(in: line.content, text) {
        hits.append(offset)
        if hits.count >= proseWords, offset - hits[hits.count - proseWords] < proseLength {
          return lineStart(of: hits[hits.count - proseWords], layout)
        }
      }
    }
    return text.count
  }

  private static func lineStart(of offset: Int, _ layout: Layout) -> Int {
    layout.lines[layout.line(at: offset)].start
  }

  /// Offsets of words that make a sentence.
  private static func proseWords(in line: Range<Int>, _ text: Text) -> [Int] {
    var offsets: [Int] = []
    var at = line.lowerBound
    while at < line.upperBound {
      let end = text.skip(from: at, to: line.upperBound) { !$0.isWhite }
      if (2...4).contains(end - at), isProseWord(at..<end, text) { offsets.append(at) }
      at = text.skip(from: end, to: line.upperBound, while: \.isWhite)
    }
    return offsets
  }

  private static func isProseWord(_ word: Range<Int>, _ text: Text) -> Bool {
    switch word.count {
    case 2:
      text.has("is", at: word.lowerBound) || text.has("he", at: word.lowerBound)
        || text.has("it", at: word.lowerBound)
    case 3:
      text.has("was", at: word.lowerBound) || text.has("had", at: word.lowerBound)
        || text.has("are", at: word.lowerBound) || text.has("has", at: word.lowerBound)
    default:
      text.has("were", at: word.lowerBound) || text.has("they", at: word.lowerBound)
        || text.has("that", at: word.lowerBound) || text.has("been", at: word.lowerBound)
    }
  }

  // MARK: Entries

  /// Whether the line, or one of the few before it, begins an entry that reaches to the offset.
  private func isInEntry(_ offset: Int, _ line: Int) -> Bool {
    var at = line
    while at >= 0, line - at < Self.entryLines, !layout.lines[at].isBlank {
      let start = layout.lines[at].content.lowerBound
      if offset - start > Self.entryLength { return false }
      if let head = head(at: start) {
        return head.isSure && beginsSentence(at) || hasYear(from: head.end, line: at)
      }
      at -= 1
    }
    return false
  }

  /// Whether the line before is blank or ends a sentence.
  private func beginsSentence(_ line: Int) -> Bool {
    guard line > 0, !layout.lines[line - 1].isBlank else { return true }
    return text.byte(layout.lines[line - 1].content.upperBound - 1) == .fullStop
  }

  /// The head of an entry: a surname, a comma, and first names or initials, with `:`, `.`, `,` or `(` behind.
  private func head(at start: Int) -> (end: Int, isSure: Bool)? {
    guard text[start].isUpper || text[start] == .asterisk || text[start].isHigh else { return nil }
    let isNamePart = { (byte: UInt8) in
      byte.isLetter || byte.isHigh || byte == .hyphen || byte == .apostrophe
    }
    let surname = text.skip(from: start, while: { isNamePart($0) || $0 == .asterisk })
    guard surname - start > 1, text.byte(surname) == .comma, text.byte(surname + 1) == .space
    else { return nil }
    var at = surname + 2
    var isInitial = false
    for _ in 0..<5 {
      guard text.byte(at).isUpper || text.byte(at).isHigh || Self.isParticle(at, text) else {
        return nil
      }
      let end = text.skip(from: at, while: isNamePart)
      guard end > at else { return nil }
      isInitial = end - at <= 2 && text.byte(end) == .fullStop
      switch text.byte(end) {
      case UInt8(ascii: ":"): return (end, true)
      case .comma, .openBracket: return (end, isInitial)
      case .fullStop where !isInitial: return (end, text.byte(end + 1).isWhite)
      case .fullStop:
        at = end + 1
        if text.byte(at) == .comma || text.byte(at) == UInt8(ascii: ":") { return (at, true) }
        if text.byte(at).isUpper { continue }
        if text.byte(at).isBlank { at += 1 }
        if text.byte(at) == .openBracket || at >= text.count { return (at, true) }
        // `Carr, E. H. The Interregnum`
        let next = text.skip(from: at, while: isNamePart)
        if next - at > 2, text[at].isUpper { return (at, true) }
      case .space:
        if text.byte(end + 1) == .openBracket { return (end, isInitial) }
        at = end + 1
      default: return nil
      }
    }
    return nil
  }

  private static func isParticle(_ at: Int, _ text: Text) -> Bool {
    text.has("de", at: at) || text.has("von", at: at) || text.has("van", at: at)
  }

  /// Whether the year of a book follows: `London, 1936`, `(Moscow 1960)`, `12 (1923)`; but not `August 1934`.
  private func hasYear(from start: Int, line: Int) -> Bool {
    var last = line
    while last + 1 < layout.lines.count, last - line < Self.entryLines,
      !layout.lines[last + 1].isBlank
    {
      last += 1
    }
    let end = Swift.min(layout.lines[last].content.upperBound, start + Self.entryLength)
    var at = start
    while at + 4 <= end {
      guard text[at].isDigit else {
        at += 1
        continue
      }
      let stop = text.skip(from: at, to: end, while: \.isDigit)
      if stop - at == 4, text.has("1", at: at) || text.has("20", at: at),
        isBesidePublisher(at), !text.byte(stop).isLetter
      {
        return true
      }
      at = stop
    }
    return false
  }

  private func isBesidePublisher(_ year: Int) -> Bool {
    let end = text.skipBack(from: year, while: \.isWhite)
    let before = text.byte(end - 1)
    if before == .comma || before == .openBracket || before == UInt8(ascii: ":") { return true }
    let start = text.skipBack(from: end) { $0.isLetter || $0.isHigh }
    return start < end && text[start].isUpper
      && !Self.months.contains(text.string(start..<end))
  }

  private static let months: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept",
    "Oct", "Nov", "Dec", "In", "By", "Since", "Until", "From",
  ]
}
