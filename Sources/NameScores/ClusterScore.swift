import Emend

/// Pairs of spellings that meet in a Cyrillic form, inside a cluster and between clusters.
struct ClusterScore {
  private let clusters: [(cyrillic: [String], latin: [String], readings: [CyrillicReadings])]
  private let showsAll: Bool

  init(rows: ArraySlice<TextTable.Row>, showsAll: Bool) {
    clusters = rows.map { row in
      let latin = row[2].split(separator: "|").map { String($0) }
      return (
        row[1].split(separator: "|").map { String($0) }, latin,
        latin.map { CyrillicReadings(of: $0) }
      )
    }
    self.showsAll = showsAll
  }

  func write() {
    inside()
    between()
  }

  /// All pairs of a cluster, and those of which both stand for one of its Cyrillic forms: a cluster
  /// mixes languages, genders and transcriptions of sound.
  private func inside() {
    var all = (met: 0, pairs: 0)
    var same = (met: 0, pairs: 0)
    for cluster in clusters {
      for (i, a) in cluster.readings.enumerated() {
        for (j, b) in cluster.readings.enumerated().dropFirst(i + 1) {
          let isMeeting = a.meeting(b) != nil
          all.pairs += 1
          if isMeeting { all.met += 1 }
          let (first, second) = (cluster.latin[i], cluster.latin[j])
          let share = cluster.cyrillic.contains {
            Resemblance.isLikely(first, of: $0) && Resemblance.isLikely(second, of: $0)
          }
          guard share else { continue }
          same.pairs += 1
          if isMeeting {
            same.met += 1
          } else if showsAll {
            print("    \(first) and \(second) do not meet (\(cluster.cyrillic[0]))")
          }
        }
      }
    }
    print("pairs inside a cluster that meet: \(Self.share(all))")
    print("  both likely spellings of one of its Cyrillic forms: \(Self.share(same))")
  }

  /// A fixed choice of pairs of different clusters that share neither a spelling nor a Cyrillic form.
  private func between() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(below limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % limit
    }
    var met = (met: 0, pairs: 0)
    while met.pairs < 300_000, clusters.count > 1 {
      let a = clusters[next(below: clusters.count)]
      let b = clusters[next(below: clusters.count)]
      guard !a.latin.isEmpty, !b.latin.isEmpty, Set(a.latin).isDisjoint(with: b.latin),
        Set(a.cyrillic).isDisjoint(with: b.cyrillic)
      else { continue }
      let i = next(below: a.latin.count)
      let j = next(below: b.latin.count)
      met.pairs += 1
      if let meeting = a.readings[i].meeting(b.readings[j]) {
        met.met += 1
        if showsAll { print("    \(a.latin[i]) and \(b.latin[j]) meet in \(meeting.cyrillic)") }
      }
    }
    print("pairs of different clusters that meet: \(Self.share(met))")
  }

  private static func share(_ count: (met: Int, pairs: Int)) -> String {
    let hundredths = count.pairs == 0 ? 0 : (count.met * 1_000_000 + count.pairs / 2) / count.pairs
    let digits = String(hundredths % 10_000)
    let fraction = String(repeating: "0", count: 4 - digits.count) + digits
    return "\(count.met) of \(count.pairs) (\(hundredths / 10_000).\(fraction) %)"
  }
}
