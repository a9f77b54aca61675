extension String {
  /// Whether it has several characters and none of them is a small letter.
  var isCapitals: Bool {
    // Characters are dear: nearly every word has a small letter of ASCII.
    !utf8.contains(where: \.isLower) && count > 1 && !contains(where: \.isLowercase)
  }
}
