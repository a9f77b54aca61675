import CScan

/// Suspects to be looked at one after the other.
///
/// One stands in each three or four lines of the cache, which the processor does not foresee: a loop over
/// them waited for memory most of its time. So the text of those behind is asked for meanwhile.
struct SuspectsAhead: Sequence, IteratorProtocol {
  private let suspects: [Suspect]
  private let text: Text
  private var index = 0

  init(_ suspects: [Suspect], of text: Text) {
    self.suspects = suspects
    self.text = text
  }

  @inline(__always)
  mutating func next() -> Suspect? {
    guard index < suspects.count else { return nil }
    return unsafe suspects.withUnsafeBufferPointer { suspects in
      if index &+ Self.distance < suspects.count {
        unsafe text.fetch(Int(suspects[index &+ Self.distance].startOffset))
      }
      defer { index &+= 1 }
      return unsafe suspects[index]
    }
  }

  var underestimatedCount: Int { suspects.count - index }

  /// Suspects that are looked at until the memory is there.
  private static var distance: Int { 12 }
}

extension Text {
  /// Asks for the memory of a byte that will be read soon.
  @inline(__always)
  func fetch(_ offset: Int) {
    unsafe storage.withUnsafeBufferPointer {
      unsafe cscan_fetch($0.baseAddress.unsafelyUnwrapped + offset)
    }
  }
}
