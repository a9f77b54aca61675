/// How far a text is from the truth: the fewest characters (CER) or words (WER) to change, add or
/// remove, by the length of the truth.
public struct ErrorRate: Sendable, Equatable {
  public let errors: Int
  /// Characters or words of the truth.
  public let length: Int

  public init(errors: Int, length: Int) {
    self.errors = errors
    self.length = length
  }

  /// The character error rate; runs of white space are one space.
  /// - Complexity: O(*n* + *d*²) in the length and the number of errors, at most O(*n*² / 64).
  public init(charactersOf text: ComparedText, against truth: ComparedText) {
    let characters = truth.characters
    self.init(
      errors: EditDistance.between(text.characters, characters), length: characters.count)
  }

  /// The word error rate.
  /// - Complexity: O(*n* + *d*²) in the length and the number of errors, at most O(*n*² / 64).
  public init(wordsOf text: ComparedText, against truth: ComparedText) {
    let (words, truths) = ComparedText.numbers(text, truth)
    self.init(errors: EditDistance.between(words, truths), length: truths.count)
  }

  /// Errors for each character or word of the truth; more than 1 where the text has much that the
  /// truth does not have.
  public var rate: Double { Double(errors) / Double(max(1, length)) }

  /// In per cent, with two decimals.
  public var description: String {
    let hundredths = Int((rate * 10_000).rounded())
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals) %"
  }

  public static func + (a: ErrorRate, b: ErrorRate) -> ErrorRate {
    ErrorRate(errors: a.errors + b.errors, length: a.length + b.length)
  }
}

extension ErrorRate: CustomStringConvertible {}
