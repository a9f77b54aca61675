import EmendTestSupport
import Foundation
import Synchronization

@testable import Emend

/// A generated document as a file holds it, and what became of it.
struct GeneratedSource: Sendable {
  let number: Int
  let source: [UInt8]
  let run: CleaningRun

  static let cleaner = GeneratedCorpus.cleaner

  /// How many there are: `EMEND_DOCUMENTS` says so, else a few.
  static let count =
    ProcessInfo.processInfo.environment["EMEND_DOCUMENTS"].flatMap { Int($0) } ?? 40

  /// Cleaned by eight threads; some in another charset, with other line ends, or with broken characters.
  static let all: [GeneratedSource] = {
    let made = Mutex<[Int: GeneratedSource]>([:])
    let group = DispatchGroup()
    for first in 0..<8 {
      group.enter()
      Thread {
        defer { group.leave() }
        for number in stride(from: first, to: count, by: 8) {
          let source = bytes(number)
          guard let run = try? CleaningRun(source, by: cleaner) else { continue }
          made.withLock {
            $0[number] = GeneratedSource(number: number, source: source, run: run)
          }
        }
      }.start()
    }
    group.wait()
    return made.withLock { made in made.sorted { $0.key < $1.key }.map(\.value) }
  }()

  /// Seeds that `GeneratedCorpus` does not use.
  static func document(_ number: Int, _ rates: DamageRates = .badScan) -> DamagedDocument {
    DamageGenerator(rates: rates).document(
      seed: UInt64(10_000 + number), paragraphs: 2 + number % 11)
  }

  private static func bytes(_ number: Int) -> [UInt8] {
    let document = document(number)
    switch number % 6 {
    case 1: return Array(document.text.replacing("\n", with: "\r\n").utf8)
    case 2:
      // The byte order mark says that the text is UTF-8, broken or not.
      var bytes = [0xEF, 0xBB, 0xBF] + document.bytes
      for at in stride(from: bytes.count - 1, to: 3, by: -400) {
        bytes.insert(contentsOf: [[0xFF], [0xE2, 0x80], [0xC3]][at % 3] as [UInt8], at: at)
      }
      return bytes
    case 4:
      return Charset(name: "UTF-16LE")?.encode([0xEF, 0xBB, 0xBF] + document.bytes[...]) ?? []
    default: return document.bytes
    }
  }

  /// Keeps the text of a failure, so that it can be tried by itself.
  /// - Returns: where it is.
  static func kept(_ bytes: [UInt8], _ number: Int) -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "emend-generated-\(number).txt")
    try? Data(bytes).write(to: file)
    return file.path
  }

  /// Tries all documents on all processors, and prints how many there were and how many failed.
  /// - Parameter check: tells what is wrong with a document; `nil` if nothing is.
  /// - Returns: what was told, in the order of the documents.
  static func failures(
    of property: String, _ check: @Sendable (GeneratedSource) throws -> String?
  ) -> [String] {
    let told = Mutex<[Int: String]>([:])
    DispatchQueue.concurrentPerform(iterations: all.count) { index in
      let document = all[index]
      let failure: String?
      do { failure = try check(document) } catch { failure = "\(error)" }
      if let failure {
        let place = kept(document.source, document.number)
        told.withLock { $0[document.number] = "\(place): \(failure)" }
      }
    }
    let failures = told.withLock { told in told.sorted { $0.key < $1.key }.map(\.value) }
    print("property: \(property): \(all.count) documents, \(failures.count) fail")
    for failure in failures { print("  \(failure)") }
    return failures
  }
}
