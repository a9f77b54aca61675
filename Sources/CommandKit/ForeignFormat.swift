/// What holds a text in a form that is none, known by its first bytes.
///
/// Cleaned as if it were text it would become another file that nothing can open, without a word.
package struct ForeignFormat {
  /// What it is, with its article.
  package let name: String
  private let start: [UInt8]
  private let help: Help

  private enum Help {
    /// `emend batch` reads files with this ending.
    case batch(ending: String)
    /// A command that writes the text, or what was compressed; the file's name stands behind it.
    case command(String)
  }

  private init(_ name: String, _ start: [UInt8], _ help: Help) {
    self.name = name
    self.start = start
    self.help = help
  }

  private static let all = [
    ForeignFormat("a PDF", Array("%PDF-".utf8), .batch(ending: ".pdf")),
    ForeignFormat("a PNG image", [0x89, 0x50, 0x4E, 0x47], .batch(ending: ".png")),
    ForeignFormat("a JPEG image", [0xFF, 0xD8, 0xFF], .batch(ending: ".jpg")),
    ForeignFormat("a TIFF image", [0x49, 0x49, 0x2A, 0], .batch(ending: ".tif")),
    ForeignFormat("a TIFF image", [0x4D, 0x4D, 0, 0x2A], .batch(ending: ".tif")),
    ForeignFormat("a DjVu file", Array("AT&TFORM".utf8), .command("djvutxt")),
    ForeignFormat(
      "a ZIP archive, as .docx, .odt and .epub are", [0x50, 0x4B, 3, 4], .command("pandoc -t plain")
    ),
    ForeignFormat("a file of Word or Excel", [0xD0, 0xCF, 0x11, 0xE0], .command("catdoc")),
    ForeignFormat("a file of RTF", Array("{\\rtf".utf8), .command("pandoc -f rtf -t plain")),
    ForeignFormat("compressed with xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .command("xz -dc")),
    ForeignFormat("compressed with zstd", [0x28, 0xB5, 0x2F, 0xFD], .command("zstd -dc")),
    ForeignFormat("compressed with bzip2", Array("BZh9".utf8), .command("bzip2 -dc")),
  ]

  /// Bytes that tell the format of any source.
  package static let told = 2048

  /// What markup with the lines and words of scanned pages names in its head.
  private static let layouts = [
    ("ocr-system", ForeignFormat("hOCR", [], .batch(ending: ".hocr"))),
    ("ocr_page", ForeignFormat("hOCR", [], .batch(ending: ".hocr"))),
    ("<alto", ForeignFormat("ALTO", [], .batch(ending: ".alto"))),
  ]

  /// - Parameters:
  ///   - bytes: the first of a source.
  ///   - mayBeLayout: whether hOCR and ALTO are taken.
  /// - Returns: `nil` for a text, and for what nobody takes for one.
  package init?(of bytes: ArraySlice<UInt8>, mayBeLayout: Bool = false) {
    if let found = Self.all.first(where: { bytes.starts(with: $0.start) }) {
      self = found
      return
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0).prefix(Self.told)
    guard !mayBeLayout, start.first == UInt8(ascii: "<") else { return nil }
    let head = String(decoding: start, as: UTF8.self)
    guard let found = Self.layouts.first(where: { head.contains($0.0) }) else { return nil }
    self = found.1
  }

  /// - Parameter file: the name of the source in messages.
  package func error(name file: String) -> CommandError {
    switch help {
    case .batch(let ending):
      // By its ending `emend batch` knows what to do with it.
      let isNamed = file.lowercased().hasSuffix(ending)
      return CommandError(
        "\(file): is \(name); emend batch reads it, as in: "
          + "emend batch \(isNamed ? file : "FILE\(ending)") --out clean")
    case .command(let command):
      let source = file == Input.standardName ? "FILE" : file
      return CommandError("\(file): is \(name); give its text: \(command) \(source) | emend")
    }
  }
}
