import Emend

/// A concordance of names, written out.
struct NameReport {
  enum Format: String {
    case table, tsv, json
  }

  let names: [NameConcordance.Name]
  let format: Format

  /// Places that a row of the table shows.
  private static let shownPlaces = 5

  var text: String {
    switch format {
    case .table: names.map(Self.block).joined()
    case .tsv:
      "heading\tcyrillic\tevidence\tform\tcount\tplaces\n" + names.map(Self.rows).joined()
    case .json: names.map(Self.object).joined()
    }
  }

  /// `Litvinov  Литвинов  12x  authority file`, and a line for each form.
  private static func block(_ name: NameConcordance.Name) -> String {
    var text = "\(name.heading)  \(name.cyrillic)  \(name.count)x  \(evidence(of: name))\n"
    for variant in name.variants {
      let places = variant.places.prefix(shownPlaces).map { "\($0.file):\($0.line)" }
      let more = variant.places.count > shownPlaces ? " …" : ""
      let why = variant.reason.isEmpty ? "" : " (\(variant.reason))"
      text +=
        "    \(variant.form) \(variant.places.count)x\(why): \(places.joined(separator: " "))\(more)\n"
    }
    return text
  }

  private static func rows(_ name: NameConcordance.Name) -> String {
    name.variants.map { variant in
      let why = variant.reason.isEmpty ? evidence(of: name) : variant.reason
      let places = variant.places.map { "\($0.file):\($0.line)" }.joined(separator: " ")
      return [
        name.heading, name.cyrillic, why, variant.form, "\(variant.places.count)", places,
      ].joined(separator: "\t") + "\n"
    }.joined()
  }

  /// One object a line.
  private static func object(_ name: NameConcordance.Name) -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("heading")
      json.value(name.heading)
      json.key("cyrillic")
      json.value(name.cyrillic)
      json.key("evidence")
      json.value(evidence(of: name))
      json.key("variants")
      json.array { json in
        for variant in name.variants {
          json.object { json in
            json.key("form")
            json.value(variant.form)
            json.key("reason")
            json.value(variant.reason)
            json.key("places")
            json.array { json in
              for place in variant.places { json.value("\(place.file):\(place.line)") }
            }
          }
        }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func evidence(of name: NameConcordance.Name) -> String {
    if name.isListed { return "authority file" }
    return name.variants.count > 1 ? "forms meet in Cyrillic" : "Russian ending"
  }
}
