/// A stretch of a document as it is made: what the scan shows, and what stood there.
struct DamagePiece {
  var damaged: String
  var truth: String
  /// Which damage it belongs to; `nil` for text that came through.
  var damage: Int?

  static func kept(_ text: String) -> DamagePiece {
    DamagePiece(damaged: text, truth: text, damage: nil)
  }
}
