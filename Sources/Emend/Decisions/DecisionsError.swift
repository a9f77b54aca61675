/// Why a file of decisions cannot be read, and what to do.
public struct DecisionsError: Error, Equatable, CustomStringConvertible {
  public let file: String
  /// Counts from 1.
  public let line: Int
  public let reason: String

  public var description: String { "\(file):\(line): \(reason)" }
}
