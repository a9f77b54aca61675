import Testing

@testable import Emend

/// Words that were run together, and words that were divided, in texts in which that happens time and again.
struct RunOnTests {
  /// Lost four spaces in four lines, and no letter misread.
  private static let lossy =
    "The envoys of bothcountries went to the capital inthe spring of that year.\n"
    + "They were to speak ofthe treaty, and they knew that itwas to be signed there.\n"
    + "The minister hadbeen ill, and his letter was read by the oldest of his men.\n"

  private func clean(_ line: String, behind setting: String) throws -> String {
    let output = try Cleaner().clean(setting + line + "\n").text
    return String(output.dropLast().split(separator: "\n").last ?? "")
  }

  @Test(arguments: [
    ("It followed thatthetreaty was of no use to anybody.", "that the treaty was"),
    ("They had to waituntilthe end of the winter for it.", "wait until the end"),
    ("Theyear was a bad one for the trade of the country.", "The year was"),
    ("It was a sign of the growingtension of these years.", "growing tension of"),
    (
      "He wrote to theFrench embassy, andToulonskii replied.",
      "the French embassy, and Toulonskii replied"
    ),
    ("It was all Imust say of the talks and of their end.", "all I must say"),
    ("They met the FrenchAmbassador at the house of a friend.", "French Ambassador at"),
    // Behind marks.
    ("It was a rupture,a loss of trust and of good will.", "rupture, a loss"),
    ("There they remained;nobody came to see them again.", "remained; nobody came"),
    ("They had all been told.None of them wanted to leave.", "told. None of them"),
    ("The council (the old one)was to meet on the first day.", "one) was to meet"),
  ])
  func putsSpacesBack(read: String, printed: String) throws {
    let output = try clean(read, behind: Self.lossy)
    #expect(output.contains(printed))
    #expect(output.filter { $0 != " " } == read.filter { $0 != " " })
  }

  @Test(arguments: [
    "The unstatesmanlike sensitiveness of the man was overhung by doubt.",
    "They called upon Winterbottom and on MacMahon, and on Constantin.",
    "It cannot be said into whose hands the whole of it fell abroad.",
    "See www.andthe.example/ofthe.html and write to me@inthe.example.",
    "He came at 9.30 with Mr.Eden and J.Bruce, and went on to No.Ten.",
    "The (un)usual word(s) of the letter were read again by all of them.",
    "A sum of 3,000 was paid, and of 1,200 it was said that it was lost.",
  ])
  func leavesWords(line: String) throws {
    #expect(try clean(line, behind: Self.lossy) == line)
  }

  /// Few spaces are lost in a long text: what it repeats is a word, and what has a capital inside is a name.
  @Test(arguments: [
    "The clerks of the bestand met, the bestand was old, and no bestand was to be kept.",
    "They took the InRelease file of the year and left.",
  ])
  func leavesWordsOfLongTexts(line: String) throws {
    let setting =
      Self.lossy + String(repeating: "The council met again in the spring.\n", count: 800)
    #expect(try clean(line, behind: setting) == line)
    let runOn = "It followed thatthetreaty was of no use, and then ofthe and ofthe and ofthe."
    #expect(
      try clean(runOn, behind: setting)
        == "It followed that the treaty was of no use, and then of the and of the and of the.")
  }

  /// What the text does not show it is not known to do.
  @Test(arguments: [
    "It followed thatthetreaty was of no use to anybody.",
    "It was a rupture,a loss of trust and of good will.",
    "It was a sign of the growingtension of these years.",
    "The fis cal year was a bad one, for the trade of the country fell.",
  ])
  func leavesCleanTextsAlone(line: String) throws {
    let setting =
      "The envoys of both countries went to the capital in the spring of that year.\n"
      + "They were to speak of the treaty, and they knew that it was to be signed there.\n"
    #expect(try clean(line, behind: setting) == line)
  }

  /// A word with a letter misread is likelier than two words, where letters are misread.
  @Test func readsWhatIsNoRunOn() throws {
    let line = "It was an inpossible affair for the ministers of the council."
    let setting = Self.lossy + MisreadSetting.words.lines
    let output = try clean(line, behind: setting)
    #expect(!output.contains("in possible"))
  }

  /// Words that a space divides, in a text that divides eight and more.
  private static let divided =
    "The govern ment of the coun try had the confi dence of the peo ple for a whole year.\n"
    + "Its minis ters spoke of an agree ment, and of their inten tion to sign it at once.\n"
    + "The repre sentatives of the work ers were invited to the assem bly in the autumn.\n"

  @Test(arguments: [
    ("They saw t hat the end of it was near for all of them.", "saw that the end"),
    ("It was at the end of the fis cal year that they met again.", "fiscal year that"),
    ("They had to buy the foo d of the whole winter at once.", "the food of"),
    ("They wanted to be able to make use of the ligh t of day.", "the light of day"),
  ])
  func joinsHalves(read: String, printed: String) throws {
    #expect(try clean(read, behind: Self.divided).contains(printed))
  }

  @Test(arguments: [
    "They may be able to go on to the end of it all by day and by night.",
    "It was not a part of the plan, and no one of them had some time for it.",
    "He was in a way at ease, as he said, and in to dinner they all went.",
  ])
  func leavesWordsApart(line: String) throws {
    #expect(try clean(line, behind: Self.divided) == line)
  }
}
