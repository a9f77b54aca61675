/// Compares the note markers of pages with the notes at their feet.
///
/// What is missing is told, never invented.
struct NoteRegister {
  let pages: [PageEntry]

  /// Pages that have to show what they should for one that does not to be told of.
  private static let least = 3
  /// Notes missing in a row that are believed in.
  private static let longestGap = 8

  /// Sentences about notes that are missing.
  /// - Complexity: O(pages + notes).
  func notices() -> [String] {
    let whole = pages.count { !$0.markers.isEmpty && Set($0.markers).isSubset(of: $0.notes) }
    if whole >= Self.least { return missingNotes(whole: whole) }
    return missingNumbers()
  }

  /// Where markers are readable: pages whose markers have no notes.
  private func missingNotes(whole: Int) -> [String] {
    let lost = pages.filter { !Set($0.markers).isSubset(of: $0.notes) }
    // Notes at the end of a chapter miss on most pages.
    guard lost.count * 3 <= whole else { return missingNumbers() }
    return lost.map { page in
      let missing = Set(page.markers).subtracting(page.notes).sorted()
      let which = missing.map(String.init).joined(separator: ", ")
      return page.notes.isEmpty
        ? "page \(page.number): its foot may be lost: markers \(which) have no notes"
        : "page \(page.number): no note for marker \(which)"
    }
  }

  /// Where only the notes are: numbers that the count leaves out.
  private func missingNumbers() -> [String] {
    let noted = pages.filter { !$0.notes.isEmpty }
    let joints = zip(noted, noted.dropFirst()).map { a, b in
      (a: a, b: b, gap: (b.notes.first ?? 0) - (a.notes.last ?? 0) - 1)
    }
    guard joints.count >= Self.least, joints.count(where: { $0.gap == 0 }) * 10 >= joints.count * 7
    else { return [] }
    return joints.filter { (1...Self.longestGap).contains($0.gap) }.map { joint in
      let first = (joint.a.notes.last ?? 0) + 1
      let which =
        joint.gap == 1 ? "note \(first) is" : "notes \(first) to \(first + joint.gap - 1) are"
      return "\(which) missing between page \(joint.a.number) and page \(joint.b.number)"
    }
  }
}
