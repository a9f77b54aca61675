import CScan

extension Text {
  /// Whether bytes hold no text: a picture, a program, zeros, noise.
  ///
  /// One NUL, by which `grep` goes, is dirt in a scan as well. Binary is what has a control character that
  /// texts do not use for each 20 characters in every 4 KiB, so that no page of text is in it. Texts
  /// use those from BEL to CR, ESC, and the separators of fields and records.
  /// - Complexity: O(1) for text, else O(*n*).
  static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe bytes.baseAddress.map { unsafe cscan_is_binary($0, bytes.count) != 0 } ?? false
  }

  var isBinary: Bool { unsafe bytes.withUnsafeBufferPointer { unsafe Self.isBinary($0) } }
}
