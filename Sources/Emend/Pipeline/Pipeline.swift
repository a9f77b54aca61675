/// Propose, decide, apply: the only place where text changes.
struct Pipeline: Sendable {
  let stages: [any Stage]
  let policy: Policy
  let lexicon: Lexicon
  /// Words that the user says are right.
  var words = WordList.none

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
    /// Whether the windows before ended in lines that are closed to all stages.
    var isClosed = false
    /// Pages so far.
    var pages = 0
    /// Bytes that each stage has put out so far, by the stage's place in the order.
    var produced = [Int](repeating: 0, count: StageID.allCases.count)

    /// The edits of the last window, by stage: as many are likely in the next, and what grows is copied.
    var proposed = [Int](repeating: 0, count: StageID.allCases.count)

    init(lexicon: Lexicon, words: WordList) {
      evidence = DocumentEvidence(for: lexicon)
      for word in words.words { evidence.counts.add(listed: WordHash.of(word), lexicon: lexicon) }
    }
  }

  /// Runs all stages over one window of UTF-8 that may hold invalid bytes.
  ///
  /// - Parameters:
  ///   - isBinary: whether it holds no text: then only the stage `bytes` runs, and nothing is learnt.
  ///   - origin: maps bytes of the window to bytes of the source file.
  ///   - wantsEntries: whether anybody reads the journal; the text is the same.
  func run(
    _ input: consuming Text, isBinary: Bool, origin: SourceMap, progress: inout Progress,
    wantsEntries: Bool
  ) -> Result {
    var text = consume input
    // Only readers' decisions ask for the text as it was: who else held it had one more in memory.
    let source = policy.decisions == nil ? nil : text
    var closed = ClosedLines(of: text, isClosed: progress.isClosed)
    var revisions: [Revision] = []
    var entries: [JournalEntry] = []
    var pages: [PageEntry] = []
    var notices: [String] = []
    let least = wantsEntries ? .doubtful : policy.least
    // Structure of the text as it is; dropped when a stage changes it.
    var window: Window?
    var hasLearnt = false
    progress.isClosed = closed.staysClosed
    for id in StageID.allCases {
      if isBinary, id != .bytes {
        progress.produced[id.order] += text.count
        continue
      }
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
        edits.reserveCapacity(progress.proposed[id.order])
        stage.propose(for: current, into: &edits)
        progress.proposed[id.order] = edits.count
        notices += current.notices
        current.notices = []
        if wantsEntries, id == .furniture {
          pages = current.pageTable(after: progress.pages) { span in
            origin.source(of: revisions.reversed().reduce(span) { $1.oldSpan(of: $0) })
          }
          progress.pages += pages.count
          notices += NoteRegister(pages: pages).notices()
        }
        guard !edits.isEmpty else { continue }
        if !edits.indices.dropFirst().allSatisfy({
          edits[$0 - 1].span.lowerBound <= edits[$0].span.lowerBound
        }) {
          edits.sort {
            ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
          }
        }
        let verdicts =
          source.flatMap { [text, revisions] source in
            policy.decisions?.verdicts(on: edits, in: text, source: source) { span in
              revisions.reversed().reduce(span) { $1.oldSpan(of: $0) }
            }
          } ?? []
        let isBarred: ((Edit) -> Bool)? =
          closed.isEmpty && words.isEmpty
          ? nil
          : {
            (closed.hold($0) && $0.rule != "bytes/invalid") || words.forbids($0, in: text)
          }
        let outcomes = policy.decide(edits, verdicts: verdicts, isBarred: isBarred)
        // By their places: to copy an edit takes longer than to apply it.
        let applied = edits.indices.filter { outcomes[$0] == .applied }
        let revision = Revision(applied, of: edits)
        // The journal tells what was removed; else nobody holds the text, and it is changed where it lies.
        let old = wantsEntries ? text : nil
        if !applied.isEmpty {
          let rejoined = current.rejoined
          // Before the learning there is nothing to carry on.
          let carried = hasLearnt ? Window.Carried(consume current, over: revision) : nil
          window = nil
          // The window had the counts as well: they were copied.
          progress.evidence.counts.add(rejoined, lexicon: lexicon)
          text.apply(revision, of: applied, among: edits)
          window = carried.map { Window($0, to: text, evidence: progress.evidence) }
        }
        if let old {
          let base = progress.produced[id.order]
          for (edit, outcome) in zip(edits, outcomes) {
            let source = revisions.reversed().reduce(edit.span) { $1.oldSpan(of: $0) }
            let new = revision.newSpan(of: edit.span)
            entries.append(
              JournalEntry(
                stage: id, rule: edit.rule, source: origin.source(of: source),
                at: base + new.lowerBound, removed: Array(old[edit.span]),
                inserted: edit.replacement, confidence: edit.confidence, evidence: edit.evidence,
                outcome: outcome))
          }
        }
        if !applied.isEmpty {
          revisions.append(revision)
          if !closed.isEmpty {
            closed = ClosedLines(of: text, isClosed: closed.spans.first?.lowerBound == 0)
          }
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
    var surveyor = WordSurveyor(
      lexicon: lexicon, counts: progress.evidence.takeCounts(for: lexicon), counting: true)
    let survey = surveyor.survey(text)
    progress.evidence.counts = surveyor.counts
    progress.evidence.quotes.add(survey, of: text)
    progress.evidence.prose.add(survey, of: text)
    return Window(
      text: text, evidence: progress.evidence, lexicon: lexicon, isFirst: progress.isFirst,
      least: least, layout: layout, survey: survey)
  }
}
