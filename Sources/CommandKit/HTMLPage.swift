/// A page of one file, which needs no network and asks for none.
package protocol HTMLPage {}

extension HTMLPage {
  /// The whole page.
  /// - Parameters:
  ///   - body: HTML.
  ///   - data: JSON, which the script finds in the element `data`.
  package static func page(
    title: String, style: String, body: String, data: [UInt8], script: String
  ) -> String {
    var page = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    page += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    page += "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
    page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    page += "<title>\(escaped(title))</title>\n"
    page += "<style>\n\(style)</style>\n</head>\n<body>\n" + body
    page += "<script type=\"application/json\" id=\"data\">\(Self.script(data))</script>\n"
    return page + "<script>\n\(script)</script>\n</body>\n</html>\n"
  }

  /// Text that stays text between tags and in quoted values.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// JSON that cannot end the element that it stands in.
  private static func script(_ json: [UInt8]) -> String {
    var text = [UInt8]()
    text.reserveCapacity(json.count)
    for byte in json {
      if byte == UInt8(ascii: "<") { text += Array("\\u003c".utf8) } else { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
