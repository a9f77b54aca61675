import Emend

/// One file on its way through the filter.
struct CleanRun {
  let command: CleanCommand
  let cleaner: Cleaner
  let output: Output

  /// Cleans a file and writes what the command asks for.
  /// - Returns: whether the clean text differs from the source.
  func clean(_ path: String) throws -> Bool {
    let input = try Input(path: path)
    var isChanged = false
    let needsWhole = command.diff || command.explain
    var source = [UInt8]()
    var clean = [UInt8]()
    var entries = [JournalEntry]()
    let session = cleaner.session(
      output: { bytes in
        if command.diff {
          clean.append(contentsOf: bytes)
        } else if !command.check {
          try output.write(bytes)
        }
      },
      events: needsWhole || command.check
        ? { event in
          switch event {
          case .edit(let entry):
            if entry.isApplied { isChanged = true }
            if command.explain { entries.append(entry) }
          case .charset: isChanged = true
          default: break
          }
        } : nil)
    try input.forEachChunk { chunk in
      if needsWhole { source.append(contentsOf: chunk) }
      try session.feed(chunk)
    }
    try session.finish()
    return isChanged
  }
}
