import CScan

// HOT: up to some hundred thousand words are made of the misread ones of a megabyte.

extension ConfusionModel {
  /// Calls `body` with each word that one confusion (or two, for `depth` 2) makes of `word`, with its
  /// hash, its bits and the dearest confusion. The bytes are gone when `body` returns.
  ///
  /// A misread type offers some 400 words, nearly all of them none: they are dismissed by their hash,
  /// for which `WordSums` needs no bytes.
  /// - Parameters:
  ///   - word: as written, with its case.
  ///   - depth: 1 or 2.
  ///   - limit: the most bits.
  ///   - filter: dismisses most hashes of what is no word.
  /// - Complexity: O(confusions × length) to the power of `depth`.
  func forEachCandidate(
    of word: [UInt8], depth: Int, limit: Double, where filter: some WordFilter,
    _ body: (UnsafeBufferPointer<UInt8>, UInt64, Double, Confusion) -> Void
  ) {
    let sums = WordSums(word)
    unsafe Self.withRoom(for: word) { read, out, _ in
      let isSmall = unsafe read.first.map(\.isLower) ?? false
      /// Offers a word unless its hash, where the sums have it, dismisses it.
      @inline(__always)
      func offer(_ first: Change, _ second: Change?, _ hash: UInt64?) {
        if let hash,
          !(isSmall && first.start > 0 ? filter.mayHoldSmall(hash) : filter.mayHold(hash))
        {
          return
        }
        let made = unsafe Self.write(
          read, exchange(first), second.map { exchange($0) }, to: out)
        let whole = unsafe hash ?? WordHash.of(written: made)
        if hash == nil, !filter.mayHold(whole) { return }
        let dearest = second.map { first.bits > $0.bits ? first.index : $0.index } ?? first.index
        unsafe body(
          made, whole, first.bits + (second?.bits ?? 0), confusions[Int(dearest)])
      }
      unsafe withChanges(of: read, sums, limit) { changes, places, looks in
        let end = changes.count
        unsafe Self.look(at: changes, sums, filter, looks)
        /// Offers a change with each one behind it.
        func offerPairs(_ first: Change) {
          for next in unsafe places[Int(first.end)]..<end {
            let second = unsafe changes[next]
            if second.bits <= limit - first.bits { offer(first, second, nil) }
          }
        }
        // The order in which words are offered decides between equals.
        guard depth > 1, let sums else {
          for number in 0..<end where unsafe looks[number] {
            let first = unsafe changes[number]
            offer(first, nil, first.isSummed ? sums?.hash(first.sum, longerBy: first.moved) : nil)
            if depth > 1 { offerPairs(first) }
          }
          return
        }
        unsafe filter.withFilter { quick in
          unsafe ChangePairs.withColumns(of: changes, places, looks, sums, limit: limit) { pairs in
            unsafe pairs.forEachSome(quick) { some in
              // All are asked for before one is looked up.
              for index in some.indices { filter.fetch(unsafe some[index].hash) }
              for index in some.indices {
                let made = unsafe some[index]
                let first = unsafe changes[Int(made.first)]
                let isAlone = made.second == UInt32.max
                let second = isAlone ? nil : unsafe changes[Int(made.second)]
                offer(first, second, first.isSummed && second?.isSummed ?? true ? made.hash : nil)
                if !first.isSummed { offerPairs(first) }
              }
            }
          }
        }
      }
      if let bits = anyLetterBits, bits <= limit {
        unsafe substitute(read, sums, bits, out, filter, body)
      }
    }
  }

  /// Says of each of some changes whether it may make a word by itself. By themselves, so that what a
  /// second look reads is on its way for all of them.
  @inline(never)
  private static func look(
    at changes: UnsafeBufferPointer<Change>, _ sums: WordSums?, _ filter: some WordFilter,
    _ looks: UnsafeMutablePointer<Bool>
  ) {
    for number in changes.indices {
      let change = unsafe changes[number]
      if change.isSummed, let sums {
        let hash = sums.hash(change.sum, longerBy: change.moved)
        unsafe looks[number] = filter.mayHoldAtFirst(hash)
      } else {
        unsafe looks[number] = true
      }
    }
  }

  /// Calls `body` with each word that a confusion and, on top of it, any letter taken for any other
  /// make of `word`; a dear confusion costs no more than `most`.
  /// - Parameters:
  ///   - bits: what the other letter costs.
  ///   - filter: dismisses most hashes of what is no word.
  /// - Complexity: O(confusions × length × 26).
  func forEachCandidate(
    of word: [UInt8], withAnyLetterFor bits: Double, atMost most: Double,
    where filter: some WordFilter,
    _ body: (UnsafeBufferPointer<UInt8>, UInt64, Double, Confusion) -> Void
  ) {
    unsafe Self.withRoom(for: word) { read, out, more in
      unsafe withChanges(of: read, nil, .infinity) { changes, _, _ in
        for index in changes.indices {
          let change = unsafe changes[index]
          let once = unsafe Self.write(read, exchange(change), nil, to: out)
          unsafe substitute(
            once, WordSums(Array(once)), Swift.min(change.bits, most) + bits, more, filter, body)
        }
      }
    }
  }

  /// Lends a word with `Shape.room` bytes behind it that may be read, and twice the room for what is
  /// made of it.
  private static func withRoom(
    for word: [UInt8],
    _ body: (
      UnsafeBufferPointer<UInt8>, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt8>
    ) -> Void
  ) {
    let room = word.count + 3 * Shape.room
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * room) { space in
      unsafe space.initialize(repeating: 0)
      for i in word.indices { unsafe space[i] = word[i] }
      let base = unsafe space.baseAddress.unsafelyUnwrapped
      unsafe body(
        UnsafeBufferPointer(start: base, count: word.count), base + room, base + 2 * room)
    }
  }

  private func exchange(_ change: Change) -> WordSums.Exchange {
    WordSums.Exchange(
      start: Int(change.start), end: Int(change.end), shape: confusions[Int(change.index)].printed)
  }

  /// Lends what each confusion makes of a word, by its place in the word, the cheapest first, for each
  /// place the number of the first change there, and room for a mark on each change.
  /// - Parameter word: with `Shape.room` bytes behind it that may be read.
  private func withChanges(
    of word: UnsafeBufferPointer<UInt8>, _ sums: WordSums?, _ limit: Double,
    _ body: (
      UnsafeBufferPointer<Change>, UnsafeBufferPointer<Int>, UnsafeMutablePointer<Bool>
    ) -> Void
  ) {
    let most = word.count * mostForByte
    unsafe withUnsafeTemporaryAllocation(of: Change.self, capacity: most) { changes in
      unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: word.count + 1) { places in
        var count = 0
        unsafe confusions.withUnsafeBufferPointer { all in
          guard let confusions = all.baseAddress else { return }
          for at in 0..<word.count {
            unsafe places[at] = count
            let here = unsafe UnsafeRawPointer(word.baseAddress! + at)
              .loadUnaligned(as: UInt64.self)
            let first = Int(here & 0xFF)
            for index in starts[first]..<starts[first + 1] {
              let confusion = unsafe confusions + index
              // They are sorted: the rest is dearer.
              if unsafe confusion.pointee.bits > limit { break }
              // No shape has a zero, which stands behind the word.
              let read = unsafe confusion.pointee.read
              guard read.begins(here) else { continue }
              unsafe changes.initializeElement(
                at: count, to: Change(at: at, confusion, index: index, sums))
              count += 1
            }
          }
        }
        unsafe places[word.count] = count
        unsafe withUnsafeTemporaryAllocation(of: Bool.self, capacity: most + 1) { marks in
          unsafe marks.initialize(repeating: false)
          unsafe body(
            UnsafeBufferPointer(rebasing: changes[..<count]), UnsafeBufferPointer(places),
            marks.baseAddress!)
        }
      }
    }
  }

  /// Writes a word with one or two exchanges, eight bytes a step.
  /// - Parameters:
  ///   - word: with `Shape.room` bytes behind it that may be read.
  ///   - out: room for the word and three times `Shape.room`.
  private static func write(
    _ word: UnsafeBufferPointer<UInt8>, _ first: WordSums.Exchange, _ second: WordSums.Exchange?,
    to out: UnsafeMutablePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let from = unsafe UnsafeRawPointer(word.baseAddress.unsafelyUnwrapped)
    var count = 0
    func copy(_ start: Int, _ end: Int) {
      var at = start
      while at < end {
        let bytes = unsafe from.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        unsafe UnsafeMutableRawPointer(out + (count &+ at &- start))
          .storeBytes(of: bytes, as: UInt64.self)
        at &+= 8
      }
      count &+= end &- start
    }
    func put(_ shape: Shape) {
      unsafe shape.write(to: out + count)
      count &+= shape.count
    }
    copy(0, first.start)
    put(first.shape)
    if let second {
      copy(first.end, second.start)
      put(second.shape)
    }
    copy((second ?? first).end, word.count)
    return unsafe UnsafeBufferPointer(start: out, count: count)
  }

  /// Each small letter in turn replaced by each other one.
  private func substitute(
    _ word: UnsafeBufferPointer<UInt8>, _ sums: WordSums?, _ bits: Double,
    _ out: UnsafeMutablePointer<UInt8>, _ filter: some WordFilter,
    _ body: (UnsafeBufferPointer<UInt8>, UInt64, Double, Confusion) -> Void
  ) {
    /// The hash of the word with a letter in a place.
    @inline(__always)
    func hash(_ letter: UInt8, at place: Int) -> UInt64? {
      guard let sums else { return nil }
      let others = unsafe sums.without(word[place], at: place)
      return sums.hash(others.rest &+ UInt64(letter) &* others.unit, longerBy: 0)
    }
    // Small letters alone are exchanged, for small ones.
    let isSmall = unsafe word.first.map(\.isLower) ?? false
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: word.count) { letters in
      // All are asked for before one is looked up.
      for at in word.indices {
        unsafe letters[at] = unsafe others(than: word[at], at: at, word.count, sums, filter)
        unsafe Self.forEachLetter(letters[at]) { letter in
          if let hash = hash(letter, at: at) { filter.fetch(hash) }
        }
      }
      for at in word.indices {
        unsafe Self.forEachLetter(letters[at]) { letter in
          let hash = hash(letter, at: at)
          if let hash, !(isSmall ? filter.mayHoldSmall(hash) : filter.mayHold(hash)) { return }
          let printed = Shape(letter)
          let place = WordSums.Exchange(start: at, end: at + 1, shape: printed)
          let made = unsafe Self.write(word, place, nil, to: out)
          let whole = unsafe hash ?? WordHash.of(written: made)
          if hash == nil, !filter.mayHold(whole) { return }
          let confusion = unsafe Confusion(
            read: Shape(word[at]), printed: printed, row: -1, bits: bits)
          unsafe body(made, whole, bits, confusion)
        }
      }
    }
  }

  /// The letters that may make a word in the place of a small one, a bit for each.
  @inline(__always)
  private func others(
    than letter: UInt8, at place: Int, _ length: Int, _ sums: WordSums?, _ filter: some WordFilter
  ) -> UInt32 {
    guard letter.isLower else { return 0 }
    let a = UInt8(ascii: "a")
    var letters: UInt32 = (1 << 26 - 1) & ~(1 << UInt32(letter &- a))
    guard let sums else { return letters }
    let others = sums.without(letter, at: place)
    unsafe filter.withFilter { quick in
      var quick = unsafe quick
      letters &= unsafe cscan_letters(
        others.rest &+ UInt64(a) &* others.unit, others.unit, length, &quick)
    }
    return letters
  }

  /// Calls `body` with each letter of a set, in order.
  @inline(__always)
  private static func forEachLetter(_ letters: UInt32, _ body: (UInt8) -> Void) {
    var left = letters
    while left != 0 {
      body(UInt8(ascii: "a") + UInt8(left.trailingZeroBitCount))
      left &= left &- 1
    }
  }
}
