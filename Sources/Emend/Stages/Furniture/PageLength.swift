/// The lines of a page, blank ones too, as the numbers of pages and their lines show it.
struct PageLength {
  /// Lines between two numbers for each page between them.
  let rates: [Double]
  /// The one in the middle.
  let lines: Double

  /// Lines of the shortest and of the longest page that are believed in.
  private static let believable = Double(RunningLines.minimumPage)...RunningLines.longestPage

  /// `nil` where that is no length of a page.
  /// - Parameter folios: two at least, in text order, with numbers that count upwards.
  init?(_ folios: [(line: Int, number: Int)]) {
    rates = zip(folios, folios.dropFirst()).map { a, b in
      Double(b.line - a.line) / Double(b.number - a.number)
    }
    lines = rates.sorted()[rates.count / 2]
    guard Self.believable.contains(lines) else { return nil }
  }
}
