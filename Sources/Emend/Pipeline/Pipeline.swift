/// Propose, decide, apply: the only place where text changes.
struct Pipeline: Sendable {
  let stages: [any Stage]
  let policy: Policy
  let lexicon: Lexicon

  /// A window that went through all stages.
  struct Result {
    var text: Text
    var entries: [JournalEntry]
    var pages: [PageEntry] = []
    var notices: [String] = []
  }

  /// What a run carries from window to window.
  struct Progress {
    var evidence: DocumentEvidence
    var isFirst = true
    /// Pages so far.
    var pages = 0
    /// Bytes that each stage has put out so far, by the stage's place in the order.
    var produced = [Int](repeating: 0, count: StageID.allCases.count)

    init(lexicon: Lexicon) {
      evidence = DocumentEvidence(for: lexicon)
    }
  }

  /// Runs all stages over one window of UTF-8 that may hold invalid bytes.
  ///
  /// - Parameters:
  ///   - origin: maps bytes of the window to bytes of the source file.
  ///   - wantsEntries: whether anybody reads the journal; the text is the same.
  func run(
    _ input: Text, origin: SourceMap, progress: inout Progress, wantsEntries: Bool
  ) -> Result {
    var text = input
    var revisions: [Revision] = []
    var entries: [JournalEntry] = []
    var pages: [PageEntry] = []
    var notices: [String] = []
    let least = wantsEntries ? .doubtful : policy.minimum
    // Structure of the text as it is; dropped when a stage changes it.
    var window: Window?
    var hasLearnt = false
    for id in StageID.allCases {
      if id != .bytes, !hasLearnt {
        window = learn(text, progress: &progress, least: least)
        hasLearnt = true
      }
      for stage in stages where stage.id == id {
        let current =
          window
          ?? Window(
            text: text, evidence: progress.evidence, lexicon: lexicon, isFirst: progress.isFirst,
            least: least)
        var edits: [Edit] = []
        stage.propose(for: current, into: &edits)
        if wantsEntries, id == .furniture {
          pages = current.pageTable(after: progress.pages) { span in
            origin.source(of: revisions.reversed().reduce(span) { $1.oldSpan(of: $0) })
          }
          progress.pages += pages.count
          notices = current.notices + NoteRegister(pages: pages).notices()
        }
        guard !edits.isEmpty else { continue }
        if !zip(edits, edits.dropFirst()).allSatisfy({ $0.span.lowerBound <= $1.span.lowerBound }) {
          edits.sort {
            ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
          }
        }
        let outcomes = policy.decide(edits)
        let applied =
          outcomes.allSatisfy { $0 == .applied }
          ? edits : zip(edits, outcomes).filter { $0.1 == .applied }.map(\.0)
        var revision = Revision.none
        var revised = text
        if !applied.isEmpty {
          (revised, revision) = Revision.apply(applied, to: text)
          // Before the learning there is nothing to carry on.
          window =
            hasLearnt
            ? Window(
              text: revised, evidence: progress.evidence, lexicon: lexicon,
              isFirst: progress.isFirst, least: least,
              survey: current.survey.revised(by: revision, to: revised, lexicon: lexicon)) : nil
        }
        if wantsEntries {
          let base = progress.produced[id.order]
          for (edit, outcome) in zip(edits, outcomes) {
            var source = edit.span
            for earlier in revisions.reversed() { source = earlier.oldSpan(of: source) }
            let new = revision.newSpan(of: edit.span)
            entries.append(
              JournalEntry(
                stage: id, rule: edit.rule, source: origin.source(of: source),
                at: base + new.lowerBound, removed: Array(text[edit.span]),
                inserted: edit.replacement, confidence: edit.confidence, evidence: edit.evidence,
                outcome: outcome))
          }
        }
        if !applied.isEmpty {
          revisions.append(revision)
          text = revised
        }
      }
      progress.produced[id.order] += text.count
    }
    progress.isFirst = false
    return Result(text: text, entries: entries, pages: pages, notices: notices)
  }

  /// The one fast pass before any stage edits.
  private func learn(
    _ text: Text, progress: inout Progress, least: Confidence
  ) -> Window {
    let layout = Layout(of: text)
    progress.evidence.lines.add(layout, of: text)
    var surveyor = WordSurveyor(lexicon: lexicon, counts: progress.evidence.counts, counting: true)
    let survey = surveyor.survey(text)
    progress.evidence.counts = surveyor.counts
    progress.evidence.quotes.add(survey, of: text)
    progress.evidence.prose.add(survey, of: text)
    return Window(
      text: text, evidence: progress.evidence, lexicon: lexicon, isFirst: progress.isFirst,
      least: least, layout: layout, survey: survey)
  }
}
