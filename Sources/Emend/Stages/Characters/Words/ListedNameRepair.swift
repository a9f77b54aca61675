/// Restores a name of the authority file that the text has elsewhere, where one shape was misread:
/// `Bogomoloy` and `loffe` beside `Bogomolov` and `Ioffe`.
///
/// A name that is in no file may be another one; of what stands beside one that is, one shape away, and is in no
/// list itself, it is known who is meant. So it needs neither the words beside nor many occurrences, which an
/// excerpt does not have.
struct ListedNameRepair {
  private let passage: Passage
  private var text: Text { passage.text }

  init(_ passage: Passage) { self.passage = passage }

  /// `loffe`, `lvanov`: a small l before a small letter, where a name of the authority file has an I, and which
  /// is no word. No text writes a name so, so it is a sign of a machine in any.
  /// - Complexity: O(suspects).
  func proposeUprights(into edits: inout [Edit]) {
    for suspect in passage.survey.suspects where suspect.kind == .unknown {
      let range = suspect.range
      guard text[range.lowerBound] == UInt8(ascii: "l"), range.count >= Self.shortest,
        text[range].allSatisfy(\.isLower), passage.stands(range)
      else { continue }
      let name = "I" + text.string(range.dropFirst())
      guard AuthorityFile.standard.name(for: name) != nil else { continue }
      edits.append(
        Edit(
          span: range.lowerBound..<range.lowerBound + 1, replacement: "I",
          rule: "characters/confusion", confidence: .certain,
          evidence: .confusion("l", of: "I")))
    }
  }

  /// For texts that are known to be misread.
  ///
  /// Measured on printed pages whose truth is known: of 71 none was wrong.
  /// - Complexity: O(suspects + forms of the file), and a few bytes for each pair of an unknown word and a name of
  ///   the text with the same capital.
  func propose(into edits: inout [Edit]) {
    let (text, suspects, counts) = (self.text, passage.survey.suspects, passage.suspectCounts)
    let places = suspects.indices.filter {
      guard suspects[$0].kind == .unknown, counts[$0] <= Self.most else { return false }
      let range = suspects[$0].range
      let first = text[range.lowerBound]
      return range.count >= Self.shortest && (first.isUpper || first == UInt8(ascii: "l"))
    }
    guard !places.isEmpty else { return }
    let names = listedNames()
    for range in places.lazy.map({ suspects[$0].range }) {
      let first = text[range.lowerBound]
      let key = Key(
        second: text[range.lowerBound + 1], last: text[range.upperBound - 1], count: range.count)
      let letter = Int((first.isUpper ? first : UInt8(ascii: "I")) - UInt8(ascii: "A"))
      for index in names.starts[letter]..<names.starts[letter + 1]
      where names.keys[index].mayBeMisread(as: key) {
        guard let (read, printed) = misreading(range, of: names.letters[index]),
          passage.stands(range), AuthorityFile.standard.match(range, in: text) == nil
        else { continue }
        let form = String(decoding: names.letters[index], as: UTF8.self)
        let word = CyrillicReadings(of: text.string(range))
        // Another spelling of the same Cyrillic name.
        guard word.meeting(CyrillicReadings(of: form)) == nil else { continue }
        edits.append(
          Edit(
            span: range, replacement: form, rule: "characters/confusion", confidence: .certain,
            evidence: .confusion(text.string(read), of: printed)))
        break
      }
    }
  }

  /// What dismisses nearly all pairs of a word and a name with the same first letter.
  private struct Key {
    let second, last: UInt8
    let count: Int

    /// One place differs: so of the second letter and the last one at least is the same.
    func mayBeMisread(as word: Key) -> Bool {
      abs(count - word.count) <= 1 && (second == word.second || last == word.last)
    }
  }

  /// The names of the authority file that the text has, and where those of each first letter begin.
  private func listedNames() -> (keys: [Key], letters: [[UInt8]], starts: [Int]) {
    let window = passage.window
    let letters = AuthorityFile.standard.words { window.usage(of: $0).count > 0 }
      .map { Array($0.utf8) }.filter { $0.count >= Self.shortest && $0[0].isUpper }
      .sorted { $0[0] < $1[0] }
    var starts = [Int](repeating: 0, count: 27)
    for form in letters { starts[Int(form[0] - UInt8(ascii: "A")) + 1] += 1 }
    for letter in 0..<26 { starts[letter + 1] += starts[letter] }
    let keys = letters.map { Key(second: $0[1], last: $0[$0.count - 1], count: $0.count) }
    return (keys, letters, starts)
  }

  /// The letters that differ, if they are one confusion of shapes; no vowel for a vowel, which two
  /// romanisations exchange.
  private func misreading(
    _ word: Range<Int>, of name: [UInt8]
  ) -> (read: Range<Int>, printed: String)? {
    let most = Swift.min(word.count, name.count)
    var end = 0
    while end < most, text[word.upperBound - 1 - end] == name[name.count - 1 - end] { end += 1 }
    var start = 0
    while start < most - end, text[word.lowerBound + start] == name[start] { start += 1 }
    let read = word.lowerBound + start..<word.upperBound - end
    let printed = name[start..<name.count - end]
    guard (1...2).contains(read.count), (1...2).contains(printed.count),
      // A capital is seldom misread for another; `loffe`
      start > 0 || (read.count == 1 && text[read.lowerBound] == UInt8(ascii: "l")),
      !(text[read].allSatisfy(Self.vowels.contains)
        && printed.allSatisfy(Self.vowels.contains)),
      // `Tolstov` is a name as well as `Tolstoy`.
      !(end == 0 && text[read.lowerBound] == UInt8(ascii: "v"))
    else { return nil }
    let bits = unsafe printed.withUnsafeBufferPointer {
      unsafe ConfusionModel.english.bits(reading: Array(text[read]), for: $0)
    }
    return bits <= Self.oneShape ? (read, String(decoding: printed, as: UTF8.self)) : nil
  }

  private static let vowels = ByteSet("aeiou".utf8)
  /// Letters of the shortest name: of shorter ones too many are one shape away from another.
  private static let shortest = 5
  /// Occurrences of what may be misread: what a text has more often is a name of its own.
  private static let most = 5
  /// The most bits of one confusion of shapes; of any other letter they are more.
  private static let oneShape = 12.0
}
