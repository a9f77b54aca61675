import Emend

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
    let compiled = EnglishTables.compile { path in read("\(folder)/\(path)") }
    let path = "\(folder)/compiled/en.lexicon"
    guard let file = fopen(path, "wb"),
      fwrite(compiled, 1, compiled.count, file) == compiled.count, fclose(file) == 0
    else {
      perror(path)
      exit(2)
    }
    print("\(path): \(compiled.count) bytes")
  }

  static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else {
      perror(path)
      exit(2)
    }
    defer { fclose(file) }
    var bytes = [UInt8]()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
