import Testing

@testable import Emend

@Suite struct CharacterRepairTests {
  private func clean(_ text: String, behind setting: String = "") throws -> String {
    try LineNotation.clean(text, behind: setting, stages: [.characters])
  }

  /// A text that quotes with single marks.
  private static let quoting = String(
    repeating: "The committee 'met in the spring' and the 'council of the year' met again.⏎",
    count: 4)

  @Test(arguments: [
    LineCase(
      "The committee met 'in the spring* and went.⏎", "The committee met 'in the spring' and went.⏎"
    ),
    LineCase(
      "The committee met 'in the spring1, and went.⏎",
      "The committee met 'in the spring', and went.⏎"),
    LineCase(
      "The committee met *in the spring' and went.⏎", "The committee met 'in the spring' and went.⏎"
    ),
    LineCase(
      "The committee met fthe council' and went.⏎", "The committee met 'the council' and went.⏎"),
    LineCase(
      "The committee met with fcouncilf in it.⏎", "The committee met with 'council' in it.⏎"),
    LineCase("The committee1s council met.⏎", "The committee's council met.⏎"),
    LineCase("The committee met at OlmannTs council.⏎", "The committee met at Olmann's council.⏎"),
    LineCase("The committee*s council met.⏎", "The committee's council met.⏎"),
    LineCase("The committee weren^t there.⏎", "The committee weren't there.⏎"),
    // Look-alikes.
    LineCase(stays: "On 1 March the committee met.⏎"),
    LineCase(stays: "The committee paid £1 million for it.⏎"),
    LineCase(stays: "The committee met (FO 371/33(27)1 and others).⏎"),
    LineCase(stays: "The committee's council' of the clerks' year met.⏎"),
    LineCase(stays: "Page 1 of the note is the note of 1 clerk.⏎"),
    LineCase(stays: "The committee met 5 * 3 times.⏎"),
    // Half of a divided word that a reader left divided: no mark stands before `erred`.
    LineCase(stays: "The committee trans-⏎ferred the council' and went.⏎"),
  ])
  func restoresSingleQuotationMarks(row: LineCase) throws {
    try row.check { try clean($0, behind: Self.quoting) }
  }

  /// A 1 that touches a word and opens nothing, where the markers of notes stand in brackets.
  @Test(arguments: [
    ("It met for its country1 again.⏎", "It was so (1). It met (2), and went.⏎", true),
    ("It met for its country1 again.⏎", "It was (1) so and (2) met.⏎", false),
    ("It met for its country1 and year2.⏎", "It was so (1). It met (2), and went.⏎", false),
    ("It met for its country* again.⏎", "It was so (1). It met (2), and went.⏎", true),
    ("It met for its country* again.⏎", "It was (1) so and (2) met.⏎", false),
  ])
  func readsOnesBesideMarkersInBrackets(line: String, markers: String, isMark: Bool) throws {
    let output = try clean(line, behind: Self.quoting + markers)
    #expect(output == (isMark ? line.replacing(/y[1*]/, with: "y'") : line))
  }

  /// A mark that closes a quotation and was read as a letter makes no other word, whatever opened it.
  @Test(arguments: ["It was ^an open woundf and that.⏎", "It was so of the beardT and that.⏎"])
  func aMarkIsNoLetter(line: String) throws {
    let misread = "They came wIth a letter and stood wIth him; tbe house and tbe garden.⏎"
    #expect(try clean(line, behind: Self.quoting + misread) == line)
  }

  /// An asterisk that opens a quotation, closed by another mark, and one of a pair that sets a title off.
  @Test(arguments: [
    LineCase("It met for a *single year' again.⏎", "It met for a 'single year' again.⏎"),
    LineCase("The *Council met' for a year.⏎", "The 'Council met' for a year.⏎"),
    LineCase(stays: "The *Council of the Year* met in it.⏎"),
  ])
  func tellsAsterisksByTheirPairs(row: LineCase) throws {
    try row.check { try clean($0, behind: Self.quoting) }
  }

  /// Signs of references, shares and sums are no code; others are.
  @Test(arguments: [
    ("See N721/1/38, FO 371/15601, and II/VII of it.⏎", true),
    ("It was 5% of the year, and $40 of the clerks.⏎", true),
    ("See src/year/spring, a=b and c_d of the clerks.⏎", false),
  ])
  func referencesAreProse(line: String, isProse: Bool) throws {
    let output = try clean("See Doc .No. 53 of it.⏎", behind: String(repeating: line, count: 9))
    #expect(output == (isProse ? "See Doc.No. 53 of it.⏎" : "See Doc .No. 53 of it.⏎"))
  }

  /// A 1 before words that stand beside numbers as well.
  @Test(arguments: [
    LineCase("It was a policy of 1 studied reserve1.⏎", "It was a policy of 'studied reserve'.⏎"),
    LineCase("They were unable 1 to leave the year1.⏎", "They were unable 'to leave the year'.⏎"),
    LineCase("They were seen 1 in the spring' to go.⏎", "They were seen 'in the spring' to go.⏎"),
    LineCase("They wrote *1 have been to spring1.⏎", "They wrote 'I have been to spring'.⏎"),
    LineCase(stays: "It was a policy of 1 studied reserve. The 'year' began.⏎"),
    LineCase(stays: "They were from 1 to 10 of the clerks' year.⏎"),
    LineCase(stays: "They paid 1 in ten of the clerks, no more.⏎"),
  ])
  func readsOnesThatOpenQuotations(row: LineCase) throws {
    let setting =
      Self.quoting + "I saw it. They said 'the spring1 and 'the year1 of the clerks. I went.⏎"
    try row.check { try clean($0, behind: setting) }
  }

  @Test(arguments: [
    LineCase(stays: "The *committee* met in the **spring** of the year and *the council* met.⏎"),
    LineCase(stays: "The committee\"s council met 'in the spring* of the year.⏎"),
    LineCase(stays: "The committee met.⏎* council' of the year⏎* clerks of the year⏎"),
    LineCase(stays: "a *few* words and *some* more, and 1 other⏎"),
  ])
  func leavesOtherMarksAlone(row: LineCase) throws {
    let setting = String(
      repeating: "The \"committee\" met in *The Spring* of \"the year\" again.⏎", count: 4)
    try row.check { try clean($0, behind: setting) }
  }

  @Test(arguments: [
    LineCase("See Chapter VIl and the XIl of it.⏎", "See Chapter VII and the XII of it.⏎"),
    LineCase("See Vol. IIl, App. Vl(iii) of it.⏎", "See Vol. III, App. VI(iii) of it.⏎"),
    LineCase("See D.B.F.P. II/Vl, p. 3 of it.⏎", "See D.B.F.P. II/VI, p. 3 of it.⏎"),
    // `Ill`, a sign, a name, and numerals as they are.
    LineCase(stays: "The IIl health of the year and the Vl of it.⏎"),
    LineCase(stays: "The clerk Al met Vil and the xll of the XL in Vol. III.⏎"),
  ])
  func readsRomanNumerals(row: LineCase) throws { try row.check { try clean($0) } }

  @Test(arguments: [
    LineCase("The committee met . The council went .⏎", "The committee met. The council went.⏎"),
    LineCase("The committee (of the year) .⏎", "The committee (of the year).⏎"),
    LineCase("See Doc .No. 64 and pp .495 of it.⏎", "See Doc.No. 64 and pp.495 of it.⏎"),
    LineCase("The clerk' s note of the year.⏎", "The clerk's note of the year.⏎"),
    // Look-alikes.
    LineCase(stays: "The committee met . . . and went.⏎"),
    LineCase(stays: "The committee met ... and went ...⏎"),
    LineCase(stays: "It was .5 of the whole and .75 of the half.⏎"),
    LineCase(stays: "Comment ? demanda-t-il ; oui !⏎"),
    LineCase(stays: "cp a.txt . && cd .. && ls . > b⏎"),
    LineCase(stays: "The clerks' s and the rollcall of the roll-call.⏎"),
    LineCase(stays: "Plan B and vitamin C and a T square.⏎"),
    LineCase(stays: "The .NET and the .txt of the year.⏎"),
  ])
  func repairsSpacing(row: LineCase) throws {
    try row.check { try clean($0, behind: Self.prose) }
  }

  /// Enough of a text that one symbol does not make it a technical one.
  private static let prose = String(
    repeating: "The committee of the council met in the spring of the year.⏎", count: 10)

  @Test(arguments: [
    LineCase(
      "The committee of the council met in the spring and⏎~ the council of the year met again.⏎",
      "The committee of the council met in the spring and⏎the council of the year met again.⏎"),
    LineCase(
      "The committee of the council met in the spring /⏎of the year.⏎",
      "The committee of the council met in the spring⏎of the year.⏎"),
    LineCase("(Leeds 1958) p.3. ~⏎", "(Leeds 1958) p.3.⏎"),
    LineCase("(Leeds 1958) p.3 . ~⏎", "(Leeds 1958) p.3.⏎"),
    // A list, a quotation, a heading, a rule.
    LineCase(
      stays:
        "We saw the committee of the council and⏎* the council⏎* the clerks⏎* the note⏎* the year⏎"),
    LineCase(
      stays: "The committee of the council met in the spring.⏎> the council of the year met again.⏎"
    ),
    LineCase(
      stays:
        "The committee of the council met in the spring and⏎‘the council of the year’ met again.⏎"),
    // Emphasis, a quotation of two lines.
    LineCase(
      stays: "The committee of the council met in the spring and⏎_the_ council of the year met.⏎"),
    LineCase(
      stays: "The committee of the council met and⏎> the council of the year met and⏎> met again.⏎"),
    LineCase(stays: "a = b /⏎c⏎"),
    LineCase(stays: "~/notes/of/the/year and the committee of the council⏎"),
  ])
  func takesSpecksAway(row: LineCase) throws {
    try row.check { try clean($0, behind: Self.prose) }
  }

  @Test func specksDoNotComeOneByOne() throws {
    let text =
      "The clerks of the harbour carried their papers and the ~⏎* governments of the council.⏎"
    let once = try clean(text, behind: Self.prose)
    #expect(once.contains("governments") && !once.contains("*"))
    let twice = try clean(once, behind: Self.prose)
    #expect(twice == once)
  }

  @Test(arguments: [
    LineCase(
      "It met.1) It went.2) It stayed.3) It met.4) It ended.S) It was.6)⏎",
      "It met.1) It went.2) It stayed.3) It met.4) It ended.5) It was.6)⏎"),
    LineCase(
      "It met.1) It went.Z) It stayed.3) It met.4)⏎", "It met.1) It went.2) It stayed.3) It met.4)⏎"
    ),
    LineCase(stays: "It met (neo) and (GK no. 81) it went.1) Then.2) Then.3) Type S) or I) or Z)⏎"),
    LineCase(stays: "f(l) = O) and g(S) of it⏎"),
  ])
  func readsNoteMarkersBySequence(row: LineCase) throws {
    try row.check { try clean($0) }
  }

  /// A bad scan, so that misread words are to be expected.
  private static let damaged =
    prose + "The cornmittee of the govemment met in thc spring and the wliole council met.⏎"
    + "The comrnittee of the goverument met in tbe spring and the whole conncil met.⏎"

  @Test(arguments: [
    LineCase(
      "It was a rnodern council of the year, and tlie whole parliament met.⏎",
      "It was a modern council of the year, and the whole parliament met.⏎"),
    LineCase("they were wIth the foIlowing clerks⏎", "they were with the following clerks⏎"),
    LineCase("The committee met ofthe council.⏎", "The committee met of the council.⏎"),
    LineCase("The negotia tion of the year.⏎", "The negotiation of the year.⏎"),
    LineCase("The ins tructions of the year.⏎", "The instructions of the year.⏎"),
    LineCase("The collusio n of the year.⏎", "The collusion of the year.⏎"),
    LineCase(
      "They were caught In the spring of the year.⏎", "They were caught in the spring of the year.⏎"
    ),
    // Older spellings, halves of words, first letters of a chapter.
    LineCase(stays: "shee did loue and giue him her dayes⏎"),
    LineCase(stays: "B EGS to inform the council of the year⏎"),
    // Names, other languages, numbers, what the author may have typed.
    LineCase(stays: "the Lindqvist papers of Mr Vandermeer⏎"),
    LineCase(stays: "die Regierung der Republik und die Partei⏎"),
    LineCase(stays: "the qxzvw of the day⏎"),
    LineCase(stays: "he recieved it and definately went⏎"),
    LineCase(stays: "see www.rnodern.org or rnodern.txt⏎"),
    LineCase(stays: "a modem and a corn field⏎"),
  ])
  func readsMisreadWords(row: LineCase) throws {
    try row.check { try clean($0, behind: Self.damaged) }
  }

  /// What a document does again and again is right, unless its right form is more frequent still.
  /// `ob` and `ervers` are no words of another language.
  @Test func misreadWordsAreNoOtherLanguage() throws {
    let text =
      "For the parliamentary ob5ervers⏎the cIisadvantage was a fdepartment of⏎"
      + "cabinet*, not a so-called consequence.⏎"
    let due =
      "For the parliamentary observers⏎the disadvantage was a 'department of⏎"
      + "cabinet', not a so-called consequence.⏎"
    let setting = "The disadvantage of the council was a disadvantage of the year.⏎"
    #expect(
      try clean(text, behind: Self.damaged + Self.quoting + setting + setting) == due)
  }

  @Test func aFrequentMisreadingIsOne() throws {
    let text = "It was tlie council and tlie clerk, tlie note and tlie year.⏎"
    let setting = Self.damaged + Self.prose
    #expect(
      try clean(text, behind: setting)
        == "It was the council and the clerk, the note and the year.⏎")
    let dialect = "He was sartain of the sarvice and the sarvant, sartain of it.⏎"
    #expect(try clean(dialect, behind: setting) == dialect)
  }

  /// In print with a long s, f stands for s all over the text.
  @Test func learnsAConfusionFromTheDocument() throws {
    let setting =
      Self.damaged
      + "The councils of the feafon were fuch that the clerk himfelf could fee the neceffary house.⏎"
      + "She faid that the perfon fhould difpofe of it, and that fome of the reafon was ufelefs.⏎"
    #expect(
      try clean("and most of the queftion was discussed⏎", behind: setting)
        == "and most of the question was discussed⏎")
  }

  @Test(arguments: [
    LineCase("It pr0mised a w0rd (of the wor1d).⏎", "It promised a word (of the world).⏎"),
    LineCase("The M0NOPOLY was p1ayed out of it.⏎", "The MONOPOLY was played out of it.⏎"),
    LineCase("In I982 and l914, see p.l73 of it.⏎", "In 1982 and 1914, see p.173 of it.⏎"),
    LineCase(
      "The crates were labe1led.Z) And it went.⏎", "The crates were labelled.Z) And it went.⏎"),
    // `more` rather than `mole`.
    LineCase(stays: "It was mo1e than the end of it.⏎"),
    // Models, ordinals, formulas, names of files, initials, archive numbers.
    LineCase(stays: "The B52, the 2nd, the H2O, the MP3s and the x0 of it.⏎"),
    LineCase(stays: "See wor1d_2, sec0nd-class and l0cal.txt.⏎"),
    LineCase(stays: "See I. 982 and I98 in C1935/95/62 and p.ii of FO371/l2.⏎"),
  ])
  func readsDigitsInWordsAndLettersInNumbers(row: LineCase) throws {
    try row.check { try clean($0) }
  }

  @Test func aRareWordOfACleanTextStays() throws {
    let text = "The rnodern council met in the spring and the committee met again.⏎"
    let long = String(
      repeating: "The committee of the council met in the spring of the year.⏎", count: 60)
    #expect(try clean(text, behind: long) == text)
  }

  @Test(arguments: [
    LineCase("the o\u{FB03}ce of the \u{FB01}nal e\u{FB00}ect⏎", "the office of the final effect⏎"),
    LineCase("the committee met •⏎", "the committee met.⏎"),
    LineCase("the 'committee' • The council met⏎", "the 'committee'. The council met⏎"),
    LineCase(
      "the committee (of it) •⏎The council met (1) •⏎",
      "the committee (of it).⏎The council met (1).⏎"),
    LineCase("A. ]. P. Clerk and his note⏎", "A. J. P. Clerk and his note⏎"),
    LineCase(stays: "• the committee⏎• the council⏎"),
    LineCase(stays: "The Committee • The Council • The Clerks⏎"),
    LineCase("\\VITH F. \\V. Clerk, and \\Vherefore not⏎", "WITH F. W. Clerk, and Wherefore not⏎"),
    LineCase(stays: "the file \\V.txt and \\Vol of it⏎"),
    LineCase(stays: "a [b]. C and x = [1]. Then⏎"),
    LineCase(stays: "the 1930s, 3rd, 2nd, A4 and B2B of it⏎"),
  ])
  func readsSymbols(row: LineCase) throws {
    try row.check { try clean($0) }
  }

  @Test(arguments: [
    ("recieved", "received"), ("commited", "committed"),
  ])
  func tellsOfSlipsAndLeavesThem(slip: String, usual: String) throws {
    var options = Cleaner.Options()
    options.policy.minimum = .doubtful
    let text = "The committee of the council \(slip) in the spring of the year.\n"
    let result = try Cleaner(options: options).clean(text)
    #expect(result.text == text)
    #expect(!result.isChanged)
    #expect(result.entries.map(\.inserted) == [usual])
    #expect(result.entries.map(\.outcome) == [.sic])
  }

  @Test(arguments: ["govemment", "colour", "shew", "Kuomintang", "thro'", "whilom", "publick"])
  func callsNoMisreadingOrOlderSpellingASlip(word: String) throws {
    let text = "The committee of the \(word) met in the spring of the year.\n"
    #expect(try !Cleaner().clean(text).entries.contains { $0.outcome == .sic })
  }

  /// Words with a sign in them, as they come out with `--at-least likely`.
  @Test(arguments: [
    ("govern~ent", "government"), ("diffkrent", "different"), ("1eputation", "reputation"),
    ("ne'er", "ne'er"), ("policy2", "policy2"), ("2nd", "2nd"), ("B52", "B52"), ("a.m", "a.m"),
    ("house.The", "house.The"), ("d'Orsay", "d'Orsay"), ("ev'ry", "ev'ry"), ("£3i", "£3i"),
    ("ask'd", "ask'd"), ("firm.com", "firm.com"), ("musick", "musick"), ("mp3s", "mp3s"),
  ])
  func readsWordsWithSignsInside(read: String, printed: String) throws {
    var options = Cleaner.Options()
    options.policy.minimum = .likely
    let setting = "She sat wIth them at first. They came wIth a letter.\n"
    let text = "It was the \(read) of the house that they saw in the spring.\n"
    #expect(
      try Cleaner(options: options).clean(setting + text).text.hasSuffix(
        "It was the \(printed) of the house that they saw in the spring.\n"))
  }

  /// Sentences of a misread text, as they come out with `--at-least likely`.
  @Test(arguments: [
    ("The fields were exten ive and green.", "The fields were extensive and green."),
    ("The crowd d left the hall.", "The crowd d left the hall."),
    ("The eyatem of the bank was relatlvo to it.", "The system of the bank was relative to it."),
    ("It was the plan of tbo king.", "It was the plan of the king."),
    (
      "The snow fell in the night. 1 he sea was high.",
      "The snow fell in the night. The sea was high."
    ),
    ("They knew that 1 he wrote.", "They knew that 1 he wrote."),
    ("They saw it. \\Ve went home.", "They saw it. We went home."),
    ("They read $p \\vee q$ and went home.", "They read $p \\vee q$ and went home."),
    ("It cost Is. 6d. or 10s. fid. at the door.", "It cost 1s. 6d. or 10s. 6d. at the door."),
    ("Is. 2 is a chapter.", "Is. 2 is a chapter."),
    ("The oth r house was sold.", "The other house was sold."),
    ("The house was sold ; they left it.", "The house was sold; they left it."),
    ("They said “ The bank is closed ” to him.", "They said “The bank is closed” to him."),
    ("They met in l0 days of snow.", "They met in 10 days of snow."),
    ("The box A2O was lost.", "The box A2O was lost."),
    ("The book of J. R .Brown was lost.", "The book of J. R. Brown was lost."),
    ("The sound w hich they heard was low.", "The sound which they heard was low."),
    ("The x ray of the hand was lost.", "The x ray of the hand was lost."),
  ])
  func readsWhatIsLikelyInAMisreadText(read: String, printed: String) throws {
    var options = Cleaner.Options()
    options.policy.minimum = .likely
    let setting = "She sat wIth them at first. They came wIth a letter.\n"
    #expect(
      try Cleaner(options: options).clean(setting + read + "\n").text.hasSuffix("\n\(printed)\n"))
  }
}
