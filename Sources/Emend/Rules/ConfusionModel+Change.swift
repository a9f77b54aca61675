extension ConfusionModel {
  /// What one confusion makes of a word.
  struct Change {
    /// Of the word with it; only where `isSummed`.
    let sum: UInt64
    let bits: Double
    /// The bytes that it puts in, as they are hashed.
    let folded: UInt64
    let index: Int32
    let start: Int32
    let end: Int32
    private let movedBytes: Int8
    let isSummed: Bool

    /// Bytes by which what stands behind it moves.
    var moved: Int { Int(movedBytes) }

    @inline(__always)
    init(at start: Int, _ confusion: UnsafePointer<Confusion>, index: Int, _ sums: WordSums?) {
      let end = unsafe start &+ confusion.pointee.read.count
      let (folded, moved) = unsafe (confusion.pointee.folded, confusion.pointee.moved)
      unsafe bits = confusion.pointee.bits
      self.folded = folded
      self.index = Int32(truncatingIfNeeded: index)
      self.start = Int32(truncatingIfNeeded: start)
      self.end = Int32(truncatingIfNeeded: end)
      movedBytes = Int8(truncatingIfNeeded: moved)
      if let sums, unsafe confusion.pointee.isSummed {
        isSummed = true
        sum = sums.sum(start, end, folded: folded, moved: moved)
      } else {
        isSummed = false
        sum = 0
      }
    }
  }
}
