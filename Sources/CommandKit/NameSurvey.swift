import Emend

/// Reads the names of some files.
package struct NameSurvey: Sendable {
  private var options: Cleaner.Options

  package init(authority: AuthorityFile?) {
    var options = Cleaner.Options()
    options.names.authority = authority
    self.init(options)
  }

  /// Reads the names of texts that are cleaned with these options.
  package init(_ options: Cleaner.Options) {
    self.options = options
    self.options.names.spelling = .authority
    self.options.names.manner = .concordance
  }

  private var concordance: NameConcordance {
    NameConcordance(authority: options.names.authority ?? .standard)
  }

  /// How often the files together write each form, whatever their order.
  /// - Throws: `CommandError` for a file that cannot be read.
  package func counts(of files: [String]) throws -> NameCounts {
    var counts = NameCounts()
    for file in files { counts.add(try self.counts(of: Input(path: file))) }
    return counts
  }

  /// How often a file writes each form.
  package func counts(of input: Input) throws -> NameCounts {
    var concordance = concordance
    try read(input, into: &concordance)
    return concordance.counts
  }

  /// How often the texts in a field of JSON Lines write each form.
  package func counts(ofLines input: Input, field: String) throws -> NameCounts {
    var concordance = concordance
    let lines = JSONLines(cleaner: Cleaner(options: options), field: field)
    var cutter = LineCutter()
    let take = { (line: ArraySlice<UInt8>, number: Int) in
      for case .edit(let entry) in try lines.clean(line, number: number).events {
        concordance.add(entry, file: input.name, line: number)
      }
    }
    try input.forEachChunk { try cutter.feed($0, take) }
    try cutter.finish(take)
    return concordance.counts
  }

  /// - Throws: `CommandError` for a file that cannot be read.
  package func read(_ files: [String]) throws -> NameConcordance {
    var concordance = concordance
    for file in files { try read(Input(path: file), into: &concordance) }
    return concordance
  }

  private func read(_ input: Input, into concordance: inout NameConcordance) throws {
    var entries: [JournalEntry] = []
    var cursor = SourceCursor()
    var bytes: [UInt8] = []
    let session = Cleaner(options: options).session(
      output: { _ in },
      events: { event in
        switch event {
        case .charset(let name, _, _): cursor.setCharset(name)
        case .edit(let entry) where entry.stage == .names: entries.append(entry)
        default: break
        }
      })
    do {
      try input.forEachChunk { chunk in
        try input.hold(chunk, in: &bytes)
        try session.feed(chunk)
      }
      try session.finish()
    } catch let error as EmendError {
      throw CommandError("\(input.name): \(error)")
    }
    cursor.feed(bytes[...])
    for entry in entries.sorted(by: { $0.source.lowerBound < $1.source.lowerBound }) {
      cursor.advance(to: entry.source.lowerBound)
      concordance.add(entry, file: input.name, line: cursor.line)
    }
  }
}

extension AuthorityFile {
  /// The standard file and a user's.
  package init(path: String) throws {
    let bytes = try Input(path: path).readAll(atMost: SizeLimit.table)
    let table = TextTable(path: path, text: bytes)
    if let row = table.rows.first(where: { $0[0].isEmpty || $0.columns.count < 5 }) {
      throw CommandError(
        "\(path):\(row.line): has no heading and variants; columns are divided by TAB")
    }
    self.init(adding: table)
  }
}
