/// Why a file cannot be read as a journal, and on which line.
public struct JournalError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Problem: Equatable, Sendable {
    /// The line is not JSON; in words, with the byte of the line.
    case notJSON(String)
    case lineTooLong(limit: Int)
    case noHeader
    case noTrailer
    /// The schema of the journal, and the Emend that wrote it where that can be told.
    case unsupportedSchema(Int, writtenBy: String?)
    /// The line is no record that a journal has.
    case unknownRecord
    /// A header, charset, tail or trailer stands where none can, or for a second time.
    case misplaced(String)
    /// Another journal begins behind the trailer, as in that of a file of JSON Lines.
    case severalJournals
    case missingField(String)
    case unknownField(String)
    case wrongField(String, expected: String)
    /// The trailer counts something else than the journal holds.
    case wrongCount(of: String, counted: Int, found: Int)
  }

  public let file: String
  /// From 1; the line behind the last one where the journal breaks off.
  public let line: Int
  public let problem: Problem

  public var description: String { "\(file):\(line): \(what)" }

  private var what: String {
    switch problem {
    case .notJSON(let error):
      "\(error); restore needs the journal as it was written"
    case .lineTooLong(let limit):
      "the line is longer than \(limit) bytes; restore needs the journal as it was written"
    case .noHeader:
      "no journal header; give the file that --journal wrote"
    case .noTrailer:
      "the journal breaks off; clean the source again to get a whole one"
    case .unsupportedSchema(let schema, let version):
      "schema \(schema) is not known, only \(JournalHeader.currentSchema);"
        + " use emend \(version ?? "as it was when the journal was written")"
    case .unknownRecord:
      "no such record; a journal has header, charset, edit, page, tail64, notice and trailer"
    case .misplaced(let record):
      "a \(record) cannot stand here; restore needs the journal as it was written"
    case .severalJournals:
      "another journal begins here, as for each line of JSON Lines; give one of them, and its text"
    case .missingField(let name):
      "\"\(name)\" is missing; restore needs the journal as it was written"
    case .unknownField(let name):
      "\"\(name)\" is not known here; restore needs the journal as it was written"
    case .wrongField(let name, let expected):
      "\"\(name)\" must be \(expected); restore needs the journal as it was written"
    case .wrongCount(let what, let counted, let found):
      "the trailer counts \(counted) \(what), the journal has \(found);"
        + " restore needs the journal as it was written"
    }
  }
}
