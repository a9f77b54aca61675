import Emend
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What an `emend.toml` says.
package struct ConfigurationFile: Sendable {
  /// The file's name in folders that are searched.
  package static let name = "emend.toml"

  /// As messages name it; `nil` where there is no file.
  package let path: String?
  private var settings: [SettingKey: Setting] = [:]

  /// No file.
  package init() { path = nil }

  /// Reads a file.
  /// - Throws: `CommandError` with line and column.
  package init(path: String) throws {
    try self.init(Input(path: path).readAll(atMost: TOMLNode.longest), path: path)
  }

  /// Takes the bytes of a file.
  /// - Throws: `CommandError` with line and column.
  package init(_ bytes: [UInt8], path: String) throws {
    self.path = path
    let nodes: [TOMLNode]
    do {
      nodes = try TOMLNode.parse(bytes)
    } catch {
      throw Self.error(path, error.place, error.reason)
    }
    for node in nodes {
      guard let section = SettingKey.Section(rawValue: node.key), section != .cleaning else {
        try add(node, in: .cleaning)
        continue
      }
      guard case .table(let members) = node.value else {
        throw Self.error(path, node.place, "\(node.key) is \(node.kind); write [\(node.key)]")
      }
      for member in members { try add(member, in: section) }
    }
  }

  package subscript(key: SettingKey) -> Setting? { settings[key] }

  // MARK: Finding

  /// The file that holds for some inputs: the one that is given, else the nearest `emend.toml` in the
  /// folder of the input or above it; for standard input in the working directory or above.
  /// - Parameters:
  ///   - inputs: files, folders, or `-`.
  ///   - path: what `--config` gives.
  /// - Throws: `CommandError` where inputs have different files, or the file is wrong.
  package static func find(for inputs: [String], given path: String? = nil) throws
    -> ConfigurationFile
  {
    if let path { return try ConfigurationFile(path: path) }
    var found: (path: FilePath?, folder: String)?
    for folder in Set(inputs.map(folder(of:))).sorted() {
      let path = nearest(to: folder)
      if let found, found.path != path {
        let paths = [found, (path, folder)].map {
          $0.0.map(shortened) ?? "none for \($0.1.isEmpty ? "." : $0.1)"
        }
        throw CommandError(
          "\(name): the inputs have different ones (\(paths.joined(separator: ", "))); give one with"
            + " --config, or --no-config")
      }
      found = (path, folder)
    }
    guard let path = found?.path else { return ConfigurationFile() }
    return try ConfigurationFile(path: shortened(path))
  }

  /// Whether there is a file for standard input.
  package static var isThere: Bool { nearest(to: ".") != nil }

  private static func folder(of input: String) -> String {
    if input == "-" { return "." }
    let path = FilePath(input)
    if FileIdentity(at: path)?.isFolder == true { return input }
    let folder = path.removingLastComponent()
    return folder.isEmpty ? "." : folder.string
  }

  /// The path of the nearest file in a folder or above it.
  private static func nearest(to folder: String) -> FilePath? {
    guard let real = unsafe realpath(folder, nil) else { return nil }
    defer { unsafe free(real) }
    var place = unsafe FilePath(platformString: real)
    while true {
      let path = place.appending(name)
      if FileIdentity(at: path)?.isRegular == true { return path }
      guard place.removeLastComponent() else { return nil }
    }
  }

  /// The path from the working directory, where that is short.
  private static func shortened(_ file: FilePath) -> String {
    guard let real = unsafe realpath(".", nil) else { return file.string }
    defer { unsafe free(real) }
    let here = unsafe FilePath(platformString: real)
    var inside = file
    if inside.removePrefix(here) { return inside.string }
    var up = here
    guard up.removePrefix(file.removingLastComponent()), up.components.count <= 3 else {
      return file.string
    }
    return String(repeating: "../", count: up.components.count) + name
  }

  // MARK: Reading

  private static func error(
    _ path: String, _ place: TOMLNode.Place, _ reason: String
  ) -> CommandError {
    CommandError("\(path):\(place.line):\(place.column): \(reason)")
  }

  private mutating func add(_ node: TOMLNode, in section: SettingKey.Section) throws {
    let path = path ?? ""
    guard let key = SettingKey.all(in: section).first(where: { $0.name == node.key }) else {
      throw Self.error(path, node.keyPlace, Self.unknown(node.key, in: section))
    }
    let values: [String]
    do {
      values = try self.values(of: node, for: key)
    } catch {
      throw Self.error(path, error.place, "\(key.path) \(error.reason)")
    }
    let place = "\(path):\(node.place.line):\(node.place.column)"
    settings[key] = Setting(values, .file(place))
  }

  private struct WrongValue: Error {
    let place: TOMLNode.Place
    let reason: String
  }

  /// The values as the command line takes them.
  private func values(of node: TOMLNode, for key: SettingKey) throws(WrongValue) -> [String] {
    switch (key.kind, node.value) {
    case (.text, .string(let text)): return [text]
    case (.path, .string(let text)): return [fromHere(text)]
    case (.choice(let known), .string(let text)):
      return [try Self.choice(text, known, at: node.place)]
    case (.flag, .boolean(let flag)): return [flag ? "true" : "false"]
    case (.number, .integer(let number)):
      guard number >= 1 else {
        throw WrongValue(place: node.place, reason: "is \(number); give 1 or more")
      }
      return ["\(number)"]
    case (.list, .array(let nodes)), (.choices, .array(let nodes)), (.paths, .array(let nodes)):
      return try nodes.map { (element) throws(WrongValue) in
        guard case .string(let text) = element.value else {
          throw WrongValue(
            place: element.place, reason: "has \(element.kind) in its list; give strings")
        }
        if case .choices(let known) = key.kind {
          return try Self.choice(text, known, at: element.place)
        }
        return key.kind == .paths ? fromHere(text) : text
      }
    default: throw WrongValue(place: node.place, reason: "is \(node.kind); \(Self.wanted(key))")
    }
  }

  private static func choice(
    _ text: String, _ known: [String], at place: TOMLNode.Place
  ) throws(WrongValue) -> String {
    guard known.contains(text) else {
      throw WrongValue(
        place: place, reason: "\"\(text)\" is not known; give \(known.joined(separator: ", "))")
    }
    return text
  }

  private static func wanted(_ key: SettingKey) -> String {
    switch key.kind {
    case .text, .path: "give a string"
    case .choice(let known): "give one of \(known.map { "\"\($0)\"" }.joined(separator: ", "))"
    case .choices(let known): "give a list, such as [\"\(known[0])\"]"
    case .list, .paths: "give a list of strings"
    case .flag: "give true or false"
    case .number: "give a whole number"
    }
  }

  /// A path that the file gives, seen from the working directory.
  private func fromHere(_ text: String) -> String {
    FilePath(path ?? "").removingLastComponent().pushing(FilePath(text)).string
  }

  /// What is said of a key that there is not.
  private static func unknown(_ name: String, in section: SettingKey.Section) -> String {
    let named = section == .cleaning ? name : "\(section.rawValue).\(name)"
    if let other = SettingKey.all.first(where: { $0.name == name }) {
      let place = other.section == .cleaning ? "before any section" : "[\(other.section.rawValue)]"
      return
        "\(named) is no key here; it belongs \(other.section == .cleaning ? "" : "into ")\(place)"
    }
    let letters = name.unicodeScalars.map { Int32($0.value) }
    let nearest = SettingKey.all(in: section).map { key in
      (
        key: key,
        distance: EditDistance.between(letters, key.name.unicodeScalars.map { Int32($0.value) })
      )
    }.min { $0.distance < $1.distance }
    if let nearest, nearest.distance <= max(2, letters.count / 3) {
      return "\(named) is no key; did you mean \(nearest.key.name)?"
    }
    let known = SettingKey.all(in: section).map(\.name).joined(separator: ", ")
    return "\(named) is no key; there are \(known)"
  }
}
