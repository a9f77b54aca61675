/// The names of a window: those of the authority file, and words that look like a Russian name.
///
/// Only words that the survey noted are looked at, so that clean prose costs next to nothing.
struct FoundNames {
  private let window: Window
  private let authority: AuthorityFile
  private let isUsers: Bool

  /// Forms of names of the file, in text order.
  private(set) var known: [NameToken] = []
  /// Words with a Russian ending that the lexicon does not have, in text order.
  private(set) var unlisted: [(span: Range<Int>, ending: RussianEnding)] = []
  /// Other capitalised words that the lexicon does not have, long enough for a misread name; sought only
  /// where what is likely matters.
  private(set) var strangers: [Range<Int>] = []

  private var text: Text { window.text }

  /// - Parameter isUsers: whether the file is a user's, whose names the lexicon does not flag.
  init(_ window: Window, _ authority: AuthorityFile, isUsers: Bool) {
    self.window = window
    self.authority = authority
    self.isUsers = isUsers
  }

  /// How often each form of a known name occurs.
  var counts: NameCounts {
    var counts = NameCounts()
    for token in known { counts.add(text.string(token.span)) }
    return counts
  }

  mutating func read() {
    // Held: read through `self` they were copied for each word.
    let (text, authority) = (self.text, self.authority)
    var end = 0
    let suspects = isUsers ? capitalised() : window.survey.suspects
    known.reserveCapacity(suspects.count / 8)
    for suspect in SuspectsAhead(suspects, of: text) {
      let range = suspect.range
      if suspect.kind == .single || range.lowerBound < end { continue }
      let first = text[range.lowerBound]
      // Behind an apostrophe the rest of a name is small: `Ul'manis`.
      guard first.isUpper || first.isHigh || text.byte(range.lowerBound - 1) == .apostrophe else {
        continue
      }
      if Self.mayBeKnown(suspect, in: text, authority),
        let token = NameToken(around: range, in: text, authority)
      {
        end = token.span.upperBound
        known.append(token)
      } else if suspect.kind == .unknown {
        take(range, in: text, authority)
      }
    }
  }

  private mutating func take(
    _ word: Range<Int>, in text: Text, _ authority: AuthorityFile
  ) {
    var range = word
    var ending = RussianEnding(word, in: text)
    // `the Kuzmichevs`
    if ending == nil, text[word.upperBound - 1] == UInt8(ascii: "s"), word.count > 6,
      RussianEnding(word.lowerBound..<word.upperBound - 1, in: text) == .strong
    {
      range = word.lowerBound..<word.upperBound - 1
      ending = .strong
    }
    let seeksStrangers = window.least <= .likely
    guard ending != nil || seeksStrangers && range.count >= 6,
      NameToken.begins(range.lowerBound, in: text),
      NameToken.ends(range.upperBound, in: text)
    else { return }
    guard let ending else { return strangers.append(range) }
    if !authority.leaves(text.string(range)) { unlisted.append((range, ending)) }
    if seeksStrangers { strangers.append(range) }
  }

  /// Whether the word, or the word without a plural s, is part of a form of the authority file.
  private static func mayBeKnown(
    _ suspect: Suspect, in text: Text, _ authority: AuthorityFile
  ) -> Bool {
    if authority.mayHold(suspect.hash) { return true }
    let range = suspect.range
    return text.hasHigh(range)
      || text[range.upperBound - 1] == UInt8(ascii: "s")
        && authority.mayHold(text.hashFolding(range.dropLast()))
  }

  /// All words with a capital: a user's file may have names that are words of the lexicon.
  private func capitalised() -> [Suspect] {
    var words: [Suspect] = []
    var at = 0
    while at < text.count {
      let end = text.skipLetters(from: at, to: text.count)
      guard end > at else {
        at += text[at].isHigh ? Swift.max(1, text.scalar(at: at).length) : 1
        continue
      }
      if text[at].isUpper || text[at].isHigh, end - at > 1 {
        let hash = text.hash(at..<end)
        let isKnown = window.lexicon.entry(hash).isKnown
        words.append(
          Suspect(
            start: at, count: end - at, kind: isKnown ? .flagged : .unknown, hash: hash,
            isInLexicon: isKnown))
      }
      at = end
    }
    return words
  }
}
