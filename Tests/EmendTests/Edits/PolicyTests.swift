import Testing

@testable import Emend

@Suite struct PolicyTests {
  private func edit(
    _ span: Range<Int>, _ confidence: Confidence = .certain, rule: RuleID = "hyphens/soft",
    group: Int = 0
  ) -> Edit {
    Edit(
      span: span, replacement: "x", rule: rule, confidence: confidence, evidence: .composed,
      group: group)
  }

  @Test func appliesWhatIsSureEnough() {
    let edits = [edit(0..<1, .doubtful), edit(2..<3, .likely), edit(4..<5, .certain)]
    #expect(Policy().decide(edits) == [.belowMinimum, .belowMinimum, .applied])
    #expect(Policy(minimum: .likely).decide(edits) == [.belowMinimum, .applied, .applied])
    #expect(Policy(minimum: .doubtful).decide(edits) == [.applied, .applied, .applied])
  }

  @Test func ofOverlappingEditsTheSurerThenTheEarlierWins() {
    let minimum = Policy(minimum: .doubtful)
    #expect(minimum.decide([edit(0..<4), edit(3..<6)]) == [.applied, .overlaps])
    #expect(minimum.decide([edit(0..<4, .likely), edit(3..<6)]) == [.overlaps, .applied])
    #expect(minimum.decide([edit(0..<4), edit(3..<6, .likely)]) == [.applied, .overlaps])
    // What only touches does not overlap.
    #expect(minimum.decide([edit(0..<4), edit(4..<6)]) == [.applied, .applied])
    // What takes no room overlaps its like, and what it stands in.
    #expect(minimum.decide([edit(2..<2), edit(2..<2)]) == [.applied, .overlaps])
    #expect(minimum.decide([edit(1..<4), edit(2..<2)]) == [.applied, .overlaps])
    #expect(minimum.decide([edit(1..<2), edit(2..<2)]) == [.applied, .applied])
    // What is not applied takes no room.
    #expect(Policy().decide([edit(0..<4, .likely), edit(3..<6)]) == [.belowMinimum, .applied])
  }

  @Test func aLongEditIsInTheWayOfAllThatItHolds() {
    let edits = [edit(0..<10), edit(1..<2), edit(3..<4), edit(9..<12), edit(12..<13)]
    #expect(Policy().decide(edits) == [.applied, .overlaps, .overlaps, .overlaps, .applied])
  }

  @Test func aGroupIsAppliedWholeOrNotAtAll() {
    let edits = [edit(0..<2, group: 1), edit(1..<3), edit(5..<6, group: 1), edit(8..<9, group: 2)]
    #expect(Policy().decide(edits) == [.applied, .overlaps, .applied, .applied])
    let broken = [edit(0..<1, group: 1), edit(4..<6), edit(5..<7, group: 1), edit(8..<9)]
    #expect(Policy().decide(broken) == [.overlaps, .applied, .overlaps, .applied])
    let unsure = [edit(0..<1, .likely, group: 3), edit(4..<6, group: 3)]
    #expect(Policy().decide(unsure) == [.belowMinimum, .belowMinimum])
  }

  @Test(
    arguments: [
      ([], [], true), (["hyphens"], [], true), (["hyphens/"], [], true),
      (["hyphens/soft"], [], true),
      (["hyphens/hard"], [], false), (["characters", "hyphens"], [], true), (["names"], [], false),
      ([], ["hyphens"], false), (["hyphens/soft"], ["hyphens"], false), ([], ["hyphens/h"], true),
      ([], ["characters"], true),
    ] as [([String], [String], Bool)])
  func selectsByIDOrPrefix(select: [String], ignore: [String], isSelected: Bool) {
    let policy = Policy(select: select, ignore: ignore)
    #expect(policy.selects("hyphens/soft") == isSelected)
    #expect(policy.decide([edit(0..<1)]) == [isSelected ? .applied : .notSelected])
  }

  /// The output is valid UTF-8 whatever the user selects.
  @Test func invalidBytesCannotBeRefused() {
    #expect(Policy(select: ["names"], ignore: ["bytes"]).selects("bytes/invalid"))
    #expect(!Policy(select: ["names"], ignore: ["bytes"]).selects("bytes/compose"))
  }
}
