/// A damaged text of which the truth is known, all of it and of each damage.
public struct DamagedDocument: Sendable {
  public let seed: UInt64
  public let text: String
  public let truth: String
  /// In text order; parts of different damages do not overlap.
  public let edits: [KnownEdit]
  /// The damaged text in UTF-8, which the spans count.
  public let bytes: [UInt8]

  init(seed: UInt64, text: String, truth: String, edits: [KnownEdit]) {
    self.seed = seed
    self.text = text
    self.truth = truth
    self.edits = edits
    bytes = Array(text.utf8)
  }

  /// All parts of all damages, in text order.
  public var parts: [KnownEdit.Part] {
    edits.flatMap(\.parts).sorted {
      ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
    }
  }

  /// What stood on the page in place of some bytes; parts that reach beyond `range` are not undone.
  public func truth(of range: Range<Int>) -> String {
    var out = [UInt8]()
    var at = range.lowerBound
    for part in parts where part.span.lowerBound >= at && part.span.upperBound <= range.upperBound {
      out += bytes[at..<part.span.lowerBound]
      out += part.truth.utf8
      at = part.span.upperBound
    }
    out += bytes[at..<range.upperBound]
    return String(decoding: out, as: UTF8.self)
  }

  /// Some damaged bytes with what stands beside them, for messages.
  public func excerpt(_ range: Range<Int>, margin: Int = 24) -> String {
    let around = max(0, range.lowerBound - margin)..<min(bytes.count, range.upperBound + margin)
    let text = String(decoding: bytes[around], as: UTF8.self)
    return String(text.map { $0 == "\n" ? "⏎" : $0 == "\u{C}" ? "␌" : $0 })
  }
}
