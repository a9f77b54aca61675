import EmendTestSupport
import Testing

@testable import Emend

/// Right words of a text stay as they are where others are misread: a few misreadings make a text one
/// in which more are expected, and its names and rare words have to outlive that.
@Suite struct RightWordTests {
  private static let texts =
    PackageFiles.list("Samples", suffix: "/truth.txt")
    + PackageFiles.list("Samples/clean", suffix: ".txt")
  private static let misreadings = ["the": "tlie", "with": "wIth", "that": "tliat"]

  /// A text with every sixth of some words misread, and where.
  private struct Damaged {
    var bytes: [UInt8] = []
    var misread: [Range<Int>] = []

    init(_ text: String) {
      var count = 0
      for word in text.split(separator: " ", omittingEmptySubsequences: false) {
        var word = String(word)
        if let misread = misreadings[word] {
          count += 1
          if count.isMultiple(of: 6) { word = misread }
        }
        let start = bytes.count
        bytes += Array(word.utf8) + [UInt8(ascii: " ")]
        if misreadings.values.contains(word) { misread.append(start..<bytes.count) }
      }
    }
  }

  /// - Parameter most: edits of right words in all texts together; the certain ones have to be right.
  @Test(arguments: [(Confidence.certain, 0), (.likely, 3)])
  func stay(level: Confidence, most: Int) throws {
    var options = Cleaner.Options()
    options.stages = [.characters]
    options.policy.minimum = level
    let cleaner = try Cleaner(options: options)
    var misread = 0
    var repaired = 0
    var wrong: [String] = []
    for path in Self.texts {
      let damaged = Damaged(try PackageFiles.text(of: path))
      misread += damaged.misread.count
      for edit in try CleaningRun(damaged.bytes, by: cleaner).applied {
        if edit.source.touchesAny(of: damaged.misread) {
          repaired += 1
        } else {
          let old = String(decoding: edit.removed, as: UTF8.self)
          wrong.append("\(path): \(old) -> \(edit.inserted)")
        }
      }
    }
    #expect(misread >= 200)
    #expect(repaired * 10 >= misread * 9)
    #expect(wrong.count <= most, "\(wrong)")
  }
}
