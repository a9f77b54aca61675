/// Restores the letters of Russian archival citations: fond, opis', delo and leaves behind the name of an
/// archive, `AVPRF, f. 05, op. 18, p. 148, d. 158, Il. 20-23`.
///
/// What stands in these places is known, so one citation read half right is enough in any text. The piece
/// before the delo, a folder, has a number with or without `p.`.
struct ArchiveCitationRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// - Complexity: O(suspects); names of archives are some.
  func propose(into edits: inout [Edit]) {
    for suspect in passage.survey.suspects where suspect.kind == .unknown {
      let archive = suspect.range
      // Nearly all stand before something else.
      guard text[archive.upperBound - 1].isUpper,
        Self.fonds.contains(text.byte(skipSpace(from: archive.upperBound + 1))),
        let fond = field(behind: archive.upperBound)
      else { continue }
      let isPound = isLabel(fond.label, "£")
      guard isPound || isLabel(fond.label, "f"),
        let inventory = field(behind: fond.number.upperBound)
      else { continue }
      let letters = text.string(inventory.label)
      let printed = Self.inventories[letters]
      guard letters == "op" || letters == "o" || (printed != nil && !isPound) else { continue }
      if isPound { edits.append(edit(fond.label, "f", .certain)) }
      if let printed { edits.append(edit(inventory.label, printed, .certain)) }
      // Before each of the parts.
      var marks = [archive.upperBound, fond.number.upperBound, inventory.number.upperBound]
      var delo = field(behind: marks[2])
      if let folder = delo, folder.label.isEmpty || isLabel(folder.label, "p") {
        marks.append(folder.number.upperBound)
        delo = field(behind: folder.number.upperBound)
      }
      if let delo, isLabel(delo.label, "d") {
        let end = delo.number.upperBound
        if leaves(behind: end, into: &edits) { marks.append(end) }
      } else {
        marks.removeLast()
      }
      commas(marks, into: &edits)
    }
  }

  /// `f. 05, op. 18. d. 158,`: a comma, where most are.
  private func commas(_ marks: [Int], into edits: inout [Edit]) {
    guard marks.count(where: { text.byte($0) == .comma }) * 2 >= marks.count else { return }
    for mark in marks where text.byte(mark) == .fullStop {
      edits.append(edit(mark..<mark + 1, ",", .certain))
    }
  }

  private func edit(_ span: Range<Int>, _ printed: String, _ confidence: Confidence) -> Edit {
    Edit(
      span: span, replacement: printed, rule: "characters/archive-citation",
      confidence: confidence, evidence: .pattern("fond, opis, delo, list"))
  }

  private func isLabel(_ range: Range<Int>, _ letters: StaticString) -> Bool {
    range.count == letters.utf8CodeUnitCount && text.has(letters, at: range.lowerBound)
  }

  /// A label without its stop, empty where there is none, and a number, behind a comma: `, op. 18`.
  private func field(behind place: Int) -> (label: Range<Int>, number: Range<Int>)? {
    guard Self.marks.contains(text.byte(place)) else { return nil }
    let start = skipSpace(from: place + 1)
    // A number with a figure that begins a label: `0p. 18`.
    let end = text.skip(from: start, to: start + 3) { !$0.isWhite && !Self.marks.contains($0) }
    var label = start..<start
    var number = start
    if text.byte(end) == .fullStop, end > start,
      !text[start..<end].allSatisfy(\.isDigit)
        || text[start] == UInt8(ascii: "0") && end == start + 1
    {
      label = start..<end
      number = skipSpace(from: end + 1)
    }
    let last = text.skip(from: number, to: number + Self.longest, while: \.isDigit)
    return last > number ? (label, number..<last) : nil
  }

  /// `ll. 20-23`, `l. 7`, of which the letters are strokes.
  /// - Returns: whether leaves stand there.
  private func leaves(behind delo: Int, into edits: inout [Edit]) -> Bool {
    guard Self.marks.contains(text.byte(delo)) else { return false }
    let start = skipSpace(from: delo + 1)
    let end = text.skip(from: start, to: start + 3) { !$0.isWhite && !Self.marks.contains($0) }
    let hasMark = Self.marks.contains(text.byte(end))
    let label = start..<(hasMark ? end + 1 : end)
    let number = skipSpace(from: label.upperBound)
    guard end > start, text.byte(number).isDigit, hasMark || number > end else {
      return false
    }
    let letters = text.string(start..<end)
    // `d. 17, 11, ll. 29`: a folder.
    if letters.utf8.allSatisfy(\.isDigit), text.byte(end) != .fullStop { return false }
    let last = text.skip(from: number, to: number + Self.longest, while: \.isDigit)
    // `d. 158, I⏎20`: the number of the next note.
    if !hasMark, text[end..<number].contains(.newline) { return false }
    let isRange = text.byte(last) == .hyphen || text.has("–", at: last)
    if Self.twoStrokes.contains(letters) {
      edits.append(edit(label, "ll.", .certain))
    } else if Self.stroke.contains(letters) {
      edits.append(edit(label, isRange ? "ll." : "l.", isRange ? .likely : .certain))
    } else {
      return letters == "l" || letters == "ll"
    }
    return true
  }

  /// Behind one space or line end at most.
  private func skipSpace(from start: Int) -> Int {
    text.skip(from: start, to: start + 2, while: \.isWhite)
  }

  private static let marks = ByteSet(".,".utf8)
  /// What `f` and `£` begin with.
  private static let fonds = ByteSet("f£".utf8)
  /// Digits of the longest number.
  private static let longest = 6
  /// What `op.` and `o.` are read as.
  private static let inventories = ["0p": "op", "ap": "op", "cp": "op", "Qp": "op", "0": "o"]
  /// What `ll.` and `l.` are read as.
  private static let twoStrokes: Set<String> = [
    "11", "1I", "1L", "1l", "H", "Hl", "I1", "I]", "IL", "Il", "II", "]I", "]l", "l1", "lI", "l]",
    "li", "|l", "||",
  ]
  private static let stroke: Set<String> = ["1", "I", "i", "]", "|", "!"]
}
