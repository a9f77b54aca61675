import EmendTestSupport
import Testing

@testable import Emend

@Suite struct WindowCutterTests {
  private func windows(
    _ bytes: [UInt8], size: Int, lines: Int = 1 << 18
  ) -> [ArraySlice<UInt8>] {
    let cutter = WindowCutter(size: size, lines: lines)
    var out: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let length = cutter.length(of: rest, isLast: true)
      guard length > 0, length <= min(size, rest.count) else {
        Issue.record("a window of \(length) bytes")
        return out
      }
      out.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return out
  }

  /// A text of characters of one to four bytes, with few places to cut at.
  private func text(_ seed: UInt64, count: Int) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", "é", "€", "\u{1F600}", "word", " ", "\n", ".\n", "\n\n", "-\n", "\r\n", "\u{C}",
    ]
    var out = ""
    while out.utf8.count < count {
      out += pieces[Int.random(in: 0..<(seed % 3 == 0 ? 4 : pieces.count), using: &random)]
    }
    return Array(out.utf8)
  }

  @Test func neverCutsInsideACharacter() {
    for seed in 0..<60 {
      for size in [33, 40, 64] {
        let windows = windows(text(UInt64(seed), count: 400), size: size)
        #expect(windows.count > 5)
        for window in windows {
          #expect(String(validating: window, as: UTF8.self) != nil, "seed \(seed), size \(size)")
        }
      }
    }
  }

  @Test func neverCutsInsideACharacterBehindAHyphen() {
    let bytes = Array("aaaaaaaaaaaa-\n\n\u{1F600}bb".utf8)
    let first = windows(bytes, size: 17)[0]
    #expect(String(validating: first, as: UTF8.self) != nil)
  }

  @Test func whatIsOneWindowIsNotCut() {
    let bytes = text(1, count: 100)
    #expect(windows(bytes, size: bytes.count) == [bytes[...]])
    #expect(windows(bytes, size: bytes.count - 1).count == 2)
  }

  /// What follows a full window and the byte behind it does not matter.
  @Test func dependsOnNoMoreThanTheWindow() {
    for seed in 0..<40 {
      let bytes = text(UInt64(seed), count: 600)
      let cutter = WindowCutter(size: 128, lines: 1 << 18)
      let whole = cutter.length(of: bytes[...], isLast: true)
      for count in 129..<bytes.count where count % 7 == 0 {
        #expect(
          cutter.length(of: bytes[..<count], isLast: false) == whole, "seed \(seed), \(count)")
      }
    }
  }

  @Test func takesNoMoreLinesThanItMay() {
    let bytes = [UInt8](repeating: 0x0A, count: 100)
    let windows = windows(bytes, size: 64, lines: 10)
    #expect(windows.allSatisfy { $0.count <= 10 })
    #expect(windows.reduce(0) { $0 + $1.count } == 100)
  }

  /// The best place of the last quarter; `|` is where the cut is due.
  @Test(arguments: [
    // Page before paragraph, paragraph before sentence, sentence before line, line before word.
    ("aaaa aaaa aaaa aaaa aaaa aaaa aa.\n\u{C}|bb.\n\nbb.\nbbb", 40),
    ("aaaa aaaa aaaa aaaa aaaa aaaa aa.\n\n|b.\nbbbbb", 40),
    ("aaaa aaaa aaaa aaaa aaaa aaaa aa.\n|bb\nbbb bb bbb", 40),
    ("aaaa aaaa aaaa aaaa aaaa aaaa aaa\n|bb bbb bb-\nbbb", 44),
    ("aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa |bbbbbbbb", 44),
    // Never behind a hyphen at a line end, while there is a blank.
    ("aaaa aaaa aaaa aaaa aaaa aaaa aaaa |aa-\nbbbbbbbbb", 44),
    ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|aaaaaaaaaa", 36),
  ])
  func takesTheBestPlace(marked: String, size: Int) {
    let parts = marked.split(separator: "|", maxSplits: 1).map { Array($0.utf8) }
    var due = parts[0].count
    // A form feed starts a page: the cut is before it.
    if parts[0].last == 0x0C { due -= 1 }
    let cutter = WindowCutter(size: size, lines: 1 << 18)
    #expect(cutter.length(of: (parts[0] + parts[1])[...], isLast: true) == due)
  }
}
