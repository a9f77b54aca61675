/// Reads what the machine misread, and touches nothing else.
///
/// Each repairer looks at the marks and suspect words that the survey found; a clean text offers
/// them next to nothing.
struct CharacterRepair: Stage {
  let id = StageID.characters
  /// Whether what is likely is applied, so that sentences are read.
  var readsSentences = false

  func propose(for window: Window, into edits: inout [Edit]) {
    let passage = Passage(window)
    // What grows is copied, and room that is not touched costs nothing.
    edits.reserveCapacity(window.survey.suspects.count)
    SymbolRepair(passage).proposeLigatures(into: &edits)
    ScriptRepair(passage).propose(into: &edits)
    guard window.evidence.prose.isEnglish, !window.evidence.prose.isTechnical else { return }
    QuoteRepair(passage).propose(into: &edits)
    SpacingRepair(passage).propose(into: &edits)
    SpeckRepair(passage).propose(into: &edits)
    SymbolRepair(passage).propose(into: &edits)
    MarkerRepair(passage).propose(into: &edits)
    ArchiveCitationRepair(passage).propose(into: &edits)
    DigitRepair(passage).propose(into: &edits)
    NumeralRepair(passage).propose(into: &edits)
    ListedNameRepair(passage).proposeUprights(into: &edits)
    if window.least <= .likely { PrintedRuleRepair(passage).propose(into: &edits) }
    // Words come last: how sure they are depends on how damaged the text is, and a word beside
    // another repair is not whole yet.
    var damage = Damage(edits, words: window.survey.words)
    let loss = SpaceLoss(passage)
    // What lost spaces say does not depend on whether letters are misread.
    let found = loss.isShown ? RunOnRepair(passage, loss).words() : []
    var runOns = found
    var (words, areExpected, isOfScan) = misreadWords(of: passage, &runOns, &damage)
    if window.least <= .likely, !areExpected, damage.trustingOneSign.expectsMisreadings {
      // What the same words say where one sign is enough is never certain.
      var trusting = Damage(edits, words: window.survey.words).trustingOneSign
      var unread = found
      let more = misreadWords(of: passage, &unread, &trusting).edits
      let spans = words.spans(atLeast: .likely)
      words.removeAll { $0.confidence < .likely }
      words += more.filter { !$0.span.touchesAny(of: spans) }
    }
    QuotationSpaceRepair(passage).propose(isMisread: damage.expectsMisreadings, into: &words)
    if loss.isShown {
      JoinedMarkRepair(passage, isMisread: damage.hasMisreadWords && !loss.isDense).propose(
        into: &words)
    }
    if isOfScan { MarginRepair(passage).propose(into: &edits) }
    let taken = edits.spans(atLeast: .certain)
    words += runOns.flatMap(\.edits)
    edits += words.filter { !$0.span.touchesAny(of: taken) }
    // Many marks that are misread say little of the words.
    let prose = window.evidence.prose
    let most = damage.isHeavy ? 40 : damage.isBad ? 25 : 0
    if readsSentences, prose.unknownSmall * most >= prose.words {
      SentenceRepair(window).propose(into: &edits)
    }
    if window.least == .doubtful {
      let spans = edits.spans(atLeast: .doubtful)
      SlipReport(passage).propose(
        outside: spans, isMisread: damage.expectsMisreadings, into: &edits)
    }
  }

  /// - Parameter runOns: words that were run together, which are no misread ones; those that were read otherwise are
  ///   taken out.
  /// - Returns: the edits, whether misreadings were expected when words were read, and whether the text was one
  ///   that a machine read: divided ones, which come after them, are signs as well.
  private func misreadWords(
    of passage: Passage, _ runOns: inout [RunOn], _ damage: inout Damage
  ) -> (edits: [Edit], areExpected: Bool, isOfScan: Bool) {
    let least = passage.window.least
    if damage.mayExpectMisreadings {
      damage.add(signsBetweenWords: BetweenWordsRepair(passage).signsBesideFunctionWords())
    }
    if !damage.expectsMisreadings, damage.signs > 0 {
      damage.add(
        signsBetweenWords: CitationStopRepair(passage).signs() + RaisedMarkerRepair(passage).signs()
      )
    }
    var words: [Edit] = []
    WordRepair(passage).propose(outside: &runOns, damage: &damage, into: &words)
    let (areExpected, isOfScan) = (damage.expectsMisreadings, damage.isOfScan)
    let dividesWords = SplitWordRepair(passage).propose(damage: &damage, into: &words)
    if damage.expectsMisreadings {
      CaseRepair(passage).propose(into: &words)
      LostCapitalRepair(passage).propose(into: &words)
      SpeckRepair(passage).proposeLetters(into: &words)
      PronounRepair(passage).propose(into: &words)
      StrokeRepair(passage).propose(into: &words)
      AbbreviationRepair(passage).propose(into: &words)
      NumeralRepair(passage).proposeInDamaged(into: &words)
      CitationRepair(passage).propose(into: &words)
      CitationStopRepair(passage).propose(into: &words)
      RaisedMarkerRepair(passage).propose(into: &words)
      MarkerRepair(passage).proposeInDamaged(into: &words)
      let losesCapitals = words.contains { $0.rule == "characters/lost-capital" }
      let commas = StopRepair(passage, losesCapitals: losesCapitals).propose(into: &words)
      CitationRepair(passage).proposePages(behind: commas, into: &words)
      if least <= .likely { PronounRepair(passage).proposeCapitals(into: &words) }
      NumberGroupRepair(passage).propose(into: &words)
      ListedNameRepair(passage).propose(into: &words)
      DigitRepair(passage).proposePrices(into: &words)
      SmallWordRepair(passage).propose(into: &words)
      GarbledWordRepair(passage).propose(into: &words)
      LostLetterRepair(passage).propose(into: &words)
      SpacingRepair(passage).proposeInDamaged(into: &words)
      BetweenWordsRepair(passage).propose(into: &words)
      if least <= .likely { MixedTokenRepair(passage).propose(into: &words) }
    }
    if damage.trustsOneSign {
      for i in words.indices { words[i].confidence = Swift.min(words[i].confidence, .likely) }
    } else if !damage.expectsMisreadings {
      // A capital inside a word of small letters is the machine's in any text; of other misread words, and of
      // divided ones, it is known that few are to be expected.
      for i in words.indices
      where words[i].confidence == .certain && !passage.text.hasCapitalInside(words[i].span)
        && !(isOfScan && Self.surelyOfScan.contains(words[i].rule))
        && !(dividesWords && words[i].rule == "characters/space-in-word")
      {
        words[i].confidence = .likely
      }
    }
    return (words, areExpected, isOfScan)
  }

  /// What is certain in a scan in which hardly a word is misread.
  private static let surelyOfScan: [RuleID] = ["characters/confusion", "characters/space-in-word"]
}
