/// Why a source cannot be restored from a clean text and a journal.
public enum RestoreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The journal has no trailer.
  case incomplete
  /// The clean text is not the one that the journal was written with.
  case foreignText(length: Int, expected: Int)
  /// An edit cannot be undone; `at` counts bytes of the text that its stage produced.
  case badEdit(rule: String, at: Int, why: String)
  case unknownCharset(String)
  /// The text does not go back into the charset, or not from this byte on.
  case badCharset(name: String, source: Int)
  /// What came out is not the source that the journal was written with.
  case foreignSource(length: Int, expected: Int)

  public var description: String {
    switch self {
    case .incomplete:
      "the journal breaks off: it has no trailer; clean the source again to get a whole one"
    case .foreignText(let length, let expected):
      "the text and the journal do not belong together: \(Self.compare(length, expected));"
        + " give the text as emend wrote it, unchanged, and the journal of the same run"
    case .badEdit(let rule, let at, let why):
      "the journal was changed: its edit \(rule) at byte \(at) \(why);"
        + " restore needs the journal as it was written"
    case .unknownCharset(let name):
      "the source was in \(name), which this system does not know; install ICU's full data"
    case .badCharset(let name, let source):
      "the text does not go back into \(name) from byte \(source) on;"
        + " restore needs the journal as it was written"
    case .foreignSource(let length, let expected):
      "what was restored is not the source of the journal: \(Self.compare(length, expected));"
        + " restore needs the journal as it was written"
    }
  }

  private static func compare(_ length: Int, _ expected: Int) -> String {
    length == expected
      ? "it has the \(length) bytes that the journal names, but another SHA-256"
      : "it has \(length) bytes, the journal names \(expected)"
  }
}
