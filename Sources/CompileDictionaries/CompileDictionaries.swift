import Emend
import ToolSupport

#if canImport(Glibc)
  import Glibc
#endif

/// `CompileDictionaries FOLDER`: compiles the tables of `Dictionaries/` into `compiled/`.
@main struct CompileDictionaries {
  static func main() {
    guard CommandLine.arguments.count == 2 else {
      print("usage: CompileDictionaries DICTIONARIES_FOLDER")
      exit(2)
    }
    let folder = CommandLine.arguments[1]
    func table(_ path: String) -> [UInt8] { RequiredFile.bytes(of: "\(folder)/\(path)") }
    write(EnglishTables.compile(reading: table), to: "\(folder)/compiled/en.lexicon")
    write(EnglishTables.usualWords(reading: table), to: "\(folder)/compiled/en.words")
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb"),
      fwrite(bytes, 1, bytes.count, file) == bytes.count, fclose(file) == 0
    else {
      perror(path)
      exit(2)
    }
    print("\(path): \(bytes.count) bytes")
  }
}
