/// A line of a document as it is made, without its line feed.
struct DamageLine {
  var pieces: [DamagePiece] = []
  /// Numbers of the notes that it refers to.
  var notes: [Int] = []
  /// Whether a word goes on in the next line.
  var isDivided = false

  var isBlank: Bool { pieces.isEmpty }
  /// Bytes as the scan shows them.
  var width: Int { pieces.reduce(0) { $0 + $1.damaged.utf8.count } }
}
