/// What a cleaning session tells of its work.
public enum CleaningEvent: Sendable {
  /// From this byte of the source on the text was converted from a charset other than UTF-8.
  case charset(name: String, source: Int, confidence: Int)
  /// The document is longer than a window: it was cleaned in parts.
  case exceedsWindow(size: Int)
  /// Something beside the edits that a reader should know: notes that are missing, a cap that was
  /// reached.
  case notice(String)
  /// A page of the source; those of a window come before its edits.
  case page(PageEntry)
  /// A proposal and what became of it.
  case edit(JournalEntry)
  /// Bytes at the end of a UTF-16 source that are no whole unit; they are in no output.
  case tail([UInt8])
}
