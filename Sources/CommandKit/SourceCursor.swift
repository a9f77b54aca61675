import Emend

/// Follows a source as it is read and tells the line and column of its bytes.
///
/// It holds the bytes between the cursor and the last byte read.
package struct SourceCursor {
  /// Both count from 1; columns are characters as a reader sees them.
  package private(set) var line = 1
  package private(set) var column = 1
  /// The part of a word that ends at the cursor; empty behind white space.
  package private(set) var head = ""

  package init() {}

  /// `nil` for UTF-8.
  private var charset: Charset?
  /// Bytes of a unit, and which of them is the lower one.
  private var unit = (size: 1, lower: 0)
  /// The character that ends lines: where there is no line feed, a carriage return. Settled by the first bytes.
  private var newline: UInt8?
  private var bytes: [UInt8] = []
  /// Where the cursor is in `bytes`, and in the source.
  private var start = 0
  private var offset = 0

  /// Characters of a word that are shown at most.
  private static let longest = 40

  /// Takes the next bytes of the source.
  package mutating func feed(_ chunk: ArraySlice<UInt8>) {
    // Moved seldom, so that each byte is moved a few times at most.
    if start > 1 << 20, start > bytes.count / 2 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: chunk)
  }

  /// Notes that what follows the cursor is in a charset other than UTF-8.
  package mutating func setCharset(_ name: String) {
    charset = Charset(name: name)
    switch name {
    case "UTF-16LE": unit = (2, 0)
    case "UTF-16BE": unit = (2, 1)
    default: unit = (1, 0)
    }
  }

  /// Moves on to a byte of the source; never back.
  /// - Complexity: O(*n*) in the bytes between.
  package mutating func advance(to target: Int) {
    let count = min(target - offset, bytes.count - start)
    guard count > 0 else { return }
    let end = start + count
    if newline == nil { settleNewline() }
    var lineStart: Int?
    for at in stride(from: start, to: end - unit.size + 1, by: unit.size) where isNewline(at) {
      line += 1
      lineStart = at + unit.size
    }
    var passed = text(of: bytes[(lineStart ?? start)..<end])
    // A byte order mark takes no room on the page.
    if offset == 0, lineStart == nil, passed.unicodeScalars.first == "\u{FEFF}" {
      passed.unicodeScalars.removeFirst()
    }
    column = passed.count + (lineStart == nil ? column : 1)
    let word = passed.suffix(while: { !$0.isWhitespace })
    head = String((word.count < passed.count || lineStart != nil ? "" : head) + word)
    head = String(head.suffix(Self.longest))
    start = end
    offset += count
  }

  /// The part of a word that stands behind a byte of the source that the cursor has not passed.
  package func tail(from target: Int) -> String {
    let first = start + target - offset
    guard first >= start, first < bytes.count else { return "" }
    let end = min(bytes.count, first + 4 * Self.longest)
    let tail = text(of: bytes[first..<end]).prefix { !$0.isWhitespace }
    return String(tail.prefix(Self.longest))
  }

  /// - Complexity: O(*n*) up to the first line feed.
  private mutating func settleNewline() {
    let units = stride(from: start, to: bytes.count - unit.size + 1, by: unit.size)
    let hasReturnsOnly = !units.contains { has(0x0A, $0) } && units.contains { has(0x0D, $0) }
    newline = hasReturnsOnly ? 0x0D : 0x0A
  }

  private func isNewline(_ at: Int) -> Bool { has(newline ?? 0x0A, at) }

  /// Whether a unit is a character of ASCII.
  private func has(_ character: UInt8, _ at: Int) -> Bool {
    guard unit.size == 2 else { return bytes[at] == character }
    return bytes[at + unit.lower] == character && bytes[at + 1 - unit.lower] == 0
  }

  private func text(of bytes: ArraySlice<UInt8>) -> String {
    charset?.text(of: bytes) ?? String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// The last characters, as long as they meet a condition.
  fileprivate func suffix(while condition: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
