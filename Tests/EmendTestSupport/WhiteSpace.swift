extension String {
  /// The visible characters in their order, with one space for any white space between them.
  public var wordsInOneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
