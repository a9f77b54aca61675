import Foundation
import Testing

/// PDFs and images are read by programs that may be missing, fail or hang; each costs its file alone.
@Suite struct ExtractorTests {
  static let hasPoppler = isInstalled("pdftotext") && isInstalled("pdftoppm")
  static let hasTesseract = isInstalled("tesseract")

  private static func isInstalled(_ program: String) -> Bool {
    (try? Shell().run("command -v \(program)").status) == 0
  }

  /// A PDF with a page for each text, whose lines are set one below the other.
  private static func pdf(_ pages: [[String]]) -> Data {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    var kids = ""
    for lines in pages {
      kids += "\(objects.count + 1) 0 R "
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents \(objects.count + 2) 0 R"
          + " /Resources << /Font << /F 3 0 R >> >> >>")
      let shown = lines.map { "(\($0)) Tj T*" }.joined(separator: " ")
      let stream = "BT /F 16 Tf 20 TL 40 250 Td \(shown) ET"
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
    }
    objects[1] = "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>"
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      file += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n"
    }
    file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Data(file.utf8)
  }

  private func shell(_ script: String = "") throws -> Shell {
    let shell = try Shell()
    let lines = ["The treaty of the govern-", "ment was not well received."]
    try shell.write(Self.pdf([lines, lines]), to: "scan.pdf")
    try shell.write(Data("#!/bin/sh\n\(script)\n".utf8), to: "pdftotext")
    _ = try shell.run("mkdir in tools; mv pdftotext tools; chmod +x tools/*; mv scan.pdf in")
    return shell
  }

  @Test(.enabled(if: hasPoppler, "pdftotext is not installed (poppler-utils)"))
  func readsPDF() throws {
    let shell = try shell()
    defer { shell.remove() }
    let result = try shell.run(
      """
      mv in/scan.pdf in/$'-\\xff.pdf'
      emend batch in --pdf --out clean --report r.json && cat clean/*.txt
      mv clean/*.txt clean.txt; mv clean/*.jsonl journal
      emend restore clean.txt journal | grep -c govern-
      grep -c '"before":"The treaty of the govern' r.json
      """)
    #expect(result.messages == "")
    let page = "The treaty of the government\nwas not well received.\n"
    #expect(result.text.contains(page + "\u{0C}" + page + "\u{0C}"))
    #expect(result.text.hasSuffix("\u{0C}2\n1\n"))
  }

  @Test(
    .enabled(
      if: hasPoppler && hasTesseract, "tesseract or pdftoppm is not installed (tesseract-ocr)"))
  func readsImages() throws {
    let shell = try shell()
    defer { shell.remove() }
    let result = try shell.run(
      """
      pdftoppm -png -r 200 -f 1 -l 1 in/scan.pdf in/-page
      emend batch in --images --out clean && cat clean/*.png.txt
      """)
    #expect(result.messages == "")
    #expect(result.text.contains("The treaty of the government\nwas not well received.\n"))
  }

  @Test func saysWhatIsMissing() throws {
    let shell = try shell()
    defer { shell.remove() }
    let result = try shell.run(
      "echo text > in/a.txt; PATH=${PATH%%:*} emend batch in --pdf --out clean")
    #expect(result.status == 2)
    #expect(result.text.hasPrefix("1 cleaned, 0 unchanged, 1 failed"))
    #expect(
      result.messages == """
        emend: in/scan.pdf: needs the program pdftotext, which is not installed \
        (Debian: apt-get install poppler-utils)\n
        """)
  }

  @Test(arguments: [
    ("sleep 60", "pdftotext took more than 1 s; --time-limit sets another limit"),
    ("echo damaged >&2; exit 3", "pdftotext failed (status 3): damaged"),
    ("kill -SEGV $$", "pdftotext failed (signal 11): no message"),
    ("echo '<page></page>'", "holds no text, only pictures; let an OCR program read it first"),
  ])
  func failsForItsFileAlone(_ script: String, _ message: String) throws {
    let shell = try shell(script)
    defer { shell.remove() }
    let result = try shell.run(
      "echo text > in/a.txt; PATH=tools:$PATH emend batch in --pdf --out clean --time-limit 1")
    #expect(result.status == 2)
    #expect(result.text.hasPrefix("1 cleaned, 0 unchanged, 1 failed"))
    #expect(result.messages.hasPrefix("emend: in/scan.pdf: \(message)"))
  }

  /// Nothing is run but the program: names are no options and no shell reads them.
  @Test func namesAreNothingButNames() throws {
    let shell = try shell("echo '<page>'; printf '<line>%s</line>' \"$@\"")
    defer { shell.remove() }
    let result = try shell.run(
      """
      mv in/scan.pdf 'in/-opt $(touch made);.pdf'; cd in
      PATH=../tools:$PATH emend batch . --pdf --out ../clean
      cat ../clean/*.txt; ls
      """)
    #expect(
      result.text.hasSuffix(
        "-bbox-layout\n-enc\nUTF-8\n././-opt $(touch made);.pdf\n-\n\u{0C}-opt $(touch made);.pdf\n"
      ))
  }

  @Test func filterPointsToBatch() throws {
    let shell = try shell()
    defer { shell.remove() }
    let result = try shell.run("emend in/scan.pdf; cp in/scan.pdf page.txt; emend page.txt")
    #expect(result.status == 2)
    // Where its name does not say so, a batch takes it for a text, too.
    #expect(
      result.messages
        == "emend: in/scan.pdf: is a PDF; emend batch reads it, as in: emend batch in/scan.pdf --out clean\n"
        + "emend: page.txt: is a PDF; emend batch reads it, as in: emend batch FILE.pdf --out clean\n"
    )
  }

  @Test(arguments: [
    (
      #"\211PNG\r\n\032\n"#,
      "is a PNG image; emend batch reads it, as in: emend batch FILE.png --out clean"
    ),
    (
      #"\377\330\377\340"#,
      "is a JPEG image; emend batch reads it, as in: emend batch FILE.jpg --out clean"
    ),
    (
      #"II*\000\010"#,
      "is a TIFF image; emend batch reads it, as in: emend batch FILE.tif --out clean"
    ),
    (
      #"PK\003\004\024\000"#,
      "is a ZIP archive, as .docx, .odt and .epub are; give its text: pandoc -t plain a.txt | emend"
    ),
    (#"\3757zXZ\000"#, "is compressed with xz; give its text: xz -dc a.txt | emend"),
    ("AT&TFORM", "is a DjVu file; give its text: djvutxt a.txt | emend"),
    (
      #"{\\rtf1"#, "is a file of RTF; give its text: pandoc -f rtf -t plain a.txt | emend"
    ),
    (
      #"<?xml version="1.0"?>\n<html><meta name="ocr-system" content="x"/>"#,
      "is hOCR; emend batch reads it, as in: emend batch FILE.hocr --out clean"
    ),
    (
      #"\357\273\277<alto xmlns="x">"#,
      "is ALTO; emend batch reads it, as in: emend batch FILE.alto --out clean"
    ),
  ])
  func whatIsNoTextIsNotCleaned(start: String, message: String) throws {
    let shell = try shell()
    defer { shell.remove() }
    let result = try shell.run(
      "printf '\(start) and so on' > a.txt; emend --journal j.jsonl a.txt; ls")
    #expect(result.text == "a.txt\nin\ntools\n")
    #expect(result.messages == "emend: a.txt: \(message)\n")
  }

  /// What they are does not depend on how the bytes come.
  @Test func whatIsNoTextIsNotCleanedFromASlowPipe() throws {
    let shell = try shell()
    defer { shell.remove() }
    let result = try shell.run("(printf '%%PD'; sleep 0.2; printf 'F-1.4 and so on') | emend")
    #expect(result.text.isEmpty && result.status == 2)
  }

  /// Texts that begin like them.
  @Test(arguments: [
    "<alt> is a tag", "PK, as she was called", "II*", "%PDF and PNG", "BZh", "MM 12",
  ])
  func textsThatBeginAlikeAreCleaned(start: String) throws {
    let shell = try shell()
    defer { shell.remove() }
    let result = try shell.run("printf '\(start.replacing("%", with: "%%"))' | emend")
    #expect(result.text == start && result.status == 0)
  }
}
