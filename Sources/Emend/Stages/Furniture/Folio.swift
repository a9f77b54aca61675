import CScan

/// A page number as the OCR read it: digits, some of them misread, or a roman numeral.
struct Folio: Equatable {
  let value: Int
  let isRoman: Bool

  static let years = 1500...2100

  /// Dates and titles end in a year.
  var isYear: Bool { !isRoman && Self.years.contains(value) }

  /// Reads the value of a token or a short line, with marks and blanks around and inside; `nil` for
  /// text.
  ///
  /// Letters alone are a word (`io` is Italian, `so` English): one digit at least must be sure, or
  /// all letters a roman numeral.
  /// - Parameter roman: whether a numeral counts. `I` and `mix` are words, so this is for lines at
  ///   page edges, where the sequence has to confirm it.
  init?(_ range: Range<Int>, in text: borrowing Text, roman: Bool = false) {
    var value = 0
    var digits = 0
    var sure = 0
    var isMisread = false
    var isDivided = false
    var numeral = Numeral()
    for at in range {
      let byte = text[at]
      if Self.isMark(byte) || byte.isWhite {
        // A speck may stand between digits; `12-14` and `1,234` are no folios.
        if digits > 0, byte != .fullStop, !byte.isWhite { isDivided = true }
        continue
      }
      if isDivided { return nil }
      guard digits < 9 else { return nil }
      digits += 1
      if roman { numeral.add(byte) }
      if byte.isDigit {
        sure += 1
        value = value * 10 + Int(byte - 0x30)
      } else if let digit = Self.digit(byte) {
        value = value * 10 + digit
      } else {
        isMisread = true
      }
      if isMisread, !roman || !numeral.isValid { return nil }
    }
    if !isMisread, sure > 0, digits <= 4 {
      self.value = value
      isRoman = false
    } else if roman, digits > 0, let value = numeral.value {
      self.value = value
      isRoman = true
    } else {
      return nil
    }
  }

  /// A number below 100 in small roman numerals.
  static func roman(_ value: Int) -> String {
    var rest = value
    var out = ""
    for (digit, letters) in [
      (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ] {
      while rest >= digit {
        out += letters
        rest -= digit
      }
    }
    return out
  }

  /// Marks around a folio; dashes and typographic quotes by their bytes.
  @inline(__always)
  static func isMark(_ byte: UInt8) -> Bool { has(byte, CSCAN_NUMBER_MARK) }

  /// What may stand by itself between a folio and a head, or before and behind them: marks, and dirt that
  /// was read as other signs; those beyond ASCII by their bytes.
  @inline(__always)
  static func isSpeck(_ byte: UInt8) -> Bool { has(byte, CSCAN_NUMBER_SPECK) }

  /// Whether a byte may be part of a number: what a digit was read as, a numeral, or a mark.
  @inline(__always)
  static func mayBePart(_ byte: UInt8) -> Bool { has(byte, CSCAN_NUMBER_PART) }

  /// By a table: where marks and letters are told one by one, every other branch is a surprise.
  @inline(__always)
  private static func has(_ byte: UInt8, _ kind: Int) -> Bool {
    Int(cscan_number_byte(byte)) & kind != 0
  }

  /// What a digit was read as.
  @inline(__always)
  static func digit(_ byte: UInt8) -> Int? {
    let digit = cscan_number_digit(byte)
    return digit >= 0 ? Int(digit) : nil
  }

  /// A roman numeral up to 99, in letters of one case: front matter is no longer, and what is larger
  /// is mostly a word (`mix`, `dim`, `civil`).
  struct Numeral {
    private var sum = 0
    private var last = 0
    private var run = 0
    private var isUpper: Bool?
    private(set) var isValid = true

    var value: Int? { isValid && sum > 0 && sum < 100 ? sum : nil }

    mutating func add(_ byte: UInt8) {
      guard isUpper ?? byte.isUpper == byte.isUpper else {
        isValid = false
        return
      }
      isUpper = byte.isUpper
      let digit: Int
      switch byte | 0x20 {
      case UInt8(ascii: "i"): digit = 1
      case UInt8(ascii: "v"): digit = 5
      case UInt8(ascii: "x"): digit = 10
      case UInt8(ascii: "l"): digit = 50
      default:
        isValid = false
        return
      }
      run = digit == last ? run + 1 : 1
      if run > (digit == 5 || digit == 50 ? 1 : 3) {
        isValid = false
        return
      }
      if digit > last, last > 0 {
        // `iv`, `ix`, `xl`; the smaller one was added already.
        guard digit == 5 * last || digit == 10 * last, sum % digit == last else {
          isValid = false
          return
        }
        sum += digit - 2 * last
      } else {
        sum += digit
      }
      last = digit
    }
  }
}
