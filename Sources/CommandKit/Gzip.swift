import CGzip

/// gzip: texts and journals that are kept compressed.
package enum Gzip {
  /// The bytes that a gzip stream begins with; no text does.
  package static func isCompressed(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.prefix(2).elementsEqual([0x1F, 0x8B])
  }

  /// The bytes as one gzip member; equal bytes give an equal member.
  /// - Complexity: O(*n*); about 30 ms a megabyte.
  package static func compress(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: cgzip_bound(bytes.count)) { room, count in
      count = bytes.withUnsafeBufferPointer { bytes in
        unsafe cgzip_compress(bytes.baseAddress, bytes.count, room.baseAddress, room.count)
      }
    }
  }

  /// Reads a gzip stream, of one member or several, as it arrives.
  package final class Reader {
    private let reader: OpaquePointer
    private let name: String
    private var room = [UInt8](repeating: 0, count: 1 << 18)

    /// - Parameter name: what messages call the stream.
    package init(name: String) throws(CommandError) {
      guard let reader = unsafe cgzip_reader_new() else {
        throw CommandError("\(name): no memory to decompress")
      }
      self.reader = reader
      self.name = name
    }

    deinit { unsafe cgzip_reader_free(reader) }

    /// Hands over what the next bytes decompress to.
    package func feed(_ chunk: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) throws -> Void) throws
    {
      try chunk.withUnsafeBufferPointer { chunk in
        unsafe cgzip_reader_feed(reader, chunk.baseAddress, chunk.count)
        while true {
          let count = room.withUnsafeMutableBufferPointer { room in
            Int(unsafe cgzip_reader_read(reader, room.baseAddress, room.count))
          }
          guard count >= 0 else { throw CommandError("\(name): the gzip stream is damaged") }
          guard count > 0 else { return }
          try body(room[..<count])
        }
      }
    }

    /// - Throws: `CommandError` where the stream breaks off.
    package func finish() throws(CommandError) {
      guard cgzip_reader_is_complete(reader) else {
        throw CommandError("\(name): the gzip stream breaks off; it is not complete")
      }
    }
  }
}
