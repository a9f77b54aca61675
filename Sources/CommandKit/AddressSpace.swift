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

  /// What `ulimit -v` sets, in bytes; `nil` for no limit.
  private static var limit: Int? {
    var limit = rlimit()
    guard unsafe getrlimit(addressSpace, &limit) == 0 else { return nil }
    return Int(exactly: limit.rlim_cur)
  }

  /// The memory of the machine, or so much of it as the program may take, in bytes.
  static var size: Int {
    let machine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    return min(limit ?? .max, machine > 0 ? machine : 1 << 32)
  }

  /// Refuses to begin what could not be ended: an allocation that fails cannot be caught.
  /// - Throws: `CommandError` where the limit is too low.
  static func check() throws(CommandError) {
    guard let limit, limit < least else { return }
    throw CommandError(
      "the memory is limited to \(limit >> 20) MB; allow at least \(least >> 20) MB (ulimit -v)")
  }
}
