import Emend

/// Names as an authority file that a user goes on with.
struct AuthorityTable {
  let names: [NameConcordance.Name]

  var text: String {
    var text = """
      # Names: one spelling for each. UTF-8; columns divided by TAB.
      # heading: the form to be used; variants: forms that become it, divided by ;
      # left: look-alikes that stay as they are, divided by ; convention: foreign for a name that no romanisation
      # scheme is to spell. Rows of this file win over those of the program's own.
      # heading\tcyrillic\tkind\tconvention\tvariants\tleft

      """
    for name in names {
      var seen: Set<String> = [name.heading.lowercased()]
      // A form in capitals is none of its own: `MAISKY` stands for `Maisky`; `NKWD` is one.
      let hasCapitals = name.heading == name.heading.uppercased()
      let variants = name.variants.map { hasCapitals ? $0.form : Self.titled($0.form) }
        .filter { seen.insert($0.lowercased()).inserted }
      let row = [
        name.heading, name.cyrillic, name.kind,
        name.isForeign ? "foreign" : name.isListed ? "authority" : "document",
        variants.joined(separator: ";"), "",
      ]
      text += row.joined(separator: "\t") + "\n"
    }
    return text
  }

  private static func titled(_ form: String) -> String {
    form == form.uppercased() ? form.prefix(1) + form.dropFirst().lowercased() : form
  }
}
