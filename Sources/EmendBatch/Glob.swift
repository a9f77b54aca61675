/// Shell patterns over the bytes of a path: `*` and `?` within a name, `**` over names, `[…]`, and `\`
/// before a character that stands for itself.
enum Glob {
  /// - Complexity: O(*n* *m*) for patterns with few stars.
  static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    var pattern = pattern
    var path = path
    while let first = pattern.first {
      switch first {
      case UInt8(ascii: "*"):
        return matchesStar(pattern, path)
      case UInt8(ascii: "?"):
        guard let byte = path.first, byte != UInt8(ascii: "/") else { return false }
        // A name counts characters: the later bytes of one go with its first.
        path.removeFirst()
        if byte >= 0xC0 { path = path.drop { $0 & 0xC0 == 0x80 } }
        pattern.removeFirst()
      case UInt8(ascii: "["):
        guard let byte = path.first, byte != UInt8(ascii: "/") else { return false }
        guard let (isMatch, rest) = matchesSet(pattern.dropFirst(), byte) else {
          // Without its end it is a bracket.
          guard byte == first else { return false }
          pattern.removeFirst()
          path.removeFirst()
          continue
        }
        guard isMatch else { return false }
        pattern = rest
        path.removeFirst()
      default:
        if first == UInt8(ascii: "\\"), pattern.count > 1 { pattern.removeFirst() }
        guard path.first == pattern.first else { return false }
        pattern.removeFirst()
        path.removeFirst()
      }
    }
    return path.isEmpty
  }

  private static func matchesStar(
    _ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>
  ) -> Bool {
    let star = UInt8(ascii: "*")
    let slash = UInt8(ascii: "/")
    let rest = pattern.drop { $0 == star }
    let crosses = rest.startIndex - pattern.startIndex > 1
    // `**/` stands for no folder, too.
    if crosses, rest.first == slash, matches(rest.dropFirst(), path) { return true }
    var path = path
    while true {
      if matches(rest, path) { return true }
      guard let byte = path.first, crosses || byte != slash else { return false }
      path.removeFirst()
    }
  }

  /// Whether a byte is in the set that the pattern begins with, and the pattern behind it.
  private static func matchesSet(
    _ pattern: ArraySlice<UInt8>, _ byte: UInt8
  ) -> (Bool, ArraySlice<UInt8>)? {
    var rest = pattern
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest.removeFirst() }
    var isMatch = false
    var isFirst = true
    while var low = rest.popFirst() {
      if low == UInt8(ascii: "]"), !isFirst { return (isMatch != isNegated, rest) }
      isFirst = false
      if low == UInt8(ascii: "\\"), let next = rest.popFirst() { low = next }
      var high = low
      if rest.first == UInt8(ascii: "-"), let end = rest.dropFirst().first,
        end != UInt8(ascii: "]")
      {
        high = end
        rest.removeFirst(2)
      }
      if low <= high, (low...high).contains(byte) { isMatch = true }
    }
    return nil
  }
}
