/// The endings by which a name that no file has may be Russian, in any romanisation.
enum RussianEnding {
  case strong
  /// Common in other languages, too: `-in`, and `-ow` and `-wicz`, which are also German and Polish.
  case weak

  /// The last letters of weak endings, by their lower bits: most words end in others.
  private static let weakLetters = "aefinwz".utf8.reduce(UInt32(0)) { $0 | 1 << UInt32($1 & 31) }

  /// The ending of a word; `nil` for a word that has none of them, or is too short.
  ///
  /// Asked of every capitalised word that the lexicon does not have: it reads the last bytes only.
  init?(_ range: Range<Int>, in text: borrowing Text) {
    guard range.count >= 5, text[range.lowerBound].isUpper || text[range.lowerBound].isHigh else {
      return nil
    }
    let end = range.upperBound
    func letter(_ back: Int) -> UInt8 { text[end - back] | 0x20 }
    func ends(_ ending: StaticString) -> Bool {
      let length = ending.utf8CodeUnitCount
      return range.count > length + 1
        && ending.withUTF8Buffer { buffer in
          for i in 0..<length where unsafe buffer[i] != letter(length - i) { return false }
          return true
        }
    }
    let isStrong: Bool
    switch letter(1) {
    case UInt8(ascii: "v"): isStrong = ends("ov") || ends("ev")
    case UInt8(ascii: "f"): isStrong = ends("off") || ends("eff") || ends("iof") || ends("nof")
    case UInt8(ascii: "y"): isStrong = ends("sky") || ends("zky") || ends("skiy") || ends("skyy")
    case UInt8(ascii: "i"): isStrong = ends("ski") || ends("skii")
    case UInt8(ascii: "j"): isStrong = ends("skij") || ends("skyj")
    case UInt8(ascii: "h"):
      isStrong = ends("vich") || ends("vitch") || ends("vitsch") || ends("witsch")
    case UInt8(ascii: "o"): isStrong = ends("enko")
    case UInt8(ascii: "a"): isStrong = ends("ova") || ends("eva") || ends("skaia") || ends("skaya")
    default: isStrong = false
    }
    if isStrong {
      self = .strong
      return
    }
    if Self.weakLetters &>> UInt32(letter(1) & 31) & 1 == 0 { return nil }
    if ends("in") || ends("ine") || ends("ow") || ends("ew") || ends("of") || ends("ef")
      || ends("icz") || ends("cki") || ends("owa") || ends("ewa")
    {
      self = .weak
    } else {
      return nil
    }
  }
}
