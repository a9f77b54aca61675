/// What a scan and its reading do to a text.
public enum DamageKind: String, CaseIterable, Sendable {
  /// A word divided at a line end, with the hyphen printed.
  case softHyphen
  /// A compound or a range of numbers divided at its own hyphen.
  case hardHyphen
  /// A divided word whose hyphen was not read.
  case lostHyphen
  /// A compound divided at its hyphen, which was not read.
  case lostCompound
  /// A running head, with a folio at its side, at the top of a page.
  case runningHead
  /// A folio alone on a line.
  case folio
  /// A folio alone on a line, misread.
  case garbledFolio
  /// A word with one confusion of letter shapes.
  case confusion
  /// A single quotation mark read as another sign.
  case quote
  /// A space before a full stop.
  case spaceBeforeStop
  /// Dirt read as a mark at the start or end of a line.
  case speck

  /// Whether the damage is a word that goes on in another line.
  public var isBreak: Bool {
    switch self {
    case .softHyphen, .hardHyphen, .lostHyphen, .lostCompound: true
    default: false
    }
  }

  /// Whether the damage is a line that is no text of the book.
  public var isFurniture: Bool {
    self == .runningHead || self == .folio || self == .garbledFolio
  }
}
