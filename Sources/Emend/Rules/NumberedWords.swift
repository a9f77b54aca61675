/// Words that a number stands behind: `page 1`, `chapter 1`, `more than 1`.
enum NumberedWords {
  /// In small letters.
  static let english: Set<String> = [
    "page", "note", "number", "no", "nos", "chapter", "table", "figure", "part", "section",
    "article", "appendix", "volume", "vol", "document", "doc", "item", "step", "version", "level",
    "of", "point", "phase", "type", "class", "day", "than", "least", "to", "and",
  ]
}
