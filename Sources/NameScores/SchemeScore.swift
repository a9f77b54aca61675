import Emend

/// The rows that each scheme spells exactly.
struct SchemeScore {
  let rows: ArraySlice<TextTable.Row>
  /// Whether all rows that fail are shown, or three a scheme.
  let showsAll: Bool

  func write() {
    var groups: [String: [TextTable.Row]] = [:]
    for row in rows { groups[row[0], default: []].append(row) }
    var total = (right: 0, rows: 0)
    for (name, rows) in groups.sorted(by: { $0.key < $1.key }) {
      // `interscript:alalc-rus-Cyrl-Latn-1997`: the project, and its name for the scheme.
      let short = String(name.split(separator: ":").last ?? "")
      guard let (id, isReverse) = Self.scheme(short) else {
        print("\(name): no such scheme (\(rows.count) rows)")
        continue
      }
      let scheme = Romanisation(scheme: id)
      let reverse = isReverse ? Deromanisation(scheme: id) : nil
      var failed: [(row: TextTable.Row, got: String)] = []
      for row in rows {
        let got = reverse?.cyrillic(row[1]) ?? scheme.latin(row[1])
        if got != row[2] { failed.append((row, got)) }
      }
      total.right += rows.count - failed.count
      total.rows += rows.count
      print("\(name) (\(id)): \(rows.count - failed.count) of \(rows.count)")
      for (row, got) in showsAll ? failed[...] : failed.prefix(3) {
        print("    line \(row.line): \(row[1]): wanted \(row[2]), got \(got)")
      }
    }
    print("all schemes that there are: \(total.right) of \(total.rows)")
  }

  /// CLDR names the other direction `ru-t-ru-Latn-m0-bgn`.
  private static func scheme(_ name: String) -> (id: String, isReverse: Bool)? {
    if let id = Romanisation.schemeID(for: name) { return (id, false) }
    let parts = name.split(separator: "-")
    guard parts.count == 6, parts[1] == "t", parts[3] == "Latn",
      let id = Romanisation.schemeID(for: "\(parts[0])-Latn-t-\(parts[2])-m0-\(parts[5])")
    else { return nil }
    return (id, true)
  }
}
