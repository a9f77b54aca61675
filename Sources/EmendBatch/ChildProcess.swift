import CLinux
import CommandKit
import Foundation
import SystemPackage

/// A program that was started, with a pipe to it and one from it.
///
/// With `posix_spawn`, because Foundation's `Process` closes what a child is to inherit, and because the
/// thread that starts a worker has to be the one that outlives it (`clinux_end_with_parent`).
final class ChildProcess {
  enum Ending: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  private let number: pid_t
  private let input: FileDescriptor
  private let output: FileDescriptor
  private var isInputOpen = true
  private var ending: Ending?
  /// What was read behind the line that was handed out.
  private var waiting: [UInt8] = []

  /// The program was not found.
  struct Missing: Error {}

  /// - Parameters:
  ///   - program: a path, or a name that is looked for in `PATH`.
  ///   - arguments: those behind the program's own name; no shell sees them.
  ///   - inherited: a file that the child has as its file 3.
  ///   - messages: where its messages go; to those of this program unless given.
  /// - Throws: `Missing`, or a `CommandError`.
  init(
    _ program: String, _ arguments: [[UInt8]], inherited: FileDescriptor? = nil,
    messages: FileDescriptor? = nil
  ) throws {
    let (theirInput, input) = try Self.pipe()
    let (output, theirOutput) = try Self.pipe()
    defer {
      try? theirInput.close()
      try? theirOutput.close()
    }
    var actions = posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (file, place) in [
      (theirInput, 0), (theirOutput, 1), (messages, 2), (inherited, Self.inheritedFile),
    ] as [(FileDescriptor?, Int32)] {
      guard let file else { continue }
      unsafe posix_spawn_file_actions_adddup2(&actions, file.rawValue, place)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A group of its own: Ctrl-C is for this program, which decides what becomes of the child, and the
    // child's own children end with it. A closed pipe ends it.
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)

    var pointers = ([Array(program.utf8)] + arguments).map { argument in
      unsafe strdup(argument.map { CChar(bitPattern: $0) } + [0])
    }
    unsafe pointers.append(nil)
    defer { for pointer in pointers { unsafe free(pointer) } }
    var number: pid_t = 0
    let status = unsafe posix_spawnp(
      &number, pointers[0]!, &actions, &attributes, pointers, environ)
    guard status == 0 else {
      try? input.close()
      try? output.close()
      if status == ENOENT { throw Missing() }
      throw CommandError(Errno(rawValue: status), "start", program)
    }
    self.number = number
    self.input = input
    self.output = output
  }

  deinit {
    if ending == nil { _ = end() }
    if isInputOpen { try? input.close() }
    try? output.close()
  }

  /// The number that a child finds the inherited file under.
  static let inheritedFile: Int32 = 3

  /// - Returns: whether the child took it; else it has ended.
  func write(_ bytes: [UInt8]) -> Bool {
    do {
      try bytes.withUnsafeBytes { _ = unsafe try input.writeAll($0) }
      return true
    } catch {
      return false
    }
  }

  /// The child gets no more.
  func closeInput() {
    guard isInputOpen else { return }
    isInputOpen = false
    try? input.close()
  }

  /// The next line from the child, without its end; `nil` where it has ended, or where nobody waits any
  /// more.
  func line(while isWanted: () -> Bool) -> [UInt8]? {
    while true {
      if let end = waiting.firstIndex(of: 0x0A) {
        defer { waiting.removeSubrange(...end) }
        return Array(waiting[..<end])
      }
      guard let more = read(while: isWanted), !more.isEmpty else { return nil }
      waiting += more
    }
  }

  /// All that comes from the child; `nil` where nobody waits any more.
  func all(while isWanted: () -> Bool) -> [UInt8]? {
    var bytes = waiting
    while let more = read(while: isWanted) {
      if more.isEmpty { return bytes }
      bytes += more
    }
    return nil
  }

  /// The next bytes; none at the end.
  private func read(while isWanted: () -> Bool) -> [UInt8]? {
    var poll = pollfd(fd: output.rawValue, events: Int16(POLLIN), revents: 0)
    while isWanted() {
      guard unsafe Foundation.poll(&poll, 1, 100) > 0 else { continue }
      var failure: Errno?
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
        do {
          count = unsafe try output.read(into: UnsafeMutableRawBufferPointer(room))
        } catch {
          failure = error as? Errno
        }
      }
      return failure == nil ? bytes : []
    }
    return nil
  }

  /// Ends the child and its children, if it has not ended by itself.
  func end() -> Ending {
    if ending == nil { kill(-number, SIGKILL) }
    return wait()
  }

  /// Waits until the child has ended.
  func wait() -> Ending {
    if let ending { return ending }
    var status: Int32 = 0
    while unsafe waitpid(number, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    let ending: Ending = signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
    self.ending = ending
    return ending
  }

  private static func pipe() throws(CommandError) -> (from: FileDescriptor, to: FileDescriptor) {
    var ends: [Int32] = [0, 0]
    let status = unsafe clinux_pipe(&ends)
    guard status == 0 else {
      throw CommandError("cannot start a program: \(Errno(rawValue: status))", endsRun: true)
    }
    return (FileDescriptor(rawValue: ends[0]), FileDescriptor(rawValue: ends[1]))
  }
}
