/// Turns the text tables of `Dictionaries/` into the lexicon that is embedded.
public enum EnglishTables {
  /// Paths, below `Dictionaries/`, of the tables that the lexicon is made from.
  public static let paths = [
    "en/words.tsv", "en/bigrams.tsv", "en/foreign-words.tsv", "en/confusables.tsv",
    "names/authority.tsv",
  ]

  /// Compiles the lexicon.
  /// - Parameter read: gives the bytes of a table by its path.
  public static func compile(
    reading read: (String) throws -> [UInt8]
  ) rethrows -> [UInt8] {
    func table(_ path: String) throws -> TextTable { try TextTable(path: path, text: read(path)) }
    var compiler = LexiconCompiler()
    for row in try table(paths[0]).rows {
      let kind: Lexicon.Flags =
        switch row[1] {
        case "w": .word
        case "n": .name
        case "a": .abbreviation
        default: .contraction
        }
      let count = UInt64(row[4]) ?? 0
      let size = Int(row[2]) ?? 80
      let rare: Lexicon.Flags = size >= 80 || (size >= 70 && count == 0) ? .rare : []
      compiler.add(word: row[0], flags: kind.union(rare), count: count)
    }
    for row in try table(paths[1]).rows {
      compiler.add(pair: row[0], row[1], count: UInt64(row[2]) ?? 0)
    }
    for row in try table(paths[2]).rows {
      if let flag = languages[row[1]] { compiler.add(word: row[0], flags: flag) }
    }
    for row in try table(paths[3]).rows
    where compiler.isRarer(row[0], than: String(row[1].prefix { $0 != " " })) {
      compiler.mark(word: row[0], flags: .confusable)
    }
    for row in try table(paths[4]).rows {
      for form in [row[0][...]] + row[4].split(separator: ";") {
        compiler.mark(word: String(form), flags: .nameVariant)
      }
    }
    return compiler.compile()
  }

  /// Least frequency of the words that are looked through for the nearest to a misread one.
  private static let leastUsual = 100

  /// The usual words and names, in small letters, one a line, by length and then by alphabet: those of
  /// ASCII letters that are not in large lists only (see `NearestWords`).
  /// - Parameter read: gives the bytes of a table by its path.
  public static func usualWords(
    reading read: (String) throws -> [UInt8]
  ) rethrows -> [UInt8] {
    var words: Set<String> = []
    for row in try TextTable(path: paths[0], text: read(paths[0])).rows {
      guard row[1] == "w" || row[1] == "n", let size = Int(row[2]), size < 70,
        Int(LexiconCompiler.frequency(of: UInt64(row[4]) ?? 0)) >= leastUsual,
        (2...NearestWords.longest).contains(row[0].utf8.count), row[0].utf8.allSatisfy(\.isLetter)
      else { continue }
      words.insert(row[0].lowercased())
    }
    let sorted = words.sorted {
      ($0.utf8.count, $0) < ($1.utf8.count, $1)
    }
    return Array((sorted.joined(separator: "\n") + "\n").utf8)
  }

  /// Language codes of `foreign-words.tsv`; Dutch shares the German flag.
  static let languages: [String: Lexicon.Flags] = [
    "de": .german, "nl": .german, "fr": .french, "it": .italian, "es": .spanish, "la": .latin,
    "pl": .polish, "cs": .czech, "ru-Latn": .russian,
  ]
}
