/// Forms that the authority file does not list of names that it has, and that the text has in another form:
/// `Litwinoff` beside `Litvinov`. They are known by a Cyrillic form that both can stand for.
struct RareForms {
  /// By the form in small letters.
  private var names: [String: (name: AuthorityFile.Name, confidence: Confidence)] = [:]
  private var counts: [String: Int] = [:]

  /// Costs of readings up to which a form is certainly one of the name, and at all.
  private static let (certainCost, likelyCost) = (1, 3)

  var isEmpty: Bool { names.isEmpty }

  /// - Complexity: O(forms), and names times forms with the same consonants.
  init(_ found: FoundNames, _ authority: AuthorityFile, in text: Text) {
    guard !found.known.isEmpty, !found.unlisted.isEmpty else { return }
    var known: [String: [AuthorityFile.Name]] = [:]
    let names = authority.names
    var seen = [Bool](repeating: false, count: names.count)
    for token in found.known where !seen[token.name] {
      seen[token.name] = true
      let name = names[token.name]
      if name.isForeign || name.cyrillic.isEmpty { continue }
      known[UnlistedNames.consonants(name.heading.lowercased()), default: []].append(name)
    }
    for (span, _) in found.unlisted { counts[text.string(span).lowercased(), default: 0] += 1 }
    for form in counts.keys {
      guard let near = known[UnlistedNames.consonants(form)] else { continue }
      let readings = CyrillicReadings(of: form)
      for name in near {
        guard readings.canStand(for: name.cyrillic),
          let meeting = readings.meeting(CyrillicReadings(of: name.heading)),
          meeting.cost <= Self.likelyCost
        else { continue }
        self.names[form] = (name, meeting.cost <= Self.certainCost ? .certain : .likely)
        break
      }
    }
  }

  /// The name that a form as written is one of.
  func name(for form: String) -> (name: AuthorityFile.Name, confidence: Confidence)? {
    names[form.lowercased()]
  }

  /// How often the text has a form.
  func count(of form: String) -> Int { counts[form.lowercased()] ?? 0 }
}
