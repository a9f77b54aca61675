/// Shell patterns over the bytes of a path: `*` and `?` within a name, `**` over names, `[…]`, and `\`
/// before a character that stands for itself.
enum Glob {
  private static let star = UInt8(ascii: "*")
  private static let slash = UInt8(ascii: "/")

  /// All places at which what was read of the pattern may end are followed at once: a pattern of a
  /// stranger's `.gitignore`, such as `*a*a*a*a*b`, must not take exponential time.
  /// - Complexity: O(*n* *m*).
  static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    let path = Array(path)
    var rest = pattern
    // Whether what was read matches that many bytes of the path.
    var ends = [Bool](repeating: false, count: path.count + 1)
    ends[0] = true
    while let first = rest.popFirst() {
      switch first {
      case star: takeStar(&rest, path, &ends)
      case UInt8(ascii: "?"):
        step(path, &ends) { $0 != slash }
      case UInt8(ascii: "["):
        let set = rest
        if let (_, behind) = matchesSet(set, 0) {
          step(path, &ends) { $0 != slash && matchesSet(set, $0)?.0 == true }
          rest = behind
        } else {
          // Without its end it is a bracket.
          step(path, &ends) { $0 == first }
        }
      default:
        var byte = first
        if byte == UInt8(ascii: "\\"), let next = rest.popFirst() { byte = next }
        step(path, &ends, characters: false) { $0 == byte }
      }
      if !ends.contains(true) { return false }
    }
    return ends[path.count]
  }

  /// Goes on by one character that fits.
  /// - Parameter characters: whether the later bytes of a character go with its first; else by a byte.
  private static func step(
    _ path: [UInt8], _ ends: inout [Bool], characters: Bool = true, _ fits: (UInt8) -> Bool
  ) {
    for at in ends.indices.reversed() where ends[at] {
      ends[at] = false
      guard at < path.count, fits(path[at]) else { continue }
      var next = at + 1
      if characters, path[at] >= 0xC0 {
        while next < path.count, path[next] & 0xC0 == 0x80 { next += 1 }
      }
      ends[next] = true
    }
  }

  /// Goes on over any bytes; with one star not over a slash.
  private static func takeStar(
    _ rest: inout ArraySlice<UInt8>, _ path: [UInt8], _ ends: inout [Bool]
  ) {
    let crosses = rest.first == star
    rest = rest.drop { $0 == star }
    let before = ends
    for at in path.indices where ends[at] && (crosses || path[at] != slash) { ends[at + 1] = true }
    // `**/` stands for no folder, too.
    if crosses, rest.first == slash {
      rest.removeFirst()
      step(path, &ends, characters: false) { $0 == slash }
      for at in ends.indices where before[at] { ends[at] = true }
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
