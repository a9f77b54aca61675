import CScan

@testable import Emend

/// The scanner in C: each instruction set finds the same masks, words and places, and so does a text
/// that is read in several calls.
func fuzzScan(_ input: [UInt8]) {
  var source = input
  let batch = 1 + source.takeChoice() % 5
  let text = Text(source)
  let blocks = (text.count + 63) / 64
  let plain = Scan(text, set: Int32(CSCAN_PORTABLE), batch: max(1, blocks))
  for set in 0...cscan_best() {
    require(Scan(text, set: set, batch: batch) == plain, "set \(set) differs")
  }
  let lines = source.prefix(3).reduce(1) { $0 + Int($1) }
  let wide = cscan_lines_end(text.storage, text.count, lines)
  cscan_limit(Int32(CSCAN_PORTABLE))
  require(cscan_lines_end(text.storage, text.count, lines) == wide, "line ends differ")
  cscan_limit(Int32(CSCAN_AVX512))
  let ascii = cscan_ascii_prefix(text.storage, text.count)
  let prefix = cscan_plain_prefix(text.storage, text.count)
  require(ascii <= prefix && prefix <= text.count, "prefixes are out of order")
  require(Array(source[..<prefix]).isValidUTF8, "plain, but invalid")
  var counts = WordSurveyor(
    lexicon: .english, counts: DocumentCounts(for: .english), counting: true)
  let survey = counts.survey(text)
  for suspect in survey.suspects {
    require(suspect.range.upperBound <= text.count, "a word ends behind the text")
  }
  require(survey.marks.allSatisfy { $0 < UInt32(text.count) }, "a mark stands behind the text")
}

private struct Scan: Equatable {
  var masks: [UInt64] = []
  var words: [[UInt64]] = []
  var places: [[UInt32]] = []

  init(_ text: Text, set: Int32, batch: Int) {
    let blocks = (text.count + 63) / 64
    var masks = [cscan_masks](repeating: cscan_masks(), count: blocks)
    require(cscan_classify_with(set, text.storage, blocks, &masks) == 1, "the set is not there")
    self.masks = masks.flatMap {
      [$0.letter, $0.quote, $0.digit, $0.blank, $0.newline, $0.high, $0.stop, $0.hyphen, $0.odd]
    }
    var words = [cscan_word](repeating: cscan_word(), count: blocks * 32 + 1)
    var marks = [UInt32](repeating: 0, count: blocks * 64 + 4)
    var openings = marks
    var compounds = marks
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
                _ = cscan_survey_with(
                  set, bytes.baseAddress, block * 64, min(batch, blocks - block), &carry, &found)
              }
              cscan_finish(bytes.baseAddress, text.count, &carry, &found)
              self.words = words[..<found.word_count].map {
                // The hash of a word beyond ASCII means nothing.
                let hash = $0.kind == UInt8(CSCAN_WORD_HIGH) ? 0 : $0.hash
                return [
                  UInt64($0.start), UInt64($0.length), UInt64($0.kind), UInt64($0.before), hash,
                ]
              }
              places = [
                Array(marks[..<found.mark_count]), Array(openings[..<found.opening_count]),
                Array(compounds[..<found.compound_count]),
              ]
            }
          }
        }
      }
    }
  }
}
