/// The words of a text with their places, and whether the truth has them there.
struct PlacedWords {
  /// Bytes of each word.
  private var spans: [Range<Int>] = []
  private var isRight: [Bool]

  /// - Complexity: O(*n* + *d*²) in the words and those that are wrong.
  init(_ text: [UInt8], truth: ComparedText) {
    let string = String(decoding: text, as: UTF8.self)
    let compared = ComparedText(string)
    let start = string.utf8.startIndex
    for word in compared.words {
      let lower = string.utf8.distance(from: start, to: word.startIndex)
      spans.append(lower..<lower + word.utf8.count)
    }
    isRight = compared.wordsThatAreRight(in: truth)
  }

  /// The right words that a span touches, less the wrong ones.
  func value(touching span: Range<Int>) -> Int {
    // The first word that ends at the span or behind its start.
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound < span.lowerBound { low = middle + 1 } else { high = middle }
    }
    var value = 0
    while low < spans.count, spans[low].lowerBound <= span.upperBound {
      value += isRight[low] ? 1 : -1
      low += 1
    }
    return value
  }
}
