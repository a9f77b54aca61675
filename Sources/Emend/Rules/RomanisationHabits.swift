/// What Latin letters of a romanised name may stand for: `Dictionaries/names/readings.tsv`.
struct RomanisationHabits: Sendable {
  struct Reading: Sendable {
    /// Cyrillic letters; empty where the Latin ones stand for nothing.
    let cyrillic: [Unicode.Scalar]
    /// From 0 (usual) to 4 (rare).
    let cost: Int
  }

  /// By the hash of small Latin letters; the table has `$` behind those that hold only at the end of a
  /// name.
  private let readings: [UInt64: [Reading]]
  private let readingsAtEnd: [UInt64: [Reading]]
  /// Characters of the longest key.
  let longest: Int

  /// Parsed when the first name is read.
  static let standard = RomanisationHabits(TextTable(embedded: "names/readings.tsv"))

  init(_ table: TextTable) {
    var readings: [UInt64: [Reading]] = [:]
    var readingsAtEnd: [UInt64: [Reading]] = [:]
    var longest = 0
    for row in table.rows {
      let key = row[0].unicodeScalars.filter { $0 != "$" }
      // By bytes: characters took most of the time to read the table.
      let found: [Reading] = row[1].utf8.split(separator: UInt8(ascii: ";")).compactMap { cell in
        let parts = cell.split(separator: UInt8(ascii: ":")).map { Substring($0) }
        guard parts.count == 2, let cost = Int(parts[1]) else { return nil }
        let letters = parts[0] == "-" ? [] : Array(parts[0].unicodeScalars)
        return Reading(cyrillic: letters, cost: cost)
      }
      longest = Swift.max(longest, key.count)
      if row[0].hasSuffix("$") {
        readingsAtEnd[Self.hash(key)] = found
      } else {
        readings[Self.hash(key)] = found
      }
    }
    self.readings = readings
    self.readingsAtEnd = readingsAtEnd
    self.longest = longest
  }

  /// What the letters may stand for; what holds only at the end comes first.
  /// - Parameter isEnd: whether the name ends behind them.
  func readings(of letters: some Collection<Unicode.Scalar>, isEnd: Bool) -> [Reading] {
    let key = Self.hash(letters)
    let anywhere = readings[key] ?? []
    return isEnd ? (readingsAtEnd[key] ?? []) + anywhere : anywhere
  }

  /// No string is made of letters, most of which have no reading.
  private static func hash(_ letters: some Sequence<Unicode.Scalar>) -> UInt64 {
    letters.reduce(0) { WordHash.pair($0, UInt64($1.value)) }
  }
}
