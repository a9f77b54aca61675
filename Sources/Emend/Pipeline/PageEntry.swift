/// A page of the source, as far as the text tells: a row of the page table.
public struct PageEntry: Equatable, Sendable {
  /// Its number in the document, from 1.
  public var number: Int
  /// Its bytes in the source file.
  public var source: Range<Int>
  /// The number that it prints, where that is known or follows from its neighbours.
  public var folio: String?
  /// What shows that it begins here.
  public var evidence: String
  /// The numbers of the notes at its foot, in order: the register against which the markers in the
  /// text can be checked.
  public var notes: [Int]
  /// The numbers of the note markers in its text, in order.
  public var markers: [Int]

  public init(
    number: Int, source: Range<Int>, folio: String?, evidence: String, notes: [Int] = [],
    markers: [Int] = []
  ) {
    self.number = number
    self.source = source
    self.folio = folio
    self.evidence = evidence
    self.notes = notes
    self.markers = markers
  }
}
