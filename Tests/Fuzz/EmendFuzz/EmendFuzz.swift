import CLibFuzzer
import Glibc

/// `EmendFuzz TARGET [OPTION…] [FOLDER…]`: fuzzes one part; options and folders are libFuzzer's.
/// `EmendFuzz --list` names the targets, `EmendFuzz --seeds FOLDER` writes a first corpus for each.
///
/// A finding is a trap: of the code under test, or of `require`.
@main struct EmendFuzz {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "--list": print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
    case "--seeds": try Seeds.write(to: arguments.last ?? "corpus")
    case let name?:
      guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
        fatalError("\(name): no such target; see --list")
      }
      run(target)
    case nil: fatalError("which target? See --list")
    }
  }

  private static func run(_ target: FuzzTarget) {
    unsafe current = target.run
    // libFuzzer's own arguments: without the target.
    let words = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
    var count = CInt(words.count)
    var list: [UnsafeMutablePointer<CChar>?] = words.map { unsafe strdup($0) } + [nil]
    let status = list.withUnsafeMutableBufferPointer { list in
      var start = unsafe list.baseAddress
      return unsafe LLVMFuzzerRunDriver(&count, &start) { bytes, count in
        unsafe current(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
      }
    }
    exit(status)
  }
}

/// What the driver calls; set once before it starts.
private nonisolated(unsafe) var current: ([UInt8]) -> Void = { _ in }

/// Stops where a promise is broken.
func require(_ condition: Bool, _ promise: @autoclosure () -> String) {
  if !condition { fatalError(promise()) }
}
