import Testing

@testable import EmendBatch

/// What is read out of hOCR and ALTO is the text of the page, line by line.
@Suite struct LayoutTextTests {
  private func text(_ file: String) throws -> String {
    String(decoding: try LayoutText.text(of: Array(file.utf8)), as: UTF8.self)
  }

  @Test func readsHOCR() throws {
    let file = """
      <?xml version="1.0"?><!DOCTYPE html><html><head><title>no text</title>
      <style>p > b { }</style></head><body>
      <div class='ocr_page' title="bbox 0 0 9 9; ppageno 0"><div class="ocr_carea"><p class='ocr_par'>
       <span class='ocr_line' title='x'><span class='ocrx_word'>The</span> <span class='ocrx_word'><em>go&amp;vern-</em></span>
       </span>
       <span class='ocr_line'><span class='ocrx_word'>ment&#x2019;s</span>
         <span class='ocrx_word'>caf&#233;</span></span></p>
       <p class='ocr_par'><span class='ocr_header x'><span class=ocrx_word>A < b</span></span></p></div>
      <!-- <span class='ocr_line'>no</span> --><br></div>
      <div class='ocr_page'><span class='ocr_line'>Next</span></div>
      <script>document.write("<div class='ocr_page'>")</script></body></html>
      """
    #expect(
      try text(file) == "The go&vern-\nment’s café\n\nA < b\n\u{0C}Next\n\u{0C}")
  }

  @Test func readsALTO() throws {
    let file = """
      <alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description>none</Description><Layout>
      <Page><PrintSpace><TextBlock><TextLine><String CONTENT="The"/><SP/>
      <String CONTENT="govern" SUBS_TYPE="HypPart1" SUBS_CONTENT="government"/><HYP CONTENT="-"/></TextLine>
      <TextLine><String CONTENT="ment" SUBS_TYPE="HypPart2" SUBS_CONTENT="government"/><String CONTENT="&quot;said&quot;"/>
      </TextLine></TextBlock><TextBlock><TextLine><String CONTENT="Next"/></TextLine></TextBlock>
      </PrintSpace></Page><Page/></Layout></alto>
      """
    #expect(try text(file) == "The govern-\nment \"said\"\n\nNext\n\u{0C}")
    #expect(
      try text(file.replacing("<", with: "<a:").replacing("<a:/", with: "</a:")) == text(file))
  }

  /// Of pages in columns `pdftotext` gives the parts of the head, and those of the foot, in the order of the
  /// columns; what stands no further off than lines do is text.
  @Test(arguments: [
    (30.0, "The Harbour 12\n\nThe go-\nvernment\n\nsaid so\nto us\n\nA foot\n\u{0C}"),
    (8.0, "The Harbour\nThe go-\nvernment\n\n12\nsaid so\nto us\n\nA foot\n\u{0C}"),
  ])
  func putsHeadsTogether(distance: Double, expected: String) throws {
    func line(_ words: String, _ left: Double, _ top: Double) -> String {
      let place = "xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(left + 90)\" yMax=\"\(top + 10)\""
      return "<line \(place)><word \(place)>\(words)</word></line>"
    }
    func block(_ lines: String...) -> String { "<block>\(lines.joined())</block>" }
    let top = 40 + distance
    let file =
      "<doc><page>"
      + (distance < 10
        ? block(
          line("The Harbour", 10, 34), line("The go-", 10, top), line("vernment", 10, top + 11))
          + block(line("12", 290, 34), line("said so", 200, top), line("to us", 200, top + 11))
        : block(line("The Harbour", 10, 34))
          + block(line("The go-", 10, top), line("vernment", 10, top + 11))
          + block(line("12", 290, 34), line("said so", 200, top), line("to us", 200, top + 11)))
      + block(line("A foot", 10, 400)) + "</page></doc>"
    #expect(try text(file) == expected)
  }

  /// A page whose head and foot both stand over two columns.
  @Test func putsHeadAndFootTogether() throws {
    func block(_ words: String, _ left: Int, _ top: Int) -> String {
      let place = "xMin=\"\(left)\" yMin=\"\(top)\" yMax=\"\(top + 10)\""
      return "<block><line \(place)><word>\(words)</word></line></block>"
    }
    let file =
      "<doc><page>" + block("The Harbour", 10, 34) + block("so it was", 10, 80)
      + block("Reader", 10, 400) + block("12", 290, 34) + block("and is", 200, 80)
      + block("17", 290, 400) + "</page></doc>"
    #expect(try text(file) == "The Harbour 12\n\nso it was\n\nand is\n\nReader 17\n\u{0C}")
  }

  /// What was cut off or is no markup at all is read as far as it goes, and never past its end.
  @Test func readsWhatIsBroken() throws {
    let file =
      "<div class='ocr_page'><span class='ocr_line'>The <b x='1' y=2 z>end</b> &amp; &foo; &#0; x"
    for length in 0...file.utf8.count {
      _ = try? LayoutText.text(of: Array(file.utf8.prefix(length)))
    }
    #expect(try text(file) == "The end & &foo; x\n\u{0C}")
    #expect(throws: (any Error).self) { try text("<html><body>text</body></html>") }
    #expect(throws: (any Error).self) { try text("plain text") }
  }
}
