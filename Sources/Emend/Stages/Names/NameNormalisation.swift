/// Gives each transliterated name one spelling: the one of the authority file, or for a name that it
/// lacks the one that the document uses most.
///
/// Running text is normalised; in quotations, titles and notes a variant may be evidence, and behind
/// `M.` or `Mr` it mostly is one: there an edit is only `likely`. `-ova` is not `-ov`: of known names only
/// forms that the file lists are touched, of others only forms that share a Cyrillic form.
struct NameNormalisation: Stage {
  let id = StageID.names
  let options: NameOptions
  private let spelling: NameSpelling
  /// What the collection writes of names that are in no file.
  private let corpus: [String: UnlistedNames.Choice]

  /// Parsed when a name is first asked for: at start it would cost more than all else.
  private var authority: AuthorityFile { options.authority ?? .standard }

  init(options: NameOptions) {
    self.options = options
    spelling = NameSpelling(options.spelling)
    if case .corpus(let counts) = options.spelling {
      corpus = CorpusChoices(counts, authority: options.authority ?? .standard).unlisted
    } else {
      corpus = [:]
    }
  }

  func propose(for window: Window, into edits: inout [Edit]) {
    var found = FoundNames(window, authority, isUsers: options.authority != nil)
    found.read()
    guard !found.known.isEmpty || !found.unlisted.isEmpty else { return }
    let places = NamePlaces(window)
    spellKnown(found, places, window, into: &edits)
    let rare = RareForms(found, authority, in: window.text)
    spellRare(rare, found, places, window, into: &edits)
    spellUnlisted(found, rare, places, window, into: &edits)
    if window.least <= .likely {
      mendMisread(found, places, window, into: &edits)
      mendForenames(found, places, window, into: &edits)
    }
    edits.sort { $0.span.lowerBound < $1.span.lowerBound }
  }

  // MARK: Names of the authority file

  private func spellKnown(
    _ found: FoundNames, _ places: NamePlaces, _ window: Window, into edits: inout [Edit]
  ) {
    var spellings: [String: NameSpelling.Spelt] = [:]
    let counts = spelling.needsCounts ? found.counts : NameCounts()
    let bearer = NameBearer(text: window.text)
    // Held: asked of the options it is copied.
    let authority = self.authority
    for token in found.known {
      // Most have it.
      if spelling.givesHeading, options.manner != .concordance, token.isHeading { continue }
      let name = authority.names[token.name]
      let written = window.text.string(token.span)
      let spelt = spellings[name.heading] ?? spelling.spelling(of: name, counts)
      spellings[name.heading] = spelt
      let form = NameToken.dressed(spelt.form, as: written)
      // Another bearer of the name may spell it as he likes.
      let isOther =
        form != written && bearer.isOther(at: token.span, than: name.forenames)
      add(
        token.span, form, spelling.rule, places, window, spelt.evidence,
        most: isOther ? .likely : spelt.most, into: &edits)
    }
  }

  /// Forms that the file does not have of names that it has.
  private func spellRare(
    _ rare: RareForms, _ found: FoundNames, _ places: NamePlaces, _ window: Window,
    into edits: inout [Edit]
  ) {
    guard !rare.isEmpty else { return }
    let counts = spelling.needsCounts ? found.counts : NameCounts()
    let bearer = NameBearer(text: window.text)
    for (span, _) in found.unlisted {
      let form = window.text.string(span)
      guard let (name, confidence) = rare.name(for: form) else { continue }
      let spelt = spelling.spelling(of: name, counts)
      // What the document uses most is not changed into what it uses less.
      if case .inDocument(_, let count) = spelt.evidence, count <= rare.count(of: form) { continue }
      let isOther = bearer.isOther(at: span, than: name.forenames)
      add(
        span, form.isCapitals ? spelt.form.uppercased() : spelt.form, spelling.rule,
        places, window, spelt.evidence,
        most: Swift.min(spelt.most, isOther ? .likely : confidence), into: &edits)
    }
  }

  // MARK: Names in no file

  private func spellUnlisted(
    _ found: FoundNames, _ rare: RareForms, _ places: NamePlaces, _ window: Window,
    into edits: inout [Edit]
  ) {
    let isConcordance = options.manner == .concordance
    let unlisted =
      rare.isEmpty
      ? found.unlisted
      : found.unlisted.filter { rare.name(for: window.text.string($0.span)) == nil }
    guard !unlisted.isEmpty, spelling.coversUnlisted || isConcordance else { return }
    var choices = corpus
    if choices.isEmpty {
      var names = UnlistedNames()
      for (span, ending) in unlisted { names.add(window.text.string(span), ending: ending) }
      choices = names.choices()
    }
    guard !choices.isEmpty || isConcordance else { return }
    for (span, _) in unlisted {
      let form = window.text.string(span)
      if let choice = choices[form.lowercased()] {
        let spelt = form.isCapitals ? choice.form.uppercased() : choice.form
        // A Pole keeps the Polish form.
        let most =
          NameBearer(text: window.text).isForeign(span) ? Confidence.doubtful : choice.confidence
        add(
          span, spelt, "names/document", places, window,
          .sameName(choice.cyrillic, as: choice.form, count: choice.count), most: most, into: &edits
        )
      } else if isConcordance {
        add(
          span, form, "names/document", places, window,
          .sameName("", as: form, count: 0), most: .doubtful, into: &edits)
      }
    }
  }

  // MARK: Misread names

  /// Forms that one confusion of letter shapes makes of a name that the text has elsewhere; never more
  /// than likely.
  private func mendMisread(
    _ found: FoundNames, _ places: NamePlaces, _ window: Window, into edits: inout [Edit]
  ) {
    guard !found.known.isEmpty, !found.strangers.isEmpty else { return }
    var misreadings: [UInt64: (name: AuthorityFile.Name, read: String, printed: String)] = [:]
    var seen: Set<String> = []
    let counts = spelling.needsCounts ? found.counts : NameCounts()
    for token in found.known {
      let form = window.text.string(token.span)
      guard form.utf8.count >= 6, seen.insert(form).inserted else { continue }
      ConfusionModel.english.forEachMisreading(of: Array(form.utf8)) { made, confusion in
        misreadings[WordHash.folding(made)] =
          (authority.names[token.name], confusion.read.string, confusion.printed.string)
      }
    }
    for span in found.strangers {
      guard let (name, read, printed) = misreadings[WordHash.folding(window.text[span])] else {
        continue
      }
      let form = window.text.string(span)
      let spelt = spelling.spelling(of: name, counts).form
      add(
        span, form.isCapitals ? spelt.uppercased() : spelt, "names/misread", places,
        window, .confusion(read, of: printed), most: .likely, into: &edits)
    }
  }

  /// First names that are one confusion away from those of the bearer whose surname follows.
  private func mendForenames(
    _ found: FoundNames, _ places: NamePlaces, _ window: Window, into edits: inout [Edit]
  ) {
    let bearer = NameBearer(text: window.text)
    for token in found.known {
      let forenames = authority.names[token.name].forenames
      guard !forenames.isEmpty, let word = bearer.unknownForename(token.span),
        !window.usage(of: WordHash.of(written: window.text[word])).entry.isKnown
      else { continue }
      let form = window.text.string(word)
      for forename in forenames {
        guard let meant = Forenames.standard.misreading(form, of: forename) else { continue }
        add(
          word, meant.form, "names/misread", places, window,
          .confusion(meant.read, of: meant.printed), most: .likely, into: &edits)
        break
      }
    }
  }

  // MARK: Edits

  private func add(
    _ span: Range<Int>, _ form: String, _ rule: RuleID, _ places: NamePlaces, _ window: Window,
    _ evidence: Evidence, most: Confidence, into edits: inout [Edit]
  ) {
    let isSame = form == window.text.string(span)
    if isSame, options.manner != .concordance { return }
    var edit = Edit(
      span: span, replacement: form, rule: rule, confidence: .doubtful, evidence: evidence)
    switch options.manner {
    case .replace:
      edit.confidence = Swift.min(most, confidence(at: span, places))
    case .annotate:
      let note = Array(" [\(form)]".utf8)
      let end = Swift.min(span.upperBound + note.count, window.text.count)
      // It has one already.
      if window.text[span.upperBound..<end].elementsEqual(note) { return }
      edit.span = span.upperBound..<span.upperBound
      edit.replacement = " [\(form)]"
      edit.confidence = Swift.min(most, confidence(at: span, places))
    case .report, .concordance: break
    }
    edits.append(edit)
  }

  private func confidence(at span: Range<Int>, _ places: NamePlaces) -> Confidence {
    if places.isMarkedSic(span) { return .doubtful }
    guard places.areEnglish else { return .likely }
    if places.isInDoubleName(span) || places.isFirm(span) { return .likely }
    let place = places.place(of: span)
    guard options.places.contains(place) else { return .likely }
    if options.places.contains(.quotations) { return .certain }
    return place == .text && places.hasForeignTitle(span) ? .likely : .certain
  }
}
