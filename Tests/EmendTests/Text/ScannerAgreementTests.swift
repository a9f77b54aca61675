import CScan
import EmendTestSupport
import Testing

@testable import Emend

/// The word scanner gives the same for every instruction set, however many blocks one call reads.
@Suite struct ScannerAgreementTests {
  private struct Finding: Equatable {
    var words: [String] = []
    var marks: [UInt32] = []
    var openings: [UInt32] = []
    var compounds: [UInt32] = []
  }

  private func survey(_ text: Text, with set: Int32, batch: Int) -> Finding {
    let blocks = (text.count + 63) / 64
    var words = [cscan_word](repeating: cscan_word(), count: blocks * 32 + 1)
    var marks = [UInt32](repeating: 0, count: blocks * 64 + 4)
    var openings = marks
    var compounds = marks
    var result = Finding()
    text.storage.withUnsafeBufferPointer { bytes in
      words.withUnsafeMutableBufferPointer { words in
        marks.withUnsafeMutableBufferPointer { marks in
          openings.withUnsafeMutableBufferPointer { openings in
            compounds.withUnsafeMutableBufferPointer { compounds in
              var found = cscan_found()
              found.words = words.baseAddress
              found.marks = marks.baseAddress
              found.openings = openings.baseAddress
              found.compounds = compounds.baseAddress
              var carry = cscan_carry()
              for block in stride(from: 0, to: blocks, by: batch) {
                let some = min(batch, blocks - block)
                let isDone = cscan_survey_with(
                  set, bytes.baseAddress, block * 64, some, &carry, &found)
                #expect(isDone == 1)
              }
              cscan_finish(bytes.baseAddress, text.count, &carry, &found)
              result.words = words[..<found.word_count].map { word in
                let hash = word.kind == CSCAN_WORD_HIGH ? 0 : word.hash
                return "\(word.start) \(word.length) \(word.kind) \(word.before) \(hash)"
              }
              result.marks = Array(marks[..<found.mark_count])
              result.openings = Array(openings[..<found.opening_count])
              result.compounds = Array(compounds[..<found.compound_count])
            }
          }
        }
      }
    }
    return result
  }

  @Test func everySetAndEveryBatchFindTheSame() {
    var random = SeededGenerator(seed: 31)
    let usual = "abcDEF'\" -.;1é\n\t#\u{2019}\u{201C}".map { Array($0.utf8) } + [[0xE2], [0x80]]
    for count in 1...320 {
      let pieces = (0..<count).flatMap { _ in usual.randomElement(using: &random)! }
      let text = Text(Array(pieces.prefix(count)))
      let plain = survey(text, with: Int32(CSCAN_PORTABLE), batch: 1 << 20)
      #expect(count < 40 || !plain.words.isEmpty)
      for set in 0...cscan_best() {
        for batch in [1, 2, 5] {
          let found = survey(text, with: set, batch: batch)
          #expect(found == plain, "set \(set), batch \(batch): \(text.string.debugDescription)")
        }
      }
    }
  }

  @Test func refusesASetThatTheMachineLacks() {
    var carry = cscan_carry()
    var found = cscan_found()
    let text = Text("the government")
    #expect(cscan_survey_with(cscan_best() + 1, text.storage, 0, 1, &carry, &found) == 0)
    #expect(found.word_count == 0)
  }
}
