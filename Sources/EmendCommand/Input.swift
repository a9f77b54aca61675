import SystemPackage

/// A source of bytes: a file, or standard input for `-`.
struct Input {
  let name: String
  private let descriptor: FileDescriptor

  /// Bytes read at once.
  static let chunk = 1 << 18

  /// - Throws: `CommandError` for a file that is missing, not readable, or a folder.
  init(path: String) throws(CommandError) {
    if path == "-" {
      name = "standard input"
      descriptor = .standardInput
      return
    }
    name = path
    do {
      descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
    } catch {
      throw CommandError(error as? Errno ?? .ioError, "read", path)
    }
  }

  /// Which file it is; `nil` when that cannot be told.
  var identity: FileIdentity? { FileIdentity(of: descriptor) }

  /// Hands over the bytes chunk by chunk.
  func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
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
  func readAll() throws -> [UInt8] {
    var bytes = [UInt8]()
    try forEachChunk { bytes.append(contentsOf: $0) }
    return bytes
  }
}
