import CAllocator
import CommandKit
import Emend
import SystemPackage

/// One file on its way through the filter.
struct CleanRun {
  let tasks: CleanTasks
  let cleaner: Cleaner
  let output: Output

  /// Cleans a file and writes what is asked for.
  /// - Returns: whether the clean text differs from the source.
  func clean(_ path: String) throws -> Bool {
    let input = try Input(path: path)
    try checkPlaces(of: input)
    let journal = try tasks.journal.map {
      try JournalFile(
        path: $0, options: tasks.arguments, all: tasks.journalAll)
    }
    defer { journal?.discard() }
    let report = tasks.explain ? makeReport(input.name) : nil

    var isChanged = false
    var charset: String?
    var source = [UInt8]()
    var clean = [UInt8]()
    let session = cleaner.session(
      output: { bytes in
        journal?.output(bytes)
        try report?.flush()
        if tasks.diff {
          clean.append(contentsOf: bytes)
        } else if !tasks.check {
          try output.write(bytes)
        }
      },
      events: journal == nil && report == nil && !tasks.diff && !tasks.check
        ? nil
        : { event in
          switch event {
          case .charset(let name, _, _):
            charset = name
            isChanged = true
          case .edit(let entry): if entry.isApplied { isChanged = true }
          case .tail: isChanged = true
          case .exceedsWindow, .notice, .page: break
          }
          try journal?.add(event)
          try report?.add(event)
        })
    var count = 0
    do {
      try input.forEachChunk { chunk in
        if count < Self.largeText, count + chunk.count >= Self.largeText {
          callocator_take_large_pages()
        }
        count += chunk.count
        journal?.source(chunk)
        report?.source(chunk)
        if tasks.diff { try input.hold(chunk, in: &source) }
        try session.feed(chunk)
        report?.forget()
      }
      try session.finish()
      try report?.finish()
    } catch let error as EmendError {
      throw CommandError("\(input.name): \(error)")
    }
    if tasks.diff { try writeDiff(source, clean, name: input.name, charset: charset) }
    // A journal stands for an output that was written.
    if journal != nil { try output.flush() }
    try journal?.commit()
    return isChanged
  }

  /// Bytes of a text that gains by large pages.
  private static let largeText = 1 << 20

  /// Refuses to read and write one file at the same time.
  private func checkPlaces(of input: Input) throws(CommandError) {
    let standardOutput = FileIdentity(of: .standardOutput)
    if !tasks.check, input.identity?.isSameFile(as: standardOutput) == true {
      throw CommandError("\(input.name): is also the output; write to another file")
    }
    guard let journal = tasks.journal, let place = FileIdentity(at: journal) else { return }
    if place.isSameFile(as: input.identity) {
      throw CommandError("\(journal): is the input; give the journal another name")
    }
    if place.isSameFile(as: standardOutput) {
      throw CommandError("\(journal): is also the output; give the journal another name")
    }
  }

  private func makeReport(_ name: String) -> EditReport {
    EditReport(
      name: name, all: tasks.journalAll, windowSize: cleaner.options.windowSize,
      output: Output(.standardError, name: "standard error"))
  }

  /// Compares texts, not charsets: a source in another one is decoded first.
  private func writeDiff(
    _ source: [UInt8], _ clean: [UInt8], name: String, charset: String?
  ) throws {
    var label = name
    var old = source
    if let charset {
      label += " (\(charset))"
      old = try Cleaner.decode(source)
    }
    var diff = UnifiedDiff(
      old: old, new: clean, oldLabel: label, newLabel: "\(name) (emended)")
    diff.colour = Terminal.wantsColour
    try diff.write { bytes in try output.write(Array(bytes)[...]) }
  }
}
