import Emend

/// The JSON Schema of `emend.toml`, for editors: `Docs/emend.schema.json`.
package enum SettingSchema {
  /// The schema as one line.
  package static var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", ConfigurationFile.name)
      write(.cleaning, &json)
    }
    json.endLine()
    return json.bytes
  }

  private static func write(_ section: SettingKey.Section, _ json: inout JSONWriter) {
    json.member("type", "object")
    json.key("additionalProperties")
    json.value(false)
    json.key("properties")
    json.object { json in
      for key in SettingKey.all(in: section) {
        json.key(key.name)
        json.object { json in write(key, &json) }
      }
      guard section == .cleaning else { return }
      for inner in SettingKey.Section.allCases where inner != .cleaning {
        json.key(inner.rawValue)
        json.object { json in write(inner, &json) }
      }
    }
  }

  private static func write(_ key: SettingKey, _ json: inout JSONWriter) {
    json.member("description", key.summary)
    switch key.kind {
    case .text, .path: json.member("type", "string")
    case .choice(let known): write(known, &json)
    case .flag: json.member("type", "boolean")
    case .number:
      json.member("type", "integer")
      json.member("minimum", 1)
    case .list, .paths, .choices:
      json.member("type", "array")
      json.key("items")
      json.object { json in
        if case .choices(let known) = key.kind {
          write(known, &json)
        } else {
          json.member("type", "string")
        }
      }
    }
    // The default's TOML is JSON as well.
    if let standard = key.standard,
      let value = try? JSONParser.parse(Array(standard.utf8)[...], limit: Int.max)
    {
      json.key("default")
      json.value(value)
    }
  }

  private static func write(_ known: [String], _ json: inout JSONWriter) {
    json.key("enum")
    json.array { json in for name in known { json.value(name) } }
  }
}
