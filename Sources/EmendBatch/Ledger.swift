import CommandKit
import Foundation
import GRDB
import SystemPackage

/// The account of an output folder: which text became what, from what, by what.
///
/// SQLite with a write-ahead log: what is committed survives a kill and a power cut, and what is not
/// is done again.
final class Ledger: Sendable {
  static let name = "ledger.sqlite"

  private let database: DatabaseQueue

  /// - Throws: `CommandError` where the file is no ledger, or one of a later version.
  init(at path: FilePath, isReadOnly: Bool = false) throws(CommandError) {
    do {
      var configuration = Configuration()
      configuration.readonly = isReadOnly
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { database in
        if !isReadOnly {
          try database.execute(sql: "PRAGMA journal_mode = WAL")
          try database.execute(sql: "PRAGMA synchronous = FULL")
        }
      }
      database = try DatabaseQueue(path: path.string, configuration: configuration)
      let migrator = Self.migrator
      if isReadOnly {
        guard try database.read({ try migrator.hasCompletedMigrations($0) }) else {
          throw CommandError("\(path): is the ledger of another version of emend")
        }
      } else {
        try migrator.migrate(database)
      }
    } catch {
      throw Self.error(error, path)
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.create(table: "run") { table in
        table.autoIncrementedPrimaryKey("id")
        table.column("started", .integer).notNull()
        table.column("ended", .integer)
        table.column("version", .text).notNull()
        table.column("arguments", .text).notNull()
        table.column("settings", .text).notNull()
        table.column("outcome", .text)
      }
      try database.create(table: "document") { table in
        table.primaryKey("name", .text).notNull()
        table.column("input", .text).notNull()
        table.column("run", .integer).notNull()
        table.column("state", .text).notNull()
        table.column("settings", .text).notNull()
        for column in [
          "error", "inputHash", "inputStamp", "outputHash", "outputStamp", "pendingHash",
          "journalStamp", "charset",
        ] { table.column(column, .text) }
        table.column("inputBytes", .integer)
        for column in [
          "applied", "left", "wordsBefore", "knownBefore", "wordsAfter", "knownAfter",
          "milliseconds", "finished",
        ] { table.column(column, .integer).notNull() }
      }
      try database.create(table: "editCount", options: .withoutRowID) { table in
        table.primaryKey {
          table.column("name", .text)
          table.column("rule", .text)
          table.column("sure", .text)
        }
        table.column("applied", .integer).notNull()
        table.column("left", .integer).notNull()
      }
    }
    return migrator
  }

  /// All texts by path. (Strings would take names for equal that differ in composed letters.)
  func documents() throws(CommandError) -> [FilePath: DocumentRecord] {
    let all = try perform { try DocumentRecord.fetchAll($0) }
    return Dictionary(
      all.map { (PathText.path(of: $0.name), $0) }, uniquingKeysWith: { a, _ in a })
  }

  func counts() throws(CommandError) -> [EditCount] {
    try perform { try EditCount.fetchAll($0) }
  }

  func lastRun() throws(CommandError) -> RunRecord? {
    try perform { try RunRecord.order(Column("id").desc).fetchOne($0) }
  }

  func begin(_ run: RunRecord) throws(CommandError) -> Int64 {
    try write { database in
      var run = run
      try run.insert(database)
      return run.id ?? 0
    }
  }

  func end(_ run: Int64, outcome: String) throws(CommandError) {
    try write { database in
      try database.execute(
        sql: "UPDATE run SET ended = ?, outcome = ? WHERE id = ?",
        arguments: [Int(Date().timeIntervalSince1970), outcome, run])
    }
  }

  /// Notes which outputs are about to be put into their places, so that after a kill they are known as
  /// the program's own.
  func announce(_ documents: [DocumentRecord]) throws(CommandError) {
    guard !documents.isEmpty else { return }
    try write { database in
      for document in documents { try document.upsert(database) }
    }
  }

  /// Takes in what became of texts.
  func add(_ documents: [(DocumentRecord, [EditCount])]) throws(CommandError) {
    guard !documents.isEmpty else { return }
    try write { database in
      for (document, counts) in documents {
        try document.upsert(database)
        try database.execute(
          sql: "DELETE FROM editCount WHERE name = ?", arguments: [document.name])
        for count in counts { try count.insert(database) }
      }
    }
  }

  func close() { try? database.close() }

  private func perform<Value: Sendable>(
    _ body: (Database) throws -> Value
  ) throws(CommandError) -> Value {
    do { return try database.read(body) } catch { throw Self.error(error, FilePath(database.path)) }
  }

  private func write<Value: Sendable>(
    _ body: (Database) throws -> Value
  ) throws(CommandError) -> Value {
    do { return try database.write(body) } catch {
      throw Self.error(error, FilePath(database.path))
    }
  }

  private static func error(_ error: any Error, _ path: FilePath) -> CommandError {
    if let error = error as? CommandError { return error }
    let failure = error as? DatabaseError
    var reason = failure?.message ?? "\(error)"
    if failure?.resultCode == .SQLITE_CORRUPT || failure?.resultCode == .SQLITE_NOTADB {
      reason += "; move it away, and give --overwrite to clean all texts again"
    }
    return CommandError("\(path): the ledger cannot be used: \(reason)", endsRun: true)
  }
}
