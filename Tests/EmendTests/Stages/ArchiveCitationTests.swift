import Testing

@testable import Emend

/// Archives in notes: what stands in each place of a citation is known.
struct ArchiveCitationTests {
  /// In any text.
  @Test(arguments: [
    // Strokes for letters, with a stop, a comma or nothing behind.
    ("AVPRF, f. 05, op. 18, p. 148, d. 158, Il. 20-23; he", "d. 158, ll. 20-23; he"),
    ("AVPRF, f. 05, o. 18, 148, d. 158, 11. 20–23; he", "d. 158, ll. 20–23; he"),
    ("AVPRF, f. 05, op. 18, d. 158, IL 20-23; he", "d. 158, ll. 20-23; he"),
    ("AVPRF, f. 05, op. 18, d. 158, I], 20-23; he", "d. 158, ll. 20-23; he"),
    ("RGASPI, f. 17, op. 162, d. 9, 1. 143; he", "d. 9, l. 143; he"),
    ("RGASPI, £. 17, op. 162, d. 9, l. 143; he", "RGASPI, f. 17, op"),
    ("RGASPI, f. 17, 0p. 162, d. 9, l. 143; he", "f. 17, op. 162, d"),
    // Stops for commas.
    ("AVPRF. f. 05, op. 18, p. 148. d. 158, ll. 20-23; he", "AVPRF, f. 05, op. 18, p. 148, d. 158"),
    // As they are written.
    ("AVPRF, f. 011, o. 2, 17, d. 165, ll. 29-31; he", "o. 2, 17, d. 165, ll. 29-31; he"),
    ("AVPRF, f. 05, op. 18, p. 148, d. 158. The king", "d. 158. The king"),
    ("AVPRF, f. 05, op. 18, d. 17, 11, ll. 29-31; he", "d. 17, 11, ll. 29-31; he"),
    ("AVPRF. f. 05. op. 18. d. 158. ll. 20-23; he", "AVPRF. f. 05. op. 18. d. 158. ll."),
    ("AVPRF, f. 05, op. 18, d. 158, I\n20 RGVA, f. 4, he", "d. 158, I\n20 RGVA"),
  ])
  func places(read: String, printed: String) throws {
    let text = "It was in a letter of the king.\n5. \(read) wrote that it was so.\n"
    let output = try Cleaner().clean(text).text
    #expect(output.contains(printed))
    #expect(text.contains(printed) == (output == text))
  }

  /// The names themselves, in a text that is known to be misread.
  @Test(arguments: [
    ("7. AVPRE, f. 05, op. 18, d. 158, l. 20.", "7. AVPRF, f. 05"),
    ("7. RGASPL, f. 17, op. 162, d. 9, l. 143.", "7. RGASPI, f. 17"),
    ("7. DBEP, ser. 2, vol. 4, no. 457.", "7. DBFP, ser. 2"),
    // An archive of its own, a word in capitals, what nothing tells of.
    ("7. AVPRI, f. 133, op. 470, d. 9, l. 143.", "7. AVPRI, f. 133"),
    ("7. DBEP, a letter to the king.", "7. DBEP, a letter"),
    ("7. OGPU, vol. 4, no. 457.", "7. OGPU, vol. 4"),
  ])
  func names(read: String, printed: String) throws {
    #expect(try MisreadSetting.words.clean(read).contains(printed))
  }
}
