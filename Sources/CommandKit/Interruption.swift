import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The unfinished file, as a C string that a signal handler may read. One thread writes it.
private nonisolated(unsafe) var unfinished: UnsafeMutablePointer<CChar>?

/// Removes an unfinished file when a signal ends the program: a closed pipe, or the user.
package enum Interruption {
  /// A defect or a lack of memory ends the program like a signal of the user.
  private static let signals = [
    SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGXFSZ, SIGXCPU, SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS,
  ]

  /// From now on a signal removes the file at `path` before it ends the program.
  package static func remove(_ path: FilePath) {
    unsafe unfinished = path.withPlatformString { unsafe strdup($0) }
    for number in signals where !isIgnored(number) {
      signal(number) { number in
        // Only calls that a handler may make.
        if let path = unsafe unfinished { unsafe unlink(path) }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  /// The file is complete, or gone.
  package static func keep() {
    let path = unsafe unfinished
    unsafe unfinished = nil
    unsafe free(path)
  }

  /// Whether whoever started the program wants it to outlive the signal.
  private static func isIgnored(_ number: Int32) -> Bool {
    var current = sigaction()
    guard unsafe sigaction(number, nil, &current) == 0 else { return false }
    return unsafe unsafeBitCast(current.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
