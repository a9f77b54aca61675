import Foundation

/// Files of the package that tests read: tables, samples.
public enum PackageFiles {
  /// The folder that holds `Package.swift`.
  public static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// The bytes of a file, by its path below the root.
  public static func bytes(of path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)")))
  }

  /// The text of a file that is valid UTF-8.
  public static func text(of path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  /// Paths, below the root, of all files in a folder and its folders whose name ends in `suffix`.
  public static func list(_ folder: String, suffix: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap {
      $0 as? String
    }
    return (names ?? []).filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
  }
}
