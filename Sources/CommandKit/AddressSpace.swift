#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The memory that the program may take, as `ulimit -v` sets it.
enum AddressSpace {
  #if canImport(Glibc)
    private static let addressSpace = __rlimit_resource_t(RLIMIT_AS.rawValue)
  #else
    private static let addressSpace = RLIMIT_AS
  #endif

  /// What a window of the most costly text takes, with the program and its libraries.
  private static let least = 192 << 20

  /// Refuses to begin what could not be ended: an allocation that fails cannot be caught.
  /// - Throws: `CommandError` where the limit is too low.
  static func check() throws(CommandError) {
    var limit = rlimit()
    guard unsafe getrlimit(addressSpace, &limit) == 0, limit.rlim_cur < rlim_t(least) else {
      return
    }
    throw CommandError(
      "the memory is limited to \(limit.rlim_cur >> 20) MB; allow at least \(least >> 20) MB (ulimit -v)"
    )
  }
}
