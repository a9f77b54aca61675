import CTOML

/// A value of a TOML file and its place in it.
struct TOMLNode {
  enum Value {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case array([TOMLNode])
    case table([TOMLNode])
    /// A date, a time, or a number with a fraction.
    case other
  }

  /// Both count from 1.
  struct Place: Hashable {
    var line: Int
    var column: Int
  }

  /// Empty for an element of an array.
  var key: String
  var keyPlace: Place
  var place: Place
  var value: Value

  /// What a user calls the kind of value.
  var kind: String {
    switch value {
    case .string: "a string"
    case .integer: "a number"
    case .boolean: "true or false"
    case .array: "a list"
    case .table: "a table"
    case .other: "a date or a fraction"
    }
  }

  /// Why a file is no TOML.
  struct Problem: Error {
    let place: Place
    let reason: String
  }

  /// The longest file that is read: deeper nesting than it has room for would exhaust the stack.
  static let longest = 1 << 15

  /// Parses a file.
  /// - Throws: `Problem` at the first place that is wrong.
  /// - Complexity: O(*n* log *n*).
  static func parse(_ bytes: [UInt8]) throws(Problem) -> [TOMLNode] {
    guard bytes.count <= longest else {
      throw Problem(
        place: Place(line: 1, column: 1),
        reason: "the file is longer than \(longest) bytes; shorten it")
    }
    // An empty array has no address.
    let padded = bytes + [0x0A]
    let document = padded.withUnsafeBytes { bytes in
      unsafe ctoml_parse(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    defer { unsafe ctoml_free(document) }
    var place = ctoml_place()
    if let reason = unsafe ctoml_error(document, &place) {
      throw Problem(place: Place(place), reason: unsafe String(cString: reason))
    }
    var index = 0
    return unsafe members(of: document, from: &index, depth: 0)
  }

  private static func members(
    of document: OpaquePointer?, from index: inout Int, depth: Int32
  ) -> [TOMLNode] {
    var nodes: [TOMLNode] = []
    let count = unsafe ctoml_count(document)
    while index < count {
      let entry = unsafe ctoml_at(document, index)
      guard unsafe entry.depth == depth else { break }
      index += 1
      let value: Value =
        switch unsafe entry.kind {
        case CTOML_STRING: .string(unsafe string(entry.text, entry.text_length))
        case CTOML_INTEGER: .integer(Int(unsafe entry.number))
        case CTOML_BOOLEAN: .boolean(unsafe (entry.number != 0))
        case CTOML_ARRAY: .array(unsafe members(of: document, from: &index, depth: depth + 1))
        case CTOML_TABLE: .table(unsafe members(of: document, from: &index, depth: depth + 1))
        default: .other
        }
      nodes.append(
        TOMLNode(
          key: unsafe string(entry.key, entry.key_length),
          keyPlace: Place(unsafe entry.key_place), place: Place(unsafe entry.place), value: value))
    }
    return nodes
  }

  private static func string(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }
}

extension TOMLNode.Place {
  fileprivate init(_ place: ctoml_place) {
    line = Int(place.line)
    column = Int(place.column)
  }
}
