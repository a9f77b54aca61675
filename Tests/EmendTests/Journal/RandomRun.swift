import EmendTestSupport

@testable import Emend

/// A made-up run: random bytes in some charset, cut into windows, and random edits of all stages, of
/// which the real policy and revisions make entries as the pipeline does.
struct RandomRun {
  enum Form: String, CaseIterable {
    /// Any bytes, as a broken UTF-8 file has them.
    case bytes
    case windows1251 = "windows-1251"
    case utf16LE = "UTF-16LE"
    case utf16BE = "UTF-16BE"
  }

  var source: [UInt8] = []
  var clean: [UInt8] = []
  var entries: [JournalEntry] = []
  var charset: (name: String, source: Int)?
  var tail: [UInt8] = []

  init(_ form: Form, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let length = Int.random(in: 0...250, using: &random)
    source = (0..<length).map { _ in Self.byte(&random) }
    let text = decode(form, &random)
    var produced = [Int](repeating: 0, count: StageID.allCases.count)
    var start = 0
    while start < text.count {
      let end = min(text.count, start + Int.random(in: 20...200, using: &random))
      run(Text(text[start..<end]), &produced, &random)
      start = end
    }
  }

  /// Few different bytes, so that what an edit puts in may stand beside the same bytes.
  private static func byte(_ random: inout SeededGenerator) -> UInt8 {
    let usual: [UInt8] = [0x61, 0x62, 0x20, 0x0A, 0x2D, 0xC3, 0xA9, 0x22]
    return Int.random(in: 0..<4, using: &random) > 0
      ? usual.randomElement(using: &random)! : UInt8.random(in: 0...255, using: &random)
  }

  private mutating func decode(_ form: Form, _ random: inout SeededGenerator) -> [UInt8] {
    guard form != .bytes, let charset = Charset(name: form.rawValue) else { return source }
    var before = 0
    if form == .windows1251 {
      before = Int.random(in: 0...20, using: &random)
      source = (0..<before).map { _ in UInt8.random(in: 0x20..<0x7F, using: &random) } + source
    }
    self.charset = (charset.name, before)
    var text = Array(source[..<before])
    let done = charset.decode(source[before...], isLast: true, into: &text)
    tail = Array(source[(before + done)...])
    return text
  }

  private mutating func run(
    _ window: Text, _ produced: inout [Int], _ random: inout SeededGenerator
  ) {
    var text = window
    var revisions: [Revision] = []
    for stage in StageID.allCases {
      let edits = Self.edits(stage, in: text, &random)
      let outcomes = Policy(minimum: .likely).decide(edits)
      let applied = zip(edits, outcomes).filter { $0.1 == .applied }.map(\.0)
      let (revised, revision) = Revision.apply(applied, to: text)
      for (edit, outcome) in zip(edits, outcomes) {
        var span = edit.span
        for earlier in revisions.reversed() { span = earlier.oldSpan(of: span) }
        let at = produced[stage.order] + revision.newSpan(of: edit.span).lowerBound
        entries.append(
          JournalEntry(
            stage: stage, rule: edit.rule,
            source: min(span.lowerBound, source.count)..<min(span.upperBound, source.count),
            at: at, removed: Array(text.bytes[edit.span]), inserted: edit.replacement,
            confidence: edit.confidence, evidence: edit.evidence, outcome: outcome))
      }
      revisions.append(revision)
      text = revised
      produced[stage.order] += text.count
    }
    clean.append(contentsOf: text.bytes)
  }

  private static func edits(
    _ stage: StageID, in text: Text, _ random: inout SeededGenerator
  ) -> [Edit] {
    let words = ["", "", "a", "b", "ab", "\n", "- ", "\u{E9}", "\u{FFFD}", "e\u{301}", "\0\"\\"]
    let count = Int.random(in: 0...6, using: &random)
    let edits = (0..<count).map { i in
      let start = Int.random(in: 0...text.count, using: &random)
      let end = min(text.count, start + Int.random(in: 0...6, using: &random))
      let evidence: Evidence = i % 2 == 0 ? .inLexicon("example") : .pattern("made up")
      return Edit(
        span: start..<end, replacement: words.randomElement(using: &random)!,
        rule: RuleID("\(stage.rawValue)/rule-\(i)"),
        confidence: Confidence.allCases.randomElement(using: &random)!, evidence: evidence)
    }
    return edits.sorted {
      ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
    }
  }

  /// The journal that the writer makes of the run.
  func journal(all: Bool = false) -> [UInt8] {
    var bytes = [UInt8]()
    var writer = JournalWriter<Never>(all: all) { bytes.append(contentsOf: $0) }
    writer.begin(JournalHeader(version: "0.0.0", options: ["--at-least", "likely"]))
    for piece in Self.chunks(source) { writer.sourceBytes(piece) }
    if let charset {
      writer.charset(name: charset.name, source: charset.source, confidence: 90)
    }
    for entry in entries { writer.edit(entry) }
    for piece in Self.chunks(clean) { writer.outputBytes(piece) }
    if !tail.isEmpty { writer.tail(tail) }
    writer.finish()
    return bytes
  }

  private static func chunks(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    stride(from: 0, to: bytes.count, by: 37).map { bytes[$0..<min($0 + 37, bytes.count)] }
  }
}
