import Testing

@testable import Emend

/// The hard cases of divided words: each row has a text to repair and one that looks like it and
/// stays.
@Suite struct HardHyphenTests {
  /// A hard case in `LineNotation`.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let damaged: String
    let repaired: String
    let keeps: String

    init(_ name: String, _ damaged: String, _ repaired: String, keeps: String) {
      self.name = name
      self.damaged = damaged
      self.repaired = repaired
      self.keeps = keeps
    }

    var testDescription: String { name }
  }

  /// Marks that a hyphen at a line end is printed or read as.
  @Test(arguments: [
    Case(
      "hyphen", "the govern-⏎ment fell⏎", "the government⏎fell⏎",
      keeps: "the pre- and post-war years⏎"),
    Case(
      "hyphen and spaces", "the govern-  ⏎ment fell⏎", "the government⏎fell⏎",
      keeps: "the day -  ⏎ment fell⏎"),
    Case(
      "soft hyphen", "the govern\u{AD}⏎ment fell⏎", "the government⏎fell⏎",
      keeps: "the govern\u{AD}ment fell⏎"),
    Case(
      "U+2010", "a well\u{2010}⏎known man⏎", "a well\u{2010}known⏎man⏎",
      keeps: "a well\u{2010}known man⏎"),
    Case(
      "U+2011", "the govern\u{2011}⏎ment fell⏎", "the government⏎fell⏎",
      keeps: "a well\u{2011}known man⏎"),
    Case(
      "not sign", "the govern¬⏎ment fell⏎", "the government⏎fell⏎", keeps: "if ¬a⏎then b⏎"),
    Case(
      "em dash", "the govern—⏎ment fell⏎", "the government⏎fell⏎",
      keeps: "the government—⏎and the council—fell⏎"),
    Case(
      "en dash", "the govern–⏎ment fell⏎", "the government⏎fell⏎",
      keeps: "the minister–⏎then a young man–fell⏎"),
    Case(
      "equals sign", "the govern=⏎ment fell⏎", "the government⏎fell⏎", keeps: "if value=⏎other⏎"),
    Case(
      "double oblique hyphen", "the govern⸗⏎ment fell⏎", "the government⏎fell⏎",
      keeps: "the ⸗ ⏎ment fell⏎"),
    Case(
      "capitals before a dash", "INTRODUC—⏎TION TO IT⏎", "INTRODUCTION⏎TO IT⏎",
      keeps: "CHAPTER ONE—⏎THE WAR⏎"),
    Case(
      "speck behind the hyphen", "of recon- 1⏎ciling them⏎", "of reconciling⏎them⏎",
      keeps: "of table- 1⏎and of others⏎"),
    Case(
      "speck that touches the hyphen", "the petty-p⏎bourgeois men⏎", "the petty-bourgeois⏎men⏎",
      keeps: "the type-a⏎men of it⏎"),
    Case(
      "speck before the second half", "the govern-⏎* ment fell⏎", "the government⏎fell⏎",
      keeps: "the quorum-⏎* zent fell⏎"),
    Case(
      "false blank line", "the govern-⏎⏎ment fell⏎", "the government⏎⏎fell⏎",
      keeps: "the govern-⏎⏎⏎ment fell⏎"),
    Case(
      "lines out of order", "the eco-⏎eption of it⏎", "the ecoeption⏎of it⏎",
      keeps: "the eco-⏎⏎eption of it⏎"),
    Case(
      "two words over a blank line", "the thinly-⏎veiled threat⏎", "the thinly-veiled⏎threat⏎",
      keeps: "the thinly-⏎⏎veiled threat⏎"),
    Case(
      "a capital behind a part", "the com-⏎Promises fell⏎", "the compromises⏎fell⏎",
      keeps: "the tetq-⏎Promises fell⏎"),
    Case(
      "a capital over a blank line", "the anti-⏎Soviet pact⏎", "the anti-Soviet⏎pact⏎",
      keeps: "the anti-⏎⏎Soviet pact⏎"),
    Case(
      "page end", "the govern-⏎␌ment fell⏎", "the government⏎␌fell⏎",
      keeps: "the neglec-⏎␌THE GRAIN  47⏎⏎ted harvest⏎"),
    Case(
      "a half alone on its indented line", "   the govern-⏎   ment⏎   fell⏎",
      "   the government⏎   fell⏎",
      keeps: "   the govern-⏎⏎⏎   ment⏎"),
    Case(
      "quoted lines", "> the govern-⏎> ment fell⏎", "> the government⏎> fell⏎",
      keeps: "the govern-⏎> ment fell⏎"),
    Case(
      "quoted twice, a half alone", "> > the govern-⏎>> ment⏎> > fell⏎",
      "> > the government⏎> > fell⏎",
      keeps: "> the govern-⏎>> ment⏎> fell⏎"),
    Case(
      "notes between", "the sub-⏎⏎1) See May⏎2) Ibid⏎3) Ibid⏎␌committee met⏎",
      "the sub-committee⏎⏎1) See May⏎2) Ibid⏎3) Ibid⏎␌met⏎",
      keeps: "the council⏎⏎1) See May⏎2) Ibid⏎3) Ibid⏎␌committee met⏎"),
  ])
  func readsAllMarks(row: Case) throws { try check(row, behind: Self.plain) }

  /// Hyphens that the OCR dropped, in a document whose lines end in a space.
  @Test(arguments: [
    Case(
      "known word", "the whole considera⏎tion of it ⏎", "the whole consideration ⏎of it ⏎",
      keeps: "the whole under ⏎standing of it ⏎"),
    Case(
      "both halves are words", "of an under⏎standing with ⏎", "of an understanding ⏎with ⏎",
      keeps: "which introduced a⏎new factor ⏎"),
    Case(
      "over a false blank line", "that Ger⏎⏎many's men ⏎", "that Germany's ⏎⏎men ⏎",
      keeps: "that the⏎⏎men's wives ⏎"),
    Case(
      "prefix", "the un⏎favourable view ⏎", "the unfavourable ⏎view ⏎",
      keeps: "the un ⏎favourable view ⏎"),
    Case(
      "compound of the lexicon", "of the back⏎benchers in it ⏎", "of the back-benchers ⏎in it ⏎",
      keeps: "of the people⏎benchers in it ⏎"),
    Case(
      "compound of the document", "the cliff-top and the cliff⏎top of it ⏎",
      "the cliff-top and the cliff-top ⏎of it ⏎", keeps: "the cliff and the⏎top of it ⏎"),
    Case(
      "before a capital", "of the Anglo⏎American talks ⏎", "of the Anglo-American ⏎talks ⏎",
      keeps: "of the great⏎American talks ⏎"),
    Case(
      "prefix before a capital", "of the non⏎Federal banks ⏎", "of the non-Federal ⏎banks ⏎",
      keeps: "of the non ⏎Federal banks ⏎"),
    Case(
      "prefix of no word in the lists", "the anti⏎inflationary law ⏎",
      "the anti-inflationary ⏎law ⏎", keeps: "the over⏎inflationary law ⏎"),
    Case(
      "capitals", "of the ENTER⏎PRISE OF IT ⏎", "of the ENTERPRISE ⏎OF IT ⏎",
      keeps: "of the WHOLE⏎STATE OF IT ⏎"),
    Case(
      "behind a slash", "more moderate/con⏎ciliatory than ⏎", "more moderate/conciliatory ⏎than ⏎",
      keeps: "in /usr/share/con⏎figuron than ⏎"),
  ])
  func restoresLostHyphens(row: Case) throws { try check(row, behind: Self.spaced) }

  /// Lost hyphens where lines end in no space: only what can be nothing else.
  @Test(arguments: [
    Case(
      "neither half is a word", "the considera⏎tion of it⏎", "the consideration⏎of it⏎",
      keeps: "the xkonsi⏎tion of it⏎"),
    Case(
      "one half is a word", "the assess⏎ments of it⏎", "the assessments⏎of it⏎",
      keeps: "the under⏎standing of it⏎"),
  ])
  func restoresLostHyphensByTheLexicon(row: Case) throws { try check(row, behind: Self.plain) }

  /// Hyphens that belong to the word.
  @Test(arguments: [
    Case(
      "two nations", "the Franco-⏎British pact⏎", "the Franco-British⏎pact⏎",
      keeps: "the Franco-British pact⏎"),
    Case("month", "by mid-⏎October of it⏎", "by mid-October⏎of it⏎", keeps: "by mid-October⏎"),
    Case("decade", "the mid-⏎1920s saw it⏎", "the mid-1920s⏎saw it⏎", keeps: "the govern-⏎1920s⏎"),
    Case(
      "double name", "for Steel-⏎Maitland said⏎", "for Steel-Maitland⏎said⏎",
      keeps: "for Steel-Maitland said⏎"),
    Case("die-hards", "of die-⏎hards in it⏎", "of die-hards⏎in it⏎", keeps: "they die hard⏎"),
    Case("range", "pp. 178-⏎179, and⏎", "pp. 178-179,⏎and⏎", keeps: "of 178 -⏎179 are lost⏎"),
    Case(
      "chain", "the Soviet-Franco-⏎German pact⏎", "the Soviet-Franco-German⏎pact⏎",
      keeps: "the Soviet-, Franco-, and⏎German pacts⏎"),
    Case(
      "chain of words", "the vis-a-⏎vis of it⏎", "the vis-a-vis⏎of it⏎",
      keeps: "the vis-a-vis of it⏎"),
    Case(
      "part number", "the T-⏎34 and others⏎", "the T-34⏎and others⏎",
      keeps: "the NEGOTIA-⏎34 and others⏎"),
    Case(
      "middle of a chain", "the man-⏎of-war and others⏎", "the man-of-war⏎and others⏎",
      keeps: "the two-⏎and three-deckers⏎"),
    Case(
      "middle of a name", "for Abd-⏎el-Krim and others⏎", "for Abd-el-Krim⏎and others⏎",
      keeps: "for Fernan-⏎des-Castro and others⏎"),
    Case(
      "two words inside a name", "at Ashby-⏎de-la-Zouch by rail⏎", "at Ashby-de-la-Zouch⏎by rail⏎",
      keeps: "at Ashby, de-la-Zouch⏎"),
    Case(
      "a name that ends like a link", "for Dani-⏎el-Rops and others⏎",
      "for Daniel-Rops⏎and others⏎",
      keeps: "for Daniel-Rops and others⏎"),
    Case(
      "end of a chain", "of two-and-a-⏎half of them⏎", "of two-and-a-half⏎of them⏎",
      keeps: "of a-⏎the first letter⏎"),
    Case(
      "one letter", "the U-⏎boat came⏎", "the U-boat⏎came⏎", keeps: "of table a-⏎boats and men⏎"),
    Case("Mc", "of Mc-⏎Carthy and others⏎", "of McCarthy⏎and others⏎", keeps: "Mc Carthy⏎"),
    Case("sign", "it is NP-⏎complete by it⏎", "it is NP-complete⏎by it⏎", keeps: "NP complete⏎"),
    Case(
      "prefix", "the anti-⏎inflationary law⏎", "the anti-inflationary⏎law⏎",
      keeps: "the anti- and the⏎inflationary law⏎"),
    Case(
      "name and word", "the Portuguese-⏎language press⏎", "the Portuguese-language⏎press⏎",
      keeps: "the Portuguese⏎language press⏎"),
    Case(
      "unknown name", "that Ravens-⏎worth said⏎", "that Ravensworth⏎said⏎",
      keeps: "that ravens⏎worth seeing said⏎"),
    Case(
      "own vowel", "they pre-⏎empted them⏎", "they pre-empted⏎them⏎",
      keeps: "they pre-⏎or post-date them⏎"),
  ])
  func keepsRealHyphens(row: Case) throws { try check(row, behind: Self.plain) }

  /// No words: nothing is joined.
  @Test(arguments: [
    "both first-⏎and second-class fares⏎", "both first- and second-class fares⏎",
    "Brusselse vracht-⏎en reisgelden⏎", "Ost-⏎und Westpreußen⏎",
    "See N3334/⏎3198/38 and others⏎", "write to hans@kon-⏎tor.de at once⏎",
    "see http://a.example/kon-⏎tor.html for it⏎",
    "as \\cite{govern-⏎ment} says⏎", "run it with --out-⏎put of it⏎",
    "if value=⏎other⏎", "a|con-⏎|tent|b⏎", "wheat -⏎rye -⏎oats -⏎",
  ])
  func leavesWhatIsNoWord(text: String) throws {
    #expect(try LineNotation.clean(text, behind: Self.plain, stages: [.hyphens]) == text)
  }

  /// Words of other languages, by the language of the lines around them.
  @Test(arguments: [
    ("de", Case("ck", "Der Zuk-⏎ker war teuer.⏎", "Der Zucker⏎war teuer.⏎", keeps: "Der Akkord.⏎")),
    (
      "de",
      Case(
        "three consonants", "Ich weiß, daß die Schiff-⏎fahrt ruht.⏎",
        "Ich weiß, daß die Schiffahrt⏎ruht.⏎", keeps: "Die Schifffahrt ruht.⏎")
    ),
    (
      "de",
      Case(
        "three consonants today", "Ich weiß, dass die Schiff-⏎fahrt ruht.⏎",
        "Ich weiß, dass die Schifffahrt⏎ruht.⏎", keeps: "Die Schiff-⏎fahrt ruht.⏎")
    ),
    (
      "de",
      Case(
        "capital", "Der Berlin-⏎Rom Zug kam.⏎", "Der Berlin-Rom⏎Zug kam.⏎",
        keeps: "Der Zug Berlin - Rom⏎")
    ),
    (
      "de",
      Case(
        "adjectives", "Der deutsch-⏎polnische Krieg.⏎", "Der deutsch-polnische⏎Krieg.⏎",
        keeps: "Der deutsch- und der⏎polnische Krieg.⏎")
    ),
    (
      "de",
      Case(
        "two words with k", "Die Musik-⏎kapelle kam.⏎", "Die Musikkapelle⏎kam.⏎",
        keeps: "Die Musikkapelle kam.⏎")
    ),
    (
      "fr",
      Case(
        "syllables", "Le gouverne-⏎ment du roi.⏎", "Le gouvernement⏎du roi.⏎",
        keeps: "Il est peut-être venu.⏎")
    ),
    (
      "pl",
      Case(
        "syllables", "Był to zmie-⏎niony dwór.⏎", "Był to zmieniony⏎dwór.⏎",
        keeps: "Był to biało-⏎i czerwony dwór.⏎")
    ),
    (
      "pl",
      Case(
        "English words", "Ale to by-⏎łem ja na dworze.⏎", "Ale to byłem⏎ja na dworze.⏎",
        keeps: "Ale to był ja na dworze.⏎")
    ),
    (
      "pl",
      Case(
        "adjectives", "Był to polsko-⏎amerykański dwór.⏎", "Był to polsko-amerykański⏎dwór.⏎",
        keeps: "Był to polsko-amerykański dwór.⏎")
    ),
    (
      "pl",
      Case(
        "two nouns", "przy kelnerach-⏎udziałowcach dworu⏎", "przy kelnerach-udziałowcach⏎dworu⏎",
        keeps: "przy kelnerach udziałowcach dworu⏎")
    ),
    (
      "pl",
      Case(
        "equals sign", "Był to termi=⏎nowy dwór.⏎", "Był to terminowy⏎dwór.⏎",
        keeps: "Był to wzór a =⏎nowy dwór.⏎")
    ),
    (
      "pl",
      Case(
        "misread capital", "Była skończono-⏎Ści pełna.⏎", "Była skończoności⏎pełna.⏎",
        keeps: "Był to nie-⏎␌Słowianin z dworu.⏎")
    ),
    (
      "ru",
      Case(
        "syllables", "Это прави-⏎тельство ушло.⏎", "Это правительство⏎ушло.⏎",
        keeps: "Это правительство ушло.⏎")
    ),
    (
      "ru",
      Case(
        "adjectives", "Это шведско-⏎норвежская уния.⏎", "Это шведско-норвежская⏎уния.⏎",
        keeps: "Это шведско- и⏎норвежская уния.⏎")
    ),
  ])
  func knowsOtherLanguages(language: String, row: Case) throws {
    try check(row, behind: try #require(Passages.settings[language]))
  }

  /// Given names of China keep their hyphen; of others that begin alike the halves are one word.
  @Test(arguments: [
    Case(
      "Mandarin", "as Chang Tso-⏎lin left⏎", "as Chang Tso-lin⏎left⏎",
      keeps: "as Chang Tso-lin⏎left⏎"),
    Case(
      "apostrophes", "as Ts’ai T'ing-⏎k'ai left⏎", "as Ts’ai T'ing-k'ai⏎left⏎",
      keeps: "as Ts’ai T'ing-k'ai⏎left⏎"),
    Case(
      "Cantonese, a surname in the line before", "and Sun⏎Yat-⏎sen left⏎",
      "and Sun⏎Yat-sen⏎left⏎", keeps: "and Sun⏎Yat-sen⏎left⏎"),
    Case(
      "no surname before it", "in the Shan-⏎tung of old⏎", "in the Shantung⏎of old⏎",
      keeps: "in the Shantung of old⏎"),
    Case(
      "no Chinese surname", "as Robert Van-⏎sittan left⏎", "as Robert Vansittan⏎left⏎",
      keeps: "as Robert Vansittan left⏎"),
    // An elided article: both halves may be words by chance.
    Case(
      "French", "the Quai d’Or-⏎say was⏎", "the Quai d’Or-⏎say was⏎",
      keeps: "the Quai d'Or-⏎say was⏎"),
  ])
  func namesKeepTheirHyphen(row: Case) throws { try check(row, behind: Self.plain) }

  /// The language is told by the lines around, not by the document.
  @Test func aPassageInAnotherLanguageIsReadByItsOwnRules() throws {
    let setting = Self.plain + Passages.german + Passages.german
    let english = "⏎" + Self.plain
    let cleaned = try LineNotation.clean(
      "Der Zuk-⏎ker war nicht teuer.⏎" + english, behind: setting, stages: [.hyphens])
    #expect(cleaned.hasPrefix("Der Zucker⏎war nicht teuer.⏎"))
  }

  @Test func reflowTakesOutTheLineEndAsWell() throws {
    var options = Cleaner.Options()
    options.lines = .reflow
    let cleaned = try Cleaner(options: options).clean("The govern-\nment of the day\nfell.\n").text
    #expect(cleaned == "The government of the day fell.\n")
  }

  private func check(_ row: Case, behind setting: String) throws {
    let repaired = try LineNotation.clean(row.damaged, behind: setting, stages: [.hyphens])
    #expect(repaired == row.repaired)
    #expect(try LineNotation.clean(row.keeps, behind: setting, stages: [.hyphens]) == row.keeps)
  }

  private static let spaced = String(
    repeating: "The committee of the council met again in the spring of that year ⏎", count: 10)
  private static let plain = String(
    repeating: "The committee of the council met again in the spring of that year⏎", count: 10)

  /// One half was misread: no compound comes so near a usual word; and no number but a year stands behind a prefix.
  @Test(arguments: [
    "the Commit-⏎tea met⏎", "he hin-⏎self came⏎", "they were ex-⏎pelted. It fell⏎",
    "it was re-⏎12 Ibid⏎",
  ])
  func nothingOfAMisreadHalf(text: String) throws {
    #expect(try LineNotation.clean(text, behind: Self.plain, stages: [.hyphens]) == text)
  }

}
