/// Gives each transliterated name that the authority file knows one spelling.
///
/// Running text is normalised; in quotations, titles and notes a variant may be evidence, and behind
/// `M.` or `Mr` it mostly is one: there an edit is only `likely`. `-ova` is not `-ov`: only forms
/// that the file lists are touched.
struct NameNormalisation: Stage {
  let id = StageID.names
  let options: NameOptions

  /// Parsed when a name is first asked for: at start it would cost more than all else.
  private var authority: AuthorityFile { .standard }
  private let romanisation: Romanisation?

  init(options: NameOptions) {
    self.options = options
    if case .scheme(let id) = options.spelling {
      romanisation = Romanisation(scheme: id)
    } else {
      romanisation = nil
    }
  }

  func propose(for window: Window, into edits: inout [Edit]) {
    var spellings: [String: (form: String, evidence: Evidence)] = [:]
    let places = NamePlaces(window)
    var end = 0
    // Words that were looked at and are as they should be, by their bytes with their case.
    var settled: Set<UInt64> = []
    for suspect in window.survey.suspects
    where suspect.kind != .single && suspect.range.lowerBound >= end
      && mayBeName(suspect.range, window.text)
    {
      let bytes = WordHash.of(window.text[suspect.range])
      let stands =
        !"'-".utf8.contains(window.text.byte(suspect.range.upperBound))
        && !window.text.byte(suspect.range.upperBound).isHigh
      if stands, settled.contains(bytes) { continue }
      guard let token = NameToken(around: suspect.range, in: window.text, authority) else {
        continue
      }
      end = token.span.upperBound
      let spelling: (form: String, evidence: Evidence)
      if let known = spellings[token.name.heading] {
        spelling = known
      } else {
        spelling = self.spelling(of: token.name, in: window)
        spellings[token.name.heading] = spelling
      }
      let replacement = token.dressed(spelling.form)
      guard replacement != window.text.string(token.span) else {
        if stands, token.span == suspect.range { settled.insert(bytes) }
        continue
      }
      edits.append(
        Edit(
          span: token.span, replacement: replacement, rule: rule,
          confidence: confidence(of: token, places, window), evidence: spelling.evidence))
    }
  }

  /// Whether the word, or the word without a plural s, begins a form of the authority file.
  private func mayBeName(_ range: Range<Int>, _ text: Text) -> Bool {
    guard text[range.lowerBound].isUpper || text[range.lowerBound].isHigh else { return false }
    if text[range].contains(where: \.isHigh) { return true }
    if authority.mayBegin(WordHash.folding(text[range])) { return true }
    return text[range.upperBound - 1] == UInt8(ascii: "s")
      && authority.mayBegin(WordHash.folding(text[range].dropLast()))
  }

  private var rule: RuleID {
    switch options.spelling {
    case .document: "names/document"
    case .scheme: "names/scheme"
    default: "names/authority"
    }
  }

  private func spelling(
    of name: AuthorityFile.Name, in window: Window
  ) -> (form: String, evidence: Evidence) {
    switch options.spelling {
    case .scheme(let id):
      guard let romanisation, !name.cyrillic.isEmpty else {
        return (name.heading, .authority(heading: name.heading))
      }
      return (romanisation.latin(name.cyrillic), .romanised(name.cyrillic, scheme: id))
    case .document:
      var best = (form: name.heading, count: window.usage(of: name.heading).count)
      for variant in name.variants {
        let count = window.usage(of: variant).count
        if count > best.count { best = (variant, count) }
      }
      return (best.form, .inDocument(best.form, count: best.count))
    case .authority, .off:
      return (name.heading, .authority(heading: name.heading))
    }
  }

  private func confidence(
    of token: NameToken, _ places: NamePlaces, _ window: Window
  ) -> Confidence {
    if places.isMarkedSic(token.span) { return .doubtful }
    guard window.evidence.prose.isEnglish else { return .likely }
    let place = places.place(of: token.span)
    guard options.places.contains(place) else { return .likely }
    return place == .text && places.hasForeignTitle(token.span) ? .likely : .certain
  }
}
