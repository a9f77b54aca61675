import SystemPackage

/// Buffered standard output.
final class Output {
  private var buffer: [UInt8] = []
  private let descriptor: FileDescriptor
  private let name: String
  private static let capacity = 1 << 18

  init(_ descriptor: FileDescriptor = .standardOutput, name: String = "standard output") {
    self.descriptor = descriptor
    self.name = name
  }

  func write(_ bytes: ArraySlice<UInt8>) throws {
    if bytes.count >= Self.capacity {
      try flush()
      try put(bytes)
      return
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  func write(_ string: String) throws { try write(Array(string.utf8)[...]) }

  func flush() throws {
    try put(buffer[...])
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: ArraySlice<UInt8>) throws {
    guard !bytes.isEmpty else { return }
    do {
      try bytes.withUnsafeBytes { _ = unsafe try descriptor.writeAll($0) }
    } catch let error as Errno {
      throw CommandError("\(name): cannot write: \(error)")
    }
  }
}
