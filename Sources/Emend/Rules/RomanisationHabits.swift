/// What Latin letters of a romanised name may stand for: `Dictionaries/names/readings.tsv`.
struct RomanisationHabits: Sendable {
  struct Reading: Sendable {
    /// Cyrillic letters; empty where the Latin ones stand for nothing.
    let cyrillic: [Unicode.Scalar]
    /// From 0 (usual) to 4 (rare).
    let cost: Int
  }

  /// By small Latin letters; readings that hold only at the end of a name have `$` behind them.
  private let readings: [String: [Reading]]
  /// Characters of the longest key.
  let longest: Int

  /// Parsed when the first name is read.
  static let standard = RomanisationHabits(TextTable(embedded: "names/readings.tsv"))

  init(_ table: TextTable) {
    var readings: [String: [Reading]] = [:]
    var longest = 0
    for row in table.rows {
      readings[row[0]] = row[1].split(separator: ";").compactMap { cell in
        let parts = cell.split(separator: ":")
        guard parts.count == 2, let cost = Int(parts[1]) else { return nil }
        let letters = parts[0] == "-" ? [] : Array(parts[0].unicodeScalars)
        return Reading(cyrillic: letters, cost: cost)
      }
      longest = Swift.max(longest, row[0].unicodeScalars.count { $0 != "$" })
    }
    self.readings = readings
    self.longest = longest
  }

  /// What the letters may stand for; what holds only at the end comes first.
  /// - Parameter isEnd: whether the name ends behind them.
  func readings(of letters: some Collection<Unicode.Scalar>, isEnd: Bool) -> [Reading] {
    var key = ""
    key.unicodeScalars.append(contentsOf: letters)
    let anywhere = readings[key] ?? []
    return isEnd ? (readings[key + "$"] ?? []) + anywhere : anywhere
  }
}
