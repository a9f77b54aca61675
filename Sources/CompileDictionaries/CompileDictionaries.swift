import Emend
import ToolSupport

#if canImport(Glibc)
  import Glibc
#endif

/// `CompileDictionaries FOLDER`: compiles the tables of `Dictionaries/` into `compiled/en.lexicon`.
@main struct CompileDictionaries {
  static func main() {
    guard CommandLine.arguments.count == 2 else {
      print("usage: CompileDictionaries DICTIONARIES_FOLDER")
      exit(2)
    }
    let folder = CommandLine.arguments[1]
    let compiled = EnglishTables.compile { path in RequiredFile.bytes(of: "\(folder)/\(path)") }
    let path = "\(folder)/compiled/en.lexicon"
    guard let file = fopen(path, "wb"),
      fwrite(compiled, 1, compiled.count, file) == compiled.count, fclose(file) == 0
    else {
      perror(path)
      exit(2)
    }
    print("\(path): \(compiled.count) bytes")
  }
}
