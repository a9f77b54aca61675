import Testing

@testable import Emend

/// Citations, labels of notes and numerals in a text that is known to be misread.
struct CitationTests {
  private static let setting =
    "They came wIth a letter of the king, and stood wIth him in April until they were tired.\n"
    + "She took the hand which he gave, which was cold, and by the hand he led her in.\n"
    + "A non-aggression pact was read, and no non-aggression pact was signed in the end.\n"

  private func clean(_ line: String, behind setting: String = setting) throws -> String {
    var options = Cleaner.Options()
    options.policy.minimum = .certain
    let text = try Cleaner(options: options).clean(setting + line + "\n").text
    return String(text.dropFirst(setting.count).dropLast())
  }

  @Test(arguments: [
    ("1. Marsh, op, cit. pp. 31-35 of it.", "1. Marsh, op. cit. pp. 31-35 of it."),
    ("1. Marsh, Long Winters, op,cit. p. 7.", "1. Marsh, Long Winters, op.cit. p. 7."),
    ("1. Holt, op^cit. p. 7; Marsh, loc..cit.", "1. Holt, op.cit. p. 7; Marsh, loc.cit."),
    ("1. Holt, 17 May 1911; Marsh,op.cit. p. 7.", "1. Holt, 17 May 1911; Marsh, op.cit. p. 7."),
    ("1. Thid. p. 7.", "1. Ibid. p. 7."), ("Tbid., pp. 7-9.", "Ibid., pp. 7-9."),
    ("1. Holt, p. 7; dbid.. p. 12.", "1. Holt, p. 7; ibid., p. 12."),
    ("1. Holt, op. cit.. p. 12; Ibid.. p. 3.", "1. Holt, op. cit., p. 12; Ibid., p. 3."),
    ("2. Holt, (Leeds 1968) pp^ 95-98 of it.", "2. Holt, (Leeds 1968) pp. 95-98 of it."),
    ("2. Holt, op.cit. pp. 281^395 of it.", "2. Holt, op.cit. pp. 281-395 of it."),
    ("2. Holt, op.cit. p p.86-115 of it.", "2. Holt, op.cit. pp.86-115 of it."),
    ("2. See Holt, Vol. Ill of the book.", "2. See Holt, Vol. III of the book."),
    ("2. See Holt, App. Il(iii) of the book.", "2. See Holt, App. II(iii) of the book."),
    ("It was read to Henry Ill, and to Edward Il.", "It was read to Henry III, and to Edward II."),
    ("They met before World War Il in the spring.", "They met before World War II in the spring."),
    ("They met to sign a non?aggression pact.", "They met to sign a non-aggression pact."),
    ("They met to sign a non^aggression pact.", "They met to sign a non-aggression pact."),
    ("1. Ibid.» p. 7; Holt, op.cit.» Vol 2.", "1. Ibid., p. 7; Holt, op.cit., Vol 2."),
    ("1. Holt to Marsh, N423/77/38» FO 371/423.", "1. Holt to Marsh, N423/77/38, FO 371/423."),
    (
      "1. D.B.F.P. IA/¥, Doc.No. 7; IB/V¥, Doc.No. 9.",
      "1. D.B.F.P. IA/V, Doc.No. 7; IB/V, Doc.No. 9."
    ),
    ("1. D.V.P. Vol 2; D.¥.P. Vol 3.", "1. D.V.P. Vol 2; D.V.P. Vol 3."),
    ("1. D.B.FeP. IA/V; C.P. 7 (28); CoP. 9 (28).", "1. D.B.F.P. IA/V; C.P. 7 (28); C.P. 9 (28)."),
    (
      "1. Holt, opecit., p. 7; Marsh, op-cit., p. 9.",
      "1. Holt, op.cit., p. 7; Marsh, op.cit., p. 9."
    ),
    (
      "1. Holt, op.ctt., p. 7; Marsh, op.ecit., p. 9.",
      "1. Holt, op.cit., p. 7; Marsh, op.cit., p. 9."
    ),
    ("1. Holt, op.cit., p- 7; Ibid., pp- 7-9.", "1. Holt, op.cit., p. 7; Ibid., pp. 7-9."),
    ("1. Holt, op.cit., Vol 2, ppe 295-435.", "1. Holt, op.cit., Vol 2, pp. 295-435."),
    (
      "1. Holt, pp. 7-9; pp. 10-12; pp. 14-15; Vol 2, Pp. 20-24.",
      "1. Holt, pp. 7-9; pp. 10-12; pp. 14-15; Vol 2, pp. 20-24."
    ),
    (
      "1. Debates, Vol 12, Col. 7; Debates, Yol 14, Col. 9.",
      "1. Debates, Vol 12, Col. 7; Debates, Vol 14, Col. 9."
    ),
    (
      "He spoke of a long winter,'the last of all', to them.",
      "He spoke of a long winter, 'the last of all', to them."
    ),
  ])
  func readsCitations(read: String, printed: String) throws {
    #expect(try clean(read) == printed)
  }

  @Test(arguments: [
    "1. Marsh, op. cit., pp. 31-35; Holt, op.cit. 7; loc. cit.; op cit. of it.",
    "1. Thid. said so; the bid. p. 7; he hid. p. 3; Holt, op. cit.. perhaps.",
    "1. Marsh, art. cit, and the top, cit. of the shop,cit. of it.",
    "1. The fees in Tokyo, ¥500 and IA/¥500, and the word» of the day.",
    "1. Holt, Pp. 7-9; Vol 2, Pp. 20-24; the DoP. 9 and the D.¥.P. of it.",
    "1. Debates, Yol 14; the hope- 7 of p-7, and Cope 295 of it.",
    "2. The sum of 2^8 and of 12^345 on pp. 12~ of it.",
    "2. Holt had p p to say, and p. 86 to read.",
    "No Ill Will was the book of Part Ill Health and Il Duce.",
    "Ill luck had it that he fell ill in Vol. III of the book.",
    "Is it a pact?aggression or a non_aggression, is it pact=signed?",
    "He spoke of the winter,'the last of all.",
  ])
  func leavesOthers(line: String) throws {
    #expect(try clean(line) == line)
  }

  /// Three misread marks in five thousand words say little; four signs that stand for spaces beside
  /// function words say the rest.
  @Test(arguments: [("in.the", true), ("of‘the", true), ("user.name", false), ("in the", false)])
  func signsBetweenWordsTellOfOthers(sign: String, areTold: Bool) throws {
    let prose = String(
      repeating: "They came with a letter of the king, and she stood with him at the gate.\n",
      count: 310)
    let marks = String(repeating: "They left the house of the king .\n", count: 3)
    let signs = String(repeating: "They stood \(sign) garden of the king.\n", count: 4)
    let text = try Cleaner().clean(prose + marks + signs + "1. Thid. p. 7.\n").text
    #expect(text.hasSuffix(areTold ? "1. Ibid. p. 7.\n" : "1. Thid. p. 7.\n"))
  }

  /// Where nothing is misread, all of it may be meant.
  @Test(arguments: [
    "1. Marsh, op, cit. pp. 31-35 of it.",
    "2. Holt, (Leeds 1968) pp^ 95-98 of it.",
    "It was read to Henry Ill, and to Edward Il.",
    "They met to sign a non?aggression pact.",
  ])
  func leavesCleanText(line: String) throws {
    let setting =
      "A non-aggression pact was read with care, and no non-aggression pact was signed.\n"
    #expect(try clean(line, behind: setting) == line)
  }

  /// A page number that only capitals make is no more than likely.
  @Test func readsPageNumbersWhereAsked() throws {
    var options = Cleaner.Options()
    let line = "Planned Winters, op. cit. Vol. 3, p.Ill; Holt, pp. 569-570.\n"
    #expect(try Cleaner(options: options).clean(Self.setting + line).text.hasSuffix(line))
    options.policy.minimum = .likely
    let output = try Cleaner(options: options).clean(Self.setting + line).text
    #expect(output.contains("p.111; Holt"))
  }

  @Test(arguments: [
    ("1, Marsh, Winters, p. 3.\n2. Holt, p. 7.", "1. Marsh, Winters, p. 3.\n2. Holt, p. 7."),
    (
      "1. Marsh, Winters, p. 3.\n2 \u{2022} Holt, p. 7.", "1. Marsh, Winters, p. 3.\n2. Holt, p. 7."
    ),
    ("1. Marsh, Winters, p. 3.\n2\u{201E} Holt, p. 7.", "1. Marsh, Winters, p. 3.\n2. Holt, p. 7."),
    // `Vol 2`, and no label.
    (
      "1. Marsh, Winters, p. 3; Holt, op.cit., Vol\n2, Pp. 7-9.\n3. Holt, p. 7.",
      "1. Marsh, Winters, p. 3; Holt, op.cit., Vol\n2, Pp. 7-9.\n3. Holt, p. 7."
    ),
    // No label before or behind, and a number of a sentence.
    ("1, Marsh, Winters, p. 3.\n3. Holt, p. 7.", "1, Marsh, Winters, p. 3.\n3. Holt, p. 7."),
    ("1. Marsh saw 3 and\n2, then 4 of them.", "1. Marsh saw 3 and\n2, then 4 of them."),
  ])
  func readsTheStopsOfLabels(read: String, printed: String) throws {
    #expect(try clean(read) == printed)
  }

  /// A comma behind what is numbered, and stops where the other citations of the text have commas.
  @Test(arguments: [
    ("1. Debates, vol, 29, cols, 509-788.", "1. Debates, vol. 29, cols. 509-788."),
    ("1. Studies, vol. XII, no, 9, pp, 3-9.", "1. Studies, vol. XII, no. 9, pp. 3-9."),
    ("She said no, 3 of them were cold.", "She said no, 3 of them were cold."),
    ("And no, no, 3 of them were cold.", "And no, no, 3 of them were cold."),
    ("1. DVP, t. 5; DVP, t. 6; DVP. t. 7.", "1. DVP, t. 5; DVP, t. 6; DVP, t. 7."),
    ("1. ADAP, B, II; ADAP, B, V; ADAP. B, XII.", "1. ADAP, B, II; ADAP, B, V; ADAP, B, XII."),
    ("1. DVP. t. 5; DVP, t. 6; DVP. t. 7.", "1. DVP. t. 5; DVP, t. 6; DVP. t. 7."),
    (
      "They joined the NKVD, the GRU, the GRU. The end.",
      "They joined the NKVD, the GRU, the GRU. The end."
    ),
  ])
  func aMarkOfACitation(read: String, printed: String) throws {
    #expect(try clean(read) == printed)
  }

  /// Before a page or a volume stands what the text has there mostly; an abbreviation keeps its stop.
  @Test(arguments: [
    ("Winter Studies. pp. 3-9.", "Winter Studies, pp. 3-9."),
    ("Town (1966). vol. 2.", "Town (1966), vol. 2."),
    ("Slavic Rev. vol. 3, p. 7.", "Slavic Rev. vol. 3, p. 7."), ("Ibid. p. 12.", "Ibid. p. 12."),
  ])
  func aStopBeforeANumber(read: String, printed: String) throws {
    let others = "1. Marsh, p. 3; Marsh, pp. 4-5; Marsh, vol. 2; Marsh, no. 7; Marsh, p. 8; "
    #expect(try clean(others + read) == others + printed)
    #expect(try clean("1. Marsh, p. 3; " + read) == "1. Marsh, p. 3; " + read)
  }

  /// A round bracket makes a pair with a round one only.
  @Test(arguments: [
    ("the town. {2) It was cold.", "the town. (2) It was cold."),
    ("the town. [14) It was cold.", "the town. (14) It was cold."),
    ("the town. (16} It was cold.", "the town. (16) It was cold."),
    ("the town {neo) was cold.", "the town {neo) was cold."),
  ])
  func aBracketOfAMarker(read: String, printed: String) throws {
    #expect(try clean("They came to " + read) == "They came to " + printed)
  }

  /// No column counts in thousands and in thousandths.
  @Test(arguments: [
    ("1924 14,685 12.2\n1925 60.145 66.7", "1924 14,685 12.2\n1925 60,145 66.7"),
    ("1924 14,685 12.2\n1925 0.145 66.7", "1924 14,685 12.2\n1925 0.145 66.7"),
    ("1924 14,685 1.222\n1925 60,145 2.667", "1924 14,685 1.222\n1925 60,145 2.667"),
  ])
  func thousandsInAColumn(read: String, printed: String) throws {
    let others = "They sold 12,500 and 1,250 and 31,400 tons of the grain.\n"
    #expect(try clean(others + read) == others + printed)
  }
}
