/// Reads HTML or XML as it comes: tags and the text between them. What is not well formed is read as
/// browsers do, not refused; many OCR engines write such files.
struct MarkupScanner {
  enum Token: Equatable {
    /// An element begins. Names have no prefix and small letters; an empty element has no end.
    case start(name: String, attributes: [String: [UInt8]], isEmpty: Bool)
    case end(name: String)
    case text([UInt8])
  }

  private let bytes: [UInt8]
  private var at = 0
  /// The element whose content is no markup, until it ends.
  private var verbatim: String?

  /// Elements of HTML that have no end.
  private static let empty: Set<String> = [
    "area", "br", "col", "hr", "img", "input", "link", "meta",
  ]

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}",
  ]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag or text; `nil` at the end.
  /// - Complexity: O(*n*) in the bytes of all tokens.
  mutating func next() -> Token? {
    while at < bytes.count {
      if let name = verbatim {
        skip(past: Array("</\(name)".utf8))
        skip(past: [UInt8(ascii: ">")])
        verbatim = nil
        return .end(name: name)
      }
      guard bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count else { return text() }
      if bytes[at...].starts(with: "<!--".utf8) {
        skip(past: Array("-->".utf8))
      } else if bytes[at...].starts(with: "<![CDATA[".utf8) {
        let start = at + 9
        skip(past: Array("]]>".utf8))
        return .text(Array(bytes[start..<max(start, at - 3)]))
      } else if bytes[at + 1] == UInt8(ascii: "!") || bytes[at + 1] == UInt8(ascii: "?") {
        skip(past: [UInt8(ascii: ">")])
      } else if bytes[at + 1] == UInt8(ascii: "/") {
        at += 2
        let name = name()
        skip(past: [UInt8(ascii: ">")])
        return .end(name: name)
      } else if Self.isLetter(bytes[at + 1]) {
        return tag()
      } else {
        return text()
      }
    }
    return nil
  }

  private mutating func text() -> Token {
    let start = at
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
    return .text(Self.decoded(bytes[start..<at]))
  }

  private mutating func tag() -> Token {
    at += 1
    let name = name()
    var attributes: [String: [UInt8]] = [:]
    var isEmpty = Self.empty.contains(name)
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if Self.isLetter(bytes[at]) {
        let key = self.name()
        let value = value()
        if attributes[key] == nil { attributes[key] = value }
      } else {
        isEmpty = isEmpty || bytes[at] == UInt8(ascii: "/")
        at += 1
      }
    }
    at += 1
    if name == "script" || name == "style", !isEmpty { verbatim = name }
    return .start(name: name, attributes: attributes, isEmpty: isEmpty)
  }

  private mutating func name() -> String {
    let start = at
    while at < bytes.count, Self.isLetter(bytes[at]) || bytes[at] == UInt8(ascii: ":") { at += 1 }
    let name = bytes[start..<at]
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self).lowercased()
  }

  /// What stands behind the name of an attribute.
  private mutating func value() -> [UInt8] {
    skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return [] }
    at += 1
    skipBlanks()
    guard at < bytes.count else { return [] }
    let quote = bytes[at]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { at += 1 }
    let start = at
    while at < bytes.count,
      isQuoted ? bytes[at] != quote : bytes[at] > 0x20 && bytes[at] != UInt8(ascii: ">")
    { at += 1 }
    defer { if isQuoted { at += 1 } }
    return Self.decoded(bytes[start..<at])
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }

  /// Goes behind the next place of some bytes, or to the end.
  private mutating func skip(past mark: [UInt8]) {
    while at < bytes.count, !bytes[at...].starts(with: mark) { at += 1 }
    at = min(bytes.count, at + mark.count)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80
  }

  /// Text with its character references replaced; unknown ones stay.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var decoded: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let character = character(String(decoding: rest[..<end], as: UTF8.self))
      {
        decoded += Array(character.utf8)
        rest = rest[(end + 1)...]
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  private static func character(_ reference: String) -> String? {
    guard reference.hasPrefix("#") else { return entities[reference] }
    let digits = reference.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { Unicode.Scalar($0) }.map { String($0) }
  }
}
