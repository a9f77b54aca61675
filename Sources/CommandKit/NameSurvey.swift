import Emend

/// Reads the names of some files.
package struct NameSurvey {
  package let authority: AuthorityFile?

  package init(authority: AuthorityFile?) { self.authority = authority }

  /// - Throws: `CommandError` for a file that cannot be read.
  package func read(_ files: [String]) throws -> NameConcordance {
    var concordance = NameConcordance(authority: authority ?? .standard)
    for file in files { try read(file, into: &concordance) }
    return concordance
  }

  private func read(_ file: String, into concordance: inout NameConcordance) throws {
    let input = try Input(path: file)
    var options = Cleaner.Options()
    options.names.authority = authority
    options.names.manner = .concordance
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
        bytes.append(contentsOf: chunk)
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
    let bytes = try Input(path: path).readAll()
    let table = TextTable(path: path, text: bytes)
    if let row = table.rows.first(where: { $0[0].isEmpty || $0.columns.count < 5 }) {
      throw CommandError(
        "\(path):\(row.line): has no heading and variants; columns are divided by TAB")
    }
    self.init(adding: table)
  }
}
