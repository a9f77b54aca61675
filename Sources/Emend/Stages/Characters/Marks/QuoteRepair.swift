/// Restores single quotation marks that were read as `1`, `*`, `f`, `T`, `^`, `•`, `"`.
///
/// Works only in a document that quotes with single marks. Marks are paired in order: a misread
/// closing mark is certain where a quotation is open, a misread opening mark where the next mark
/// closes one. `33(27)1`, `1 March` and footnote markers have no partner and stay.
struct QuoteRepair {
  private let passage: Passage
  private var text: Text { passage.text }
  private var quotes: QuoteEvidence { passage.evidence.quotes }

  /// Bytes over which a quotation is believed to stay open.
  private static let reach = 2500

  init(_ passage: Passage) { self.passage = passage }

  func propose(into edits: inout [Edit]) {
    guard quotes.quotesWithSingle else { return }
    let reader = QuoteMarkReader(passage)
    let misread = reader.misreadMarks(apostrophes: &edits)
    guard !misread.isEmpty else { return }
    let marks = (reader.trueMarks() + misread).sorted { $0.span.lowerBound < $1.span.lowerBound }
    pair(marks, into: &edits)
  }

  private func pair(_ marks: [QuoteMark], into edits: inout [Edit]) {
    var open: QuoteMark?
    let setsMarkersInBrackets = setsMarkersInBrackets
    let onesAreMisread =
      !quotes.gluedDigitsAreMarkers && (quotes.gluedOnes >= 3 || setsMarkersInBrackets)
    let starsAreMisread = onesAreMisread || setsMarkersInBrackets
    for (index, mark) in marks.enumerated() {
      if let start = open, mark.span.lowerBound - start.span.lowerBound > Self.reach { open = nil }
      guard mark.isMisread else {
        open = mark.side == .opening ? mark : nil
        continue
      }
      switch mark.side {
      case .closing:
        let isPlural = open == nil && isPluralPossessive(mark.span)
        let isSure =
          open != nil || isPlural
          || (mark.isAlone
            && (text[mark.span.lowerBound] == .asterisk ? starsAreMisread : onesAreMisread))
        edits.append(edit(mark, isSure ? .certain : .likely, partner: open))
        if isSure { open = nil }
      case .opening:
        let next = marks[(index + 1)...].first
        let closes =
          next.map {
            $0.side == .closing && $0.span.lowerBound - mark.span.lowerBound <= Self.reach
          } ?? false
        // A lone 1 is a mark only where closing marks are read as ones, too.
        let isOne = text[mark.span.lowerBound] == UInt8(ascii: "1")
        if isOne, quotes.gluedOnes < (onesAreMisread ? 1 : 2) { continue }
        let isSure = open == nil && (closes || mark.isAlone)
        guard isSure || mark.isAlone else { continue }
        edits.append(edit(mark, isSure ? .certain : .likely, partner: closes ? next : nil))
        if isSure { open = mark }
      }
    }
  }

  /// `their country1 (1).`: whether the markers of notes stand in brackets before stops, so that a figure or an
  /// asterisk which touches a word is none.
  private var setsMarkersInBrackets: Bool {
    var count = 0
    for close in passage.closeBrackets {
      let stop = text.byte(close + 1) == .space ? close + 2 : close + 1
      guard ".,;:".utf8.contains(text.byte(stop)), text.byte(close - 1).isDigit,
        text.byte(close - 2) == .openBracket, text.byte(close - 3) == .space
      else { continue }
      count += 1
      if count == Self.fewestMarkers { return true }
    }
    return false
  }

  private static let fewestMarkers = 2

  /// `the Workers* and Peasants' Party`: an apostrophe behind a plural, where nothing is quoted.
  private func isPluralPossessive(_ mark: Range<Int>) -> Bool {
    text[mark.lowerBound] == .asterisk && text[mark.lowerBound - 1] == UInt8(ascii: "s")
      && passage.word(after: mark.upperBound).map { text[$0.lowerBound].isLower } ?? false
  }

  private func edit(_ mark: QuoteMark, _ confidence: Confidence, partner: QuoteMark?) -> Edit {
    let evidence: Evidence
    if let partner, passage.window.tellsWhy {
      let side =
        partner.side == .opening
        ? partner.span.lowerBound..<Swift.min(partner.span.upperBound + 12, text.count)
        : Swift.max(0, partner.span.lowerBound - 12)..<partner.span.upperBound
      let words = text.string(side).map { $0.isNewline ? " " : $0 }
      evidence = .pairedQuote(with: String(words))
    } else {
      evidence = .pattern("no word with it, a word without")
    }
    // `*1 have done`: the pronoun was misread as well.
    let isPronoun = text.byte(mark.span.upperBound - 1) == UInt8(ascii: "1") && mark.span.count == 2
    return Edit(
      span: mark.span, replacement: isPronoun ? "'I" : "'",
      rule: mark.side == .opening ? "characters/quote-opening" : "characters/quote-closing",
      confidence: confidence, evidence: evidence)
  }
}
