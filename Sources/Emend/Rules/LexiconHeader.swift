/// The first 64 bytes of a compiled lexicon.
struct LexiconHeader {
  static let size = 64
  /// "EMLX" and the version of the form.
  static let currentMagic: UInt64 = 0x0000_0002_584C_4D45

  var magic: UInt64
  var slotBits: UInt32
  var pairBits: UInt32
  var wordCount: UInt32
  var pairCount: UInt32
}
