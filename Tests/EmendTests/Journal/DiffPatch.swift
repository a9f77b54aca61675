/// Applies a unified diff as `patch` does, but accepts no line that is not where it should be.
enum DiffPatch {
  /// The new text; `nil` where the diff does not fit the old one.
  static func apply(_ diff: [UInt8], to old: [UInt8]) -> [UInt8]? {
    guard !diff.isEmpty else { return old }
    let oldLines = lines(of: old)
    var rest = lines(of: diff)[...]
    guard rest.popFirst()?.starts(with: "--- ".utf8) == true,
      rest.popFirst()?.starts(with: "+++ ".utf8) == true
    else { return nil }
    var new = [UInt8]()
    var newCount = 0
    var next = 0
    while let header = rest.popFirst() {
      guard let hunk = Hunk(String(decoding: header.dropLast(), as: UTF8.self)),
        hunk.old.lowerBound >= next, hunk.old.upperBound <= oldLines.count
      else { return nil }
      new += oldLines[next..<hunk.old.lowerBound].joined()
      newCount += hunk.old.lowerBound - next
      guard newCount == hunk.new.lowerBound else { return nil }
      next = hunk.old.lowerBound
      while next < hunk.old.upperBound || newCount < hunk.new.upperBound {
        guard var line = rest.popFirst(), let mark = line.popFirst() else { return nil }
        if rest.first?.first == UInt8(ascii: "\\") {
          rest.removeFirst()
          line.removeLast()
        }
        if mark != UInt8(ascii: "+") {
          guard next < oldLines.count, line == oldLines[next] else { return nil }
          next += 1
        }
        if mark != UInt8(ascii: "-") {
          new += line
          newCount += 1
        }
      }
    }
    return new + oldLines[next...].joined()
  }

  /// The lines that `@@ -1,2 +1,3 @@` names, counted from 0.
  private struct Hunk {
    let old: Range<Int>
    let new: Range<Int>

    init?(_ header: String) {
      let parts = header.split(separator: " ")
      guard parts.count == 4, parts[0] == "@@", parts[3] == "@@",
        let old = Self.range(parts[1], "-"), let new = Self.range(parts[2], "+")
      else { return nil }
      self.old = old
      self.new = new
    }

    private static func range(_ text: Substring, _ sign: Character) -> Range<Int>? {
      guard text.first == sign else { return nil }
      let numbers = text.dropFirst().split(separator: ",").compactMap { Int($0) }
      switch numbers.count {
      case 1: return numbers[0] - 1..<numbers[0]
      case 2 where numbers[1] == 0: return numbers[0]..<numbers[0]
      case 2: return numbers[0] - 1..<numbers[0] - 1 + numbers[1]
      default: return nil
      }
    }
  }

  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }
}
