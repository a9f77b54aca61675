/// Restores the raised markers of notes that were read as signs, `neighbours".*`, `him".®`, `Union.'`, by the labels
/// of the notes at the foot of the page.
///
/// Where as many places above the notes look like markers as there are notes, each has its number.
struct RaisedMarkerRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  /// What stands for a marker behind a word: its bytes, and the number that digits make of them.
  private struct Site {
    let span: Range<Int>
    let number: Int?
  }

  init(_ passage: Passage) { self.passage = passage }

  /// Looks at all words of pages with notes, so it is for texts that are known to be misread.
  ///
  /// Measured on printed pages whose truth is known: of 43 one was wrong.
  /// - Complexity: O(*n*).
  func propose(into edits: inout [Edit]) {
    let notes = passage.window.notes
    let lines = passage.window.layout.lines
    let signs = hardSigns()
    if signs.isEmpty { return }
    var (start, next) = (0, 0)
    for block in notes.blocks {
      defer { start = block.upperBound }
      let numbers = notes.numbers(on: block)
      guard !numbers.isEmpty, start < block.lowerBound, block.lowerBound < lines.count,
        // `(2) Ibid`: such markers stand in brackets in the text as well.
        text[lines[block.lowerBound].contentStart] != .openBracket
      else { continue }
      let stretch = lines[start].start..<lines[block.lowerBound - 1].end
      // Nearly all pages have none: to look at each word takes longer than all else.
      while next < signs.count, signs[next] < stretch.lowerBound { next += 1 }
      guard next < signs.count, stretch.contains(signs[next]) else { continue }
      guard !hasMarkersInBrackets(stretch) else { continue }
      let sites = sites(in: stretch)
      guard sites.count == numbers.count,
        // One sign behind a word may be dirt.
        sites.count > 1 || !text.byte(sites[0].span.lowerBound - 1).isLetter,
        // What was read as another number of the page stands for itself.
        zip(sites, numbers).allSatisfy({ site, number in
          site.number.map { $0 == number || (!numbers.contains($0) && Self.isNear($0, number)) }
            ?? true
        })
      else { continue }
      for (site, number) in zip(sites, numbers) where site.number != number {
        edits.append(
          Edit(
            span: site.span, replacement: String(number), rule: "characters/note-marker",
            confidence: .certain, evidence: .sequence(expected: number)))
      }
    }
  }

  /// Where signs stand behind words that no print has there, in order.
  private func hardSigns() -> [Int] {
    passage.survey.marks.compactMap { mark in
      let at = Int(mark)
      let byte = text[at]
      guard byte == .asterisk || byte == UInt8(ascii: "^") || byte == 0xC2,
        !text.byte(at - 1).isWhite
      else { return nil }
      return byte != 0xC2 || Self.signsOfLatin.contains(text.byte(at + 1)) ? at : nil
    }
  }

  /// `in the town (2).`: whether the markers of some text stand in brackets, so that no sign is one.
  private func hasMarkersInBrackets(_ stretch: Range<Int>) -> Bool {
    var found = text.first("(", in: stretch)
    while let open = found {
      let close = text.skip(from: open + 1, to: open + 4, while: \.isDigit)
      if close > open + 1, text.byte(close) == .closeBracket { return true }
      found = text.first("(", in: open + 1..<stretch.upperBound)
    }
    return false
  }

  /// Whether one digit was read for another.
  private static func isNear(_ read: Int, _ printed: Int) -> Bool {
    let (read, printed) = (String(read).utf8, String(printed).utf8)
    return read.count == printed.count && zip(read, printed).count(where: { $0 != $1 }) == 1
  }

  /// Signs that no print sets behind a stop, `him".®`: a machine read them, where the page has notes.
  /// - Complexity: O(marks).
  func signs() -> Int {
    let notes = passage.window.notes
    guard !notes.blocks.isEmpty else { return 0 }
    return passage.survey.marks.count { mark in
      let at = Int(mark)
      return text[at] == 0xC2 && Self.signsOfLatin.contains(text.byte(at + 1))
        && ".,\"'".utf8.contains(text.byte(at - 1)) && text.byte(at + 2).isWhite
    }
  }

  /// The places behind words of a stretch where neither stops nor closing quotation marks explain what stands.
  private func sites(in stretch: Range<Int>) -> [Site] {
    var sites: [Site] = []
    // Where a quotation of either kind opened that no mark has closed.
    var (double, single): (Int?, Int?) = (nil, nil)
    var at = stretch.lowerBound
    while at < stretch.upperBound {
      guard !text[at].isWhite else {
        at += 1
        continue
      }
      // Nearly all are words without a mark.
      let letters = text.lettersEnd(from: at)
      if text.byte(letters).isWhite {
        at = letters + 1
        continue
      }
      let end = text.skip(from: letters, to: stretch.upperBound) { !$0.isWhite }
      let opening = text.skip(from: at, to: end) { $0 == .openBracket || $0 == UInt8(ascii: "[") }
      if let (kind, length) = quote(at: opening), opening + length < end {
        if kind == .quotationMark { double = opening } else { single = opening }
      }
      var tail = text.skipBack(from: end, to: at) { !$0.isLetter && !$0.isDigit }
      let digits = text.skipBack(from: tail, to: at, while: \.isDigit)
      // Digits behind letters or a stop may be a marker; a year is none.
      let isMarker = digits < tail && tail == end && digits > at && tail - digits <= 3
      if isMarker { tail = digits }
      if isMarker, !text.byte(tail - 1).isLetter {
        tail = text.skipBack(from: tail, to: at) { !$0.isLetter && !$0.isDigit }
        // `N530,8`
        if text.byte(tail - 1).isDigit { tail = at }
      }
      if tail > at, let site = site(tail..<end, &double, &single) { sites.append(site) }
      at = end
    }
    return sites
  }

  /// What is left of the signs behind a word without its stops and the marks that close a quotation.
  private func site(_ tail: Range<Int>, _ double: inout Int?, _ single: inout Int?) -> Site? {
    var at = tail.lowerBound
    guard
      text.byte(at - 1).isLower || text.byte(at - 1).isDigit || text.byte(at - 1) == .closeBracket
    else { return nil }
    var stops = 0
    while at < tail.upperBound {
      if let (kind, length) = quote(at: at) {
        let open = kind == .quotationMark ? double : single
        guard let open, at - open <= Self.reach else { break }
        if kind == .quotationMark { double = nil } else { single = nil }
        at += length
      } else if Self.stops.contains(text[at]), stops == 0 {
        stops += 1
        at += 1
      } else {
        break
      }
    }
    let span = at..<tail.upperBound
    guard !span.isEmpty, span.count <= Self.longest, isMisread(span) else { return nil }
    let digits = text[span]
    let isBehindMark = at > tail.lowerBound
    // `1923°`, `ig29`
    guard
      isBehindMark || text.byte(at - 1) == .closeBracket
        || passage.letters(around: at - 1).count >= Self.shortest
    else { return nil }
    if digits.allSatisfy(\.isDigit) {
      return Site(span: span, number: digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    // `do?!`, `teachers'`: behind a stop or a quotation no print has such marks.
    let isHard = span.contains { !Self.soft.contains(text[$0]) && text[$0] != 0xE2 }
    return isHard || (isBehindMark && !isOwnQuote(span, behind: text.byte(at - 1)))
      ? Site(span: span, number: nil) : nil
  }

  /// `evening,”`: a mark of the kind with which the text quotes may close what a misread one opened.
  private func isOwnQuote(_ span: Range<Int>, behind before: UInt8) -> Bool {
    guard Self.stops.contains(before), let (kind, length) = quote(at: span.lowerBound),
      length == span.count
    else { return false }
    return (kind == .apostrophe) == passage.evidence.quotes.quotesWithSingle
  }

  /// Whether bytes are signs that raised digits are read as, or digits.
  private func isMisread(_ span: Range<Int>) -> Bool {
    if text[span].allSatisfy(\.isDigit) { return true }
    var at = span.lowerBound
    while at < span.upperBound {
      if Self.signs.contains(text[at]) {
        at += 1
      } else if text[at] == 0xC2, Self.signsOfLatin.contains(text.byte(at + 1)) {
        at += 2
      } else if let (_, length) = quote(at: at) {
        at += length
      } else {
        return false
      }
    }
    return true
  }

  /// A quotation mark, straight or not: its kind, and how many bytes it has.
  private func quote(at offset: Int) -> (kind: UInt8, length: Int)? {
    let byte = text.byte(offset)
    if byte == .quotationMark || byte == .apostrophe { return (byte, 1) }
    guard byte == 0xE2, text.byte(offset + 1) == 0x80 else { return nil }
    return switch text.byte(offset + 2) {
    case 0x98...0x9A: (.apostrophe, 3)
    case 0x9C...0x9E: (.quotationMark, 3)
    default: nil
    }
  }

  private static let stops = ByteSet(".,;:?!".utf8)
  /// What raised digits are read as.
  private static let signs = ByteSet("*'\"!?^".utf8)
  /// Those that may stand behind a word for themselves; typographic ones begin with E2 80.
  private static let soft = ByteSet("'\"!?".utf8 + [0x80, 0x98, 0x99, 0x9A, 0x9C, 0x9D, 0x9E])
  /// The second bytes of ©, ®, ° and §.
  private static let signsOfLatin: [UInt8] = [0xA9, 0xAE, 0xB0, 0xA7]
  /// Letters of a word that a marker touches.
  private static let shortest = 3
  /// Bytes of what stands for three digits.
  private static let longest = 6
  /// Bytes over which a quotation is believed to stay open.
  private static let reach = 1_500
}
