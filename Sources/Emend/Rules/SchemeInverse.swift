/// Finds the Cyrillic words that a scheme spells in a given way.
///
/// The rules are not turned round. What each letter becomes, and each pair of letters that is not spelt
/// letter by letter, is asked of the scheme; the Latin word is cut into such pieces, and of the ways to
/// cut it, those of fewest pieces first, one is taken that the scheme spells as it was written.
struct SchemeInverse: Sendable {
  private let scheme: Romanisation
  /// Cyrillic pieces by their Latin spelling, in the order of the alphabet.
  private var pieces: [String: [String]] = [:]
  /// Characters of the longest spelling.
  private var longest = 0

  /// Ways that are looked at before a word is given up.
  private static let mostSteps = 20_000
  /// What may stand before and behind a letter and change its spelling.
  private static let contexts = (before: ["", "а", "б", "л"], behind: ["", "а", "б"])

  /// - Parameter alphabet: small letters of the language, and its apostrophe.
  /// - Complexity: O(square of the alphabet), some 10 ms.
  init(_ scheme: Romanisation, alphabet: String) {
    self.scheme = scheme
    var seen: Set<String> = []
    for letter in alphabet {
      for spelling in spellings(of: String(letter)) where !spelling.isEmpty {
        add(String(letter), spelling, &seen)
      }
    }
    let single = pieces
    let isSpeltByLetters = { (a: Character, b: Character, spelling: String) in
      spelling.indices.contains { cut in
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

  /// The Cyrillic word in small letters; `nil` where the scheme spells none so.
  /// - Complexity: O(*n*) mostly; at most `mostSteps` pieces are tried.
  func cyrillic(_ latin: String) -> String? {
    let word = Self.withPlainMarks(latin.lowercased())
    let letters = Array(word)
    let ways = ways(through: letters)
    guard let fewest = ways.fewest[0] else { return nil }
    // Ways by the number of their pieces when they are done.
    var open: [[(at: Int, count: Int, form: String)]] = [[(0, 0, "")]]
    var level = 0
    for _ in 0..<Self.mostSteps {
      while level < open.count, open[level].isEmpty { level += 1 }
      guard level < open.count, let way = open[level].popLast() else { return nil }
      if way.at == letters.count {
        if self.latin(way.form) == word { return way.form }
        continue
      }
      // Pushed in reverse, so that the first is taken first.
      for (piece, end) in ways.steps[way.at].reversed() {
        guard let rest = ways.fewest[end] else { continue }
        let total = way.count + 1 + rest - fewest
        while open.count <= total { open.append([]) }
        open[total].append((end, way.count + 1, way.form + piece))
      }
    }
    return nil
  }

  /// The pieces that may follow at each place, and the fewest that lead from it to the end.
  private func ways(
    through letters: [Character]
  ) -> (steps: [[(piece: String, end: Int)]], fewest: [Int?]) {
    var steps = [[(piece: String, end: Int)]](repeating: [], count: letters.count + 1)
    var fewest = [Int?](repeating: nil, count: letters.count + 1)
    fewest[letters.count] = 0
    for start in letters.indices.reversed() {
      for end in start + 1...Swift.min(start + longest, letters.count) {
        guard let rest = fewest[end] else { continue }
        for piece in pieces[String(letters[start..<end])] ?? [] {
          steps[start].append((piece, end))
          fewest[start] = Swift.min(fewest[start] ?? .max, rest + 1)
        }
      }
    }
    return (steps, fewest)
  }
}
