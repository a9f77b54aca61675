import Testing

@testable import Emend

/// Words with a capital that are certainly misread: one shape away from a word of the text, or from a usual one.
struct SureNameTests {
  private func clean(_ text: String, signs: Int = 10) throws -> String {
    try MisreadSetting.goodScan(signs: signs, oneIn: 1_500).clean(text, names: .off)
  }

  /// A name that the text has time and again; a last vowel may make another one, and so may other
  /// letters for the same Cyrillic ones.
  @Test(arguments: [
    ("Galletti", 10, "Galletli", true),
    ("Galletti", 3, "Galletli", false),
    ("Galletti", 10, "Galletta", false),
    ("Galletti", 10, "Gelletti", false),
    ("Maiskii", 20, "Maiskij", false),
    ("Maiskii", 20, "Maisldi", false),
    ("Iagoda", 60, "Jagoda", false),
    ("Golitzin", 60, "Galitzin", false),
    ("Dovgalevsky", 8, "Dovgalcvsky", true),
    ("Dovgalevsky", 2, "Dovgalcvsky", false),
    ("Soviet", 10, "Sovict", true),
    ("Soviet", 50, "Soviot", true),
    ("Soviet", 49, "Soviot", false),
    ("Kevin", 10, "Kerin", false),
    ("Eden", 20, "Edcn", false),
  ])
  func namesOfTheText(name: String, count: Int, read: String, isMisread: Bool) throws {
    let names = String(repeating: "They saw \(name) come. ", count: count)
    let text = names + "They came and met \(read) there."
    let printed = isMisread ? names + "They came and met \(name) there." : text
    #expect(try clean(text) == printed)
    #expect(try clean(text, signs: 9) == text)
  }

  /// Other letters for the same Cyrillic ones are not even likely to be misread.
  @Test(arguments: [
    ("Kerenskii", "Kerenskij", false), ("Iagoda", "Jagoda", false),
    ("Kerenskii", "Kercnskii", true),
  ])
  func romanisations(name: String, read: String, isMisread: Bool) throws {
    let names = String(repeating: "They saw \(name) come. ", count: 20)
    let text = names + "They came and met \(read) there."
    let output = try MisreadSetting.goodScan(signs: 10, oneIn: 1_500)
      .clean(text, atLeast: .likely, names: .off)
    #expect(output == (isMisread ? text.replacing(read, with: name) : text))
  }

  /// A usual word that the text does not have elsewhere: the longer, the less it is chance.
  @Test(arguments: [
    ("They came to the Univcrsity of the town.", "They came to the University of the town."),
    ("They came to Bcrlin.", nil),
    ("Thcre came a letter of the king.", "There came a letter of the king."),
    ("They saw Mr. Glick of the town.", nil),
    ("They met Paull and his men.", nil),
    ("They met Mr. Conrtney there.", nil),
    ("They came to Moscov-on-the-hill.", nil),
  ])
  func usualWords(read: String, printed: String?) throws {
    #expect(try clean(read) == printed ?? read)
  }

  /// A name of the authority file that the text has once, and once misread; not another spelling, another name, a
  /// vowel for a vowel, or what the text writes time and again.
  @Test(arguments: [
    ("Bogomolov", "Bogomoloy", 1, true), ("Ioffe", "loffe", 1, true),
    ("Litvinov", "Litvinoy", 1, true), ("Karakhan", "Karakban", 1, true),
    ("Karakhan", "Karakhon", 1, false), ("Maiskii", "Maiskij", 1, false),
    ("Bogomolov", "Bogomoloy", 6, false),
    ("Galletti", "Galletli", 1, false),
  ])
  func namesOfTheAuthorityFile(name: String, read: String, times: Int, isMisread: Bool) throws {
    let often = String(repeating: "They came and met \(read) there. ", count: times)
    let text = "They saw \(name) come. \(often)"
    let printed = isMisread ? text.replacing(read, with: name) : text
    let output = try MisreadSetting.words.clean(text, names: .off)
    #expect(output == printed)
  }
}
