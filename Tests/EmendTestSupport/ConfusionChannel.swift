/// Misreads words by the confusions of `Dictionaries/en/confusions.tsv`, backwards.
public struct ConfusionChannel: Sendable {
  private struct Row: Sendable {
    let read: String
    let printed: String
    let weight: Double
  }

  private let rows: [Row]

  /// - Parameter highestCost: rarer confusions are not made.
  public init(highestCost: Double = 2.5) throws {
    let table = try PackageFiles.text(of: "Dictionaries/en/confusions.tsv")
    rows = table.split(separator: "\n").compactMap { line in
      let columns = line.split(separator: "\t").map(String.init)
      guard !line.hasPrefix("#"), columns.count >= 3, let cost = Double(columns[2]),
        cost <= highestCost, columns[0].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
        columns[1].allSatisfy({ $0.isASCII && $0.isLowercase })
      else { return nil }
      return Row(read: columns[0], printed: columns[1], weight: 1 / (cost * cost))
    }
  }

  /// A misreading of a word in small letters that is none of `words`; `nil` where there is none.
  public func misread(
    _ word: String, avoiding isWord: (String) -> Bool, using random: inout SeededGenerator
  ) -> String? {
    let usable = rows.filter { word.contains($0.printed) }
    var left = Double.random(in: 0..<1, using: &random) * usable.reduce(0) { $0 + $1.weight }
    for row in usable {
      left -= row.weight
      guard left <= 0 else { continue }
      let places = word.ranges(of: row.printed)
      var read = word
      read.replaceSubrange(places.randomElement(using: &random)!, with: row.read)
      return isWord(read) ? nil : read
    }
    return nil
  }
}
