import Testing

@testable import Emend

@Suite struct NoteRegisterTests {
  private func notices(_ pages: [(notes: [Int], markers: [Int])]) -> [String] {
    NoteRegister(
      pages: pages.enumerated().map { index, page in
        PageEntry(
          number: index + 1, source: 0..<0, folio: nil, evidence: "form feed", notes: page.notes,
          markers: page.markers)
      }
    ).notices()
  }

  @Test func tellsOfMarkersWithoutNotes() {
    let pages: [(notes: [Int], markers: [Int])] = [
      ([1], [1]), ([2, 3], [2, 3]), ([4], [4]), ([], [5, 6]), ([7], [7, 8]), ([9], [9]),
      ([10], [10]), ([11], [11]), ([12], [12]),
    ]
    #expect(
      notices(pages) == [
        "page 4: its foot may be lost: markers 5, 6 have no notes",
        "page 5: no note for marker 8",
      ])
  }

  @Test func tellsOfNumbersThatAreLeftOut() {
    let notes = [[1, 2], [3], [4, 5], [], [8], [9], [10], [11], [13]]
    #expect(
      notices(notes.map { ($0, []) }) == [
        "notes 6 to 7 are missing between page 3 and page 5",
        "note 12 is missing between page 8 and page 9",
      ])
  }

  /// Notes that begin again on each page, notes behind the text, lists.
  @Test(arguments: [
    [([1, 2], []), ([1], []), ([1, 2, 3], []), ([1], [])],
    [([], [1]), ([], [2, 3]), ([], [4]), ([1, 2, 3, 4], [])], [([3], []), ([7], []), ([12], [])],
  ])
  func whatIsWholeIsNotToldOf(pages: [(notes: [Int], markers: [Int])]) {
    #expect(notices(pages) == [])
  }
}
