/// The last record of a journal: by it `restore` knows the texts that the journal belongs to.
///
/// The hashes stand at the end because a filter cannot know them before it has read its input.
public struct JournalTrailer: Equatable, Sendable {
  /// A text's length in bytes, and its SHA-256 as 64 lower-case hexadecimal digits.
  public struct Digest: Equatable, Sendable {
    public var length: Int
    public var sha256: String

    public init(length: Int, sha256: String) {
      self.length = length
      self.sha256 = sha256
    }

    /// The digest of a text that is all there.
    /// - Complexity: O(*n*).
    public init(of bytes: some Collection<UInt8>) {
      self.init(length: bytes.count, sha256: SHA256.hex(of: bytes))
    }
  }

  /// Records of the journal, header and trailer among them.
  public var records: Int
  /// The source: bytes as they were read, after decompression and before decoding.
  public var source: Digest
  /// The clean text as it was written.
  public var output: Digest
  /// Edits that were applied; stages that have none are missing.
  public var applied: [StageID: Int]
  /// Edits that were proposed and not applied, also where the journal does not list them.
  public var left: [StageID: Int]

  public init(
    records: Int, source: Digest, output: Digest, applied: [StageID: Int], left: [StageID: Int]
  ) {
    self.records = records
    self.source = source
    self.output = output
    self.applied = applied
    self.left = left
  }
}
