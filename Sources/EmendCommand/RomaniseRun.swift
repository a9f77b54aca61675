import CommandKit
import Emend

/// One text on its way through `romanise`.
struct RomaniseRun {
  enum Direction {
    case toLatin(Romanisation)
    case toCyrillic(Deromanisation)
  }

  let direction: Direction
  let output: Output
  /// Bytes behind the last byte that ends a word: it may go on in the next chunk.
  private var pending: [UInt8] = []
  /// Bytes of a word without an end that are held; no word of a language is so long.
  private static let longest = 1 << 20

  init(direction: Direction, output: Output) {
    self.direction = direction
    self.output = output
  }

  mutating func feed(_ chunk: ArraySlice<UInt8>) throws {
    pending.append(contentsOf: chunk)
    let ends: (UInt8) -> Bool =
      switch direction {
      case .toLatin: { $0 < 0x80 && $0 != UInt8(ascii: "'") }
      case .toCyrillic: { $0 <= UInt8(ascii: " ") }
      }
    var end = pending.lastIndex(where: ends).map { $0 + 1 } ?? 0
    if pending.count - end > Self.longest {
      end = pending.lastIndex { $0 & 0xC0 != 0x80 } ?? pending.count
    }
    try write(pending[..<end])
    pending.removeFirst(end)
  }

  mutating func finish() throws {
    try write(pending[...])
    pending = []
  }

  private func write(_ bytes: ArraySlice<UInt8>) throws {
    switch direction {
    case .toLatin(let romanisation): try write(bytes, romanisation)
    case .toCyrillic(let deromanisation):
      try output.write(deromanisation.cyrillic(String(decoding: bytes, as: UTF8.self)))
    }
  }

  private func write(_ bytes: ArraySlice<UInt8>, _ romanisation: Romanisation) throws {
    var kept = bytes.startIndex
    var at = kept
    while at < bytes.endIndex {
      let end = Self.endOfWord(bytes, from: at)
      if end == at {
        at += 1
        continue
      }
      try output.write(bytes[kept..<at])
      try output.write(romanisation.latin(String(decoding: bytes[at..<end], as: UTF8.self)))
      at = end
      kept = end
    }
    try output.write(bytes[kept...])
  }

  /// The end of the run of Cyrillic letters (U+0400 to U+052F) at `start`, in bytes; accents that
  /// are written behind their letter belong to it, and apostrophes between letters.
  private static func endOfWord(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    var at = start
    while at + 1 < bytes.endIndex {
      let isAccent = at > start && bytes[at] == 0xCC && (0x80...0xBF).contains(bytes[at + 1])
      if isLetter(bytes, at) || isAccent {
        at += 2
        continue
      }
      let mark = at > start ? lengthOfApostrophe(bytes, at) : 0
      guard mark > 0, isLetter(bytes, at + mark) else { break }
      at += mark
    }
    return at
  }

  private static func isLetter(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Bool {
    guard at + 1 < bytes.endIndex else { return false }
    let (first, second) = (bytes[at], bytes[at + 1])
    return (0xD0...0xD3).contains(first) && (0x80...0xBF).contains(second)
      || first == 0xD4 && (0x80...0xAF).contains(second)
  }

  /// Bytes of `'`, `’` or `ʼ` at an offset, or 0.
  private static func lengthOfApostrophe(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int {
    let rest = bytes[at...].prefix(3)
    if rest.first == UInt8(ascii: "'") { return 1 }
    if rest.starts(with: [0xCA, 0xBC]) { return 2 }
    return rest.elementsEqual([0xE2, 0x80, 0x99]) ? 3 : 0
  }
}
