import CommandKit
import Foundation

/// Tells on standard error how far a run is: a bar on a terminal, else a line now and then.
struct BatchProgress {
  private let files: Int
  private let bytes: Int
  private var doneFiles = 0
  private var doneBytes = 0
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant
  private let isTerminal = isatty(STDERR_FILENO) == 1

  init(files: Int, bytes: Int) {
    self.files = files
    self.bytes = bytes
    shown = start
  }

  mutating func add(_ bytes: Int) {
    doneFiles += 1
    doneBytes += bytes
  }

  mutating func show(edits: Int) {
    let now = ContinuousClock.now
    guard now - shown > (isTerminal ? .milliseconds(200) : .seconds(10)) else { return }
    shown = now
    let seconds = (now - start) / .seconds(1)
    let share = Double(doneBytes) / Double(max(1, bytes))
    let rate = Double(doneBytes) / max(0.001, seconds)
    var line = "\(doneFiles) of \(files) files, \(Int(share * 100)) %, "
    line += "\(Self.decimal(rate / 1e6)) MB/s, \(edits) edits"
    if rate > 0, share > 0 { line += ", \(Self.time(Double(bytes - doneBytes) / rate)) left" }
    if isTerminal {
      let width = 24
      let full = min(width, Int(share * Double(width)))
      let bar = String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
      StandardError.write("\r\u{1B}[K[\(bar)] \(line)")
    } else {
      StandardError.write("emend: \(line)\n")
    }
  }

  /// Takes the bar away.
  func end() {
    if isTerminal { StandardError.write("\r\u{1B}[K") }
  }

  var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  static func time(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return seconds >= 3600
      ? "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
      : "\(seconds / 60):\(two(seconds % 60))"
  }
}
