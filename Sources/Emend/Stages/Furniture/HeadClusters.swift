/// Lines at one edge of the pages that are one running head, misreadings among them.
struct HeadClusters {
  /// A line at the edge of a page.
  struct Member {
    let page: Int
    let line: RunningLine
    let key: UInt64
    let letters: [UInt8]
    let counts: [UInt8]

    init(page: Int, line: RunningLine, reader: LineReader) {
      self.page = page
      self.line = line
      key = line.key(in: reader.text)
      letters = line.letters(reader)
      counts = LetterDistance.counts(letters)
    }
  }

  let members: [Member]
  /// The number of each member's cluster: that of its first member.
  private var parent: [Int]

  /// Members before a member that it is compared with: a sheet of sixteen pages, and some.
  private static let reach = 20

  /// - Parameter members: in order of their pages.
  /// - Complexity: O(members × length²).
  init(_ members: [Member]) {
    self.members = members
    parent = Array(members.indices)
    var latest: [UInt64: Int] = [:]
    for i in members.indices {
      if let twin = latest.updateValue(i, forKey: members[i].key) { join(twin, i) }
      // Made when the first comparison needs it.
      var pattern: LetterPattern?
      for j in stride(from: i - 1, through: Swift.max(0, i - Self.reach), by: -1)
      where root(i) != root(j) && isOne(i, j, &pattern) {
        join(i, j)
      }
    }
  }

  /// The clusters, as indices of members.
  func clusters() -> [[Int]] {
    var of: [Int: [Int]] = [:]
    for i in members.indices { of[root(i), default: []].append(i) }
    return of.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Whether two lines are readings of one head: a quarter of the letters may be misread.
  /// - Parameter pattern: of the first line.
  private func isOne(_ i: Int, _ j: Int, _ pattern: inout LetterPattern?) -> Bool {
    if members[i].key == members[j].key { return true }
    let length = Swift.min(members[i].letters.count, members[j].letters.count)
    guard length >= 6 else { return false }
    let limit = length / 4
    guard LetterDistance.difference(members[i].counts, members[j].counts) <= 2 * limit else {
      return false
    }
    let letters = pattern ?? LetterPattern(members[i].letters)
    pattern = letters
    return letters.isWithin(limit, of: members[j].letters)
  }

  private func root(_ i: Int) -> Int {
    var at = i
    while parent[at] != at { at = parent[at] }
    return at
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let x = root(a)
    let y = root(b)
    if x != y { parent[Swift.max(x, y)] = Swift.min(x, y) }
    // Paths stay short.
    parent[a] = Swift.min(x, y)
    parent[b] = Swift.min(x, y)
  }
}
