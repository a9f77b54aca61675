import Testing

@testable import Emend

/// Texts that begin or end with what stages look around.
@Suite struct TextEdgeTests {
  /// What a text may be broken off at: tokens with marks, figures, hyphens, quotation marks and blanks.
  private static let tokens = [
    "1)", "'1)", "(1", "12.", "2.3", "l7)", "ibid.,", "p.", "pp. 4", "-", "--", "-a", "a-",
    "govern-",
    "ment", "'", "'a", "a'", "*the", "fthe", "1 the", "s", "'s", "d'O", "th#", "^he", "~", "£or",
    "]ack",
    "I", "1", "l", "!", ".", ". .", "...", ".the", ",the", ",", ";", "\u{BB}", "\u{AB} a",
    "\u{2018}",
    "\u{2019}s", "\u{201C}", "\u{2022}", "\u{AD}", "\u{E9}", "\u{301}", "Ã©", "\u{FB01}n", "/",
    "v/ere",
    "S IX", "t h e", "ofthe", "op .cit.", "No .", "Doc .No. 3", "H .0. 144", "X.", "IV", "12\n\n",
    "\u{C}", "\u{C}12\n", "\n\n\n", "\t", "\r\n", "[", "](", "<p", "{", "0f", "5", "5s", "w/Jic/J",
    "Vol. I I", "FO371", "C.P.24", "1O4", "I960", "(990)",
  ]

  /// A text that is known to be misread, so that all is looked at.
  private static let prose =
    MisreadSetting.words.lines + "They stood wIth tlie king in thc garden of tbe house.\n"

  @Test(arguments: tokens, Confidence.allCases)
  func everythingIsLookedAtAtBothEnds(of token: String, least: Confidence) throws {
    var options = Cleaner.Options()
    options.policy.minimum = least
    let cleaner = Cleaner(options: options)
    for separator in ["", "\n"] {
      for text in [
        token, token + separator + Self.prose, Self.prose + separator + token,
        token + separator + token,
      ] {
        let bytes = Array(text.utf8)
        let run = try CleaningRun(bytes, by: cleaner)
        let source = try Restorer.restore(clean: run.output, journal: run.journal(of: bytes))
        #expect(source == bytes)
      }
    }
  }
}
