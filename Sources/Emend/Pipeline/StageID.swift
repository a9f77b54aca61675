/// The stages, in the order in which they run; the raw values are what users write.
public enum StageID: String, CaseIterable, Sendable {
  case bytes, furniture, hyphens, characters, names
  /// Runs only for `--lines reflow`.
  case lines

  /// Place in the order, from 0.
  public var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
