/// Finds the heads of a text without marks of its pages by what repeats: lines with the same letters,
/// misread ones too, that count upwards, stand at page edges or interrupt sentences at the distance of pages.
struct RepeatedHeads {
  private let reader: LineReader
  /// Held: asked of the window they are copied.
  private let pages: Pages
  private let folioLines: Set<Int>

  /// - Parameter folioLines: the lines of the folios that stand alone.
  init(_ reader: LineReader, folioLines: Set<Int>) {
    self.reader = reader
    pages = reader.window.pages
    self.folioLines = folioLines
  }

  /// Lines whose letters repeat, at page edges or with folios that count upwards.
  /// - Parameter candidates: lines that stand apart, in text order.
  func find(in candidates: [RunningLine]) -> [Removal] {
    let (repeated, lone) = Self.groups(candidates, reader.text)
    let heads = repeated.filter {
      $0.count >= 3 && isRunningHead($0)
        && !RunningLines.isHeading($0[$0.startIndex], reader)
    }
    var isTaken = [Bool](repeating: false, count: reader.lines.count)
    var out: [Removal] = []
    lazy var rare = RareHeads(
      repeated.filter { $0.count <= 2 } + lone.indices.map { lone[$0...$0] }, reader)
    for exact in heads {
      // The same head with a misread letter or two.
      let misread = rare.misreadings(of: exact[exact.startIndex].letters(reader))
      // Among heads with folios a line without one is the title that they repeat, unless it interrupts a
      // sentence.
      let haveFolios = exact.count { $0.number != nil } * 10 >= exact.count * 7
      for member in exact + misread
      where (member.number != nil || !haveFolios || reader.interrupts(member.line))
        && !isTaken[member.line] && !reader.isContentsEntry(member.line)
      {
        isTaken[member.line] = true
        out.append(Self.removal(of: member, times: exact.count))
      }
    }
    // Most that stand apart head or end paragraphs.
    let left = candidates.filter {
      $0.letterCount >= 6 && !isTaken[$0.line] && beginsPage($0)
        && isWrittenAsHead($0)
        && !RunningLines.isHeading($0, reader)
    }
    if left.count < 3 { return out }
    for cluster in HeadClusters(left.map { .init(page: 0, line: $0, reader: reader) }).clusters()
    where cluster.count >= 3 {
      let heads = cluster.map { left[$0] }
      guard interruptsRegularly(heads[...]), !heads[0].isColumned(in: reader.text) else { continue }
      let others = rare.misreadings(of: heads[0].letters(reader))
      for member in heads + others
      where !isTaken[member.line] && !reader.isContentsEntry(member.line) {
        isTaken[member.line] = true
        out.append(Self.removal(of: member, times: heads.count))
      }
    }
    return out
  }

  private static func removal(of head: RunningLine, times: Int) -> Removal {
    Removal(
      lines: head.line..<head.line + 1, rule: "furniture/running-head", confidence: .certain,
      evidence: .repeated(pages: times))
  }

  /// Whether a sentence goes on behind a line, or a folio stands before it.
  private func beginsPage(_ line: RunningLine) -> Bool {
    reader.interrupts(line.line)
      || (!folioLines.isEmpty
        && reader.layout.previousText(before: line.line).map(folioLines.contains) ?? false)
  }

  /// The candidates whose letters occur again, by their first line, and the others.
  /// - Parameter candidates: in text order.
  /// - Complexity: O(candidates).
  private static func groups(
    _ candidates: [RunningLine], _ text: Text
  ) -> (repeated: [ArraySlice<RunningLine>], lone: [RunningLine]) {
    // For each candidate the one that has its letters first, and how many have them.
    var firsts = HashIndex(room: candidates.count)
    var first = [Int](repeating: -1, count: candidates.count)
    var counts = [Int](repeating: 0, count: candidates.count)
    for index in candidates.indices where candidates[index].letterCount >= 4 {
      // The text of one of the next is asked for meanwhile.
      if index + 8 < candidates.count { text.fetch(candidates[index + 8].rest.lowerBound) }
      let key = candidates[index].key(in: text)
      if let known = firsts[key] {
        first[index] = known
      } else {
        firsts.set(key, to: index)
        first[index] = index
      }
      counts[first[index]] += 1
    }
    // Side by side: an array for each group takes longer than all comparisons.
    var places = [Int](repeating: -1, count: candidates.count)
    var bounds: [Range<Int>] = []
    var lone: [RunningLine] = []
    var end = 0
    for index in candidates.indices where first[index] == index {
      if counts[index] == 1 {
        lone.append(candidates[index])
      } else {
        places[index] = end
        bounds.append(end..<end + counts[index])
        end += counts[index]
      }
    }
    let repeated = unsafe [RunningLine](unsafeUninitializedCapacity: end) { repeated, count in
      for index in candidates.indices where first[index] >= 0 && places[first[index]] >= 0 {
        unsafe repeated.initializeElement(at: places[first[index]], to: candidates[index])
        places[first[index]] += 1
      }
      count = end
    }
    return (bounds.map { repeated[$0] }, lone)
  }

  /// Whether lines with the same letters are far apart, and count upwards or stand at page edges.
  private func isRunningHead(_ group: ArraySlice<RunningLine>) -> Bool {
    // What cannot be any more is not counted to the end.
    var close = 0
    for i in group.indices.dropFirst()
    where !RunningLines.areApart(group[i - 1].line, group[i].line, reader) {
      close += 1
      if close * 10 > (group.count - 1) * 2 { return false }
    }
    // Of some the OCR lost the number.
    let known = group.count { $0.number != nil }
    if known >= 3, known * 2 >= group.count {
      let numbered = group.filter { $0.number != nil }
      let chain = RunningLines.increasing(numbered.map { $0.number ?? 0 }).map { numbered[$0] }
      if chain.count >= 3, chain.count * 10 >= known * 7, haveNumbersOfPages(chain) {
        return !areHeadings(group)
      }
    }
    return (interruptsRegularly(group) || standsAtEdges(group) && !areHeadings(group))
      && !group[group.startIndex].isColumned(in: reader.text)
  }

  /// `Document 12`, `Telegram No. 7`, `Confidential`: no sentence goes on over the heading of a document.
  private func areHeadings(_ group: ArraySlice<RunningLine>) -> Bool {
    SectionHeadings.are(group.map(\.line), reader)
  }

  /// Whether numbers that go up are those of the pages on which their lines stand.
  ///
  /// Of four references to one book three go up by chance (`Op. cit., p. 40`).
  private func haveNumbersOfPages(_ chain: [RunningLine]) -> Bool {
    let folios = chain.map { (line: $0.line, number: $0.number ?? 0) }
    guard let first = folios.first, let last = folios.last, PageLength(folios) != nil else {
      return false
    }
    return chain.count * 4 > last.number - first.number
      || chain.count { reader.interrupts($0.line) } * 2 >= chain.count
  }

  /// Whether most lines stand at the edges of pages: a third where folios were found, others beside numbers
  /// that go up with them.
  private func standsAtEdges(_ group: ArraySlice<RunningLine>) -> Bool {
    var inside = 0
    for i in group.indices where !isAtEdge(group[i].line) {
      inside += 1
      if inside * 10 > group.count * 3 { return standsBesideNumbers(group) }
    }
    return true
  }

  private func standsBesideNumbers(_ group: ArraySlice<RunningLine>) -> Bool {
    // Nearly all stand beside none.
    if folioLines.isEmpty || numberBeside(group[group.startIndex].line) == nil { return false }
    let numbers = group.compactMap { numberBeside($0.line) }
    return numbers.count * 10 >= group.count * 7
      && RunningLines.increasing(numbers).count == numbers.count
      && group.count { isAtEdge($0.line) } * 3 >= group.count
  }

  /// The number that the line before or behind is.
  private func numberBeside(_ line: Int) -> Int? {
    for beside in [reader.layout.nextText(after: line), reader.layout.previousText(before: line)] {
      guard let beside, reader.lines[beside].content.count <= 4 else { continue }
      if let number = Folio(reader.lines[beside].content, in: reader.text) { return number.value }
    }
    return nil
  }

  /// Whether lines with the same letters stand at the distance of one or more pages from each other, and
  /// sentences go on behind half of them.
  private func interruptsRegularly(_ group: ArraySlice<RunningLine>) -> Bool {
    // Nearly all that repeat stand close together somewhere.
    var page = 2 * RunningLines.longestPage
    for i in group.indices.dropFirst() {
      page = Swift.min(page, Double(group[i].line - group[i - 1].line))
      if page < Double(2 * RunningLines.minimumPage) { return false }
    }
    let regular = group.indices.dropFirst().count { i in
      let gap = Double(group[i].line - group[i - 1].line)
      let pages = (gap / page).rounded()
      return pages <= 8 && abs(gap - pages * page) <= page / 5
    }
    guard regular * 10 >= (group.count - 1) * 8, isWrittenAsHead(group[group.startIndex])
    else {
      return false
    }
    // Of paragraphs that repeat the second line does so, too.
    var behind: Set<UInt64> = []
    for head in group where beginsPage(head) {
      guard let next = reader.layout.nextText(after: head.line) else { continue }
      behind.insert(reader.text.hashOfBytes(reader.lines[next].content))
    }
    return behind.count >= 2 && behind.count * 2 >= group.count
  }

  /// Whether the first letter of a line is no small one, and no sign of code stands in it.
  private func isWrittenAsHead(_ line: RunningLine) -> Bool {
    let content = reader.lines[line.line].content
    guard let first = line.rest.first(where: { reader.text[$0].isLetter || reader.text[$0].isHigh })
    else { return false }
    return !reader.text[first].isLower && !reader.text[content].contains(where: Self.code.contains)
  }

  private static let code = ByteSet("{}<>#=_`\\/$@".utf8)

  private func isAtEdge(_ line: Int) -> Bool {
    if pages.pages.count > 2 {
      let lines = pages.pages[pages.page(ofLine: line)].lines
      if reader.layout.previousText(before: line).map({ $0 < lines.lowerBound }) ?? true {
        return true
      }
      if reader.layout.nextText(after: line).map({ $0 >= lines.upperBound }) ?? true {
        return true
      }
    }
    let before = reader.layout.previousText(before: line)
    let after = reader.layout.nextText(after: line)
    return before.map(folioLines.contains) ?? false || after.map(folioLines.contains) ?? false
  }
}
