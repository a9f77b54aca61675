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
    surveyor.survey(regions, of: text, into: &fresh)
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

  /// The changed stretches of the new text, widened to whole words and the white space around them,
  /// and merged where they meet.
  private static func regions(of revision: Revision, in text: Text) -> [Range<Int>] {
    var regions: [Range<Int>] = []
    for change in revision.changes {
      // What is found at a word depends on the white space beside it, so that is read as well; the
      // words beyond are read too, since a change may have made or taken that white space.
      var start = change.new.lowerBound
      var end = change.new.upperBound
      for _ in 0..<2 {
        start = text.skipBack(from: start, while: \.isWhite)
        start = text.skipBack(from: start) { !$0.isWhite }
        end = text.skip(from: end, while: \.isWhite)
        end = text.skip(from: end) { !$0.isWhite }
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
    var index = 0
    while index < places.count {
      let old = range(places[index])
      while change < revision.changes.count,
        revision.changes[change].old.upperBound <= old.lowerBound
      {
        let done = revision.changes[change]
        shift = done.new.upperBound - done.old.upperBound
        change += 1
      }
      if change < revision.changes.count, revision.changes[change].old.lowerBound < old.upperBound {
        index += 1
        continue
      }
      let start = old.lowerBound + shift
      while region < regions.count, regions[region].upperBound <= start { region += 1 }
      if region < regions.count, regions[region].lowerBound < start + old.count {
        index += 1
        continue
      }
      // What stands before the next of either moves alike.
      let nextChange =
        change < revision.changes.count ? revision.changes[change].old.lowerBound : Int.max
      let nextRegion = region < regions.count ? regions[region].lowerBound - shift : Int.max
      let end = Swift.min(nextChange, nextRegion)
      repeat {
        let place = places[index]
        out.append(move(place, range(place).lowerBound + shift))
        index += 1
      } while index < places.count && range(places[index]).upperBound <= end
    }
    return out
  }
}
