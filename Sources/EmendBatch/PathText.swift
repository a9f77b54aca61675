import CommandKit
import Foundation
import SystemPackage

/// A path as text, one to one: a path is bytes, and not each is UTF-8.
///
/// What is not UTF-8, hidden characters and the backslash are written `\xNN`.
enum PathText {
  static func text(of path: FilePath) -> String {
    text(
      of: path.withPlatformString {
        unsafe [UInt8](UnsafeRawBufferPointer(start: $0, count: strlen($0)))
      })
  }

  static func text(of bytes: [UInt8]) -> String {
    var text = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      var iterator = rest.makeIterator()
      var decoder = UTF8()
      var width = 1
      if case .scalarValue(let scalar) = decoder.decode(&iterator), scalar != "\\",
        !scalar.isHidden
      {
        text.unicodeScalars.append(scalar)
        width = UTF8.width(scalar)
      } else {
        text += "\\x" + hex(rest[rest.startIndex])
      }
      rest.removeFirst(width)
    }
    return text
  }

  static func path(of text: String) -> FilePath {
    var bytes = [CChar]()
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.count >= 3,
        let value = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(CChar(bitPattern: value))
        rest.removeFirst(3)
      } else {
        bytes.append(CChar(bitPattern: byte))
      }
    }
    bytes.append(0)
    return unsafe bytes.withUnsafeBufferPointer { unsafe FilePath(platformString: $0.baseAddress!) }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count < 2 ? "0" + digits : digits
  }
}
