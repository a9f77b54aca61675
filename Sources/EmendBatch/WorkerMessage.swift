import Foundation
import SystemPackage

/// What a run and its workers say to each other: a line of JSON each.
enum WorkerMessage {
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

extension WorkerMessage.Request {
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
