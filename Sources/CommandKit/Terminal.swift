#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is known of the terminal.
package enum Terminal {
  /// Whether standard output is a terminal whose user has nothing against colours.
  package static var wantsColour: Bool {
    guard isatty(STDOUT_FILENO) == 1 else { return false }
    // The variable counts when it is set and not empty: no-color.org.
    guard let setting = unsafe getenv("NO_COLOR") else { return true }
    return unsafe setting.pointee == 0
  }
}
