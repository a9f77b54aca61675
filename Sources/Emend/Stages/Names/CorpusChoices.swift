/// What becomes of the names of a collection of documents: each gets the form that the collection uses most.
public struct CorpusChoices: Sendable {
  private let authority: AuthorityFile
  private let counts: NameCounts
  /// Of names that are in no file, by the form in small letters.
  let unlisted: [String: UnlistedNames.Choice]

  /// - Complexity: O(forms), and the square of the number of forms with the same consonants.
  public init(_ counts: NameCounts, authority: AuthorityFile = .standard) {
    self.authority = authority
    self.counts = counts
    var names = UnlistedNames()
    for (form, count) in counts.counts.sorted(by: { $0.key < $1.key }) {
      let text = Text(form)
      if authority.name(for: form) == nil, let ending = RussianEnding(0..<text.count, in: text) {
        names.add(form, ending: ending, count: count)
      }
    }
    unlisted = names.choices()
  }

  /// Each form that becomes another one, with that one and how sure it is: the same text for any two
  /// collections that do the same to a document with these forms.
  public func account(of forms: NameCounts) -> String {
    forms.counts.keys.sorted().compactMap { form in
      if let name = authority.name(for: form) {
        let usual = NameSpelling.usual(name, counts).form
        return usual == form ? nil : "\(form) \(usual)\n"
      }
      return unlisted[form.lowercased()].map { "\(form) \($0.form) \($0.confidence.name)\n" }
    }.joined()
  }
}
