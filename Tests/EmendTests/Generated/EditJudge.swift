import Emend
import EmendTestSupport

/// Tells by the known truth of a document whether an applied edit is right.
struct EditJudge {
  enum Verdict {
    case right, wrong
    /// The second place of a decision that is judged in its first.
    case counted
  }

  private let document: DamagedDocument
  private let breaks: [KnownEdit]
  private let furniture: [Range<Int>]
  private let parts: [KnownEdit.Part]

  init(_ document: DamagedDocument) {
    self.document = document
    breaks = document.edits.filter(\.kind.isBreak)
    furniture = document.edits.filter(\.kind.isFurniture).map(\.hull)
    parts = document.parts
  }

  func verdict(_ entry: JournalEntry) -> Verdict {
    switch entry.stage {
    case .furniture: removesOnlyFurniture(entry) ? .right : .wrong
    case .hyphens: rejoins(entry)
    default: restores(entry) ? .right : .wrong
    }
  }

  /// Whether all visible bytes that go belong to heads, folios or specks.
  private func removesOnlyFurniture(_ entry: JournalEntry) -> Bool {
    guard entry.inserted.isEmpty else { return false }
    let specks = document.edits.filter { $0.kind == .speck }.map(\.hull)
    let allowed = furniture + specks
    return entry.source.allSatisfy { at in
      Self.isWhite(document.bytes[at]) || allowed.contains { $0.contains(at) }
    }
  }

  /// Whether a word that was divided here moved up whole, with or without its hyphen as printed.
  private func rejoins(_ entry: JournalEntry) -> Verdict {
    guard let known = breaks.first(where: { Self.meets(entry.source, $0.parts[0].span) }) else {
      let tail = breaks.contains { Self.meets(entry.source, $0.parts[1].span) }
      return tail && entry.inserted.isEmpty ? .counted : .wrong
    }
    let moved = entry.inserted.prefix { !$0.isWhitespace }
    let due = known.parts[0].truth.prefix { !$0.isWhitespace }
    return moved == due ? .right : .wrong
  }

  /// Whether what stands there afterwards is what was printed.
  private func restores(_ entry: JournalEntry) -> Bool {
    var hull = entry.source
    for part in parts where part.span.overlaps(hull) || part.span == hull {
      hull = min(hull.lowerBound, part.span.lowerBound)..<max(hull.upperBound, part.span.upperBound)
    }
    let left = document.bytes[hull.lowerBound..<entry.source.lowerBound]
    let right = document.bytes[entry.source.upperBound..<hull.upperBound]
    let result = left + Array(entry.inserted.utf8) + right
    return Array(document.truth(of: hull).utf8) == Array(result)
  }

  private static func meets(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.lowerBound <= b.upperBound && b.lowerBound <= a.upperBound && a.lowerBound >= b.lowerBound - 2
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
