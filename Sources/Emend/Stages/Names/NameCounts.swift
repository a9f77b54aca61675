/// How often a collection of documents writes each form of a name.
public struct NameCounts: Sendable, Equatable {
  /// By form, with its case; a form in capitals counts for the form in small letters.
  public private(set) var counts: [String: Int] = [:]

  public init(_ counts: [String: Int] = [:]) { self.counts = counts }

  public mutating func add(_ form: String) { counts[form, default: 0] += 1 }

  public mutating func add(_ other: NameCounts) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// How often a form occurs, in capitals or not.
  public func count(of form: String) -> Int {
    (counts[form] ?? 0) + (counts[form.uppercased()] ?? 0)
  }
}
