/// A text whose clean form is known.
public struct Sample: Sendable {
  /// What messages call it, such as `book-envoy`.
  public let name: String
  /// The text as it came from the scanner.
  public let source: [UInt8]
  /// What the page said, one paragraph a line; layout does not count. `nil` where nobody wrote it
  /// down.
  public let truth: [UInt8]?
  /// What the source must become, byte for byte; `nil` where it was not blessed yet.
  public let expected: [UInt8]?
  /// How it is cleaned.
  public let options: Cleaner.Options

  /// Whether the text must come out as it is.
  public let isClean: Bool
  /// Whether only the truth is known: the sample is measured and cannot fail by itself.
  public let isGold: Bool

  /// A damaged text with its truth and its blessed output.
  public init(
    name: String, source: [UInt8], truth: [UInt8]?, expected: [UInt8]?,
    options: Cleaner.Options = Cleaner.Options()
  ) {
    self.name = name
    self.source = source
    self.truth = truth
    self.expected = expected
    self.options = options
    isClean = false
    isGold = false
  }

  /// A text that is clean and must come out as it is.
  public init(
    name: String, clean: [UInt8], options: Cleaner.Options = Cleaner.Options()
  ) {
    self.name = name
    source = clean
    truth = nil
    expected = clean
    self.options = options
    isClean = true
    isGold = false
  }

  /// A damaged text with its truth.
  public init(
    name: String, source: [UInt8], gold: [UInt8], options: Cleaner.Options = Cleaner.Options()
  ) {
    self.name = name
    self.source = source
    truth = gold
    expected = nil
    self.options = options
    isClean = false
    isGold = true
  }
}
