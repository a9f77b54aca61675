import CommandKit
import Emend
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Another filter, as a line for the shell.
struct OtherTool {
  let line: String

  /// What it makes of a sample's source.
  /// - Throws: `CommandError` where it cannot be started, or fails.
  func run(on sample: Sample) throws(CommandError) -> [UInt8] {
    // Files, not pipes: neither side can block the other.
    let (input, output) = (try Self.temporaryFile(), try Self.temporaryFile())
    defer {
      try? input.close()
      try? output.close()
    }
    do {
      try input.writeAll(sample.source)
      try input.seek(offset: 0, from: .start)
    } catch {
      throw CommandError(error as? Errno ?? .ioError, "write", "a temporary file")
    }
    var actions = posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input.rawValue, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.rawValue, STDOUT_FILENO)
    let arguments: [String] = ["/bin/sh", "-c", line]
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
    unsafe words.append(nil)
    defer { for word in unsafe words { unsafe free(word) } }
    var process = pid_t()
    let error = unsafe posix_spawn(&process, "/bin/sh", &actions, nil, words, environ)
    guard error == 0 else {
      throw CommandError("--command \(line): cannot start: \(Errno(rawValue: error))")
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else {
      throw CommandError(
        "--command \(line): fails on \(sample.name) (status \(status >> 8 & 0xFF))")
    }
    return try Self.content(of: output)
  }

  /// A file without a name, which goes when it is closed.
  private static func temporaryFile() throws(CommandError) -> FileDescriptor {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/emend-check.XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else {
      throw CommandError(Errno(rawValue: errno), "write", "a temporary file")
    }
    _ = unsafe unlink(template)
    return FileDescriptor(rawValue: descriptor)
  }

  private static func content(of file: FileDescriptor) throws(CommandError) -> [UInt8] {
    var bytes = [UInt8]()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    do {
      try file.seek(offset: 0, from: .start)
      while true {
        let count = try chunk.withUnsafeMutableBytes { unsafe try file.read(into: $0) }
        if count == 0 { return bytes }
        bytes += chunk[..<count]
      }
    } catch {
      throw CommandError(error as? Errno ?? .ioError, "read", "a temporary file")
    }
  }
}
