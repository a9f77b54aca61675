/// Takes away spaces that the machine put before commas, semicolons, colons, question and exclamation marks.
struct MarkSpacingRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// `the end , the`: no print sets a space before a comma, so that three are the machine's.
  /// - Parameter commas: the offsets of those behind a space.
  func propose(before commas: [Int], into edits: inout [Edit]) {
    let spaced = commas.filter(isBehindWord)
    guard spaced.count >= Self.fewest else { return }
    let glued = text.glued(.comma, upTo: spaced.count)
    // Where most stand so the text was made of single words.
    guard glued * 2 >= spaced.count else { return }
    edits += spaced.map { space(before: $0, glued >= spaced.count ? .certain : .likely) }
  }

  /// Whether a comma behind a space ends what a word or figure stands for.
  private func isBehindWord(_ comma: Int) -> Bool {
    guard text.byte(comma + 1).isWhite, passage.isProse(at: comma), !passage.isCommand(comma) else {
      return false
    }
    let before = text.byte(comma - 2)
    if before.isDigit || before == .closeBracket { return true }
    guard before.isLetter else { return false }
    // `Messr ,`: a letter was lost.
    let word = passage.letters(around: comma - 2)
    return word.count >= 2 && (text[word.lowerBound].isUpper || passage.isPlainWord(word))
  }

  private static let fewest = 3

  /// `they ?`, `bread ;`: older print sets a thin space before these marks; where the machine takes
  /// it for a space now and then only, there is none.
  func proposeInDamaged(into edits: inout [Edit]) {
    for mark in [UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"), UInt8(ascii: ":")] {
      let habit = passage.spacing(of: mark)
      // A few without a space say little of the press.
      let isHabit = habit.glued >= 12 && habit.spaced <= habit.glued * 3
      // These are seldom set off by a whole space, so a few are the machine's.
      let isFew =
        habit.spaced < 12 && mark != UInt8(ascii: "?") && mark != UInt8(ascii: "!")
        && passage.window.least <= .likely
      guard habit.spaced > 0, isHabit || isFew else { continue }
      // `the : of a format`: a colon may be spoken of.
      let isSure =
        isHabit && habit.glued >= Self.sureHabit && mark != UInt8(ascii: ":")
      passage.blocks.forEachOffset(of: .mark(mark)) { at in
        guard text.byte(at - 1) == .space, text.byte(at - 2).isLetter, text.byte(at - 3).isLetter,
          text.byte(at + 1).isWhite, passage.isProse(at: at), !passage.isCommand(at),
          // French sets a space there.
          !passage.isForeign(around: at - 1..<at)
        else { return }
        edits.append(space(before: at, isSure ? .certain : .likely))
      }
    }
  }

  /// Marks without a space that leave no doubt of what the press does.
  private static let sureHabit = 50

  private func space(before mark: Int, _ confidence: Confidence) -> Edit {
    Edit(
      span: mark - 1..<mark, replacement: "", rule: "characters/space-before-mark",
      confidence: confidence, evidence: .pattern("the document mostly sets it without a space"))
  }
}
