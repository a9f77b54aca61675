/// One damage, and what undoes it.
public struct KnownEdit: Sendable, Equatable {
  /// Bytes of the damaged text, and what stood there.
  public struct Part: Sendable, Equatable {
    public let span: Range<Int>
    public let truth: String
  }

  public let kind: DamageKind
  /// One part, or two for a word that goes on in another line: the end of its first half, with what
  /// moves up, and its second half, which goes.
  public var parts: [Part]

  /// From the first to the last damaged byte; with a page end between the parts there is more in it.
  public var hull: Range<Int> { parts[0].span.lowerBound..<parts[parts.count - 1].span.upperBound }
}
