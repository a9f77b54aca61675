import CommandKit
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The program `emend-batch`, which has the commands that need more than the filter may carry.
enum BatchProgram {
  /// What it is asked to do is its first argument.
  static let commands: Set<String> = ["batch", "report"]

  private static let name = "emend-batch"

  /// Goes on as `emend-batch` with these arguments; ends with a message where it is missing.
  static func start(_ arguments: [String]) -> Never {
    for path in places {
      let words = [path] + arguments
      var pointers = words.map { unsafe strdup($0) }
      unsafe pointers.append(nil)
      unsafe execv(path, pointers)
    }
    StandardError.report(
      "\(arguments.first ?? ""): needs the program \(name), which lies neither beside emend nor in"
        + " PATH; Scripts/install installs both")
    exit(2)
  }

  /// Beside the program, then in the folders of `PATH`.
  private static var places: [String] {
    var places: [String] = []
    if let program = unsafe realpath("/proc/self/exe", nil) {
      places.append(unsafe FilePath(String(cString: program)).removingLastComponent().string)
      unsafe free(program)
    }
    if let path = unsafe getenv("PATH") {
      places += unsafe String(cString: path).split(separator: ":").map { String($0) }
    }
    return places.map { "\($0)/\(name)" }
  }
}
