import Dispatch
import Emend
import EmendTestSupport
import Synchronization

/// Badly damaged documents, each cleaned once for all tests that look at them.
enum GeneratedCorpus {
  static let cleaner: Cleaner = {
    var options = Cleaner.Options()
    // Names are no damage.
    options.names.spelling = .off
    return Cleaner(options: options)
  }()

  static let cases: [GeneratedCase] = {
    let made = Mutex<[UInt64: GeneratedCase]>([:])
    DispatchQueue.concurrentPerform(iterations: size) { number in
      let document = DamageGenerator(rates: .badScan).document(
        seed: UInt64(number), paragraphs: 20)
      guard let run = try? CleaningRun(document.bytes, by: cleaner) else { return }
      let done = GeneratedCase(document: document, entries: run.entries, output: run.output)
      made.withLock { $0[document.seed] = done }
    }
    return made.withLock { $0.values.sorted { $0.document.seed < $1.document.seed } }
  }()

  /// Enough for more than 20,000 applied edits.
  static let size = 225
}
