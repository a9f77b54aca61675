import Testing

@testable import Emend

/// Names in a text: which are one, what they become, and where.
@Suite struct NameTests {
  private func clean(
    _ text: String, _ spelling: NameOptions.Spelling = .authority,
    places: Set<NameOptions.Place> = [.text], manner: NameOptions.Manner = .replace,
    minimum: Confidence = .certain
  ) throws -> String {
    var options = Cleaner.Options()
    options.names = NameOptions(spelling: spelling, places: places)
    options.names.manner = manner
    options.policy.minimum = minimum
    return try Cleaner(options: options).clean(text).text
  }

  /// A name that is in no file gets the form that is used most, if it is used enough.
  @Test(arguments: [
    (
      "Kuzmichev, Kuzmichev, Kuzmichev; Kuzmitcheff.", "Kuzmichev, Kuzmichev, Kuzmichev; Kuzmichev."
    ),
    (
      "Kuzmichev, Kuzmichev, Kuzmichev; KUZMITCHEFF.", "Kuzmichev, Kuzmichev, Kuzmichev; KUZMICHEV."
    ),
    (
      "Kuzmichev, Kuzmichev, Kuzmichev; Kuzmitcheff's.",
      "Kuzmichev, Kuzmichev, Kuzmichev; Kuzmichev's."
    ),
    (
      "Kuzmichev, Kuzmichev, Kuzmichev; the Kuzmitcheffs.",
      "Kuzmichev, Kuzmichev, Kuzmichev; the Kuzmichevs."
    ),
    (
      "Bessedovsky, Bessedovsky, Bessedovsky; Besedovskii.",
      "Bessedovsky, Bessedovsky, Bessedovsky; Bessedovsky."
    ),
  ])
  func variantsMeetInOneForm(text: String, expected: String) throws {
    #expect(try clean(text) == expected)
    #expect(try clean(text, .document) == expected)
    #expect(try clean(expected) == expected)
  }

  /// Feminine and masculine, other consonants, a Pole, a draw, too few, a quotation.
  @Test(arguments: [
    "Kuzmichev, Kuzmichev, Kuzmichev; Kuzmicheva.",
    "Kuzmichev, Kuzmichev, Kuzmichev; Kuzmishev.",
    "Grabovsky, Grabovsky, Grabovsky; Tadeusz Grabowski.",
    "Kuzmichev; Kuzmitcheff.",
    "Kuzmichev, Kuzmichev; Kuzmitcheff.",
    "Kuzmichev, Kuzmichev, Kuzmichev said: \"Kuzmitcheff left.\"",
  ])
  func otherNamesStay(text: String) throws {
    #expect(try clean(text) == text)
  }

  @Test func aQuotationIsChangedOnRequest() throws {
    let text = "Kuzmichev, Kuzmichev, Kuzmichev said: \"Kuzmitcheff and M. Litvinoff left.\""
    #expect(
      try clean(text, places: [.text, .quotations])
        == "Kuzmichev, Kuzmichev, Kuzmichev said: \"Kuzmichev and M. Litvinov left.\"")
  }

  /// A form that the file does not list, of a name that the text has in another form.
  @Test func rareFormsOfKnownNames() throws {
    #expect(
      try clean("There Litvinov spoke. Then Litwinoff and Litwinowa left.")
        == "There Litvinov spoke. Then Litvinov and Litwinowa left.")
    #expect(try clean("There Litwinoff left.") == "There Litwinoff left.")
    let usual = "Litwinoff, Litwinoff, Litwinoff. Once it was Litvinov."
    #expect(try clean(usual, .document) == usual)
  }

  /// A collection knows more than one document.
  @Test func aCollectionDecides() throws {
    var counts = NameCounts()
    for form in ["Kuzmichev", "Kuzmichev", "Kuzmichev", "Kuzmitcheff", "Maisky"] {
      counts.add(form)
    }
    #expect(
      try clean("Here Kuzmitcheff met Maiskii.", .corpus(counts)) == "Here Kuzmichev met Maisky.")
  }

  @Test func namesAreSpeltInCyrillicAndByScheme() throws {
    #expect(try clean("Litvinoff met Dan.", .cyrillic) == "Литвинов met Dan.")
    #expect(
      try clean("Litvinoff met Beneš.", .scheme("duden-rus-cyrl-latn")) == "Litwinow met Beneš.")
  }

  /// The text stays, and a second run adds nothing.
  @Test func theNormalFormFollowsInBrackets() throws {
    let text = "So said Litvinoff's man."
    let noted = "So said Litvinoff [Litvinov]'s man."
    #expect(try clean(text, manner: .annotate) == noted)
    #expect(try clean(noted, manner: .annotate) == noted)
    #expect(try clean(text, manner: .report) == text)
  }

  @Test func misreadNamesAreLikely() throws {
    let text = "Litvinov left for Geneva. There Litvirov spoke."
    #expect(try clean(text) == text)
    #expect(
      try clean(text, minimum: .likely) == "Litvinov left for Geneva. There Litvinov spoke.")
  }

  /// A first name is read by the one of the bearer whose surname follows.
  @Test(arguments: [
    ("The note was signed by Maxdm Litvinov.", "The note was signed by Maxim Litvinov."),
    ("The note was read. Then Maiskii and Iran Maiskii left.", nil),
    ("The note was signed by Mazurka Litvinov.", nil),
  ])
  func misreadFirstNamesAreLikely(text: String, expected: String?) throws {
    #expect(try clean(text) == text)
    #expect(try clean(text, minimum: .likely) == expected ?? text)
  }

  /// An extract without quotation marks, in a text that does not say I.
  @Test func extractsStay() throws {
    let prose = String(
      repeating: "The treaty of the spring was signed by the powers in the capital of the league. ",
      count: 12)
    let extract = "If we move with Litvinoff, I believe that a conflict will follow."
    let text = "\(prose)\n\n\(extract)\n\n\(prose)\n"
    #expect(try clean(text) == text)
    #expect(try clean("\(prose)\n\n\(prose) Then Litvinoff left.\n").hasSuffix("Litvinov left.\n"))
  }

  /// A user's file wins over the standard one, also with words of the lexicon.
  @Test func aUsersFileWins() throws {
    let rows = "Litvinoff\tЛитвинов\tperson\town\tLitvinov\t\nSmith\tСмит\tperson\town\tSmythe\t\n"
    var options = Cleaner.Options()
    options.names.authority = AuthorityFile(
      adding: TextTable(path: "own.tsv", text: Array(rows.utf8)))
    let cleaned = try Cleaner(options: options).clean("There Litvinov met Smythe and Maisky.").text
    #expect(cleaned == "There Litvinoff met Smith and Maiskii.")
  }

  /// With any file of a user's all names are found, also behind letters beyond ASCII, and what a row
  /// does not say of a name stays.
  @Test(arguments: [
    (
      "Bode\tБоде\tperson\town\tBohde\t", "So Čičerin and Gorbačev left.",
      "So Chicherin and Gorbachev left."
    ),
    (
      "Bode\tБоде\tperson\town\tBohde\t", "The mail for Léningrad went.",
      "The mail for Leningrad went."
    ),
    (
      "Bode\tБоде\tperson\town\tBöde\t", "There “Éve” met Böde—and left.",
      "There “Éve” met Bode—and left."
    ),
    // Another bearer, and a form that the row does not list.
    (
      "Litvinov\t\t\t\tLitvinoff\t", "So David Litvinoff met Litwinow.",
      "So David Litvinoff met Litvinov."
    ),
    // A name that gets another heading gets it in all forms; a form that is left stays.
    (
      "Litvinoff\t\t\t\tLitvinov\t", "There Litwinow met Litvinov.",
      "There Litvinoff met Litvinoff."
    ),
    ("Litvinov\t\t\t\t\tLitwinow", "There Litwinow met Litvinoff.", "There Litwinow met Litvinov."),
  ])
  func aUsersFileLeavesTheOthers(row: String, text: String, expected: String) throws {
    var options = Cleaner.Options()
    options.names.authority = AuthorityFile(
      adding: TextTable(path: "own.tsv", text: Array(row.utf8)))
    #expect(try Cleaner(options: options).clean(text).text == expected)
    #expect(try Cleaner(options: options).clean(expected).text == expected)
  }

  /// A name that one row has and another leaves as a look-alike.
  @Test(arguments: [("Leningrad", "Ленинград"), ("Stalingrad", "Сталинград")])
  func aLookAlikeOfOneRowIsTheNameOfAnother(name: String, cyrillic: String) {
    #expect(AuthorityFile.standard.name(for: name)?.cyrillic == cyrillic)
    #expect(!AuthorityFile.standard.leaves(name))
    #expect(AuthorityFile.standard.leaves("Petersburg"))
  }

  @Test func theConcordanceHasEveryForm() throws {
    var options = Cleaner.Options()
    options.names.manner = .concordance
    var concordance = NameConcordance()
    let text = "Kuzmichev, Kuzmichev and Kuzmitcheff met Litvinoff. Bessonovsky left."
    for entry in try Cleaner(options: options).clean(text).entries {
      concordance.add(entry, file: "a", line: 1)
    }
    let names = concordance.names().map { name in
      "\(name.heading) \(name.cyrillic) \(name.variants.map { "\($0.form) \($0.places.count)" })"
    }
    #expect(
      names == [
        "Bessonovsky Бессоновский [\"Bessonovsky 1\"]",
        "Kuzmichev Кузмичев [\"Kuzmichev 2\", \"Kuzmitcheff 1\"]",
        "Litvinov Литвинов [\"Litvinoff 1\"]",
      ])
  }

  /// A text of nothing but names that share their consonants took quadratic time.
  @Test(.timeLimit(.minutes(1))) func manyNamesAlikeTakeLittleTime() {
    var names = UnlistedNames()
    let vowels = Array("aeiouy")
    for number in 0..<20_000 {
      var rest = number
      var form = "Tch"
      for _ in 0..<6 {
        form.append(vowels[rest % 6])
        rest /= 6
      }
      names.add(form + "vskii", ending: .strong)
    }
    names.add("Tchaaaaaevskii", ending: .strong, count: 9)
    names.add("Chaaaaaevskii", ending: .strong)
    #expect(names.choices()["chaaaaaevskii"]?.form == "Tchaaaaaevskii")
  }
}
