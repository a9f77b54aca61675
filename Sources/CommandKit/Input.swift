import SystemPackage

/// A source of bytes: a file, or standard input for `-`.
package struct Input {
  package let name: String
  package let descriptor: FileDescriptor

  /// What messages call standard input.
  static let standardName = "standard input"

  /// Bytes read at once.
  package static let chunk = 1 << 18

  /// - Throws: `CommandError` for a file that is missing, not readable, or a folder.
  package init(path: String) throws(CommandError) {
    if path == "-" {
      self.init(name: Self.standardName, descriptor: .standardInput)
      return
    }
    try self.init(file: FilePath(path))
  }

  /// - Throws: `CommandError` for a file that is missing, not readable, or a folder.
  package init(file: FilePath) throws(CommandError) {
    do {
      let descriptor = try FileDescriptor.open(file, .readOnly)
      self.init(name: file.string, descriptor: descriptor)
    } catch {
      throw CommandError(error as? Errno ?? .ioError, "read", file.string)
    }
  }

  private init(name: String, descriptor: FileDescriptor) {
    self.name = name
    self.descriptor = descriptor
  }

  /// Which file it is; `nil` when that cannot be told.
  package var identity: FileIdentity? { FileIdentity(of: descriptor) }

  /// Hands over the bytes chunk by chunk, decompressed where they are a gzip stream.
  /// - Parameter mayBeLayout: whether hOCR and ALTO are read, not refused.
  package func forEachChunk(
    mayBeLayout: Bool = false, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var gzip: Gzip.Reader?
    func take(_ chunk: ArraySlice<UInt8>) throws {
      if let gzip { try gzip.feed(chunk, body) } else { try body(chunk) }
    }
    func begin(_ first: ArraySlice<UInt8>) throws {
      if let format = ForeignFormat(of: first, mayBeLayout: mayBeLayout) {
        throw format.error(name: name)
      }
      if Gzip.isCompressed(first) { gzip = try Gzip.Reader(name: name) }
      try take(first)
    }
    // The first bytes wait until they tell what all are, however slowly they come.
    var start: [UInt8]? = []
    try forEachStoredChunk { chunk in
      guard let waiting = start else { return try take(chunk) }
      guard waiting.count + chunk.count >= ForeignFormat.told else {
        start = waiting + chunk
        return
      }
      start = nil
      try begin(waiting.isEmpty ? chunk : (waiting + chunk)[...])
    }
    if let start, !start.isEmpty { try begin(start[...]) }
    try gzip?.finish()
  }

  /// Hands over the bytes chunk by chunk, as they are stored.
  package func forEachStoredChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
    defer { if descriptor != .standardInput { try? descriptor.close() } }
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    while true {
      let count: Int
      do {
        count = try buffer.withUnsafeMutableBytes { unsafe try descriptor.read(into: $0) }
      } catch let error as Errno {
        // Reading a folder fails only here.
        if error != .isDirectory { throw CommandError(error, "read", name) }
        throw descriptor == .standardInput
          ? CommandError("\(name): is a folder; give a file") : CommandError.folder(name)
      }
      if count == 0 { return }
      try body(buffer[..<count])
    }
  }

  /// All bytes at once.
  /// - Throws: `CommandError` for a file that cannot be read, or has more than `limit` bytes.
  package func readAll(
    atMost limit: Int = SizeLimit.document, mayBeLayout: Bool = false
  ) throws -> [UInt8] {
    var bytes = [UInt8]()
    try forEachChunk(mayBeLayout: mayBeLayout) { try hold($0, in: &bytes, atMost: limit) }
    return bytes
  }

  /// Adds bytes to those that are held; a device or a pipe may have no end.
  /// - Throws: `CommandError` where they would be more than `limit`.
  package func hold(
    _ chunk: ArraySlice<UInt8>, in bytes: inout [UInt8], atMost limit: Int = SizeLimit.document
  ) throws(CommandError) {
    guard chunk.count <= limit - bytes.count else {
      throw CommandError(
        "\(name): is longer than \(SizeLimit.text(limit)), the most for such a file; shorten it")
    }
    bytes.append(contentsOf: chunk)
  }
}
