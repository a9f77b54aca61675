/// One line of a text: where it starts, where its content stands, and where it ends.
///
/// All are byte offsets. A line's content is what is left without the blanks at both ends and
/// without a carriage return; a blank line has an empty content.
public struct Line: Sendable, Equatable {
  let startOffset: UInt32
  let contentStartOffset: UInt32
  let contentEndOffset: UInt32
  let endOffset: UInt32

  /// First byte of the line.
  public var start: Int { Int(startOffset) }
  /// Offset of its line feed, or the end of the text.
  public var end: Int { Int(endOffset) }
  /// First byte of its content.
  var contentStart: Int { Int(contentStartOffset) }
  var contentEnd: Int { Int(contentEndOffset) }
  /// The line without the blanks at its ends.
  public var content: Range<Int> { Int(contentStartOffset)..<Int(contentEndOffset) }

  public var isBlank: Bool { contentStartOffset == contentEndOffset }
  /// Blanks (or a carriage return) behind the content.
  public var trailing: Int { end - content.upperBound }
  /// Blanks before the content.
  public var leading: Int { content.lowerBound - start }

  /// The same line without its content.
  var emptied: Line {
    Line(
      startOffset: startOffset, contentStartOffset: contentStartOffset,
      contentEndOffset: contentStartOffset, endOffset: endOffset)
  }
}
