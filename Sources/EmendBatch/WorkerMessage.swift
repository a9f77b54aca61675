import Emend
import Foundation
import SystemPackage

/// What a run and its workers say to each other: a line of JSON each.
enum WorkerMessage {
  /// What a worker has to know before the first text.
  struct Setup: Codable {
    /// How often the collection writes each form of a name, with `--names corpus`.
    var names: [String: Int]?
  }

  /// Clean this text.
  struct Request: Codable {
    var number: Int
    var input: String
    var name: String
    var size: Int
    var known: DocumentRecord?
    var run: Int64
    var settings: String
  }

  /// What became of it.
  struct Answer: Codable {
    var record: DocumentRecord
    var counts: [EditCount]
    var endsRun: Bool
  }

  static func line(_ message: some Encodable) throws -> [UInt8] {
    Array(try JSONEncoder().encode(message)) + [0x0A]
  }

  static func read<Message: Decodable>(_ line: [UInt8]) throws -> Message {
    try JSONDecoder().decode(Message.self, from: Data(line))
  }
}

extension WorkerMessage.Setup {
  init(_ settings: BatchSettings) {
    if case .corpus(let counts) = settings.cleaner.options.names.spelling { names = counts.counts }
  }

  /// Gives settings that were made from the arguments what only the run knows.
  func complete(_ settings: inout BatchSettings) {
    guard let names else { return }
    var options = settings.cleaner.options
    options.names.spelling = .corpus(NameCounts(names))
    settings.cleaner = Cleaner(options: options)
  }
}

extension WorkerMessage.Request {
  /// - Parameter settings: the fingerprint of what the text's result depends on.
  init(_ job: BatchJob, run: Int64, settings: String) {
    self.init(
      number: job.number, input: PathText.text(of: job.input), name: PathText.text(of: job.name),
      size: job.size, known: job.known, run: run, settings: settings)
  }

  var job: BatchJob {
    BatchJob(
      number: number, input: PathText.path(of: input), name: PathText.path(of: name), size: size,
      known: known)
  }
}
