/// The unified diff of two texts, as `diff -u` writes it and `patch` reads it.
///
/// Texts are taken as bytes: a line ends at LF, a CR before it is part of the line, and nothing need
/// be valid UTF-8.
public struct UnifiedDiff {
  private static let bufferSize = 32 << 10

  /// Unchanged lines that are shown around a change, 0 or more.
  public var context = 3 { didSet { context = max(0, context) } }
  /// Whether lines are coloured for a terminal: old red, new green, hunks cyan, header bold.
  public var colour = false

  private let oldLabel: String
  private let newLabel: String
  private let old: TextLines
  private let new: TextLines
  private let changes: [LineComparison.Change]

  /// Compares two texts.
  /// - Parameters:
  ///   - oldLabel: what the header calls the old text, such as `a/page.txt`.
  /// - Complexity: O(*n*) for texts with few differences; never more than some seconds, because the
  ///   search for the shortest diff is capped, behind which whole stretches count as changed. Memory
  ///   is O(*n*) in lines.
  public init(old: [UInt8], new: [UInt8], oldLabel: String, newLabel: String) {
    self.oldLabel = oldLabel
    self.newLabel = newLabel
    self.old = TextLines(old)
    self.new = TextLines(new)
    changes = LineComparison(old: self.old, new: self.new).changes
  }

  /// Whether the texts are the same, byte for byte.
  public var isEmpty: Bool { changes.isEmpty }

  /// Writes the diff piece by piece; nothing where the texts are the same.
  /// - Throws: what `sink` throws.
  public func write<Failure: Error>(
    to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    guard !isEmpty else { return }
    var out = [UInt8]()
    line(.header, "--- \(Self.quoted(oldLabel))", to: &out)
    line(.header, "+++ \(Self.quoted(newLabel))", to: &out)
    var rest = changes[...]
    while let hunk = nextHunk(&rest) {
      unsafe try write(hunk, &out, to: sink)
    }
    unsafe try Self.flush(&out, to: sink)
  }

  /// Changes that are shown together, since no more lines than their contexts lie between them.
  private func nextHunk(
    _ rest: inout ArraySlice<LineComparison.Change>
  ) -> ArraySlice<LineComparison.Change>? {
    guard !rest.isEmpty else { return nil }
    var end = rest.startIndex + 1
    while end < rest.endIndex,
      rest[end].old.lowerBound - rest[end - 1].old.upperBound <= 2 * context
    {
      end += 1
    }
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  private func write<Failure: Error>(
    _ hunk: ArraySlice<LineComparison.Change>, _ out: inout [UInt8],
    to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let first = hunk[hunk.startIndex]
    let last = hunk[hunk.endIndex - 1]
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldLines = first.old.lowerBound - before..<last.old.upperBound + after
    let newLines = first.new.lowerBound - before..<last.new.upperBound + after
    line(.hunk, "@@ -\(Self.place(oldLines)) +\(Self.place(newLines)) @@", to: &out)

    var next = oldLines.lowerBound
    for change in hunk {
      for i in next..<change.old.lowerBound { line(.kept, old[i], to: &out) }
      for i in change.old {
        line(.removed, old[i], to: &out)
        if out.count >= Self.bufferSize { unsafe try Self.flush(&out, to: sink) }
      }
      for i in change.new {
        line(.added, new[i], to: &out)
        if out.count >= Self.bufferSize { unsafe try Self.flush(&out, to: sink) }
      }
      next = change.old.upperBound
    }
    for i in next..<oldLines.upperBound { line(.kept, old[i], to: &out) }
  }

  /// First line, from 1, and number of lines; where there are none, the line before.
  private static func place(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.upperBound)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }

  // MARK: Lines

  private enum Kind {
    case header, hunk, kept, removed, added

    var mark: UInt8? {
      switch self {
      case .header, .hunk: nil
      case .kept: .space
      case .removed: .hyphen
      case .added: UInt8(ascii: "+")
      }
    }

    /// The terminal's number for the colour; `nil` for its usual one.
    var colour: Int? {
      switch self {
      case .header: 1
      case .hunk: 36
      case .kept: nil
      case .removed: 31
      case .added: 32
      }
    }
  }

  private func line(_ kind: Kind, _ text: String, to out: inout [UInt8]) {
    line(kind, ArraySlice((text + "\n").utf8), to: &out)
  }

  private func line(_ kind: Kind, _ line: ArraySlice<UInt8>, to out: inout [UInt8]) {
    let code = colour ? kind.colour : nil
    let isWhole = line.last == .newline
    if let code { out.append(contentsOf: "\u{1B}[\(code)m".utf8) }
    if let mark = kind.mark { out.append(mark) }
    out.append(contentsOf: isWhole ? line.dropLast() : line)
    // Before the line end, or the colour would run on in a pager.
    if code != nil { out.append(contentsOf: "\u{1B}[0m".utf8) }
    out.append(.newline)
    if !isWhole { out.append(contentsOf: "\\ No newline at end of file\n".utf8) }
  }

  /// A label as `git` writes it: quoted where it holds bytes that would break the header, and with a
  /// tab behind where it holds spaces, at which `patch` would cut it.
  private static func quoted(_ label: String) -> String {
    guard label.utf8.contains(where: { $0 < 0x20 || $0 == .quotationMark || $0 == 0x5C }) else {
      return label.utf8.contains(.space) ? label + "\t" : label
    }
    var quoted = "\""
    for scalar in label.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 8)
        quoted += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func flush<Failure: Error>(
    _ out: inout [UInt8], to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    unsafe try out.withUnsafeBufferPointer { (bytes) throws(Failure) in
      unsafe try sink(UnsafeRawBufferPointer(bytes))
    }
    out.removeAll(keepingCapacity: true)
  }
}
