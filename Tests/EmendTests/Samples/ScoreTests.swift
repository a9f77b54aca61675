import Testing

@testable import Emend

/// The figures that `check` gives.
@Suite struct ScoreTests {
  @Test func matchErrorRateCountsAllThatStandsSideBySide() {
    func rate(_ text: String, _ truth: String) -> MatchErrorRate {
      MatchErrorRate(of: ComparedText(text), against: ComparedText(truth))
    }
    #expect(rate("abc", "abc") == MatchErrorRate(errors: 0, length: 3))
    #expect(rate("abxc", "abc") == MatchErrorRate(errors: 1, length: 4))
    #expect(rate("ac", "abc") == MatchErrorRate(errors: 1, length: 3))
    #expect(rate("axc", "abc") == MatchErrorRate(errors: 1, length: 3))
    // However much is made up, it is not more than all.
    #expect(rate("wholly other and much longer", "x").rate <= 1)
    #expect(rate("", "abc").rate == 1)
  }

  @Test func normalisationLeavesLettersAndDigits() {
    #expect(ComparedText("It's «Été_1», no?").normalised.words == ["it", "s", "été", "1", "no"])
  }

  @Test func lowerBoundOfAProportion() {
    #expect(abs(Proportion(right: 187, all: 187).lowerBound - 0.9799) < 0.0001)
    #expect(abs(Proportion(right: 5, all: 10).lowerBound - 0.2366) < 0.0001)
    #expect(Proportion().lowerBound == 0)
  }

  @Test func bootstrapHoldsTheFigureAndDoesNotVary() throws {
    let values = [0.0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    func mean(_ numbers: [Int]) -> Double {
      numbers.reduce(0) { $0 + values[$1] } / Double(numbers.count)
    }
    let interval = try #require(Bootstrap.interval(count: values.count, statistic: mean))
    #expect(interval.lower < 4.5 && interval.upper > 4.5)
    #expect(interval.lower > 2 && interval.upper < 7)
    let again = try #require(Bootstrap.interval(count: values.count, statistic: mean))
    #expect(interval == again)
    #expect(Bootstrap.interval(count: 1, statistic: mean) == nil)
  }

  /// An edit is right where the page said so, wrong where it did not.
  @Test func editsAreJudgedByTheWordsTheyTouch() throws {
    let scan = "the govern-\nment of Litvinoff and the exam-\nple\n"
    func scores(_ truth: String) throws -> EditScores {
      let sample = Sample(name: "a", source: Array(scan.utf8), gold: Array(truth.utf8))
      return try #require(try SampleResult(checking: sample).scores)
    }
    let right = try scores("the government of Litvinov and the example")
    #expect(right.levels[.certain] == Proportion(right: 3, all: 3))
    #expect(right.stages[.hyphens]?.fixed == 2)
    let wrong = try scores("the govern- ment of Litvinoff and the example")
    #expect(wrong.levels[.certain] == Proportion(right: 1, all: 3))
    #expect(wrong.stages[.names]?.harmed == 1)
    #expect(Set(wrong.wrong.map(\.rule)) == ["hyphens/soft", "names/authority"])
  }

  @Test func missedWordsGoToTheStageOfTheirDamage() {
    let counts = MissedWords.counts(
      in: Array("an exam- ple of tlie end RUNNING HEAD of it".utf8),
      truth: ComparedText("an example of the end of it"))
    #expect(counts == [.hyphens: 1, .characters: 1, .furniture: 1])
  }

  @Test func qualityCountsWordsTheLexiconHas() {
    func quality(_ text: String) -> TextQuality { TextQuality(of: Array(text.utf8)[...]) }
    #expect(quality("the cat sat xqzvk 1234 a") == TextQuality(words: 4, known: 3))
    #expect(quality("don’t—the ‘end’ of") == quality("the end of don"))
    #expect(quality("") == TextQuality())
    #expect(TextQuality().share == 100)
  }
}
