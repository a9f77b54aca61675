import Foundation
import Testing

@testable import EmendBatch

/// The report's page without a browser: it is well formed, and what a text holds stays text.
/// `Scripts/browser-test` tries it in one.
@Suite struct ReportPageTests {
  private static let hostile = """
    </script><script>hacked = 1</script> <img src=x onerror='hacked = 2'> <!-- the govern-
    ment --> &lt;b&gt; \u{2028} ]]>

    """

  private func page() throws -> (html: String, json: Data) {
    let shell = try Shell()
    defer { shell.remove() }
    _ = try shell.run("mkdir texts")
    try shell.write(Data(Self.hostile.utf8), to: "texts/<img src=x onerror=hacked>\"'&.txt")
    let run = try shell.run("emend batch texts --out clean --report r.html --report r.json")
    try #require(run.status == 0)
    return (String(decoding: try shell.read("r.html"), as: UTF8.self), try shell.read("r.json"))
  }

  @Test func isWellFormed() throws {
    var scanner = MarkupScanner(Array(try page().html.utf8))
    var open: [String] = []
    var names: Set<String> = []
    while let token = scanner.next() {
      switch token {
      case .start(let name, let attributes, let isEmpty):
        names.insert(name)
        #expect(!attributes.keys.contains { $0.hasPrefix("on") && $0 != "onsubmit" })
        if !isEmpty { open.append(name) }
      case .end(let name): #expect(open.popLast() == name)
      case .text: break
      }
    }
    #expect(open.isEmpty)
    #expect(names.isDisjoint(with: ["img", "b", "iframe", "object"]))
    #expect(names.isSuperset(of: ["main", "nav", "table", "caption", "form", "label"]))
  }

  @Test func holdsTheEditsOfTheOtherReport() throws {
    let (html, json) = try page()
    let start = try #require(html.range(of: "id=\"data\">"))
    let end = try #require(html.range(of: "</script>", range: start.upperBound..<html.endIndex))
    let data = Data(html[start.upperBound..<end.lowerBound].utf8)
    let inPage = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let report = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    let edits = try #require(inPage["edits"] as? [[Any]])
    #expect(edits.count == (report["edits"] as? [Any])?.count)
    #expect(edits.contains { $0[8] as? String == "ment\n" })
    #expect(edits.contains { ($0[6] as? String)?.contains("<img src=x") == true })
  }
}
