import CScan
import Emend
import EmendTestSupport
import ToolSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `EmendBenchmark FILE…`: the speed of each part on each file, in MB a second of processor time (best
/// of five runs). `EmendBenchmark --generate BYTES` writes damaged text that does not repeat, `--generate-scan BYTES` one
/// with as much damage as scans of theses and articles have.
///
/// `Scripts/bench` compares the whole command with other programs; this shows where its time goes.
@main struct EmendBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let rates: [String: DamageRates] = ["--generate": .badScan, "--generate-scan": .scan]
    if let rates = arguments.first.flatMap({ rates[$0] }),
      let size = arguments.last.flatMap({ Int($0) })
    {
      return generate(size, rates)
    }
    for path in arguments {
      let bytes = RequiredFile.bytes(of: path)
      print("\(path): \(bytes.count) bytes")
      let text = Text(bytes)
      measure("masks", bytes.count) { classify(text) }
      measure("lines", bytes.count) { Layout(of: text).lines.count }
      measure("survey, counting", bytes.count) { text.survey(counting: true) }
      measure("survey, not counting", bytes.count) { text.survey(counting: false) }
      for stage in StageID.allCases where stage != .lines {
        var options = Cleaner.Options()
        options.stages = [stage]
        try measure("stage \(stage.rawValue) and the learning before it", bytes.count) {
          try clean(bytes, options)
        }
      }
      try measure("all stages", bytes.count) { try clean(bytes, Cleaner.Options()) }
    }
  }

  /// One generated document behind the other, each from a seed of its own.
  private static func generate(_ size: Int, _ rates: DamageRates) {
    var left = size
    var seed: UInt64 = 0
    while left > 0 {
      seed += 1
      let bytes = DamageGenerator(rates: rates).document(seed: seed, paragraphs: 60).bytes
      let written = write(1, bytes, Swift.min(left, bytes.count))
      guard written > 0 else { exit(2) }
      left -= written
    }
  }

  private static func clean(_ bytes: [UInt8], _ options: Cleaner.Options) throws -> Int {
    var count = 0
    let session = Cleaner(options: options).session(output: { count += $0.count })
    try session.feed(bytes)
    try session.finish()
    return count
  }

  private static func classify(_ text: Text) -> Int {
    var masks = [cscan_masks](repeating: cscan_masks(), count: 64)
    var sum: UInt64 = 0
    text.withBytes { base, count in
      var block = 0
      while (block + 64) * 64 <= count {
        unsafe cscan_classify(base + block * 64, 64, &masks)
        sum &+= masks[63].letter
        block += 64
      }
    }
    return Int(truncatingIfNeeded: sum)
  }

  private static func measure(
    _ name: String, _ bytes: Int, _ body: () throws -> Int
  ) rethrows {
    var times: [Double] = []
    var result = 0
    for _ in 0..<5 {
      let start = now()
      result &+= try body()
      times.append(now() - start)
    }
    let best = times.min() ?? 1
    let speed = Double(bytes) / 1e6 / best
    let shown = speed >= 100 ? "\(Int(speed))" : "\(Double(Int(speed * 10)) / 10)"
    // The result is used, so that the work cannot be left out.
    print("  \(name): \(shown) MB/s\(result == 1 ? "" : " ")")
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
