/// A value of JSON (RFC 8259).
///
/// Our own because the library does without Foundation. Strings keep their bytes, but `==` takes
/// canonically equivalent ones for equal, as Swift does.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number without fraction and exponent, exact.
  case int(Int)
  /// A number with a fraction or an exponent; finite.
  case double(Double)
  case string(String)
  case array([JSONValue])
  /// In the order of the text; no two keys have the same bytes.
  case object([Member])

  package struct Member: Equatable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The member of an object; `nil` for other values and other keys.
  /// - Complexity: O(*n*) in the number of members.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  package var int: Int? { if case .int(let value) = self { value } else { nil } }
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
  package var members: [Member]? { if case .object(let value) = self { value } else { nil } }
}
