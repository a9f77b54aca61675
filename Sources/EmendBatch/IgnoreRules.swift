/// The patterns of a `.gitignore`, or of `--exclude` and `--include`, below a folder.
///
/// As git reads them: a later pattern wins, `!` takes back, a slash at the end means folders only, a
/// slash elsewhere binds to the folder of the patterns, `**` stands for any number of folders.
struct IgnoreRules: Sendable {
  private struct Pattern: Sendable {
    var glob: [UInt8]
    var isNegated = false
    var isForFolders = false
    /// Whether it is about the path below the folder, not about the last name of it.
    var isAnchored = false
  }

  private var patterns: [Pattern] = []

  /// - Parameter bytes: the content of a `.gitignore`.
  init(_ bytes: [UInt8]) {
    patterns = bytes.split(separator: UInt8(ascii: "\n")).compactMap(Self.pattern)
  }

  init(patterns: [String]) {
    self.patterns = patterns.compactMap { Self.pattern(Array($0.utf8)[...]) }
  }

  var isEmpty: Bool { patterns.isEmpty }

  /// What the rules say of a path.
  /// - Parameter path: names below the folder of the rules.
  /// - Returns: `nil` where no pattern is about it.
  func matches(_ path: [[UInt8]], isFolder: Bool) -> Bool? {
    guard let name = path.last else { return nil }
    let whole = Array(path.joined(separator: [UInt8(ascii: "/")]))
    for pattern in patterns.reversed() where isFolder || !pattern.isForFolders {
      if Glob.matches(pattern.glob[...], pattern.isAnchored ? whole[...] : name[...]) {
        return !pattern.isNegated
      }
    }
    return nil
  }

  private static func pattern(_ line: ArraySlice<UInt8>) -> Pattern? {
    var glob = Array(line)
    if glob.last == UInt8(ascii: "\r") { glob.removeLast() }
    while glob.last == UInt8(ascii: " "), glob.dropLast().last != UInt8(ascii: "\\") {
      glob.removeLast()
    }
    guard let first = glob.first, first != UInt8(ascii: "#") else { return nil }
    var pattern = Pattern(glob: [])
    if first == UInt8(ascii: "!") {
      pattern.isNegated = true
      glob.removeFirst()
    }
    if glob.last == UInt8(ascii: "/") {
      pattern.isForFolders = true
      glob.removeLast()
    }
    pattern.isAnchored = glob.contains(UInt8(ascii: "/"))
    if glob.first == UInt8(ascii: "/") { glob.removeFirst() }
    guard !glob.isEmpty else { return nil }
    pattern.glob = glob
    return pattern
  }
}
