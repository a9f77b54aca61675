/// The unit of work: a document as long as it fits, else a run of whole pages or paragraphs.
///
/// Structure is computed when a stage first asks for it.
public final class Window {
  public let text: Text
  /// What the document has shown so far, this window included.
  public let evidence: DocumentEvidence
  public let lexicon: Lexicon
  /// Whether the document starts with this window.
  public let isFirst: Bool
  /// The least confidence that matters to anybody: what is less sure would be neither applied nor
  /// reported, and need not be proposed.
  public let least: Confidence
  /// Whether anybody reads why an edit is proposed: only the journal has it, and that has all edits.
  var tellsWhy: Bool { least == .doubtful }

  /// The numbers that the pages print, once the stage `furniture` has fitted them.
  var folios: FolioSequence?

  /// The pages that the stage `furniture` found by their numbers alone.
  var folioPages: [(bytes: Range<Int>, folio: Int?)] = []
  /// Occurrences that the stage `hyphens` adds to the document's words, by their hashes: so a later
  /// stage has the same evidence as in a text that was never divided.
  var rejoined = WordCounts(limit: .max)
  /// What the stages have to tell of the window beside their edits.
  var notices: [String] = []

  private var surveyed: Survey?
  /// The survey of the text before the last revision, until that of the text is asked for.
  private var earlierSurvey: (survey: Survey, revision: Revision)?
  /// The layout of the text before the last revision, until that of the text is asked for.
  private var earlier: (layout: Layout, revision: Revision)?

  init(
    text: Text, evidence: DocumentEvidence, lexicon: Lexicon, isFirst: Bool,
    least: Confidence = .doubtful, layout: Layout? = nil, survey: Survey? = nil
  ) {
    self.text = text
    self.evidence = evidence
    self.lexicon = lexicon
    self.isFirst = isFirst
    self.least = least
    surveyed = survey
    if let layout {
      hasLayout = true
      self.layout = layout
    }
  }

  /// What need not be read again after a revision.
  struct Carried {
    let survey: Survey
    let layout: Layout?
    let revision: Revision
    let lexicon: Lexicon
    let isFirst: Bool
    let least: Confidence

    /// Lets the window go, so that nobody holds its text.
    init(_ window: consuming Window, over revision: Revision) {
      survey = window.survey
      layout = window.hasLayout ? window.layout : nil
      self.revision = revision
      lexicon = window.lexicon
      isFirst = window.isFirst
      least = window.least
    }
  }

  /// The window after a revision.
  convenience init(_ carried: Carried, to text: Text, evidence: DocumentEvidence) {
    self.init(
      text: text, evidence: evidence, lexicon: carried.lexicon, isFirst: carried.isFirst,
      least: carried.least)
    earlierSurvey = (carried.survey, carried.revision)
    earlier = carried.layout.map { ($0, carried.revision) }
  }

  public private(set) lazy var layout: Layout = {
    hasLayout = true
    guard let (layout, revision) = earlier else { return Layout(of: text) }
    earlier = nil
    return Layout(layout, revisedBy: revision, to: text)
  }()
  private var hasLayout = false

  public private(set) lazy var pages = Pages(of: text, layout: layout, evidence: evidence)

  public private(set) lazy var notes = NoteBlocks(of: text, layout: layout, pages: pages)

  /// The suspect words and symbols of the text as it is now.
  var survey: Survey {
    if let surveyed { return surveyed }
    let survey: Survey
    if let (old, revision) = earlierSurvey {
      earlierSurvey = nil
      survey = old.revised(by: revision, to: text, lexicon: lexicon, counts: evidence.counts)
    } else {
      var surveyor = WordSurveyor(
        lexicon: lexicon, counts: evidence.counts, counting: false)
      survey = surveyor.survey(text)
    }
    surveyed = survey
    return survey
  }

  /// How often the document writes a word, in any case, and what the lexicon says of it.
  func usage(of word: String) -> (count: Int, entry: Lexicon.Entry) {
    usage(of: WordHash.of(word))
  }

  func usage(of hash: UInt64) -> (count: Int, entry: Lexicon.Entry) {
    let slot = lexicon.slot(of: hash)
    return (evidence.counts.count(of: hash, slot: slot), lexicon.entry(inSlot: slot))
  }

  /// Asks for the memory that the usage of a word is in.
  func fetch(_ hash: UInt64) {
    lexicon.fetch(hash)
    evidence.counts.fetch(hash, firstSlot: lexicon.firstSlot(of: hash))
  }
}
