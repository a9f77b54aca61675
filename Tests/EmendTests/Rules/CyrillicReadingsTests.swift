import Testing

@testable import Emend

/// What a Latin form can stand for: `names/readings.tsv` and the graph that is made of it.
@Suite struct CyrillicReadingsTests {
  private static let rows = TextTable(embedded: "names/readings.tsv").rows

  /// Every example of the table is read as its Cyrillic form.
  @Test func everyExampleIsRead() {
    for row in Self.rows where !row[2].isEmpty {
      #expect(CyrillicReadings(of: row[2]).canStand(for: row[3]), "readings.tsv:\(row.line)")
    }
  }

  @Test func rowsAreSortedUniqueAndWhole() {
    let keys = Self.rows.map { Array($0[0].utf8) }
    #expect(keys == Set(keys).sorted { $0.lexicographicallyPrecedes($1) })
    for row in Self.rows {
      for cell in row[1].split(separator: ";") {
        let parts = cell.split(separator: ":")
        #expect(parts.count == 2 && (0...4).contains(Int(parts[1]) ?? -1), "\(row.line): \(cell)")
      }
    }
  }

  /// What each scheme makes of a name can be led back to it.
  @Test func everySchemeIsReadBack() {
    let names = [
      "Литвинов", "Чичерин", "Майский", "Хрущев", "Зиновьев", "Шапошников", "Жуков", "Юренев",
      "Ягода", "Цюрупа", "Рыков",
    ]
    for scheme in Romanisation.schemes where scheme.language == "rus" {
      // х is h and щ sc there, as nowhere else.
      if scheme.id == "telegram" { continue }
      let romanisation = Romanisation(scheme: scheme.id)
      for name in names {
        let latin = romanisation.latin(name)
        #expect(CyrillicReadings(of: latin).canStand(for: name), "\(scheme.id) \(latin)")
      }
    }
  }

  @Test(
    arguments: [
      ("Litvinoff", "Litwinow", "литвинов"), ("Tchitcherin", "Schitscherin", nil),
      ("Tchitcherin", "Čičerin", "чичерин"), ("Maisky", "Majskij", "майский"),
      ("Maisky", "Maiskii", "майский"), ("Khrushchev", "Chruschtschow", "хрущёв"),
      ("Litvinov", "Litvinova", nil), ("Litvinov", "Litvin", nil),
      ("Zinovieff", "Sinowjew", "зиновьев"),
      ("Bukharin", "Boukharine", "бухарин"), ("Stalin", "Lenin", nil),
    ] as [(String, String, String?)])
  func formsMeet(a: String, b: String, cyrillic: String?) {
    let (a, b) = (CyrillicReadings(of: a), CyrillicReadings(of: b))
    let meeting = a.meeting(b)
    #expect((meeting != nil) == (cyrillic != nil))
    #expect(meeting?.cost == b.meeting(a)?.cost)
    if let cyrillic { #expect(a.canStand(for: cyrillic) && b.canStand(for: cyrillic)) }
  }

  @Test(arguments: [
    ("Litvinoff", "Литвинов"), ("Tchitcherin", "Чичерин"), ("Maisky", "Майский"),
    ("Khrushchev", "Хрущев"), ("Cheboksary", "Чебоксары"), ("Trotzky", "Троцкий"),
    ("ROZHDESTVENSKY", "РОЖДЕСТВЕНСКИЙ"), ("Zinov'ev, 1921", "Зиновьев, 1921"),
  ])
  func theMostUsualFormIsFound(latin: String, cyrillic: String) {
    #expect(Deromanisation.usual.cyrillic(latin) == cyrillic)
  }

  /// A scheme settles what others leave open.
  @Test func aSchemeIsReadExactly() {
    let scheme = Deromanisation(scheme: "bgn")
    #expect(scheme.cyrillic("Groznyy Yelizovo Menshchikov") == "Грозный Елизово Менщиков")
  }

  /// Other languages by any of their schemes; the ending -sky is theirs, whatever the spelling.
  @Test(arguments: [
    ("ukr", "Hrushevs'kyi, Hrushevsky", "Грушевський, Грушевський"),
    ("ukr", "Levytsky Petliura Yushchenko", "Левицький Петлюра Ющенко"),
    ("ukr", "Kyiv L'viv Kharkiv podvir'ia", "Київ Львів Харків подвір’я"),
    ("bel", "Mahiliou Hrodna Kupala", "Магілёў Гродна Купала"),
    ("bul", "Dimitrov Stamboliyski Tsankov", "Димитров Стамболийски Цанков"),
    ("bul", "Stamboliiski", "Стамболийски"),
  ])
  func otherLanguagesAreRead(language: String, latin: String, cyrillic: String) throws {
    let usual = try #require(Deromanisation.usual(language: language))
    #expect(usual.cyrillic(latin) == cyrillic)
  }

  /// What a scheme makes of a word is led back to a word that it spells so.
  @Test func everySchemeIsTurnedRound() {
    let words = [
      "rus": "Йошкар Майский съезд Юрьев Щукин Радиоэлектроника",
      "ukr": "Грушевський Київ Єнакієве Їжак Щорс",
      "bel": "Магілёў Жыткавічы Янка Купала", "bul": "Димитров България Щъркел Цанков",
    ]
    for scheme in Romanisation.schemes {
      let romanisation = Romanisation(scheme: scheme.id)
      let latin = romanisation.latin(words[scheme.language] ?? "")
      let back = Deromanisation(scheme: scheme.id).cyrillic(latin)
      #expect(romanisation.latin(back) == latin, "\(scheme.id) \(back)")
    }
  }
}
