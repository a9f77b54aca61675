import CommandKit
import Emend
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder with samples: pairs in folders of their own, clean texts in a folder `clean`, and pairs of a
/// raw and a gold text.
struct SampleFolder {
  /// A sample and where it lies.
  struct Item {
    let sample: Sample
    /// The folder of a pair; `nil` for a clean text.
    let folder: FilePath?
  }

  private(set) var items: [Item] = []
  private let root: FilePath
  /// How samples are cleaned that do not say it themselves.
  private let standard: Cleaner.Options

  private static let raw = ".raw.txt"

  /// Reads the samples in a folder and in those below it, in the order of their names.
  /// - Throws: `CommandError` for what cannot be read, and where there is no sample at all.
  init(path: String, standard: Cleaner.Options = Cleaner.Options()) throws {
    root = FilePath(path)
    self.standard = standard
    guard FileIdentity(at: path)?.isFolder == true else {
      throw CommandError("\(path): is not a folder; give one with samples, such as Samples")
    }
    try visit(root)
    guard !items.isEmpty else {
      throw CommandError(
        "\(path): has no samples; a sample is a folder with scan.txt and truth.txt,"
          + " or a pair NAME.raw.txt and NAME.gold.txt")
    }
  }

  private mutating func visit(_ folder: FilePath) throws {
    if FileIdentity(at: folder.appending("scan.txt").string) != nil {
      items.append(Item(sample: try pair(in: folder), folder: folder))
      return
    }
    let names = try Self.names(in: folder)
    if folder.lastComponent?.string == "clean" {
      let options = try options(in: folder)
      for name in names where name.hasSuffix(".txt") {
        let file = folder.appending(name)
        let sample = Sample(
          name: label(file), clean: try Input(path: file.string).readAll(), options: options)
        items.append(Item(sample: sample, folder: nil))
      }
      return
    }
    for name in names where name.hasSuffix(Self.raw) {
      let stem = String(name.dropLast(Self.raw.count))
      guard let gold = try Self.bytes(of: stem + ".gold.txt", in: folder) else { continue }
      let sample = Sample(
        name: label(folder.appending(stem)),
        source: try Input(path: folder.appending(name).string).readAll(), gold: gold,
        options: try options(in: folder))
      items.append(Item(sample: sample, folder: nil))
    }
    for name in names {
      let inner = folder.appending(name)
      if FileIdentity(at: inner.string)?.isFolder == true { try visit(inner) }
    }
  }

  private func pair(in folder: FilePath) throws -> Sample {
    Sample(
      name: label(folder), source: try Input(path: folder.appending("scan.txt").string).readAll(),
      truth: try Self.bytes(of: "truth.txt", in: folder),
      expected: try Self.bytes(of: "clean.txt", in: folder),
      options: try options(in: folder))
  }

  /// The path below the folder that was asked for.
  private func label(_ path: FilePath) -> String {
    var label = path
    guard label.removePrefix(root), !label.isEmpty else {
      return path.lastComponent?.string ?? path.string
    }
    return label.string
  }

  /// A file's bytes; `nil` when there is no such file.
  private static func bytes(of name: String, in folder: FilePath) throws -> [UInt8]? {
    let path = folder.appending(name).string
    return FileIdentity(at: path) == nil ? nil : try Input(path: path).readAll()
  }

  /// The options that the file `options` holds, one a line: `--names off`.
  private func options(in folder: FilePath) throws -> Cleaner.Options {
    guard let bytes = try Self.bytes(of: "options", in: folder) else { return standard }
    var arguments = [String]()
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      arguments += line.split(separator: " ", maxSplits: 1).map { String($0) }
    }
    do {
      return try CleaningOptions.parse(arguments).settings(for: []).options()
    } catch {
      let reason = (error as? CommandError)?.description ?? CleaningOptions.message(for: error)
      throw CommandError("\(folder.appending("options")): \(reason)")
    }
  }

  /// The names in a folder in order, without hidden ones.
  private static func names(in folder: FilePath) throws -> [String] {
    guard let stream = unsafe opendir(folder.string) else {
      throw CommandError(Errno(rawValue: errno), "read", folder.string)
    }
    defer { unsafe closedir(stream) }
    var names = [String]()
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
