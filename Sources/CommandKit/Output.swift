import SystemPackage

/// A buffered stream: standard output, or standard error.
package final class Output {
  private var buffer: [UInt8] = []
  private let descriptor: FileDescriptor
  private let name: String
  private static let capacity = 1 << 18

  package init(_ descriptor: FileDescriptor = .standardOutput, name: String = "standard output") {
    self.descriptor = descriptor
    self.name = name
  }

  package func write(_ bytes: ArraySlice<UInt8>) throws(CommandError) {
    if bytes.count >= Self.capacity {
      try flush()
      try put(bytes)
      return
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  package func write(_ string: String) throws(CommandError) { try write(Array(string.utf8)[...]) }

  package func flush() throws(CommandError) {
    try put(buffer[...])
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: ArraySlice<UInt8>) throws(CommandError) {
    guard !bytes.isEmpty else { return }
    do {
      try bytes.withUnsafeBytes { _ = unsafe try descriptor.writeAll($0) }
    } catch {
      // What is left cannot be written either, and must not be tried again.
      buffer.removeAll()
      let reason = (error as? Errno)?.description ?? "\(error)"
      throw CommandError("\(name): cannot write: \(reason)", endsRun: true)
    }
  }
}
