/// The page numbers that a window's pages print, fitted to what was read at their edges.
///
/// Most pages carry the number of the page before plus one. Numbers that were misread, dates, items
/// of lists and the numbers of verses do not fit, whatever they look like. The fit is the best chain
/// by dynamic programming, at most one reading a page; it may start again (front matter, volumes),
/// skip pages that were not printed or not scanned, and pass pages without a number.
struct FolioSequence {
  /// A number that was read at the edge of a page.
  struct Reading {
    let page: Int
    let value: Int
    let isRoman: Bool
    let place: RunningLine.Place
    let edge: PageEdges.Edge
    /// Lines between it and the edge.
    let depth: Int
    let line: Int
  }

  /// The readings that the sequence confirms, one a page at most, by page.
  private(set) var confirmed: [Reading?]

  /// The number that a page has to print, from its neighbours.
  private(set) var expected: [Int?]
  private var isRoman: [Bool]
  /// Pages with a confirmed number, in order.
  private var known: [Int] = []

  /// Whether no number is confirmed.
  var isEmpty: Bool { known.isEmpty }

  /// The least and the largest number that a page can print between the confirmed ones around it;
  /// `nil` where one side has none, or another kind of numbers, or is far away.
  /// - Complexity: O(log *n*).
  func bounds(ofPage page: Int) -> ClosedRange<Int>? {
    var low = 0
    var high = known.count
    while low < high {
      let middle = (low + high) / 2
      if known[middle] < page { low = middle + 1 } else { high = middle }
    }
    guard low > 0, low < known.count, let before = confirmed[known[low - 1]],
      let after = confirmed[known[low]], before.isRoman == after.isRoman
    else { return nil }
    let least = before.value + page - known[low - 1]
    let most = after.value - (known[low] - page)
    return least <= most && most - least <= Self.widest ? least...most : nil
  }

  /// Numbers between bounds that still tell something.
  private static let widest = 64

  /// Whether a page may have a misread number at an edge: its own is not known, and those around do
  /// not stand elsewhere.
  func mayHaveFolio(page: Int, at edge: PageEdges.Edge) -> Bool {
    confirmed[page] == nil && (edgeOfNeighbours(page) ?? edge) == edge
  }

  /// The number of a page in the form in which it is printed.
  func printed(on page: Int) -> String? {
    guard let value = expected[page] else { return nil }
    return isRoman[page] ? Folio.roman(value) : String(value)
  }

  /// Readings before a reading that are tried as its predecessor.
  private static let reach = 40

  /// - Parameter marks: what an export says of pages, by page: it settles their numbers.
  /// - Complexity: O(readings).
  init(_ readings: [Reading], pages: Int, marks: [Int: ExportMark] = [:]) {
    confirmed = [Reading?](repeating: nil, count: pages)
    expected = [Int?](repeating: nil, count: pages)
    isRoman = [Bool](repeating: false, count: pages)
    let chain = Self.bestChain(readings).map { readings[$0] }
    var start = 0
    for i in chain.indices.dropFirst() where !Self.follows(chain[i - 1], chain[i]) {
      confirm(chain[start..<i])
      start = i
    }
    confirm(chain[start...])
    for reading in readings where confirmed[reading.page] == nil {
      if let mark = marks[reading.page], mark.number == reading.value,
        mark.isRoman == reading.isRoman
      {
        confirmed[reading.page] = reading
      }
    }
    fill()
    for (page, mark) in marks {
      guard let number = mark.number else { continue }
      expected[page] = number
      isRoman[page] = mark.isRoman
    }
  }

  /// Whether a reading may follow another one without a new beginning of the numbers.
  private static func follows(_ a: Reading, _ b: Reading) -> Bool {
    a.isRoman == b.isRoman && b.value > a.value
  }

  private static func isExact(_ a: Reading, _ b: Reading) -> Bool {
    a.isRoman == b.isRoman && b.value - a.value == b.page - a.page
  }

  private static func bestChain(_ readings: [Reading]) -> [Int] {
    var score = [Double](repeating: 0, count: readings.count)
    var before = [Int](repeating: -1, count: readings.count)
    // The best chain over the pages before the current one.
    var best = (score: 0.0, at: -1)
    var pending = best
    var page = -1
    for (i, reading) in readings.enumerated() {
      if reading.page != page {
        best = pending
        page = reading.page
      }
      let own = (reading.place == .alone ? 1 : 0.8) - 0.2 * Double(reading.depth)
      score[i] = own
      if best.at >= 0, best.score - 1.5 > 0 {
        score[i] = own + best.score - 1.5
        before[i] = best.at
      }
      for j in stride(from: i - 1, through: Swift.max(0, i - reach), by: -1)
      where readings[j].page < reading.page {
        guard let link = link(readings[j], reading) else { continue }
        if score[j] + own + link > score[i] {
          score[i] = score[j] + own + link
          before[i] = j
        }
      }
      if score[i] > pending.score { pending = (score[i], i) }
    }
    var chain: [Int] = []
    var at = pending.at
    while at >= 0 {
      chain.append(at)
      at = before[at]
    }
    return chain.reversed()
  }

  /// What it is worth that one reading follows another; `nil` where it cannot.
  private static func link(_ a: Reading, _ b: Reading) -> Double? {
    guard a.isRoman == b.isRoman else { return a.isRoman ? -0.3 : -1.5 }
    let value = b.value - a.value
    let pages = b.page - a.page
    guard value > 0 else { return nil }
    if value == pages { return 1.5 + (a.edge == b.edge ? 0.25 : 0) }
    // Plates without a number; pages that were left out.
    if value < pages { return pages - value <= 4 ? 0.2 : nil }
    let left = value - pages
    // Of two gaps the smaller one: the larger number may be misread.
    return left <= 8 ? 0.2 : left <= 400 ? -0.2 - Double(left) / 1000 : nil
  }

  /// Takes over the readings of one run of the numbers that are sure.
  private mutating func confirm(_ run: ArraySlice<Reading>) {
    guard run.count >= 3, let first = run.first, let last = run.last else { return }
    // By chance two numbers are as far apart as their pages, three with the same distance are not.
    var exact = Set<Int>()
    var start = run.startIndex
    for i in run.indices {
      let next = i + 1
      if next < run.endIndex, Self.isExact(run[i], run[next]), run[next].page - run[i].page <= 8 {
        continue
      }
      if i - start >= 2 { exact.formUnion(start...i) }
      start = next
    }
    let edge: PageEdges.Edge = run.count { $0.edge == .top } * 2 > run.count ? .top : .bottom
    let isUsual = { (reading: Reading) in
      reading.place == .alone && reading.depth <= 1 && reading.edge == edge
    }
    // Sampled pages: the numbers grow, stand alone and always in one place.
    let usual = run.count(where: isUsual)
    let isSampled =
      run.count >= 4 && usual * 10 >= run.count * 8
      && run.count * 2 >= last.page - first.page + 1
    guard !exact.isEmpty || isSampled else { return }
    for (i, reading) in zip(run.indices, run)
    where exact.contains(i) || (isSampled && isUsual(reading)) {
      confirmed[reading.page] = reading
    }
  }

  /// The edge at which the pages around a page have their numbers alone; `nil` where they do not
  /// agree.
  func edgeOfNeighbours(_ page: Int) -> PageEdges.Edge? {
    var (near, top, bottom) = (0, 0, 0)
    func take(_ other: Int) {
      guard near < 4, confirmed.indices.contains(other), let reading = confirmed[other] else {
        return
      }
      near += 1
      guard reading.place == .alone else { return }
      if reading.edge == .top { top += 1 } else { bottom += 1 }
    }
    for distance in 1...4 {
      take(page - distance)
      take(page + distance)
    }
    guard near >= 2 else { return nil }
    return top * 4 >= near * 3 ? .top : bottom * 4 >= near * 3 ? .bottom : nil
  }

  /// Numbers of pages between confirmed ones, and of up to 3 pages before and behind.
  private mutating func fill() {
    known = confirmed.indices.filter { confirmed[$0] != nil }
    for page in known {
      expected[page] = confirmed[page]?.value
      isRoman[page] = confirmed[page]?.isRoman ?? false
    }
    for (a, b) in zip(known, known.dropFirst()) {
      guard b - a > 1, let x = confirmed[a], let y = confirmed[b] else { continue }
      if Self.isExact(x, y) {
        for page in a + 1..<b {
          expected[page] = x.value + page - a
          isRoman[page] = x.isRoman
        }
      }
    }
    for (page, step) in [(known.first, -1), (known.last, 1)] {
      guard let page, let value = confirmed[page]?.value else { continue }
      for distance in 1...3 {
        let other = page + step * distance
        guard expected.indices.contains(other), value + step * distance > 0 else { break }
        expected[other] = value + step * distance
        isRoman[other] = isRoman[page]
      }
    }
  }
}
