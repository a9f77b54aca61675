/// Finds the Cyrillic words that a scheme spells in a given way.
///
/// The rules are not turned round. What each letter becomes, and each pair of letters that is not spelt
/// letter by letter, is asked of the scheme; the Latin word is cut into such pieces, and of the ways to
/// cut it, the most usual Cyrillic first, one is taken that the scheme spells as it was written.
struct SchemeInverse: Sendable {
  private let scheme: Romanisation
  private let spelling: CyrillicSpelling
  /// Cyrillic pieces by their Latin spelling, in the order of the alphabet.
  private var pieces: [String: [String]] = [:]
  /// Characters of the longest spelling.
  private var longest = 0

  /// Ways that are looked at before a word is given up.
  private static let mostSteps = 20_000
  /// What may stand before and behind a letter and change its spelling.
  private static let contexts = (before: ["", "а", "б", "л"], behind: ["", "а", "б"])

  /// - Complexity: O(square of the alphabet), some 50 ms.
  init(_ scheme: Romanisation, _ language: CyrillicLanguage) {
    self.scheme = scheme
    spelling = CyrillicSpelling(language: language)
    let alphabet = language.alphabet
    var seen: Set<String> = []
    for letter in alphabet {
      for spelling in spellings(of: String(letter)) where !spelling.isEmpty {
        add(String(letter), spelling, &seen)
      }
    }
    let single = pieces
    let isSpeltByLetters = { (a: Character, b: Character, spelling: String) in
      // A sign that is dropped leaves nothing to be found.
      if "ьъ".contains(b), single[spelling]?.contains(String(a)) == true { return true }
      return spelling.indices.contains { cut in
        single[String(spelling[..<cut])]?.contains(String(a)) == true
          && single[String(spelling[cut...])]?.contains(String(b)) == true
      }
    }
    for a in alphabet {
      for b in alphabet {
        for spelling in spellings(of: String([a, b])) where !spelling.isEmpty {
          if !isSpeltByLetters(a, b, spelling) { add(String([a, b]), spelling, &seen) }
        }
      }
    }
    addEndings(language)
  }

  /// Adds the endings of surnames whole, for schemes that write less than their letters (`-ski`).
  private mutating func addEndings(_ language: CyrillicLanguage) {
    var seen: Set<String> = []
    for ending in language.endings {
      for spelling in spellings(of: ending) where !spelling.isEmpty {
        add(ending, spelling, &seen)
      }
    }
  }

  private mutating func add(_ piece: String, _ spelling: String, _ seen: inout Set<String>) {
    guard seen.insert("\(piece) \(spelling)").inserted else { return }
    pieces[spelling, default: []].append(piece)
    longest = Swift.max(longest, spelling.count)
  }

  /// How a piece is spelt at the ends of words and beside vowels and consonants.
  private func spellings(of piece: String) -> [String] {
    var spellings: [String] = []
    for before in Self.contexts.before {
      for behind in Self.contexts.behind {
        let whole = latin(before + piece + behind)
        let (start, end) = (latin(before), latin(behind))
        guard whole.hasPrefix(start), whole.dropFirst(start.count).hasSuffix(end) else { continue }
        let spelling = String(whole.dropFirst(start.count).dropLast(end.count))
        if !spellings.contains(spelling) { spellings.append(spelling) }
      }
    }
    return spellings
  }

  private func latin(_ cyrillic: String) -> String { Self.withPlainMarks(scheme.latin(cyrillic)) }

  /// The marks that stand for signs are typed in many ways.
  private static func withPlainMarks(_ word: String) -> String {
    String(
      word.map { character in
        switch character {
        case "’", "ʹ", "ʼ", "\u{B4}", "`": "'"
        case "”", "ʺ": "\""
        default: character
        }
      })
  }

  /// The most usual Cyrillic word in small letters, and how unusual it is; `nil` where the scheme spells
  /// none so.
  /// - Complexity: O(*n*) mostly; at most `mostSteps` pieces are tried.
  func cyrillic(_ latin: String) -> (form: String, cost: Int)? {
    let word = Self.withPlainMarks(latin.lowercased())
    var ways = Ways(letters: Array(word), inverse: self)
    let fewest = ways.rest(from: 0, behind: CyrillicSpelling.edge)
    guard fewest < Ways.never else { return nil }
    // Ways by what they cost when they are done, over the cheapest.
    var open: [[(at: Int, spent: Int, form: String)]] = [[(0, 0, "")]]
    var level = 0
    for _ in 0..<Self.mostSteps {
      while level < open.count, open[level].isEmpty { level += 1 }
      guard level < open.count, let way = open[level].popLast() else { return nil }
      if way.at == ways.letters.count {
        if self.latin(way.form) == word { return (way.form, way.spent) }
        continue
      }
      // Pushed in reverse, so that the first is taken first.
      let last = way.form.last ?? CyrillicSpelling.edge
      for step in ways.steps(from: way.at, behind: last).reversed() {
        let rest = ways.rest(from: step.end, behind: step.piece.last ?? last)
        guard rest < Ways.never else { continue }
        let total = way.spent + step.cost + rest - fewest
        while open.count <= total { open.append([]) }
        open[total].append((step.end, way.spent + step.cost, way.form + step.piece))
      }
    }
    return nil
  }

  /// The ways to cut a word into pieces, and what is unusual about each.
  private struct Ways {
    let letters: [Character]
    let inverse: SchemeInverse
    private var memo: [Place: Int] = [:]

    static let never = 1 << 20

    private struct Place: Hashable {
      let at: Int
      let last: Character
    }

    init(letters: [Character], inverse: SchemeInverse) {
      self.letters = letters
      self.inverse = inverse
    }

    func steps(
      from start: Int, behind last: Character
    ) -> [(piece: String, end: Int, cost: Int)] {
      var steps: [(piece: String, end: Int, cost: Int)] = []
      for end in start + 1...Swift.min(start + inverse.longest, letters.count) {
        for piece in inverse.pieces[String(letters[start..<end])] ?? [] {
          var cost = 1
          var before = last
          for letter in piece {
            cost += inverse.spelling.cost(of: letter, behind: before)
            before = letter
          }
          if end == letters.count {
            cost += inverse.spelling.cost(of: CyrillicSpelling.edge, behind: before)
          }
          steps.append((piece, end, cost))
        }
      }
      return steps
    }

    /// The least cost of a way to the end.
    mutating func rest(from start: Int, behind last: Character) -> Int {
      if start == letters.count { return 0 }
      let place = Place(at: start, last: last)
      if let known = memo[place] { return known }
      var best = Self.never
      for step in steps(from: start, behind: last) {
        best = Swift.min(best, step.cost + rest(from: step.end, behind: step.piece.last ?? last))
      }
      memo[place] = best
      return best
    }
  }
}
