/// Reads words in which a blank stands for a letter that was not read: `num er`, `exten ive`.
///
/// Both halves are no words of their own, or rare ones. Certain where the whole is the only word that one
/// letter makes of them.
struct LostLetterRepair {
  private let passage: Passage
  private let reader: GarbledWordReader
  private var text: Text { passage.text }

  init(_ passage: Passage) {
    self.passage = passage
    reader = GarbledWordReader(passage)
  }

  func propose(into edits: inout [Edit]) {
    var found: [Edit] = []
    for confidence in [Confidence.certain, .likely] where confidence >= passage.window.least {
      let claimed = found.map(\.span)
      var done = 0
      for half in passage.survey.suspects where half.kind == .unknown || half.kind == .single {
        guard half.range.lowerBound >= done,
          let edit = edit(from: half.range, confidence) ?? edit(to: half.range, confidence),
          edit.span.lowerBound >= done, !edit.span.touchesAny(of: claimed)
        else { continue }
        found.append(edit)
        done = edit.span.upperBound
      }
    }
    guard !found.isEmpty else { return }
    // A reading of half a word is none.
    let spans = found.spans(atLeast: .likely)
    edits.removeAll { $0.confidence < .certain && $0.span.touchesAny(of: spans) }
    edits += found
  }

  /// `exten ive`, of which `exten` is suspect.
  private func edit(from head: Range<Int>, _ confidence: Confidence) -> Edit? {
    guard text.byte(head.upperBound) == .space, text.byte(head.upperBound + 1).isLower else {
      return nil
    }
    let tail = head.upperBound + 1..<text.lettersEnd(from: head.upperBound + 1)
    return isHalf(tail, confidence) ? edit(head, tail, confidence) : nil
  }

  /// `Ho semaid`, of which `semaid` is suspect.
  private func edit(to tail: Range<Int>, _ confidence: Confidence) -> Edit? {
    guard text[tail.lowerBound].isLower, text.byte(tail.lowerBound - 1) == .space,
      text.byte(tail.lowerBound - 2).isLetter
    else { return nil }
    let blank = tail.lowerBound - 1
    let head = text.skipBack(from: blank, while: \.isLetter)..<blank
    return isHalf(head, confidence) ? edit(head, tail, confidence) : nil
  }

  private func edit(
    _ head: Range<Int>, _ tail: Range<Int>, _ confidence: Confidence
  ) -> Edit? {
    let whole = head.lowerBound..<tail.upperBound
    guard confidence == .likely || whole.count >= Self.longEnough, mayLackLetter(head, tail),
      let best = reader.read(whole, asTwo: false), best.word.count == whole.count,
      WordContext(passage, around: whole).sides(of: best.hash) >= leastSides(head, tail),
      confidence == .likely
        || reader.isOnlyReading(best, of: whole) && passage.isProse(at: whole.lowerBound)
    else { return nil }
    return reader.edit(whole, best, confidence)
  }

  /// Whether letters on both sides of a blank may be one word that lacks a letter.
  private func mayLackLetter(_ head: Range<Int>, _ tail: Range<Int>) -> Bool {
    guard head.count + tail.count >= 3, head.count + tail.count <= 24,
      text[head.dropFirst()].allSatisfy(\.isLower), text[tail].allSatisfy(\.isLower)
    else { return false }
    let (before, after) = (text.byte(head.lowerBound - 1), text.byte(tail.upperBound))
    guard before.isWhite || Self.opening.contains(before),
      after.isWhite || Self.closing.contains(after)
    else { return false }
    // `Institut d'Astrophysique`
    if after == .apostrophe, text.byte(tail.upperBound + 1).isLetter { return false }
    // `Company's aple`
    if head.count == 1, before == .apostrophe { return false }
    // `a fter`, `I re`: a word by itself.
    if head.count == 1, passage.isPlainWord(tail) || "aiAIO".utf8.contains(text[head.lowerBound]) {
      return false
    }
    return tail.count > 1 || !"aio".utf8.contains(text[tail.lowerBound])
  }

  /// On how many sides the words beside have to ask for the whole: `th y` is short, `numb r` a whole
  /// word and perhaps a speck.
  private func leastSides(_ head: Range<Int>, _ tail: Range<Int>) -> Int {
    if tail.count == 1, passage.isPlainWord(head) { return 2 }
    return head.count + tail.count < 5 ? 1 : 0
  }

  /// `exten ive`, `con iderable`: what stands beside letters that are no word is no usual one, and where it is to be
  /// certain none of four letters (`task orce`).
  private func isHalf(_ range: Range<Int>, _ confidence: Confidence) -> Bool {
    let entry = passage.entry(range)
    if confidence == .certain, reader.isWhole(range, entry) { return false }
    return !entry.flags.contains(.word) || entry.flags.contains(.rare) || entry.frequency < 180
  }

  /// Bytes of what is long enough to be one word only.
  private static let longEnough = 6
  private static let opening = ByteSet("(\"'*".utf8)
  private static let closing = ByteSet(".,;:?!)]\"'*-".utf8)
}
