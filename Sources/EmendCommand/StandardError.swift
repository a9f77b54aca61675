import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Messages for people.
enum StandardError {
  static func write(_ message: String) {
    // Nothing can be said about a standard error that cannot be written to.
    _ = try? FileDescriptor.standardError.writeAll(Array(message.utf8))
  }
}

extension EmendCommand {
  static func exit(withStatus status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #else
      Musl.exit(status)
    #endif
  }
}
