/// The first record of a journal: what wrote it, and how it was asked to.
public struct JournalHeader: Equatable, Sendable {
  /// The version of the schema that this library writes and reads.
  public static let currentSchema = 1

  public var schema: Int
  /// The version of Emend that cleaned the text.
  public var version: String
  /// The arguments of the command that shape the result.
  public var options: [String]

  public init(version: String, options: [String] = [], schema: Int = currentSchema) {
    self.schema = schema
    self.version = version
    self.options = options
  }
}
