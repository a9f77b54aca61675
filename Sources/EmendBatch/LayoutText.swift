import CommandKit

/// The text of an hOCR or ALTO file, or of what `pdftotext -bbox-layout` says: a line for each line of the page, an empty line between paragraphs, a
/// form feed at the end of each page.
///
/// The order is that of the file; of places on the page only those of `pdftotext` are read, to put together
/// heads and feet that it takes apart (`PrintedPage`). Divided words stay as they were printed,
/// also where ALTO has the whole word beside its parts (`SUBS_CONTENT`).
/// <http://kba.github.io/hocr-spec/1.2/>, <https://www.loc.gov/standards/alto/>
struct LayoutText {
  private enum Part { case page, block, line, other }

  /// Classes of hOCR that are lines.
  private static let lineClasses: Set<String> = [
    "ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat",
  ]

  private var text: [UInt8] = []
  private var page = PrintedPage()
  private var line: [UInt8] = []
  private var place: PrintedPage.Place?
  /// Names of the elements that are open, and what they are.
  private var open: [(name: String, part: Part)] = []
  private var pages = 0
  private var wantsEmptyLine = false
  /// Whether a space is due before the next word.
  private var wantsSpace = false

  /// - Throws: `CommandError` where the file is nothing of this.
  static func text(of file: [UInt8]) throws(CommandError) -> [UInt8] {
    var layout = LayoutText()
    var scanner = MarkupScanner(file)
    while let token = scanner.next() { layout.take(token) }
    while !layout.open.isEmpty { layout.close() }
    guard layout.pages > 0 else {
      throw CommandError("is neither hOCR nor ALTO: it has no pages with lines")
    }
    return layout.text + layout.page.text
  }

  private mutating func take(_ token: MarkupScanner.Token) {
    switch token {
    case .start(let name, let attributes, let isEmpty):
      let part = part(name, attributes)
      if part == .page { pages += 1 }
      if part == .line {
        endLine()
        place = Self.place(attributes)
      }
      if let content = attributes["content"] { takeWord(name, content) }
      if name == "sp" || name == "br" { wantsSpace = true }
      if name == "hyp", attributes["content"] == nil { line.append(UInt8(ascii: "-")) }
      if !isEmpty { open.append((name, part)) }
    case .end(let name):
      guard open.contains(where: { $0.name == name }) else { return }
      while let last = open.last?.name {
        close()
        if last == name { break }
      }
    case .text(let bytes):
      // hOCR has its words as text, ALTO has nothing but white space there.
      guard open.contains(where: { $0.part == .line }) else { return }
      for byte in bytes {
        if byte <= 0x20 { wantsSpace = true } else { append([byte]) }
      }
    }
  }

  private func part(_ name: String, _ attributes: [String: [UInt8]]) -> Part {
    switch name {
    case "page": return .page
    case "textblock", "block": return .block
    case "textline", "line": return .line
    default: break
    }
    guard let value = attributes["class"] else { return .other }
    let classes = String(decoding: value, as: UTF8.self).split(separator: " ").map { String($0) }
    if classes.contains("ocr_page") { return .page }
    if classes.contains("ocr_carea") || classes.contains("ocr_par") { return .block }
    return classes.contains(where: { Self.lineClasses.contains($0) }) ? .line : .other
  }

  /// A word of ALTO, or the hyphen at the end of its line.
  private mutating func takeWord(_ name: String, _ content: [UInt8]) {
    guard open.contains(where: { $0.part == .line }) else { return }
    if name == "hyp" {
      wantsSpace = false
      append(content)
    } else if name == "string" {
      append(content)
      wantsSpace = true
    }
  }

  private mutating func append(_ word: [UInt8]) {
    if wantsSpace, !line.isEmpty { line.append(UInt8(ascii: " ")) }
    wantsSpace = false
    line += word
  }

  private mutating func close() {
    guard let part = open.popLast()?.part, part != .other else { return }
    endLine()
    if part == .block { wantsEmptyLine = true }
    if part == .page {
      wantsEmptyLine = false
      text += page.text + [0x0C]
      page = PrintedPage()
    }
  }

  private static func place(_ attributes: [String: [UInt8]]) -> PrintedPage.Place? {
    func number(_ name: String) -> Double? {
      attributes[name].flatMap { Double(String(decoding: $0, as: UTF8.self)) }
    }
    guard let left = number("xmin"), let top = number("ymin"), let bottom = number("ymax") else {
      return nil
    }
    return PrintedPage.Place(left: left, top: top, bottom: bottom)
  }

  private mutating func endLine() {
    wantsSpace = false
    guard !line.isEmpty else { return }
    page.append(line, at: place, isApart: wantsEmptyLine)
    wantsEmptyLine = false
    line.removeAll(keepingCapacity: true)
  }
}
