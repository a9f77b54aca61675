#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What the program was started with.
package enum CommandArguments {
  /// The arguments behind the name of the program.
  ///
  /// One that is no UTF-8 ends it: a string would hold another name, and another file would be read or
  /// written.
  package static func all() -> [String] {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = unsafe CommandLine.unsafeArgv[index],
        unsafe String(validatingCString: argument) == nil
      else { continue }
      StandardError.report(
        "\(unsafe String(cString: argument)): is no UTF-8; give such a file on standard input, as in:"
          + " emend < FILE; or its folder: emend batch FOLDER --out FOLDER")
      exit(2)
    }
    return Array(CommandLine.arguments.dropFirst())
  }
}
