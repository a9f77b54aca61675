extension Survey {
  /// The survey of a text after a revision, from the survey of the text before it.
  ///
  /// Only the words around the changes are read again; all other places are moved. Surveying the
  /// whole text once more cost as much as all stages together on clean text.
  /// - Complexity: O(places + changes).
  func revised(by revision: Revision, to text: Text, lexicon: Lexicon) -> Survey {
    let regions = Self.regions(of: revision, in: text)
    var out = Survey()
    out.words = words
    out.singleOpenings = singleOpenings
    out.doubleOpenings = doubleOpenings
    var fresh = Survey()
    var surveyor = WordSurveyor(
      lexicon: lexicon, counts: DocumentCounts(for: lexicon), counting: false)
    for region in regions {
      let part = surveyor.survey(Text(text[region]))
      fresh.suspects += part.suspects.map {
        Suspect(
          start: $0.range.lowerBound + region.lowerBound, count: $0.range.count, kind: $0.kind)
      }
      fresh.marks += part.marks.map { $0 + UInt32(region.lowerBound) }
    }
    let moved = Mover(revision: revision, regions: regions)
    out.suspects = Self.merge(
      moved.kept(suspects, at: { $0.range }) {
        Suspect(start: $1, count: $0.range.count, kind: $0.kind)
      }, fresh.suspects
    ) { $0.startOffset < $1.startOffset }
    out.marks = Self.merge(
      moved.kept(marks, at: { Int($0)..<Int($0) + 1 }) { UInt32($1) }, fresh.marks, by: <)
    return out
  }

  /// The changed stretches of the new text, widened to white space and merged where they meet.
  private static func regions(of revision: Revision, in text: Text) -> [Range<Int>] {
    var regions: [Range<Int>] = []
    for change in revision.changes {
      let start = text.skipBack(from: change.new.lowerBound) { !$0.isWhite }
      let end = text.skip(from: change.new.upperBound) { !$0.isWhite }
      // With the white space on both sides: what stands there depends on it.
      let region = Swift.max(0, start - 2)..<Swift.min(text.count, end + 2)
      if let last = regions.last, region.lowerBound <= last.upperBound {
        regions[regions.count - 1] = last.lowerBound..<Swift.max(last.upperBound, region.upperBound)
      } else {
        regions.append(region)
      }
    }
    // A region may now begin inside a character or a word: two bytes back from white space.
    return regions.map { region in
      text.skipBack(from: region.lowerBound) {
        !$0.isWhite
      }..<text.skip(from: region.upperBound) { !$0.isWhite }
    }
  }

  private static func merge<Place>(
    _ a: [Place], _ b: [Place], by precedes: (Place, Place) -> Bool
  ) -> [Place] {
    if b.isEmpty { return a }
    var out: [Place] = []
    out.reserveCapacity(a.count + b.count)
    var i = 0
    for place in b {
      while i < a.count, precedes(a[i], place) {
        out.append(a[i])
        i += 1
      }
      out.append(place)
    }
    out += a[i...]
    return out
  }
}

/// Moves places of the old text to the new one, but for those that are read again.
private struct Mover {
  let revision: Revision
  let regions: [Range<Int>]

  func kept<Place>(
    _ places: [Place], at range: (Place) -> Range<Int>, move: (Place, Int) -> Place
  ) -> [Place] {
    var out: [Place] = []
    out.reserveCapacity(places.count)
    var change = 0
    var region = 0
    var shift = 0
    for place in places {
      let old = range(place)
      while change < revision.changes.count,
        revision.changes[change].old.upperBound <= old.lowerBound
      {
        let done = revision.changes[change]
        shift = done.new.upperBound - done.old.upperBound
        change += 1
      }
      if change < revision.changes.count, revision.changes[change].old.lowerBound < old.upperBound {
        continue
      }
      let start = old.lowerBound + shift
      while region < regions.count, regions[region].upperBound <= start { region += 1 }
      if region < regions.count, regions[region].lowerBound < start + old.count { continue }
      out.append(move(place, start))
    }
    return out
  }
}
