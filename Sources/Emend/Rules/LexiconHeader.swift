/// The first 64 bytes of a compiled lexicon.
struct LexiconHeader {
  static let size = 64
  /// "EMLX" and the version of the form.
  static let currentMagic: UInt64 = 0x0000_0006_584C_4D45

  var magic: UInt64
  var slotBits: UInt32
  var pairBits: UInt32
  var wordCount: UInt32
  var pairCount: UInt32

  /// Where the SHA-256 of the whole lexicon stands; for the sum its place counts as zeros.
  private static let checksum = 24..<56

  /// A compiled lexicon with its checksum in place.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= size else { return bytes }
    var sealed = bytes
    sealed.replaceSubrange(checksum, with: sum(of: bytes))
    return sealed
  }

  private static func sum(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes[..<checksum.lowerBound])
    hash.update([UInt8](repeating: 0, count: checksum.count))
    hash.update(bytes[checksum.upperBound...])
    return hash.finish()
  }

  /// Checks bytes that came from outside the program.
  /// - Complexity: O(*n*).
  static func check(_ bytes: [UInt8]) throws(LexiconError) {
    guard bytes.count >= size else { throw .foreign }
    let header = unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(as: LexiconHeader.self) }
    guard header.magic == currentMagic, (4...28).contains(header.slotBits),
      (4...28).contains(header.pairBits)
    else { throw .foreign }
    let pairs = size + (8 << Int(header.slotBits))
    let filter = pairs + (4 << Int(header.pairBits))
    let leftOut = filter + (1 << (Int(header.slotBits) + Lexicon.filterBitsPerSlot)) / 8
    let length = leftOut + 8 * Lexicon.wordsOfBits(slotBits: Int(header.slotBits))
    guard bytes.count == length else { throw .wrongLength(bytes.count, expected: length) }
    guard bytes[checksum].elementsEqual(sum(of: bytes)) else { throw .wrongChecksum }
    guard hasFreeSlot(bytes[size..<pairs], width: 8), hasFreeSlot(bytes[pairs..<filter], width: 4)
    else {
      throw .isFull
    }
  }

  private static func hasFreeSlot(_ table: ArraySlice<UInt8>, width: Int) -> Bool {
    stride(from: table.startIndex, to: table.endIndex, by: width).contains { start in
      table[start..<start + width].allSatisfy { $0 == 0 }
    }
  }
}
