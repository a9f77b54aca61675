#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the machine wrote and what stood on the page, with a cost: the noisy channel.
///
/// Costs are in bits: the negative binary logarithm of how often the shape is misread so.
public struct ConfusionModel: Sendable {
  struct Confusion: Sendable {
    let read: Shape
    let printed: Shape
    /// Whether `WordSums` has the hash of a word in which the printed shape stands for the other.
    let isSummed: Bool
    /// The bytes of the printed shape as they are hashed.
    let folded: UInt64
    /// Bytes that the printed shape has more.
    let moved: Int
    /// Row of the table, or -1 for a letter taken for any other.
    let row: Int
    var bits: Double
    /// How often the document has shown it; 0 before anything is learnt.
    var shown = 0

    init(read: Shape, printed: Shape, row: Int, bits: Double) {
      self.read = read
      self.printed = printed
      self.row = row
      self.bits = bits
      folded = printed.folded
      moved = printed.count - read.count
      isSummed =
        (printed.isASCII || WordHash.isFoldedByBytes(printed.bytes))
        && abs(printed.count - read.count) <= WordSums.furthest
    }

    /// Bits by how often the printed letter was misread so; infinite for other shapes.
    ///
    /// Two bits more, since one such word may be counted by chance where three are.
    /// - Parameter words: of the text.
    fileprivate func bits(shown count: Int, _ words: Int) -> Double {
      guard printed.count == 1, printed[0].isLower else { return .infinity }
      let letters = ConfusionModel.lettersInHundredWords[Int(printed[0] - UInt8(ascii: "a"))]
      return log2(letters * Double(words) / 100 / Double(count)) + 2
    }
  }

  /// Ordered by the first byte of what was read, then the cheapest first.
  let confusions: [Confusion]
  /// Where those of each first byte begin, and where the last ones end.
  let starts: [Int]
  /// How many begin with the same byte, at most.
  let mostForByte: Int
  /// Bits for a letter that was taken for any other; such changes are tried only where this is set.
  var anyLetterBits: Double?
  let rowCount: Int

  /// The confusions of `Dictionaries/en/confusions.tsv`.
  public static let english = ConfusionModel(TextTable(embedded: "en/confusions.tsv"))

  /// The same, and any digit or sign for any small letter or for nothing.
  static let englishWithSigns: ConfusionModel = {
    let signs =
      Array("0123456789!#$%&'*+,./:;<=>?@[\\]^_`{|}~".utf8).map { Shape($0) }
      + ["£", "§", "©", "®", "°"].map { Shape($0.utf8) }
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { Shape($0) }
    return ConfusionModel(
      english.confusions
        + signs.flatMap { sign in
          [Confusion(read: sign, printed: Shape([]), row: -1, bits: bitsOfDirt)]
            + letters.map { Confusion(read: sign, printed: $0, row: -1, bits: bitsOfSign) }
        }, rowCount: english.rowCount)
  }()
  private static let bitsOfDirt = 9.0
  private static let bitsOfSign = 14.0

  /// How often each letter from a to z stands in a hundred words, by the counts of `Dictionaries/en/words.tsv`.
  fileprivate static let lettersInHundredWords: [Double] = [
    40, 8, 17, 18, 53, 11, 9, 16, 36, 1, 3, 19, 13, 37, 38, 12, 1, 31, 32, 38, 12, 5, 7, 1, 8, 1,
  ]

  /// Bits of a table's unit of cost.
  private static let bitsOfCost = 6.0

  init(_ table: TextTable) {
    let confusions: [Confusion] = table.rows.enumerated().compactMap { number, row in
      guard !row[0].isEmpty, let cost = Double(row[2]) else { return nil }
      return Confusion(
        read: Shape(row[0].utf8), printed: Shape(row[1].utf8), row: number,
        bits: cost * Self.bitsOfCost)
    }
    self.init(confusions, rowCount: table.rows.count)
  }

  private init(_ confusions: [Confusion], rowCount: Int) {
    self.rowCount = rowCount
    self.confusions = confusions.sorted {
      ($0.read[0], $0.bits, $0.row) < ($1.read[0], $1.bits, $1.row)
    }
    var starts = [Int](repeating: 0, count: 257)
    for confusion in confusions { starts[Int(confusion.read[0]) + 1] += 1 }
    for byte in 0..<256 { starts[byte + 1] += starts[byte] }
    self.starts = starts
    mostForByte = zip(starts, starts.dropFirst()).map { $1 - $0 }.max() ?? 0
  }

  /// The same confusions, cheaper where a document has shown them.
  /// - Parameters:
  ///   - shown: by row of the table, how many of its words only this confusion explains.
  ///   - words: how many it has.
  func adapted(to shown: [Int], among words: Int) -> ConfusionModel {
    let adapted = confusions.map { confusion in
      let count = shown[confusion.row]
      guard count >= 3 else { return confusion }
      var discount = 0.0
      var power = 2
      while power <= count, discount < 10 {
        discount += 2
        power *= 2
      }
      var confusion = confusion
      confusion.bits = Swift.min(confusion.bits - discount, confusion.bits(shown: count, words))
      confusion.bits = Swift.max(3, confusion.bits)
      confusion.shown = count
      return confusion
    }
    return ConfusionModel(adapted, rowCount: rowCount)
  }

  /// The confusions that begin with a byte as it was read, the cheapest first.
  func confusions(of byte: UInt8) -> ArraySlice<Confusion> {
    confusions[starts[Int(byte)]..<starts[Int(byte) + 1]]
  }

  /// Only the confusions that a document has shown often.
  func confined(toShown least: Int) -> ConfusionModel {
    ConfusionModel(confusions.filter { $0.shown >= least }, rowCount: rowCount)
  }

  /// How often letters with accents were shown to be letters without.
  var accentsShown: Int {
    confusions[starts[0x80]...].reduce(0) { $0 + $1.shown }
  }

  /// Calls `body` with each word that one confusion reads for a printed word.
  /// - Complexity: O(confusions × length).
  func forEachMisreading(of word: [UInt8], _ body: ([UInt8], Confusion) -> Void) {
    for confusion in confusions where confusion.printed.count > 0 {
      let (read, printed) = (confusion.read.bytes, confusion.printed.bytes)
      // The first letter stays: a capital is seldom misread for another.
      for at in word.indices.dropFirst() where at + printed.count <= word.count {
        guard word[at..<at + printed.count].elementsEqual(printed) else { continue }
        body(word[..<at] + read + word[(at + printed.count)...], confusion)
      }
    }
  }
}
