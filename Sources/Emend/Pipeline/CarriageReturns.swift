/// Carriage returns as the only ends of lines, as the Macintosh wrote them.
///
/// The stages know line feeds. So in such a text both are exchanged before it is read, and again in what is written
/// and told: spans stay, and the journal has the bytes of the source.
enum CarriageReturns {
  private static let feed = UInt8.newline
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Whether carriage returns end the lines of a text, and line feeds none.
  /// - Complexity: O(*n*) up to the first line feed.
  static func endLines(of bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.contains(feed) && bytes.contains(carriageReturn)
  }

  /// Exchanges both from a place on.
  static func exchange(in bytes: inout [UInt8], from start: Int = 0) {
    for at in start..<bytes.count { bytes[at] = exchanged(bytes[at]) }
  }

  static func exchanged(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.map(exchanged) }

  /// An entry as it is told of the text with its own line ends.
  static func exchanged(_ entry: JournalEntry) -> JournalEntry {
    JournalEntry(
      stage: entry.stage, rule: entry.rule, source: entry.source, at: entry.at,
      removed: entry.removed.map(exchanged),
      inserted: String(decoding: entry.inserted.utf8.map(exchanged), as: UTF8.self),
      confidence: entry.confidence, evidence: entry.evidence, outcome: entry.outcome)
  }

  private static func exchanged(_ byte: UInt8) -> UInt8 {
    byte == feed ? carriageReturn : byte == carriageReturn ? feed : byte
  }
}
