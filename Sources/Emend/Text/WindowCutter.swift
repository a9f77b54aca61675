import CScan

/// Decides where a window ends: by content alone, never by how the bytes arrived.
struct WindowCutter: Sendable {
  /// Bytes of a window, at most.
  let size: Int
  /// Lines of a window, at most: a text of empty lines would make a large layout.
  let lines: Int

  /// Kinds of places to cut at, best first.
  private enum Place: Int {
    case page, paragraph, sentence, line, word, character
  }

  /// The length of the next window of `bytes`.
  ///
  /// A document that fits is one window. Otherwise the cut is the last of the best places in the
  /// last quarter: a page end, else a paragraph end behind a finished sentence, a line end behind
  /// one, a line end without a hyphen, a blank, a character.
  /// - Complexity: O(size).
  func length(of bytes: ArraySlice<UInt8>, isLast: Bool) -> Int {
    let limit = self.limit(of: bytes)
    if bytes.count <= limit, isLast { return bytes.count }
    let base = bytes.startIndex
    var best: (place: Place, at: Int)?
    func offer(_ place: Place, _ at: Int) {
      if best.map({ place.rawValue < $0.place.rawValue }) ?? true { best = (place, at) }
    }
    var at = limit
    let floor = limit - limit / 4
    while at > floor {
      // Once the end of a word is found only lines and pages are better.
      if let best, best.place.rawValue <= Place.word.rawValue {
        at = Self.lineOrPage(bytes, from: base + floor, to: base + at) - base
        if at <= floor { break }
      }
      let before = bytes[base + at - 1]
      let next: UInt8 = at < bytes.count ? bytes[base + at] : 0
      if next == .formFeed {
        offer(.page, at)
        break
      }
      if before == .newline {
        if Self.endsWithBlankLines(bytes, base + at, count: 3) {
          offer(.page, at)
          break
        }
        let last = Self.lastVisible(bytes, base + at)
        let finished = last.map { ".?!\"')".utf8.contains($0) } ?? true
        if Self.endsWithBlankLines(bytes, base + at, count: 1), finished {
          offer(.paragraph, at)
        } else if finished {
          offer(.sentence, at)
        } else {
          offer(last == .hyphen ? .character : .line, at)
        }
      } else if before.isBlank, !next.isBlank {
        offer(.word, at)
      } else if !next.isContinuation {
        offer(.character, at)
      }
      at -= 1
    }
    return best?.at ?? limit
  }

  private func limit(of bytes: ArraySlice<UInt8>) -> Int {
    let limit = Swift.min(size, bytes.count)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe cscan_lines_end($0, limit, lines) } ?? 0
    }
  }

  /// The last place up to `end` behind a line feed or before a form feed; `start` where there is none.
  private static func lineOrPage(_ bytes: ArraySlice<UInt8>, from start: Int, to end: Int) -> Int {
    if end < bytes.endIndex, bytes[end] == .formFeed { return end }
    let found = unsafe bytes[start..<end].withUnsafeBufferPointer { part in
      unsafe part.baseAddress.map { unsafe cscan_last_break($0, part.count) } ?? -1
    }
    // SIZE_MAX comes as -1.
    guard found >= 0 else { return start }
    return bytes[start + found] == .newline ? start + found + 1 : start + found
  }

  /// Whether `count` empty lines end before `end`, where a line has just ended.
  private static func endsWithBlankLines(_ bytes: ArraySlice<UInt8>, _ end: Int, count: Int) -> Bool
  {
    var at = end - 1
    var found = 0
    while at > bytes.startIndex {
      let byte = bytes[at - 1]
      if byte == .newline { found += 1 } else if !byte.isWhite { break }
      if found >= count { return true }
      at -= 1
    }
    return false
  }

  private static func lastVisible(_ bytes: ArraySlice<UInt8>, _ end: Int) -> UInt8? {
    var at = end
    while at > bytes.startIndex {
      if !bytes[at - 1].isWhite { return bytes[at - 1] }
      at -= 1
    }
    return nil
  }
}
