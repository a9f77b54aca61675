import Emend
import Testing

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4 and of NIST's test vectors.
  static let published: [(message: String, hash: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ]

  /// Hashes by `sha256sum` of the bytes 0, 1, … 250, 0, 1, … around the ends of blocks.
  static let lengths: [(Int, String)] = [
    (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    (55, "463eb28e72f82e0a96c0a4cc53690c571281131f672aa229e0d45ae59b598b59"),
    (56, "da2ae4d6b36748f2a318f23e7ab1dfdf45acdc9d049bd80e59de82a60895f562"),
    (57, "2fe741af801cc238602ac0ec6a7b0c3a8a87c7fc7d7f02a3fe03d1c12eac4d8f"),
    (63, "29af2686fd53374a36b0846694cc342177e428d1647515f078784d69cdb9e488"),
    (64, "fdeab9acf3710362bd2658cdc9a29e8f9c757fcf9811603a8c447cd1d9151108"),
    (65, "4bfd2c8b6f1eec7a2afeb48b934ee4b2694182027e6d0fc075074f2fabb31781"),
    (119, "da18797ed7c3a777f0847f429724a2d8cd5138e6ed2895c3fa1a6d39d18f7ec6"),
    (120, "f52b23db1fbb6ded89ef42a23ce0c8922c45f25c50b568a93bf1c075420bbb7c"),
    (121, "335a461692b30bba1d647cc71604e88e676c90e4c22455d0b8c83f4bd7c8ac9b"),
    (127, "92ca0fa6651ee2f97b884b7246a562fa71250fedefe5ebf270d31c546bfea976"),
    (128, "471fb943aa23c511f6f72f8d1652d9c880cfa392ad80503120547703e56a2be5"),
    (129, "5099c6a56203f9687f7d33f4bfdf576d31dc91f6b695ecea38b2770c87631135"),
    (1000, "4e4c294b331f7a2099a379bec34b9f9fc03dc46ab465d998f4d683da53487e6d"),
  ]

  @Test func hashesThePublishedMessagesInChunksOfEverySize() {
    for (message, hash) in Self.published {
      let bytes = Array(message.utf8)
      for size in 1...max(1, bytes.count) { #expect(hashed(bytes, inChunksOf: size) == hash) }
    }
  }

  @Test func hashesEveryLengthOfALastBlock() {
    for (length, hash) in Self.lengths {
      let bytes = (0..<length).map { UInt8($0 % 251) }
      for size in [1, 3, 55, 63, 64, 65, 128, 1000] {
        #expect(hashed(bytes, inChunksOf: size) == hash, "\(length) bytes by \(size)")
      }
    }
  }

  @Test(arguments: [1000, 4096, 1_000_000]) func hashesAMillionLetters(chunkSize: Int) {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    let hash = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(hashed(bytes, inChunksOf: chunkSize) == hash)
  }

  @Test func canBeAskedInBetween() {
    var hash = SHA256()
    #expect(hash.finishHex() == Self.published[0].hash)
    hash.update(Array("abc".utf8))
    #expect(hash.finishHex() == Self.published[1].hash)
    #expect(hash.finish().count == 32)
    #expect(hash.length == 3)
  }

  @Test func takesAnyCollection() {
    #expect(SHA256.hex(of: "abc".utf8) == Self.published[1].hash)
    #expect(SHA256.hex(of: Array("xabcx".utf8)[1..<4]) == Self.published[1].hash)
    #expect(SHA256.hex(of: repeatElement(UInt8(0), count: 1)) == Self.lengths[0].1)
  }

  private func hashed(_ bytes: [UInt8], inChunksOf size: Int) -> String {
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      hash.update(bytes[start..<min(start + size, bytes.count)])
    }
    return hash.finishHex()
  }
}
