import Foundation
import SystemPackage

/// A text that is to be cleaned, and where its clean text goes.
struct BatchJob: Sendable {
  let number: Int
  let input: FilePath
  /// The path below the output folder.
  let name: FilePath
  /// Bytes of the input when the run began.
  let size: Int
  let known: DocumentRecord?

  private var lastName: [UInt8] { name.lastComponent?.bytes ?? [] }

  var isCompressed: Bool { lastName.suffix(3).elementsEqual(".gz".utf8) }

  /// Whether it is JSON Lines by its name.
  var isLines: Bool {
    lastName.dropLast(isCompressed ? 3 : 0).suffix(6).elementsEqual(".jsonl".utf8)
  }

  func output(in settings: BatchSettings) -> FilePath { settings.output.pushing(name) }

  /// The journal beside the clean text. A name that would be too long is cut, with a number that keeps
  /// it apart from others.
  func journal(in settings: BatchSettings) -> FilePath {
    Self.journal(of: output(in: settings), isCompressed: settings.isJournalCompressed)
  }

  static func journal(of output: FilePath, isCompressed: Bool) -> FilePath {
    let ending = ".emend.jsonl" + (isCompressed ? ".gz" : "")
    var name = output.lastComponent?.bytes ?? []
    if name.count + ending.utf8.count > 255 {
      let hash = name.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
      name = Array(name.prefix(220)) + Array("~\(String(hash, radix: 16))".utf8)
    }
    return output.removingLastComponent().appending(byteName: name + Array(ending.utf8))
  }

  /// Where output and journal are written until they are complete.
  func partials(in settings: BatchSettings) -> (output: FilePath, journal: FilePath) {
    (
      settings.partial.appending("\(number).text"), settings.partial.appending("\(number).journal")
    )
  }
}

extension FilePath.Component {
  var bytes: [UInt8] {
    withPlatformString { name in
      unsafe UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
    }
  }
}
