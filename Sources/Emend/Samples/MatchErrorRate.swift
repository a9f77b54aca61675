/// The share of errors in all that two texts have side by side: hits, replacements, additions and
/// omissions. It is never more than 1, whatever was made up.
///
/// The measure of HIPE-OCRepair 2026 (cMER), and OCR-D's normalised character error rate.
public struct MatchErrorRate: Sendable, Equatable {
  public let errors: Int
  /// Hits and errors together.
  public let length: Int

  public init(errors: Int, length: Int) {
    self.errors = errors
    self.length = length
  }

  /// - Complexity: O(*n* + *d*²) in the length and the number of errors, at most O(*n*² / 64).
  init(of text: ComparedText, against truth: ComparedText) {
    let (own, others) = (text.characters, truth.characters)
    let (errors, added) = EditDistance.alignment(own, others)
    self.init(errors: errors, length: others.count + added)
  }

  public var rate: Double { Double(errors) / Double(max(1, length)) }

  public static func + (a: MatchErrorRate, b: MatchErrorRate) -> MatchErrorRate {
    MatchErrorRate(errors: a.errors + b.errors, length: a.length + b.length)
  }
}
