import CScan

@testable import Emend

/// Bytes in: no crash, valid UTF-8 out, the same output and journal for other chunks and without vector
/// instructions, and the source back from both.
///
/// The first byte chooses options, the second the length of the chunks.
func fuzzText(_ input: [UInt8]) {
  var source = input
  let cleaner = TextVariant.all[source.takeChoice() % TextVariant.all.count]
  let chunk = 1 + source.takeChoice() % 67
  let whole = run(source, by: cleaner, chunk: max(1, source.count))
  cscan_limit(Int32(CSCAN_PORTABLE))
  let pieces = run(source, by: cleaner, chunk: chunk)
  cscan_limit(Int32(CSCAN_AVX512))
  require(whole.isRefused == pieces.isRefused, "chunks decide whether a charset is known")
  guard !whole.isRefused else { return }
  require(whole.output.isValidUTF8, "the output is no UTF-8")
  require(whole.output == pieces.output, "chunks or instructions change the output")
  // The source's hash is made of chunks, too, but must not show it.
  require(whole.journal == pieces.journal, "chunks or instructions change the journal")
  do {
    let records = try JournalReader.read(whole.journal, file: "journal")
    let restored = try Restorer.restore(clean: whole.output, journal: records)
    require(restored == source, "what is restored is not the source")
  } catch {
    fatalError("not restored: \(error)")
  }
}

private struct TextRun {
  var output: [UInt8] = []
  var journal: [UInt8] = []
  var isRefused = false
}

private func run(_ source: [UInt8], by cleaner: Cleaner, chunk: Int) -> TextRun {
  var result = TextRun()
  var journal = JournalWriter<Never>(all: true) { unsafe result.journal.append(contentsOf: $0) }
  journal.begin(JournalHeader(version: "0"))
  let session = cleaner.session(
    output: {
      result.output += $0
      journal.outputBytes($0)
    },
    events: { journal.record($0) })
  do {
    for start in stride(from: 0, to: source.count, by: chunk) {
      let piece = source[start..<min(start + chunk, source.count)]
      journal.sourceBytes(piece)
      try session.feed(piece)
    }
    try session.finish()
  } catch {
    result.isRefused = true
  }
  journal.finish()
  return result
}

/// Cleaners with different options, made once.
private enum TextVariant {
  static let all: [Cleaner] = [
    cleaner { _ in },
    cleaner { $0.policy.minimum = .likely },
    cleaner { $0.policy.minimum = .doubtful },
    cleaner {
      $0.policy.minimum = .doubtful
      $0.lines = .reflow
      $0.stages.insert(.lines)
      $0.windowSize = 700
    },
    cleaner {
      $0.furniture = .mark
      $0.windowSize = 300
    },
    cleaner {
      $0.names.spelling = .scheme("ala-lc")
      $0.names.places = Set(NameOptions.Place.allCases)
      $0.names.manner = .annotate
    },
    cleaner {
      $0.names.spelling = .cyrillic
      $0.policy.minimum = .likely
      $0.windowLines = 5
    },
    cleaner {
      $0.names.spelling = .document
      $0.furniture = .keep
      $0.policy.ignore = ["hyphens", "characters/confusion"]
    },
  ]

  private static func cleaner(_ change: (inout Cleaner.Options) -> Void) -> Cleaner {
    var options = Cleaner.Options()
    change(&options)
    return Cleaner(options: options)
  }
}
