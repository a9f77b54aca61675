extension Survey {
  /// The survey of a text after a revision, from the survey of the text before it.
  ///
  /// Only the words around the changes are read again; all other places are moved. Surveying the
  /// whole text once more cost as much as all stages together on clean text.
  /// - Parameter counts: those of the document, whose words are familiar; they stay as they are.
  /// - Complexity: O(places + changes).
  func revised(
    by revision: Revision, to text: Text, lexicon: Lexicon, counts: DocumentCounts
  ) -> Survey {
    let regions = Self.regions(of: revision, in: text)
    var out = Survey()
    out.words = words
    out.singleOpenings = singleOpenings
    out.doubleOpenings = doubleOpenings
    var fresh = Survey()
    var surveyor = WordSurveyor(lexicon: lexicon, counts: counts, counting: false)
    surveyor.survey(regions, of: text, into: &fresh)
    out.suspects = Self.moved(
      suspects, fresh.suspects, by: revision, around: regions, start: { Int($0.startOffset) },
      move: { $0.startOffset = UInt32(truncatingIfNeeded: Int($0.startOffset) &+ $1) })
    out.marks = Self.moved(
      marks, fresh.marks, by: revision, around: regions, start: { Int($0) },
      move: { $0 = UInt32(truncatingIfNeeded: Int($0) &+ $1) })
    return out
  }

  /// The places of the old text outside of the regions, where they are in the new text, and the fresh
  /// ones in them. No place stands across the edge of a region, which is white space.
  @inline(__always)
  private static func moved<Place>(
    _ places: [Place], _ fresh: [Place], by revision: Revision, around regions: [Range<Int>],
    start: (Place) -> Int, move: (inout Place, Int) -> Void
  ) -> [Place] {
    unsafe [Place](unsafeUninitializedCapacity: places.count + fresh.count) { out, count in
      var (at, next, change, shift) = (0, 0, 0, 0)
      unsafe places.withUnsafeBufferPointer { places in
        func keep(before end: Int) {
          while at < places.count, unsafe start(places[at]) < end {
            var place = unsafe places[at]
            move(&place, shift)
            unsafe out.initializeElement(at: count, to: place)
            count += 1
            at += 1
          }
        }
        for region in regions {
          keep(before: region.lowerBound - shift)
          while next < fresh.count, start(fresh[next]) < region.upperBound {
            unsafe out.initializeElement(at: count, to: fresh[next])
            count += 1
            next += 1
          }
          // What was taken from the end of the text stands behind all that is left.
          while change < revision.changes.count,
            revision.changes[change].new.lowerBound <= region.upperBound
          {
            shift =
              revision.changes[change].new.upperBound - revision.changes[change].old.upperBound
            change += 1
          }
          let end = region.upperBound - shift
          while at < places.count, unsafe start(places[at]) < end { at += 1 }
        }
        keep(before: .max)
      }
    }
  }

  /// The changed stretches of the new text, widened to whole words and a byte of the white space on both
  /// sides, and merged where they meet.
  private static func regions(of revision: Revision, in text: Text) -> [Range<Int>] {
    var regions: [Range<Int>] = []
    let changes = revision.changes
    regions.reserveCapacity(changes.count)
    for (index, change) in changes.enumerated() {
      // The text of one of the next is asked for meanwhile.
      if index + 8 < changes.count { text.fetch(Int(changes[index + 8].newStart)) }
      // No further than to the next change: else an endless word with many took quadratic time.
      let least = index > 0 ? changes[index - 1].new.upperBound : 0
      let most = index + 1 < changes.count ? changes[index + 1].new.lowerBound : text.count
      // What is found at a word depends on the bytes right beside it. So a word that touches a change is
      // read again, and one behind white space that stands as it stood is not.
      var start = change.new.lowerBound
      var end = change.new.upperBound
      unsafe text.storage.withUnsafeBufferPointer { bytes in
        while start > least, unsafe !bytes[start - 1].isWhite { start -= 1 }
        while end < most, unsafe !bytes[end].isWhite { end += 1 }
      }
      let region = Swift.max(0, start - 1)..<Swift.min(text.count, end + 1)
      if let last = regions.last, region.lowerBound <= last.upperBound {
        regions[regions.count - 1] = last.lowerBound..<Swift.max(last.upperBound, region.upperBound)
      } else {
        regions.append(region)
      }
    }
    return regions
  }
}
