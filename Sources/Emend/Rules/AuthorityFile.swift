/// Names and their accepted forms: `Dictionaries/names/authority.tsv`, and a file of the user's.
public struct AuthorityFile: Sendable, Equatable {
  public struct Name: Sendable, Equatable {
    /// The form that a name gets by default.
    public let heading: String
    /// Empty where it is not known.
    public let cyrillic: String
    /// Other forms found in print, each a single token.
    public let variants: [String]
    /// Whether it keeps the form of another language: a romanisation scheme does not spell it.
    public let isForeign: Bool
    /// First names of its bearers in Cyrillic; empty where there are many, or it is no person's.
    public let forenames: [String]
    /// `person`, `place`, `institution`, `periodical`, or what a user's file says.
    public let kind: String

    /// A row of a user's, with what it does not say and the row that it replaces does.
    fileprivate func completed(from earlier: Name, convention: String) -> Name {
      Name(
        heading: heading, cyrillic: cyrillic.isEmpty ? earlier.cyrillic : cyrillic,
        variants: variants + earlier.variants.filter { $0 != heading && !variants.contains($0) },
        isForeign: convention.isEmpty ? earlier.isForeign : isForeign,
        forenames: forenames.isEmpty ? earlier.forenames : forenames,
        kind: kind.isEmpty ? earlier.kind : kind)
    }
  }

  private struct FormWord: Equatable, Sendable {
    let hash: UInt64
    let name: Int32
    /// The number of the variant; -1 for the heading.
    let variant: Int32
  }

  public let names: [Name]
  /// Index of a name by the hash of each of its forms.
  private let byForm: HashIndex
  /// Hashes of the bytes of the headings, in the order of the names.
  private let headings: [UInt64]
  /// Hashes of the bytes of forms that look like one and are left, with their case.
  private let left: Set<UInt64>
  /// Hashes of the runs of letters in each form: most words are dismissed by them, and of those most by
  /// the filter.
  private let parts: HashIndex
  private let partsFilter: HashFilter
  private let leftFilter: HashFilter
  /// The forms that are one word of ASCII letters.
  private let words: [FormWord]

  public static let standard = AuthorityFile([TextTable(embedded: "names/authority.tsv")])

  /// The standard file with the rows of a user's, which win: a heading or variant that both have is
  /// the user's, and so is a form that the user leaves. A row that has a heading of the standard file takes
  /// its name over: what it does not say (other variants, the first names of the bearers) stays as it is.
  public init(adding table: TextTable) {
    self.init([TextTable(embedded: "names/authority.tsv"), table])
  }

  /// - Parameter tables: later ones win.
  init(_ tables: [TextTable]) {
    let count = tables.reduce(0) { $0 + $1.rows.count }
    var names: [Name] = []
    names.reserveCapacity(count)
    var byForm = HashIndex(room: 8 * count)
    var parts = HashIndex(room: 8 * count)
    var partsFilter = HashFilter(bits: HashFilter.bits(for: 8 * count))
    var left: Set<UInt64> = []
    var words: [FormWord] = []
    words.reserveCapacity(8 * count)
    func addPart(_ hash: UInt64) {
      parts.set(hash, to: 0)
      partsFilter.insert(hash)
    }
    for table in tables {
      let first = names.count
      // Of each row, without those that its name takes over.
      var written: [[String]] = []
      written.reserveCapacity(table.rows.count)
      // What is left goes first: a form of one row may look like another row's.
      for row in table.rows {
        left.formUnion(Self.cells(row[5]).map { WordHash.of($0.utf8) })
        let variants = Self.cells(row[4])
        written.append(variants)
        var name = Name(
          heading: row[0], cyrillic: row[1], variants: variants,
          isForeign: row[3] == "foreign", forenames: Self.cells(row[10]), kind: row[2])
        for form in first > 0 ? [name.heading] + name.variants : [] {
          guard let earlier = byForm[WordHash.of(form)], earlier < first,
            names[earlier].heading == form
          else { continue }
          for form in names[earlier].variants { byForm.set(WordHash.of(form), to: names.count) }
          name = name.completed(from: names[earlier], convention: row[3])
        }
        names.append(name)
      }
      for (index, variants) in zip(first..., written) {
        for (variant, form) in ([names[index].heading] + variants).enumerated() {
          let hash = WordHash.of(form)
          byForm.set(hash, to: index)
          left.remove(WordHash.of(form.utf8))
          if form.utf8.allSatisfy(\.isLetter) {
            addPart(hash)
            words.append(FormWord(hash: hash, name: Int32(index), variant: Int32(variant) - 1))
            continue
          }
          for part in form.unicodeScalars.split(whereSeparator: { !$0.isWordLetter }) {
            addPart(WordHash.of(String(part)))
          }
        }
      }
    }
    self.names = names
    headings = names.map { WordHash.of($0.heading.utf8) }
    self.byForm = byForm
    self.words = words
    self.left = left
    leftFilter = HashFilter(of: left)
    self.parts = parts
    self.partsFilter = partsFilter
  }

  private static func cells(_ column: String) -> [String] {
    // By bytes: characters took a quarter of the time to read the file.
    var column = column
    return column.withUTF8 { bytes in
      var cells: [String] = []
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, unsafe bytes[end] != UInt8(ascii: ";") { end += 1 }
        if end > start {
          unsafe cells.append(
            String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self))
        }
        start = end + 1
      }
      return cells
    }
  }

  /// The name that a token is a form of, in any case of letters and with any apostrophe.
  /// - Complexity: O(length).
  public func name(for token: String) -> Name? {
    let text = Text(token)
    return match(0..<text.count, in: text).map { names[$0.name] }
  }

  /// The index of the name that the bytes of a token are a form of, and whether they are its heading:
  /// nothing is made of a token that is no form of a name.
  func match(_ token: Range<Int>, in text: Text) -> (name: Int, isHeading: Bool)? {
    guard let name = byForm[text.hash(token)] else { return nil }
    let bytes = text.hashOfBytes(token)
    return leftFilter.mayHold(bytes) && left.contains(bytes)
      ? nil : (name, headings[name] == bytes)
  }

  /// The forms of one word of ASCII letters of which something holds.
  /// - Complexity: O(forms).
  func words(where holds: (UInt64) -> Bool) -> [String] {
    words.compactMap { word in
      guard holds(word.hash) else { return nil }
      let name = names[Int(word.name)]
      return word.variant < 0 ? name.heading : name.variants[Int(word.variant)]
    }
  }

  /// Whether the file names the form as one that is to be left.
  public func leaves(_ form: String) -> Bool { left.contains(WordHash.of(form.utf8)) }

  /// Whether a form may hold the word of this hash.
  func mayHold(_ hash: UInt64) -> Bool { partsFilter.mayHold(hash) && parts[hash] != nil }
}
