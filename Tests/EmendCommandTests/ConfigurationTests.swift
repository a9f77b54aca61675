import CommandKit
import Foundation
import Testing

/// The schema, the keys and the options are of one mind.
@Suite struct ConfigurationTests {
  private static let schema = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../Docs/emend.schema.json").standardizedFileURL

  @Test func theSchemaIsThatOfTheKeys() throws {
    let written = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.schema))
    let made = try JSONSerialization.jsonObject(with: Data(SettingSchema.json))
    #expect(written as? NSDictionary == made as? NSDictionary, "emend config schema tells it")
  }

  @Test func everyKeyIsAnOption() throws {
    let shell = try Shell()
    defer { shell.remove() }
    for section in SettingKey.Section.allCases {
      let help = try shell.run("emend \(section.rawValue) --help").text
      let keys = SettingKey.all(in: section)
      #expect(keys.count > 5)
      for key in keys { #expect(help.contains("--\(key.name)"), "\(key.path)") }
    }
  }

  /// The parser asserts that the name of a table begins well.
  @Test(arguments: ["[!]", "[", "[[#]]", "[\u{7F}]"]) func aTableWithoutANameIsAnError(head: String)
    throws
  {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(Data("\(head)\n".utf8), to: "emend.toml")
    let result = try shell.run("echo x | emend")
    #expect(result.status == 2)
    #expect(result.messages.hasPrefix("emend: emend.toml:1:"), "\(result.messages)")
  }

  /// Whatever stands in the file: an error of one line, or the text.
  @Test func noFileEndsTheProgram() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let whole = Array("names = \"off\"\nskip = [ 'a', \"b\" ]\n[batch]\njobs = 0x2\n".utf8)
    var random = RandomBytes(seed: 8)
    for _ in 0..<40 {
      var bytes = whole
      for _ in 0..<3 { bytes[Int(random.next()) % bytes.count] = random.next() }
      try shell.write(Data(bytes), to: "emend.toml")
      let result = try shell.run("echo x | emend")
      let isError = result.status == 2 && result.messages.hasPrefix("emend: emend.toml:")
      #expect(isError || result.text == "x\n", "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
