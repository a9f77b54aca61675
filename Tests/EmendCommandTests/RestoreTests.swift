import Foundation
import Testing

/// Output and journal give the source back, whatever the source is.
@Suite struct RestoreTests {
  private static let samples = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../Samples").standardizedFileURL

  static let sources: [URL] = {
    let files = FileManager.default.enumerator(at: samples, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "txt" && $0.lastPathComponent != "truth.txt" }
      .sorted { $0.path < $1.path }
  }()

  @Test func thereAreSamples() { #expect(Self.sources.count > 20) }

  @Test(arguments: sources) func everySample(_ file: URL) throws {
    try expectRestores(try Data(contentsOf: file), "")
  }

  @Test(arguments: [
    "--at-least doubtful --journal-all", "--lines reflow", "--stages bytes,hyphens",
    "--skip furniture", "--names popular --names-in text,quotations,titles",
  ])
  func everyOption(_ options: String) throws {
    for name in ["thesis-press", "names-commissars", "latin1-memoir"] {
      let file = Self.samples.appendingPathComponent("\(name)/scan.txt")
      try expectRestores(try Data(contentsOf: file), options)
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>) func randomBytes(seed: UInt64) throws {
    var bytes = RandomBytes(seed: seed)
    try expectRestores(Data((0..<65_536).map { _ in bytes.next() }), "")
  }

  /// Bytes that break UTF-8 between words: nothing a detector would call another charset.
  @Test(arguments: 1...3 as ClosedRange<UInt64>) func brokenText(seed: UInt64) throws {
    var random = RandomBytes(seed: seed)
    var bytes = Data("Žofie était là; “the govern-\nment” — naïve, café.\n".utf8)
    while bytes.count < 20_000 {
      bytes.append(contentsOf: "the govern-\nment of an exam-\nple, “so” Žofie said. ".utf8)
      bytes.append(random.next())
    }
    try expectRestores(bytes, "")
  }

  private static let text = "Élise met an exam-\nple of the “govern-\nment” – naïve, 10 £ §.\n"

  @Test(arguments: [
    String.Encoding.utf16LittleEndian, .utf16BigEndian, .windowsCP1252, .isoLatin1,
  ])
  func otherCharsets(_ encoding: String.Encoding) throws {
    let text = String(repeating: Self.text, count: 20)
      .replacing("“", with: encoding == .isoLatin1 ? "\"" : "“")
      .replacing("”", with: encoding == .isoLatin1 ? "\"" : "”")
      .replacing("–", with: encoding == .isoLatin1 ? "-" : "–")
    var bytes = Data()
    if encoding == .utf16LittleEndian { bytes += [0xFF, 0xFE] }
    if encoding == .utf16BigEndian { bytes += [0xFE, 0xFF] }
    bytes += try #require(text.data(using: encoding))
    let output = try expectRestores(bytes, "")
    #expect(String(decoding: output, as: UTF8.self).contains("Élise met an example\n"))
  }

  @Test func halfAUnitOfUTF16() throws {
    let text = try #require(Self.text.data(using: .utf16LittleEndian))
    try expectRestores([0xFF, 0xFE] + text + [0x41], "")
    // A surrogate without its partner, too.
    try expectRestores([0xFF, 0xFE] + text + [0x3D, 0xD8, 0x41, 0x00, 0x3D], "")
  }

  @Test(arguments: ["", "\n", "\0", "\u{FEFF}", "\r\n", "a", "-\n", "\u{C}", "é"])
  func smallTexts(_ text: String) throws {
    try expectRestores(Data(text.utf8), "")
  }

  /// Cleans and restores; the output of a pipe is that of a file.
  @discardableResult
  private func expectRestores(_ source: Data, _ options: String) throws -> Data {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(source, to: "scan.txt")
    let clean = try shell.run("emend \(options) --journal j.jsonl scan.txt > clean.txt")
    #expect(clean.messages == "")
    #expect(clean.status == 0)
    let restored = try shell.run("emend restore clean.txt j.jsonl")
    #expect(restored.messages == "")
    #expect(restored.status == 0)
    #expect(restored.output == source)
    let shaping = options.replacing("--journal-all", with: "")
    let piped = try shell.run("cat scan.txt | emend \(shaping)")
    let output = try shell.read("clean.txt")
    #expect(piped.output == output)
    return output
  }
}
