/// How a name of the authority file is to be spelt.
struct NameSpelling: Sendable {
  /// A form, and why it is the one.
  struct Spelt {
    let form: String
    let evidence: Evidence
    var most = Confidence.certain
  }

  private let how: NameOptions.Spelling
  private let romanisation: Romanisation?

  init(_ how: NameOptions.Spelling) {
    self.how = how
    if case .scheme(let id) = how {
      romanisation = Romanisation(scheme: id)
    } else {
      romanisation = nil
    }
  }

  var rule: RuleID {
    switch how {
    case .document, .corpus: "names/document"
    case .scheme, .cyrillic: "names/scheme"
    case .authority, .off: "names/authority"
    }
  }

  /// Whether the use of the document decides.
  var needsCounts: Bool { how == .document }

  /// Whether each name gets its heading, whatever the document writes.
  var givesHeading: Bool { how == .authority }

  /// Whether names that are in no file are brought to one spelling.
  var coversUnlisted: Bool {
    switch how {
    case .authority, .document, .corpus: true
    case .scheme, .cyrillic, .off: false
    }
  }

  /// - Parameter counts: how often the document writes each form.
  func spelling(of name: AuthorityFile.Name, _ counts: NameCounts) -> Spelt {
    let heading = Spelt(form: name.heading, evidence: .authority(heading: name.heading))
    switch how {
    case .scheme(let id):
      guard let romanisation, !name.cyrillic.isEmpty, !name.isForeign else { return heading }
      return Spelt(
        form: romanisation.latin(name.cyrillic), evidence: .romanised(name.cyrillic, scheme: id),
        most: most(name))
    case .cyrillic:
      guard !name.cyrillic.isEmpty else { return heading }
      return Spelt(
        form: name.cyrillic, evidence: .authority(heading: name.heading), most: most(name))
    case .document:
      return Self.usual(name, counts)
    case .corpus(let counts):
      return Self.usual(name, counts)
    case .authority, .off:
      return heading
    }
  }

  /// A name without variants, as Dan or Duma, may be a word of any language.
  private func most(_ name: AuthorityFile.Name) -> Confidence {
    name.variants.isEmpty ? .likely : .certain
  }

  /// The form that is used most; of forms that are used alike the heading, then the first.
  static func usual(_ name: AuthorityFile.Name, _ counts: NameCounts) -> Spelt {
    var best = (form: name.heading, count: counts.count(of: name.heading))
    for variant in name.variants {
      let count = counts.count(of: variant)
      if count > best.count { best = (variant, count) }
    }
    return Spelt(form: best.form, evidence: .inDocument(best.form, count: best.count))
  }
}
