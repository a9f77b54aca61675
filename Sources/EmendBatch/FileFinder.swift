import CommandKit
import Foundation
import SystemPackage

/// Finds the texts among what the user named.
struct FileFinder {
  /// A text, and the path that its clean text gets below the output folder.
  struct Found: Sendable {
    let input: FilePath
    let name: FilePath
  }

  private(set) var found: [Found] = []
  /// What could not be looked at, and why.
  private(set) var problems: [(path: FilePath, reason: String)] = []
  /// Files that were passed over because of their names' endings, by ending.
  private(set) var passed: [String: Int] = [:]

  private let include: IgnoreRules
  private let exclude: IgnoreRules
  private let usesIgnoreFiles: Bool
  /// The output folder, which is no input.
  private let output: FileIdentity?
  private let extraction: TextExtractor.Options
  /// Whether the clean texts take the places of the files.
  private let replaces: Bool

  /// - Parameters:
  ///   - include: patterns of the files to take from folders.
  ///   - exclude: patterns of files and folders to leave out.
  ///   - output: the folder that the clean texts go to.
  ///   - extraction: how files are read that are no text.
  ///   - replaces: whether the clean texts take the places of the files.
  init(
    include: [String], exclude: [String], usesIgnoreFiles: Bool, output: FileIdentity?,
    extraction: TextExtractor.Options, replaces: Bool
  ) {
    self.extraction = extraction
    self.replaces = replaces
    self.include = IgnoreRules(patterns: include)
    self.exclude = IgnoreRules(patterns: exclude)
    self.usesIgnoreFiles = usesIgnoreFiles
    self.output = output
  }

  /// Takes a file, or the texts in a folder and below; in the order of their names.
  mutating func add(_ path: FilePath) {
    guard let identity = FileIdentity(at: path) else {
      problems.append((path, "No such file or directory"))
      return
    }
    guard identity.isFolder else {
      let name = path.lastComponent.map { FilePath(root: nil, components: $0) } ?? path
      found.append(Found(input: path, name: output(for: name)))
      return
    }
    visit(path, below: path.real ?? path, names: [], rules: [])
  }

  /// - Parameter root: the folder that was named, without links.
  private mutating func visit(
    _ folder: FilePath, below root: FilePath, names: [[UInt8]],
    rules: [(depth: Int, rules: IgnoreRules)]
  ) {
    let entries: [[UInt8]]
    do {
      entries = try Self.entries(of: folder)
    } catch {
      problems.append((folder, "\(error)"))
      return
    }
    var rules = rules
    let ignoreFile = folder.appending(".gitignore")
    // Of a pipe the end might never come.
    if usesIgnoreFiles, FileIdentity(at: ignoreFile)?.isRegular == true {
      if let bytes = try? Input(file: ignoreFile).readAll(atMost: SizeLimit.patterns) {
        rules.append((names.count, IgnoreRules(bytes)))
      } else {
        problems.append(
          (ignoreFile, "cannot be read, or is longer than 1 MB; shorten it, or give --no-gitignore")
        )
      }
    }
    for entry in entries where entry.first != UInt8(ascii: ".") {
      let path = folder.appending(byteName: entry)
      let below = names + [entry]
      guard let identity = FileIdentity(at: path) else {
        // Of a link to nowhere only its name says whether a text is missing.
        if include.matches(below, isFolder: false) == true,
          !isIgnored(below, isFolder: false, rules)
        {
          problems.append((path, "No such file or directory"))
        }
        continue
      }
      if isIgnored(below, isFolder: identity.isFolder, rules) { continue }
      if identity.isFolder {
        if isOutput(path, identity) || Self.isLink(path) { continue }
        visit(path, below: root, names: below, rules: rules)
      } else if include.matches(below, isFolder: false) != true
        || Self.isJournal(entry)
      {
        passed[Self.ending(of: entry), default: 0] += 1
      } else if Self.isLink(path), path.real?.starts(with: root) != true {
        problems.append((path, "is a link that leads out of the folder; name it to clean it"))
      } else if replaces, Self.isLink(path) {
        // It mostly leads to a file that is replaced itself; its backup would be a link to the clean text.
        let target = path.real?.lastComponent?.bytes ?? []
        if include.matches([target], isFolder: false) != true {
          problems.append((path, "is a link; --in-place takes the file that it leads to"))
        }
      } else {
        var name = FilePath()
        for part in below { name = name.appending(byteName: part) }
        found.append(Found(input: path, name: output(for: name)))
      }
    }
  }

  /// The path of a clean text. That of a file that is no text has `.txt` behind it.
  private func output(for name: FilePath) -> FilePath {
    guard TextExtractor(for: name, extraction) != nil, let last = name.lastComponent else {
      return name
    }
    return name.removingLastComponent().appending(byteName: last.bytes + Array(".txt".utf8))
  }

  private func isIgnored(
    _ names: [[UInt8]], isFolder: Bool, _ rules: [(depth: Int, rules: IgnoreRules)]
  ) -> Bool {
    if let isExcluded = exclude.matches(names, isFolder: isFolder) { return isExcluded }
    for (depth, rules) in rules.reversed() {
      if let isIgnored = rules.matches(Array(names[depth...]), isFolder: isFolder) {
        return isIgnored
      }
    }
    return false
  }

  /// The output folder of this run, or of another one.
  private func isOutput(_ path: FilePath, _ identity: FileIdentity) -> Bool {
    if let output, identity.isSamePlace(as: output) { return true }
    let ledger = path.appending(".emend").appending("ledger.sqlite")
    return FileIdentity(at: ledger) != nil
  }

  /// A link to a folder may lead back up.
  private static func isLink(_ path: FilePath) -> Bool {
    var status = stat()
    return path.withPlatformString { unsafe lstat($0, &status) } == 0
      && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func isJournal(_ name: [UInt8]) -> Bool {
    String(decoding: name, as: UTF8.self).contains(".emend.jsonl")
  }

  private static func ending(of name: [UInt8]) -> String {
    let text = PathText.text(of: name)
    guard let dot = text.lastIndex(of: "."), dot > text.startIndex else { return "no ending" }
    return String(text[dot...])
  }

  /// The names in a folder, in the order of their bytes.
  private static func entries(of folder: FilePath) throws -> [[UInt8]] {
    guard let stream = folder.withPlatformString({ unsafe opendir($0) }) else {
      throw Errno(rawValue: errno)
    }
    defer { unsafe closedir(stream) }
    var entries = [[UInt8]]()
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        Array(unsafe bytes.prefix { $0 != 0 })
      }
      entries.append(name)
    }
    return entries.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension FilePath {
  /// The path without links; `nil` where it cannot be followed.
  var real: FilePath? {
    withPlatformString { name in
      guard let real = unsafe realpath(name, nil) else { return nil }
      defer { unsafe free(real) }
      return unsafe FilePath(platformString: real)
    }
  }

  /// The path of a name, whatever its bytes, in this folder.
  func appending(byteName name: [UInt8]) -> FilePath {
    var bytes = name.map { CChar(bitPattern: $0) }
    bytes.append(0)
    return unsafe bytes.withUnsafeBufferPointer {
      unsafe appending(FilePath(platformString: $0.baseAddress!).components)
    }
  }
}
