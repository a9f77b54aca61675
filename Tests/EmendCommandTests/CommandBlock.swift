import Foundation

/// A block of a Markdown file that holds a command line and what comes of it.
///
///     % command line (more lines of it start with "% ", too)
///     standard input
///     ^D
///     standard output
///     2> standard error
///     => status, where it is not 0
struct CommandBlock: CustomStringConvertible, Sendable {
  let file: String
  let line: Int
  var command = ""
  var input = ""
  var output = ""
  var errors = ""
  var status: Int32 = 0

  var description: String { "\(file):\(line): \(command)" }

  /// The fenced blocks of a file that start with a command line.
  static func blocks(in url: URL) throws -> [CommandBlock] {
    var blocks: [CommandBlock] = []
    var fenced: [Substring]?
    var start = 0
    let text = try String(contentsOf: url, encoding: .utf8)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard line.hasPrefix("```") else {
        fenced?.append(line)
        continue
      }
      if let lines = fenced {
        if lines.first?.hasPrefix("% ") == true {
          blocks.append(CommandBlock(lines, file: url.lastPathComponent, line: start))
        }
        fenced = nil
      } else {
        fenced = []
        start = number + 2
      }
    }
    return blocks
  }

  private init(_ lines: [Substring], file: String, line: Int) {
    self.file = file
    self.line = line
    var rest = lines[...]
    while let line = rest.first, line.hasPrefix("% ") {
      command += (command.isEmpty ? "" : "\n") + line.dropFirst(2)
      rest.removeFirst()
    }
    // A block without input has no ^D either.
    if let end = rest.firstIndex(of: "^D") {
      input = rest[..<end].map { $0 + "\n" }.joined()
      rest = rest[(end + 1)...]
    }
    for line in rest {
      if line.hasPrefix("2> ") {
        errors += line.dropFirst(3) + "\n"
      } else if line.hasPrefix("=> ") {
        status = Int32(line.dropFirst(3)) ?? -1
      } else {
        output += line + "\n"
      }
    }
  }
}
