/// How sure an edit is; the promise behind each level is about precision and is measured.
public enum Confidence: UInt8, Comparable, CaseIterable, Sendable {
  /// Reported only, with both readings.
  case doubtful
  /// At least 90 % of such edits are right: applied on request.
  case likely
  /// At least 99.5 % of such edits are right on good scans, 98 % on bad ones: applied.
  case certain

  public var name: String {
    switch self {
    case .doubtful: "doubtful"
    case .likely: "likely"
    case .certain: "certain"
    }
  }

  public init?(name: some StringProtocol) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  public static func < (a: Confidence, b: Confidence) -> Bool { a.rawValue < b.rawValue }
}
