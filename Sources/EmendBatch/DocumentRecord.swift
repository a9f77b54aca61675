import Emend
import GRDB

/// What the ledger knows of a text.
struct DocumentRecord: Codable, FetchableRecord, PersistableRecord, Sendable {
  static let databaseTableName = "document"

  enum State: String, Codable { case clean, failed }

  /// The path below the output folder (see `PathText`).
  var name: String
  /// Where the text was read, as the user named it.
  var input: String
  var run: Int64
  var state: State
  /// Why there is no clean text.
  var error: String?
  var inputBytes: Int?
  var inputHash: String?
  /// See `FileStamp.ofInput`.
  var inputStamp: String?
  /// What the result depends on besides the text: program, rules, options.
  var settings: String
  var outputHash: String?
  var outputStamp: String?
  /// The hash of an output that is about to be put into its place.
  var pendingHash: String?
  var journalStamp: String?
  var charset: String?
  var applied = 0
  var left = 0
  var wordsBefore = 0
  var knownBefore = 0
  var wordsAfter = 0
  var knownAfter = 0
  var milliseconds = 0
  /// Seconds since 1970.
  var finished = 0

  var before: TextQuality { TextQuality(words: wordsBefore, known: knownBefore) }
  var after: TextQuality { TextQuality(words: wordsAfter, known: knownAfter) }
}

/// How often a rule had something to say in a text.
struct EditCount: Codable, FetchableRecord, PersistableRecord, Sendable {
  static let databaseTableName = "editCount"

  var name: String
  var rule: String
  var sure: String
  var applied: Int
  var left: Int
}

/// One start of the program.
struct RunRecord: Codable, FetchableRecord, MutablePersistableRecord, Sendable {
  static let databaseTableName = "run"

  var id: Int64?
  var started: Int
  var ended: Int?
  var version: String
  var arguments: String
  var settings: String
  /// `nil` while it runs, and for ever where it was killed.
  var outcome: String?

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}
