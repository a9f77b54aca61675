import Testing

@testable import Emend

@Suite struct DehyphenationTests {
  /// Lines of usual length that end in a space, so that one without it speaks.
  private static let spaced = String(
    repeating: "The committee of the council met again in the spring of that year ⏎", count: 10)
  /// The same without.
  private static let plain = String(
    repeating: "The committee of the council met again in the spring of that year⏎", count: 10)

  @Test(arguments: [
    // Soft hyphens.
    LineCase("the govern-⏎ment of the day⏎", "the government⏎of the day⏎"),
    LineCase("the govern-⏎ment, which met⏎", "the government,⏎which met⏎"),
    LineCase("'the govern-⏎ment' met⏎", "'the government'⏎met⏎"),
    LineCase("of the govern-⏎ment⏎", "of the government⏎"),
    LineCase("of the govern-⏎ment", "of the government"),
    LineCase("of the govern-\r⏎ment met\r⏎", "of the government\r⏎met\r⏎"),
    LineCase("the govern\u{AD}⏎ment of⏎", "the government⏎of⏎"),
    LineCase("the govern\u{AC}⏎ment of⏎", "the government⏎of⏎"),
    LineCase("GOVERN-⏎MENT OF THE DAY⏎", "GOVERNMENT⏎OF THE DAY⏎"),
    LineCase("the govern-⏎⏎ment of⏎", "the government⏎⏎of⏎"),
    LineCase("the govern—⏎ment of⏎", "the government⏎of⏎"),
    // Two in a row, and one word over two ends.
    LineCase("a govern-⏎ment and a minis-⏎ter met⏎", "a government⏎and a minister⏎met⏎"),
    // No columns: the number of an item, and words that are spaced out.
    LineCase("(a)    of the govern-⏎       ment of⏎", "(a)    of the government⏎       of⏎"),
    LineCase(
      "the committee   of the  govern-⏎ment met  in the spring   of it⏎",
      "the committee   of the  government⏎met  in the spring   of it⏎"),
    // Real hyphens.
    LineCase("a well-⏎known man⏎", "a well-known⏎man⏎"),
    LineCase("that Steel-⏎Maitland said⏎", "that Steel-Maitland⏎said⏎"),
    LineCase("a self-⏎evident truth⏎", "a self-evident⏎truth⏎"),
    LineCase("the thinly-⏎veiled threat⏎", "the thinly-veiled⏎threat⏎"),
    LineCase("co-operation, and co-⏎operation again⏎", "co-operation, and co-operation⏎again⏎"),
    LineCase(
      "coöperation and cooperation, co-⏎operation⏎", "coöperation and cooperation, cooperation⏎"),
    // Ranges.
    LineCase("in 1914-⏎18 the war⏎", "in 1914-18⏎the war⏎"),
    LineCase("see pp. 123-⏎45, and⏎", "see pp. 123-45,⏎and⏎"),
  ])
  func rejoins(row: LineCase) throws {
    try row.check { try LineNotation.clean($0, behind: Self.plain, stages: [.hyphens]) }
  }

  @Test(arguments: [
    // Of three parts two would be a word for the next run.
    LineCase(stays: "of the com-⏎mis-⏎sion that met⏎"),
    LineCase(stays: "both first-⏎and second-class fares⏎"),
    LineCase(stays: "pre- ⏎or post-war⏎"),
    LineCase(stays: "he came in —⏎and went away⏎"),
    LineCase(stays: "he came—⏎and went away⏎"),
    LineCase(stays: "the day --⏎ment of⏎"),
    LineCase(stays: "-⏎ment⏎"),
    LineCase(stays: "the govern-⏎⏎⏎ment of⏎"),
    LineCase(stays: "the govern-⏎(ment) of⏎"),
    LineCase(stays: "of the ob-⏎    from which the⏎"),
    LineCase(stays: "правитель-⏎government⏎"),
    LineCase(stays: "of the govern⏎ance and the⏎ment⏎"),
    // Columns side by side: the other half stands in the next line of the same one.
    LineCase(
      stays: "The committee met in the spring      and it was the govern-⏎"
        + "ment was told of it in May, and       ment that asked for it⏎"),
    LineCase(
      stays: "The committee met in the spring.     and it was the govern-⏎"
        + "                                     ment that asked for it⏎"),
    LineCase(
      stays: "                                       It was the govern-⏎"
        + "ment was told of it in May, and      ment that asked for it⏎"),
    LineCase(stays: "./make --out-⏎    table.sh: unknown option⏎"),
    LineCase(
      stays: "It met.⏎⏎11. See the book.⏎⏎The clerks neglec-⏎⏎12. For a test see the book.⏎"),
    LineCase(stays: "The clerks neglec-⏎␌48  HARTWELL⏎⏎ted the harvest of the year⏎"),
    LineCase(stays: "The clerks neglec-⏎␌THE GRAIN QUESTION  47⏎⏎ted the harvest of the year⏎"),
  ])
  func leavesAlone(row: LineCase) throws {
    try row.check { try LineNotation.clean($0, behind: Self.plain, stages: [.hyphens]) }
  }

  /// A space at the end of ordinary lines makes a line without one speak.
  @Test(arguments: [
    LineCase("the whole govern⏎ment of the day ⏎", "the whole government ⏎of the day ⏎"),
    LineCase("the whole govern-⏎ment of the day ⏎", "the whole government ⏎of the day ⏎"),
    LineCase("a so⏎called treaty of the day ⏎", "a so-called ⏎treaty of the day ⏎"),
    LineCase(stays: "the whole govern ⏎ment of the day ⏎"),
    LineCase(stays: "the minister of the⏎people of the day ⏎"),
    LineCase(stays: "the whole govern⏎Ment of the day ⏎"),
    LineCase(
      "of the whole par-⏎liament of the govern⏎ment of the minis-⏎ter of the day ⏎",
      "of the whole parliament ⏎of the government ⏎of the minister ⏎of the day ⏎"),
    LineCase(
      "of the whole parlia⏎ment of the govern⏎ment of the negotia⏎tion of the day ⏎",
      "of the whole parliament ⏎of the government ⏎of the negotiation ⏎of the day ⏎"),
  ])
  func readsLineEndsWithoutASpace(row: LineCase) throws {
    try row.check { try LineNotation.clean($0, behind: Self.spaced, stages: [.hyphens]) }
  }

  @Test(arguments: [
    LineCase("of the govern-⏎␌ment of the day⏎", "of the government⏎␌of the day⏎"),
    // A word goes on behind the notes; they stay where they are.
    LineCase(
      "the clerk1) of the govern-⏎⏎1) See the note of May⏎␌ment of the day⏎",
      "the clerk1) of the government⏎⏎1) See the note of May⏎␌of the day⏎"),
    LineCase(
      "the clerk1) of the govern-⏎⏎1) See the minis-⏎ter's note⏎2) Ibid⏎␌ment of the day⏎",
      "the clerk1) of the government⏎⏎1) See the minister's⏎note⏎2) Ibid⏎␌of the day⏎"),
    LineCase(stays: "of the well-⏎␌thumbed day⏎"),
  ])
  func rejoinsOverPagesAndNotes(row: LineCase) throws {
    try row.check { try LineNotation.clean($0, behind: Self.plain, stages: [.hyphens]) }
  }

  @Test(arguments: [
    LineCase("of a negotia-tion here⏎", "of a negotiation here⏎"),
    LineCase(stays: "the re-creation and recreation of it⏎"),
    LineCase(stays: "a qxz-ment of it⏎"),
  ])
  func rejoinsInsideALine(row: LineCase) throws {
    let setting = String(repeating: "the negotiation of a negotiation⏎", count: 3)
    try row.check { try LineNotation.clean($0, behind: setting, stages: [.hyphens]) }
  }

  /// How many words were left beside another column is told, and of a table nothing is.
  @Test(arguments: [(12, 1), (4, 0)])
  func columnsAreTold(rows: Int, expected: Int) throws {
    let row =
      "The committee met in the spring      and it was the govern-⏎ment was told of it in May, and       ment that asked for it⏎"
    var notices: [String] = []
    let session = Cleaner().session(
      output: { _ in }, events: { if case .notice(let notice) = $0 { notices.append(notice) } })
    try session.feed(Array(LineNotation.text(String(repeating: row, count: rows)).utf8))
    try session.finish()
    #expect(notices.count { $0.contains("beside another column") } == expected)
  }
}
