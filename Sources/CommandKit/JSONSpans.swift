import Emend

/// Where the members of a JSON object stand.
enum JSONSpans {
  struct Member {
    let key: String
    /// Bytes of the value.
    let value: Range<Int>
  }

  /// The members of an object, in their order.
  /// - Precondition: `json` was parsed as an object.
  /// - Complexity: O(*n*).
  static func members(of json: ArraySlice<UInt8>) -> [Member] {
    var members: [Member] = []
    var at = skipBlanks(json, json.startIndex) + 1
    while true {
      at = skipBlanks(json, at)
      guard at < json.endIndex, json[at] == UInt8(ascii: "\"") else { return members }
      let keyEnd = skipString(json, at)
      let key = (try? JSONParser.parse(json[at..<keyEnd], limit: Int.max))?.string ?? ""
      // The colon.
      let start = skipBlanks(json, skipBlanks(json, keyEnd) + 1)
      let end = skipValue(json, start)
      members.append(Member(key: key, value: start..<end))
      // The comma, or the end.
      at = skipBlanks(json, end) + 1
    }
  }

  private static func skipBlanks(_ json: ArraySlice<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < json.endIndex, json[at] == 0x20 || (0x09...0x0D).contains(json[at]) { at += 1 }
    return at
  }

  /// Behind the quotation mark that ends a string.
  private static func skipString(_ json: ArraySlice<UInt8>, _ start: Int) -> Int {
    var at = start + 1
    while at < json.endIndex, json[at] != UInt8(ascii: "\"") {
      at += json[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(at + 1, json.endIndex)
  }

  private static func skipValue(_ json: ArraySlice<UInt8>, _ start: Int) -> Int {
    var at = start
    var depth = 0
    while at < json.endIndex {
      switch json[at] {
      case UInt8(ascii: "\""):
        at = skipString(json, at)
        if depth == 0 { return at }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return at }
        depth -= 1
        if depth == 0 { return at + 1 }
      case UInt8(ascii: ","), 0x20, 0x09...0x0D: if depth == 0 { return at }
      default: break
      }
      at += 1
    }
    return at
  }
}
