/// The Cyrillic forms that a Latin form of a name can stand for, under all schemes and habits at once.
///
/// They are far too many to be listed (each letter multiplies them), so they are kept as a graph
/// whose paths spell them, as in the recognition of speech; two names share a form if their graphs
/// have a path in common. Letters that romanisations do not tell apart count as one: ё, э, є and е,
/// і, ї and и, ґ and г, ў and в; ь and ъ count as nothing.
public struct CyrillicReadings: Sendable {
  /// A Cyrillic form that two Latin forms share.
  public struct Meeting: Sendable {
    public let cyrillic: String
    /// How unusual the readings are that lead to it: 0 for the usual ones.
    public let cost: Int
  }

  /// One letter, or none, on the way from a node to a later one.
  struct Arc: Sendable {
    let letter: Unicode.Scalar
    /// The letter without distinctions that romanisations lose; 0 for none.
    let folded: UInt32
    let cost: Int
    /// The cost where forms are put in order: a reading of more letters goes before readings of each.
    let weight: Int
    let end: Int
  }

  /// By node. Node 0 starts, node 1 ends; the others have no order.
  let arcs: [[Arc]]
  private static let last = 1
  /// The cost of a way that does not exist.
  private static let never = 1 << 20

  /// Reads a name, or one part of a name, in any case.
  /// - Complexity: O(length × longest row of the table).
  public init(of latin: String) { self.init(of: latin, habits: .standard) }

  init(of latin: String, habits: RomanisationHabits) {
    // The tie of i͡u joins what is read together in any case.
    let letters = Array(latin.lowercased().unicodeScalars).filter { $0 != "\u{361}" }
    let plain = letters.map(Self.withoutAccent)
    // A node before each letter: 0, then from 2 on; the last is 1.
    func node(_ at: Int) -> Int { at == 0 ? 0 : at == letters.count ? Self.last : at + 1 }
    var arcs = [[Arc]](repeating: [], count: Swift.max(2, letters.count + 1))
    for start in letters.indices {
      for end in start + 1...Swift.min(start + habits.longest, letters.count) {
        let isEnd = end == letters.count
        var readings = habits.readings(of: letters[start..<end], isEnd: isEnd)
        var extra = 0
        if readings.isEmpty, letters[start..<end] != plain[start..<end] {
          readings = habits.readings(of: plain[start..<end], isEnd: isEnd)
          extra = 1
        }
        for reading in readings {
          Self.add(
            reading.cyrillic, cost: reading.cost + extra, from: node(start), to: node(end), &arcs)
        }
      }
      if arcs[node(start)].isEmpty {
        // A hyphen, or a letter that no romanisation uses.
        Self.add([letters[start]], cost: 0, from: node(start), to: node(start + 1), &arcs)
      }
    }
    self.arcs = arcs
  }

  private static func add(
    _ letters: [Unicode.Scalar], cost: Int, from start: Int, to end: Int, _ arcs: inout [[Arc]]
  ) {
    var at = start
    var (cost, weight) = (cost, 2 * cost + 1)
    for (index, letter) in (letters.isEmpty ? ["\0"] : letters).enumerated() {
      var next = end
      if index + 1 < letters.count {
        next = arcs.count
        arcs.append([])
      }
      arcs[at].append(
        Arc(letter: letter, folded: fold(letter), cost: cost, weight: weight, end: next))
      at = next
      (cost, weight) = (0, 0)
    }
  }

  /// The least unusual form that both can stand for, or `nil`.
  /// - Complexity: O(*nm*) at worst; different names mostly part at their first letters.
  public func meeting(_ other: CyrillicReadings) -> Meeting? {
    var memo = [Int](repeating: -1, count: arcs.count * other.arcs.count)
    let cost = cost(from: 0, 0, other, &memo)
    guard cost < Self.never else { return nil }
    return Meeting(cyrillic: form(other, &memo), cost: cost)
  }

  /// The cost of the cheapest common way from a pair of nodes to the ends.
  private func cost(
    from a: Int, _ b: Int, _ other: CyrillicReadings, _ memo: inout [Int]
  ) -> Int {
    if a == Self.last, b == Self.last { return 0 }
    let key = a * other.arcs.count + b
    if memo[key] >= 0 { return memo[key] }
    var best = Self.never
    forEachStep(from: a, b, other) { step in
      best = Swift.min(best, step.cost + cost(from: step.a, step.b, other, &memo))
    }
    memo[key] = best
    return best
  }

  /// The letters of the cheapest way.
  private func form(_ other: CyrillicReadings, _ memo: inout [Int]) -> String {
    var form = ""
    var (a, b) = (0, 0)
    while a != Self.last || b != Self.last {
      let due = cost(from: a, b, other, &memo)
      var taken: (a: Int, b: Int, cost: Int, letter: Unicode.Scalar)?
      forEachStep(from: a, b, other) { step in
        if taken == nil, step.cost + cost(from: step.a, step.b, other, &memo) == due {
          taken = step
        }
      }
      guard let step = taken else { break }
      if step.letter != "\0" { form.unicodeScalars.append(step.letter) }
      (a, b) = (step.a, step.b)
    }
    return form
  }

  private func forEachStep(
    from a: Int, _ b: Int, _ other: CyrillicReadings,
    _ body: ((a: Int, b: Int, cost: Int, letter: Unicode.Scalar)) -> Void
  ) {
    for arc in arcs[a] {
      if arc.folded == 0 {
        body((arc.end, b, arc.cost, arc.letter))
        continue
      }
      for match in other.arcs[b] where match.folded == arc.folded {
        body((arc.end, match.end, arc.cost + match.cost, arc.letter))
      }
    }
    for arc in other.arcs[b] where arc.folded == 0 { body((a, arc.end, arc.cost, "\0")) }
  }

  /// Whether the name can stand for a Cyrillic form.
  public func canStand(for cyrillic: String) -> Bool {
    let letters = cyrillic.lowercased().unicodeScalars.map(Self.fold).filter { $0 != 0 }
    var reached: [Set<Int>] = Array(repeating: [], count: letters.count + 1)
    var open = [(node: 0, at: 0)]
    while let (node, at) = open.popLast() {
      guard reached[at].insert(node).inserted else { continue }
      for arc in arcs[node] {
        if arc.folded == 0 {
          open.append((arc.end, at))
        } else if at < letters.count, arc.folded == letters[at] {
          open.append((arc.end, at + 1))
        }
      }
    }
    return reached[letters.count].contains(Self.last)
  }

  /// The most usual forms, the cheapest first, in small letters.
  /// - Parameters:
  ///   - limit: how many at most.
  ///   - slack: how much less usual than the first a form may be, in steps of half a cost.
  public func forms(limit: Int, slack: Int = .max) -> [String] {
    var remaining = [Int](repeating: -1, count: arcs.count)
    _ = weightToEnd(from: 0, &remaining)
    // Ways by their cost when they are done: the best first.
    var open: [[(node: Int, spent: Int, form: String)]] = [[(0, 0, "")]]
    var forms: [String] = []
    var level = 0
    var steps = 0
    while level < open.count, level <= slack, forms.count < limit, steps < 20_000 {
      guard let way = open[level].popLast() else {
        level += 1
        continue
      }
      steps += 1
      if way.node == Self.last {
        if !forms.contains(way.form) { forms.append(way.form) }
        continue
      }
      // Pushed in reverse, so that the first reading of a row is taken first.
      for arc in arcs[way.node].reversed() where remaining[arc.end] < Self.never {
        let spent = way.spent + arc.weight
        let total = spent + remaining[arc.end] - remaining[0]
        while open.count <= total { open.append([]) }
        var form = way.form
        if arc.letter != "\0" { form.unicodeScalars.append(arc.letter) }
        open[total].append((arc.end, spent, form))
      }
    }
    return forms
  }

  private func weightToEnd(from node: Int, _ remaining: inout [Int]) -> Int {
    if node == Self.last { remaining[node] = 0 }
    if remaining[node] >= 0 { return remaining[node] }
    var best = Self.never
    for arc in arcs[node] {
      best = Swift.min(best, arc.weight + weightToEnd(from: arc.end, &remaining))
    }
    remaining[node] = best
    return best
  }

  private static func fold(_ letter: Unicode.Scalar) -> UInt32 {
    switch letter {
    case "\0", "ь", "ъ", "'", "’", "ʼ": 0
    case "ё", "э", "є", "ѣ": 0x435
    case "і", "ї", "ѵ": 0x438
    case "ґ": 0x433
    case "ў": 0x432
    case "ѳ": 0x444
    default: letter.value
    }
  }

  /// The letter without its diacritic: é is e.
  private static func withoutAccent(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    // `LATIN SMALL LETTER E WITH ACUTE`
    guard letter.value > 0x7F, let name = letter.properties.name else { return letter }
    let words = name.split(separator: " ")
    guard words.count > 4, words[0] == "LATIN", words[4] == "WITH", words[3].utf8.count == 1
    else { return letter }
    return Unicode.Scalar(words[3].utf8.first! | 0x20)
  }
}
