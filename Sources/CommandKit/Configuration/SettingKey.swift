import Emend

/// A setting: a key of `emend.toml`, and the option of the same name.
package struct SettingKey: Hashable, Sendable {
  package enum Section: String, CaseIterable, Sendable {
    /// What stands before any section: what every command that cleans takes.
    case cleaning = ""
    case batch
  }

  package enum Kind: Hashable, Sendable {
    case text
    /// One of these.
    case choice([String])
    case list
    /// Some of these.
    case choices([String])
    /// A path; in a configuration file from the folder of the file.
    case path
    case paths
    case flag
    /// A whole number from 1.
    case number
  }

  package let section: Section
  package let name: String
  package let kind: Kind
  /// What holds where nothing is said, as TOML; `nil` for nothing.
  package let standard: String?
  /// One sentence, for the schema.
  package let summary: String

  private init(
    _ name: String, _ kind: Kind, _ standard: String?, _ summary: String,
    section: Section = .cleaning
  ) {
    (self.name, self.kind, self.standard) = (name, kind, standard)
    (self.summary, self.section) = (summary, section)
  }

  /// As users write it: `batch.include`.
  package var path: String { section == .cleaning ? name : "\(section.rawValue).\(name)" }

  /// The default as the command line takes it.
  package var standardText: String? {
    standard.map { String($0.filter { !"[]\" ".contains($0) }) }
  }

  private static let stageNames = StageID.allCases.filter { $0 != .lines }.map(\.rawValue)

  package static let stages = SettingKey(
    "stages", .choices(stageNames),
    "[" + stageNames.map { "\"\($0)\"" }.joined(separator: ", ") + "]",
    "Run only these stages.")
  package static let skip = SettingKey(
    "skip", .choices(stageNames), "[]", "Leave these stages out.")
  package static let select = SettingKey(
    "select", .list, "[]", "Apply only these rules, by id or prefix.")
  package static let ignore = SettingKey(
    "ignore", .list, "[]", "Leave these rules out, by id or prefix.")
  package static let atLeast = SettingKey(
    "at-least", .choice(["certain", "likely", "doubtful"]), "\"certain\"",
    "Apply edits that are at least this sure.")
  package static let furniture = SettingKey(
    "furniture", .choice(["drop", "mark", "keep"]), "\"drop\"",
    "Take running heads, folios and download sheets out, mark them, or keep them.")
  package static let lines = SettingKey(
    "lines", .choice(["keep", "reflow"]), "\"keep\"",
    "Keep the lines, or give each paragraph one line.")
  package static let names = SettingKey(
    "names", .text, "\"authority\"",
    "Spell names by authority, document or corpus, by a scheme, cyrillic, or off.")
  package static let namesIn = SettingKey(
    "names-in", .choices(NameOptions.Place.allCases.map(\.rawValue)), "[\"text\"]",
    "Where a variant of a name is changed.")
  package static let namesAnnotate = SettingKey(
    "names-annotate", .choice(["text", "journal"]), nil,
    "Leave names, and put the normal form behind them, or into the journal alone.")
  package static let authority = SettingKey(
    "authority", .path, nil, "An authority file that wins over the standard one.")
  package static let lexicon = SettingKey(
    "lexicon", .path, nil, "A compiled lexicon in place of the program's own.")
  package static let words = SettingKey(
    "words", .path, nil, "A list of words that are right as they are written, one a line.")
  package static let decisions = SettingKey(
    "decisions", .path, nil, "Decisions about single edits, saved by the page of emend review.")

  package static let include = SettingKey(
    "include", .list, nil, "Take files from folders that match.", section: .batch)
  package static let exclude = SettingKey(
    "exclude", .list, "[]", "Leave out files and folders that match.", section: .batch)
  package static let gitignore = SettingKey(
    "gitignore", .flag, "true", "Leave out what a .gitignore leaves out.", section: .batch)
  package static let compress = SettingKey(
    "compress", .flag, "false", "Compress the journals.", section: .batch)
  package static let jsonl = SettingKey(
    "jsonl", .flag, "false", "Take files *.jsonl, too.", section: .batch)
  package static let field = SettingKey(
    "field", .text, "\"text\"", "The field with the text, for jsonl.", section: .batch)
  package static let pdf = SettingKey(
    "pdf", .flag, "false", "Take files *.pdf, too.", section: .batch)
  package static let images = SettingKey(
    "images", .flag, "false", "Take images, too.", section: .batch)
  package static let layout = SettingKey(
    "layout", .flag, "false", "Take hOCR and ALTO files, too.", section: .batch)
  package static let ocrLanguage = SettingKey(
    "ocr-language", .text, "\"eng\"", "The languages of the images, as tesseract calls them.",
    section: .batch)
  package static let timeLimit = SettingKey(
    "time-limit", .number, "600", "Seconds that pdftotext and tesseract get for a file.",
    section: .batch)
  package static let report = SettingKey(
    "report", .paths, "[]", "Write reports when all is done.", section: .batch)
  package static let verify = SettingKey(
    "verify", .flag, "false", "Compare the content of inputs with the last run.", section: .batch)
  package static let jobs = SettingKey(
    "jobs", .number, nil, "Clean this many texts at once; all cores unless given.",
    section: .batch)

  /// In the order in which they are shown.
  package static let all = [
    stages, skip, select, ignore, atLeast, furniture, lines, names, namesIn, namesAnnotate,
    authority, lexicon, words, decisions,
    include, exclude, gitignore, compress, jsonl, field, pdf, images, layout, ocrLanguage,
    timeLimit, report, verify, jobs,
  ]

  /// The keys of a section.
  package static func all(in section: Section) -> [SettingKey] {
    all.filter { $0.section == section }
  }
}
