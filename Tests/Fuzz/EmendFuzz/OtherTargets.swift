import CICU
import CommandKit

@testable import Emend

/// The shim around ICU: composing, guessing and converting charsets, romanising there and back.
func fuzzICU(_ input: [UInt8]) {
  var bytes = input
  let choice = bytes.takeChoice()
  switch choice & 3 {
  case 0:
    var at = 0
    let text = String(decoding: bytes, as: UTF8.self)
    Array(text.utf8).withUnsafeBytes { buffer in
      withUnsafeMutablePointer(to: &at) { at in
        let isDone = cicu_compose(
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count),
          { context, start, end, _, length in
            let last = context!.assumingMemoryBound(to: Int.self)
            require(Int(start) >= last.pointee && end >= start && length >= 0, "edits overlap")
            last.pointee = Int(end)
          }, at)
        require(isDone, "ICU cannot compose")
      }
    }
    require(at <= text.utf8.count, "an edit ends behind the text")
  case 1:
    guard let (name, _) = Charset.detect(bytes[...]), let charset = Charset(name: name) else {
      return
    }
    var text: [UInt8] = []
    let done = charset.decode(bytes[...], isLast: true, into: &text)
    require(charset.encode(text[...]) == Array(bytes[..<done]), "\(name) does not come back")
  case 2:
    _ = Charset(name: String(decoding: bytes, as: UTF8.self))
  default:
    let scheme = schemes[(choice >> 2) % schemes.count]
    let latin = scheme.latin(String(decoding: bytes, as: UTF8.self))
    _ = CyrillicReadings(of: String(latin.prefix(40))).forms(limit: 20)
    if bytes.count < 60 { _ = Deromanisation.usual.cyrillic(latin) }
  }
}

private let schemes = Romanisation.schemes.prefix(64).map { Romanisation(scheme: $0.id) }

/// gzip: damaged streams are refused, chunks do not matter, what is compressed comes back.
///
/// The first byte is the length of the chunks.
func fuzzGzip(_ input: [UInt8]) {
  var bytes = input
  let chunk = 1 + bytes.takeChoice()
  let whole = inflate(bytes, chunk: max(1, bytes.count))
  require(whole == inflate(bytes, chunk: chunk), "chunks change what a stream holds")
  if bytes.count < 512 {
    require(inflate(Gzip.compress(bytes), chunk: chunk) == bytes, "does not come back")
  }
}

private func inflate(_ bytes: [UInt8], chunk: Int) -> [UInt8]? {
  // A bomb is cut off: its chunks come one by one, so none needs more room than another.
  struct Enough: Error {}
  var out: [UInt8] = []
  do {
    let reader = try Gzip.Reader(name: "stream")
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      try reader.feed(bytes[start..<min(start + chunk, bytes.count)]) {
        out += $0
        if out.count > 1 << 20 { throw Enough() }
      }
    }
    try reader.finish()
    return out
  } catch {
    return nil
  }
}

/// Diffs of any two texts, which the first zero byte divides, name lines that are there.
func fuzzDiff(_ input: [UInt8]) {
  let parts = input.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  let old = Array(parts[0])
  let new = parts.count > 1 ? Array(parts[1]) : []
  let diff = UnifiedDiff(old: old, new: new, oldLabel: "old", newLabel: "new")
  require(diff.isEmpty == (old == new), "says wrongly whether they are the same")
  var length = 0
  diff.write { (piece: UnsafeRawBufferPointer) throws(Never) in length += piece.count }
  require((length == 0) == diff.isEmpty, "an empty diff says something")
}
