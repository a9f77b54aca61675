import Foundation

/// Runs command lines with the `emend` that was built beside the tests.
struct Shell {
  /// What a command line left behind.
  struct Result: Equatable {
    var output = Data()
    var errors = Data()
    var status: Int32 = 0

    var text: String { String(decoding: output, as: UTF8.self) }
    var messages: String { String(decoding: errors, as: UTF8.self) }
  }

  /// An empty folder of its own for each instance.
  let folder: URL

  /// Where the products of the build are.
  private static let products = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("emend-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func run(_ line: String, input: Data = Data()) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = Self.products.path + ":" + (environment["PATH"] ?? "")
    environment["COLUMNS"] = "80"
    process.environment = environment
    // Files instead of pipes: nothing can block, and a test reads what was written.
    let files = try ["input", "output", "errors"].map { name in
      let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("\(folder.lastPathComponent).\(name)")
      try (name == "input" ? input : Data()).write(to: file)
      return file
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      output: try Data(contentsOf: files[1]), errors: try Data(contentsOf: files[2]),
      status: process.terminationStatus)
  }

  func write(_ data: Data, to name: String) throws {
    try data.write(to: folder.appendingPathComponent(name))
  }

  func read(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
