import CommandKit
import Foundation
import SystemPackage

/// What reads the text out of files that are no text: a program, used where it is installed, or
/// `LayoutText`.
enum TextExtractor: String, CaseIterable {
  case pdftotext, tesseract, layout

  struct Options: Sendable {
    /// The time that a program gets for a file.
    var seconds = 600
    /// As `tesseract` calls them.
    var languages = "eng"
    /// Whether XML and HTML are hOCR and ALTO; else they are texts.
    var readsMarkup = false
  }

  /// What reads a file, told by the ending of its name; `nil` for a text.
  init?(for name: FilePath, _ options: Options) {
    let ending = (name.lastComponent?.extension ?? "").lowercased()
    if options.readsMarkup, ["xml", "html", "htm"].contains(ending) {
      self = .layout
      return
    }
    guard let one = Self.allCases.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = one
  }

  var endings: [String] {
    switch self {
    case .pdftotext: ["pdf"]
    case .tesseract: ["png", "jpg", "jpeg", "tif", "tiff"]
    case .layout: ["hocr", "alto"]
    }
  }

  /// The patterns of its files in folders.
  var patterns: [String] { endings.flatMap { ["*.\($0)", "*.\($0.uppercased())"] } }

  private var package: String { self == .pdftotext ? "poppler-utils" : "tesseract-ocr" }

  /// The text of a file in UTF-8, with a form feed at the end of each page.
  /// - Parameter notes: where the program's messages go for a while.
  /// - Throws: `CommandError` where the program is missing, fails, takes too long or finds no text.
  func text(of file: FilePath, notes: FilePath, _ options: Options) throws -> [UInt8] {
    var text: [UInt8]
    switch self {
    case .pdftotext: text = try LayoutText.text(of: output(for: file, notes: notes, options))
    case .tesseract: text = try output(for: file, notes: notes, options)
    case .layout: text = try LayoutText.text(of: Input(file: file).readAll(mayBeLayout: true))
    }
    guard text.contains(where: { $0 > 0x20 }) else {
      throw CommandError(
        self == .pdftotext
          ? "holds no text, only pictures; let an OCR program read it first, such as ocrmypdf"
          : "holds no text")
    }
    return text
  }

  /// What the program writes about a file.
  private func output(for file: FilePath, notes: FilePath, _ options: Options) throws -> [UInt8] {
    let messages = try FileDescriptor.open(
      notes, .readWrite, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
    defer { try? messages.close() }
    _ = notes.withPlatformString { unsafe unlink($0) }
    let child: ChildProcess
    do {
      child = try ChildProcess(rawValue, arguments(file, options), messages: messages)
    } catch is ChildProcess.Missing {
      throw CommandError(
        "needs the program \(rawValue), which is not installed (Debian: apt-get install \(package))"
      )
    }
    child.closeInput()
    let end = ContinuousClock.now + .seconds(options.seconds)
    guard let text = child.all(while: { .now < end }) else {
      _ = child.end()
      throw CommandError(
        "\(rawValue) took more than \(options.seconds) s; --time-limit sets another limit")
    }
    let ending = child.wait()
    guard ending == .status(0) else { throw failure(ending, messages) }
    return text
  }

  private func arguments(_ file: FilePath, _ options: Options) -> [[UInt8]] {
    // A name that begins with a hyphen is a name.
    let file = file.isAbsolute ? file : FilePath(".").pushing(file)
    let path = file.withPlatformString { path in
      unsafe [UInt8](UnsafeRawBufferPointer(start: path, count: strlen(path)))
    }
    // In its plain text pdftotext has joined all divided words already, also well-⏎known.
    let arguments =
      self == .pdftotext
      ? ["-bbox-layout", "-enc", "UTF-8", nil, "-"] : [nil, "stdout", "-l", options.languages]
    return arguments.map { $0.map { Array($0.utf8) } ?? path }
  }

  private func failure(_ ending: ChildProcess.Ending, _ messages: FileDescriptor) -> CommandError {
    var bytes = [UInt8](repeating: 0, count: 2000)
    let count = try? bytes.withUnsafeMutableBytes {
      unsafe try messages.read(fromAbsoluteOffset: 0, into: $0)
    }
    let lines = String(decoding: bytes.prefix(count ?? 0), as: UTF8.self).split(separator: "\n")
    let reason =
      switch ending {
      case .status(let status): "status \(status)"
      case .signal(let signal): "signal \(signal)"
      }
    return CommandError("\(rawValue) failed (\(reason)): \(lines.first ?? "no message")")
  }
}
