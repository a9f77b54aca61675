import SystemPackage
import Testing

@testable import EmendBatch

/// Patterns mean what they mean in a `.gitignore`.
@Suite struct GlobTests {
  @Test(arguments: [
    ("*.txt", "a.txt", true), ("*.txt", "a.txt.gz", false), ("a*", "a/b", false),
    ("a?c", "abc", true), ("a?c", "aéc", true), ("a?c", "a/c", false), ("[a-c]x", "bx", true),
    ("[!a-c]x", "bx", false), ("[]]x", "]x", true), ("[x", "[x", true), ("a\\*", "a*", true),
    ("a\\*", "ab", false), ("**/b", "b", true), ("**/b", "a/c/b", true), ("a/**", "a/b/c", true),
    ("a/**/c", "a/c", true), ("a/**/c", "a/x/y/c", true), ("**", "a/b", true), ("", "", true),
    ("**/b", "ab", false), ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXcYb", false),
    ("*", "é", true), ("[!a]b", "éb", true), ("\\", "\\", true), ("**/**/c", "a/b/c", true),
    ("*/b", "a/x/b", false),
  ])
  func matches(pattern: String, path: String, expected: Bool) {
    #expect(Glob.matches(Array(pattern.utf8)[...], Array(path.utf8)[...]) == expected)
  }

  /// Patterns of strangers that take exponential time, or a deep stack, where each star is tried by itself.
  @Test(.timeLimit(.minutes(1)), arguments: ["*a", "a*?", "**/", "**/a/", "[ab]*"])
  func hostilePatterns(part: String) {
    let pattern = Array((String(repeating: part, count: 4000) + "c").utf8)
    let path = Array(repeating: UInt8(ascii: "a"), count: 250)
    #expect(!Glob.matches(pattern[...], path[...]))
    #expect(Glob.matches(pattern[...], [UInt8(ascii: "c")]) == (part == "**/"))
  }

  @Test(
    arguments: [
      ("a/b.txt", false, true), ("x/build", true, true), ("x/build", false, nil),
      ("top.txt", false, true), ("a/top.txt", false, nil), ("keep.txt", false, false),
      ("doc/a/c.md", false, true), ("#x", false, nil), (" end ", false, nil),
    ] as [(String, Bool, Bool?)])
  func ignoreFile(path: String, isFolder: Bool, expected: Bool?) {
    let rules = IgnoreRules(
      Array("# comment\n\nb.txt\nbuild/\n/top.txt\n*.log\nkeep*\n!keep.txt\ndoc/**/*.md\r\n".utf8))
    let names = path.split(separator: "/").map { Array($0.utf8) }
    #expect(rules.matches(names, isFolder: isFolder) == expected)
  }

  /// A path that is no UTF-8 comes back from its text.
  @Test(
    arguments: [
      [0x61, 0x62], [0xFF, 0x61], [0x5C, 0x78, 0x66, 0x66], [0x0A, 0xC3, 0xA9, 0x7F],
      [0x65, 0xCC, 0x81], [0xE2, 0x82],
    ] as [[UInt8]])
  func pathText(bytes: [UInt8]) {
    let path = FilePath().appending(byteName: bytes)
    #expect(PathText.path(of: PathText.text(of: path)) == path)
    #expect(PathText.text(of: path).utf8.allSatisfy { $0 >= 0x20 })
  }
}
