import Testing

@testable import Emend

/// Where a variant is running text, where it is quoted, and whose name it is.
@Suite struct NamePlaceTests {
  private func clean(_ text: String, minimum: Confidence = .certain) throws -> String {
    var options = Cleaner.Options()
    options.stages = [.names]
    options.policy.minimum = minimum
    return try Cleaner(options: options).clean(text).text
  }

  /// Another bearer, a foreign one, a double name, a firm, entries of a bibliography.
  @Test(arguments: [
    "In those years David Litvinoff lived in Chelsea.",
    "In those years Ivy Litvinoff wrote novels.",
    "The note was signed by D. V. Litvinoff.",
    "In Kraków Tadeusz Maiski taught Latin.",
    "The house of Litwinow-Rahmen sold bristles.",
    "The house of Litvinoff & Co. sold bristles.",
    "Works cited\n\nOrme, Basil: Talks with Litvinoff. Withdrawn.",
    "## Select Bibliography\n\nA Life of Litvinoff. London, undated.",
    "Carr, E. H. Litvinoff and the League. London.",
    "Orme, Basil, Talks with Litvinoff, London, 1936.",
    "The papers of the Terent’ev family were lost.",
  ])
  func isLeft(text: String) throws {
    #expect(try clean(text) == text)
    if text.contains("Litvinoff") { #expect(try clean(text, minimum: .likely) != text) }
  }

  /// The bearer by first name, patronymic and initials; a pair of two who each stand alone; a list of names at the
  /// start of a line; prose behind a bibliography; a marker at the start of a line.
  @Test(arguments: [
    ("In those years Maxim Litvinoff lived.", "Litvinov"),
    ("In those years MAXIM LITVINOFF lived.", "LITVINOV"),
    ("Maxim Maximovich Litvinoff lived there.", "Litvinov"),
    ("The note was signed by M. M. Litvinoff.", "Litvinov"),
    ("Simon was there. The Simon-Litvinoff talks failed.", "Litvinov"),
    (
      "The note was read by all of them,\nLitvinoff, Secretary of the mission, by none.", "Litvinov"
    ),
    ("Simon wrote that the 'time was ripe (2). Later Litvinoff said 'no'.", "Litvinov"),
    ("They called it 'most regrettable* and Litvinoff left before the 'dinner' began.", "Litvinov"),
  ])
  func isChanged(text: String, form: String) throws {
    let expected = text.replacing("Litvinoff", with: form).replacing("LITVINOFF", with: form)
    #expect(try clean(text) == expected)
  }

  /// A list ends where sentences begin.
  @Test func proseBehindABibliography() throws {
    let prose = "It was said that he had been there, and that they were late. "
    let text = "Sources\n\nA Life of Litvinoff. London.\n\n\(prose)\(prose)Then Litvinoff left.\n"
    let cleaned = try clean(text)
    #expect(cleaned.contains("Life of Litvinoff"))
    #expect(cleaned.contains("Then Litvinov left"))
  }

  /// An I in quotation marks does not make an extract of a paragraph.
  @Test func aQuotedIIsNoExtract() throws {
    let prose = String(
      repeating: "The treaty of the spring was signed by the powers in the capital of the league. ",
      count: 12)
    let text = "\(prose)\n\nThen Litvinoff left. The clerk wrote: 'Here I feel that all is lost'.\n"
    #expect(try clean(text).contains("Then Litvinov left"))
  }

  /// Two collections that treat the names of a document alike have the same account of it.
  @Test func aCollectionAccountsForADocument() {
    func counts(_ forms: String...) -> NameCounts {
      var counts = NameCounts()
      for form in forms { counts.add(form) }
      return counts
    }
    let document = counts("Kuzmitcheff", "Maisky")
    var all = counts("Kuzmichev", "Kuzmichev", "Kuzmichev", "Maiskii", "Maiskii")
    all.add(document)
    let account = CorpusChoices(all).account(of: document)
    #expect(account == "Kuzmitcheff Kuzmichev certain\nMaisky Maiskii\n")
    all.add(counts("Surits", "Suritz", "Kuzmichev"))
    #expect(CorpusChoices(all).account(of: document) == account)
    all.add(counts("Maisky", "Maisky"))
    #expect(CorpusChoices(all).account(of: document) == "Kuzmitcheff Kuzmichev certain\n")
  }
}
