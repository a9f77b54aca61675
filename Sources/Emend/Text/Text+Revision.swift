extension Text {
  /// Puts in the replacements of some edits, by their places among all.
  ///
  /// Kept bytes are moved where they lie, unless somebody else holds the text: a copy of a window leaves the
  /// caches, and its pages have to be cleared.
  /// - Parameter revision: that of the edits.
  /// - Complexity: O(*n*) behind the first edit.
  mutating func apply(_ revision: Revision, of chosen: [Int], among edits: [Edit]) {
    let changes = revision.changes
    guard let last = changes.last else { return }
    let (old, new) = (count, count + last.new.upperBound - last.old.upperBound)
    if new > old { storage.append(contentsOf: repeatElement(0, count: new - old)) }
    unsafe storage.withUnsafeMutableBytes { bytes in
      let base = unsafe bytes.baseAddress.unsafelyUnwrapped
      /// Moves what stands behind a change, up to the next one or with the padding behind the text.
      @inline(__always)
      func move(behind index: Int) {
        let (from, to) = (changes[index].old.upperBound, changes[index].new.upperBound)
        let end =
          index + 1 < changes.count ? changes[index + 1].old.lowerBound : old + Self.padding
        if from != to { unsafe (base + to).copyMemory(from: base + from, byteCount: end - from) }
      }
      @inline(__always)
      func put(_ index: Int) {
        let at = unsafe base + changes[index].new.lowerBound
        // By its place: a copy would be counted.
        let isDone: Void? = unsafe edits[chosen[index]].replacement.utf8
          .withContiguousStorageIfAvailable {
            if let start = $0.baseAddress { unsafe at.copyMemory(from: start, byteCount: $0.count) }
          }
        precondition(isDone != nil, "strings of Swift are UTF-8")
      }
      var index = 0
      while index < changes.count {
        // What moves towards the end of the text makes room for what stands before it, so the last is first.
        var end = index
        while end < changes.count, changes[end].newEnd > changes[end].oldEnd { end += 1 }
        for forwards in (index..<end).reversed() {
          move(behind: forwards)
          put(forwards)
        }
        if end < changes.count {
          put(end)
          move(behind: end)
        }
        index = end + 1
      }
    }
    if new < old { storage.removeLast(old - new) }
    count = new
  }
}
