import CScan

/// What may stand in each 64 bytes of a text, of all that the repairers of characters seek.
///
/// It is found in one pass, so that each search passes the blocks without: a dozen passes over the text
/// by themselves waited for memory.
struct BlockKinds: Sendable {
  /// A byte that is sought, with what stands behind it.
  struct Sought: Sendable {
    fileprivate let sought: cscan_place

    private init(_ blocks: Int, _ byte: UInt8, behind: Int = CSCAN_BEHIND_ANY, _ other: UInt8 = 0) {
      sought = cscan_place(
        blocks: UInt16(blocks), byte: byte, behind: UInt8(behind), other: other)
    }

    static let apostrophe = Sought(CSCAN_BLOCK_APOSTROPHE, .apostrophe)
    static let closeBracket = Sought(CSCAN_BLOCK_CLOSE_BRACKET, .closeBracket)
    /// E2 80, with which typographic quotation marks begin.
    static let typographic = Sought(CSCAN_BLOCK_TYPOGRAPHIC, 0xE2, behind: CSCAN_BEHIND_BYTE, 0x80)
    /// A 1 before a space.
    static let spacedOne = Sought(
      CSCAN_BLOCK_ONE, UInt8(ascii: "1"), behind: CSCAN_BEHIND_BYTE, .space)
    /// `19`.
    static let century = Sought(
      CSCAN_BLOCK_YEAR, UInt8(ascii: "1"), behind: CSCAN_BEHIND_BYTE, UInt8(ascii: "9"))
    /// `t.`
    static let tBeforeStop = Sought(
      CSCAN_BLOCK_T_STOP, UInt8(ascii: "t"), behind: CSCAN_BEHIND_BYTE, .fullStop)
    static let capitalI = Sought(CSCAN_BLOCK_I, UInt8(ascii: "I"))
    /// `Il`.
    static let capitalIBeforeL = Sought(
      CSCAN_BLOCK_I, UInt8(ascii: "I"), behind: CSCAN_BEHIND_BYTE, UInt8(ascii: "l"))
    /// A W before a small letter up to o.
    static let capitalW = Sought(CSCAN_BLOCK_W, UInt8(ascii: "W"), behind: CSCAN_BEHIND_SMALL)

    /// A byte of `,.;` before a digit.
    static func beforeDigit(_ mark: UInt8) -> Sought {
      Sought(CSCAN_BLOCK_FIGURE, mark, behind: CSCAN_BEHIND_DIGIT)
    }

    /// A byte of `!:;?[]|`.
    static func mark(_ mark: UInt8) -> Sought {
      switch mark {
      case UInt8(ascii: "!"): Sought(CSCAN_BLOCK_EXCLAMATION, mark)
      case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"):
        Sought(CSCAN_BLOCK_COLON, mark)
      default: Sought(CSCAN_BLOCK_STROKE, mark)
      }
    }

    /// A comma before a space or line feed, with a capital as the second or third byte behind.
    static let commaBeforeCapital = Sought(
      CSCAN_BLOCK_SPACED_COMMA, .comma, behind: CSCAN_BEHIND_CAPITAL)

    /// A stop, comma or question mark that has no white space behind it.
    static func joined(_ mark: UInt8) -> Sought {
      Sought(CSCAN_BLOCK_JOINED, mark, behind: CSCAN_BEHIND_NO_WHITE)
    }
  }

  private let blocks: [UInt16]
  private let text: Text

  /// - Complexity: O(*n*) at memory speed.
  init(_ text: Text) {
    self.text = text
    let count = (text.count + 63) / 64
    let room = (count + 31) & ~31
    blocks = unsafe [UInt16](unsafeUninitializedCapacity: room) { blocks, used in
      unsafe text.storage.withUnsafeBufferPointer {
        unsafe cscan_blocks(
          $0.baseAddress.unsafelyUnwrapped, text.count, blocks.baseAddress)
      }
      for block in count..<room { unsafe blocks[block] = 0 }
      used = room
    }
  }

  /// Calls `body` with the offset of each place that is sought, in order.
  func forEachOffset(of place: Sought, _ body: (Int) -> Void) {
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.room) { places in
      unsafe text.storage.withUnsafeBufferPointer { bytes in
        unsafe blocks.withUnsafeBufferPointer { blocks in
          var next = 0
          while next < blocks.count {
            let found = unsafe cscan_places(
              bytes.baseAddress.unsafelyUnwrapped, text.count, blocks.baseAddress, place.sought,
              &next, places.baseAddress, Self.room)
            for index in 0..<found { body(Int(unsafe places[index])) }
          }
        }
      }
    }
  }

  /// The offsets of all such places.
  func offsets(of place: Sought) -> [Int] {
    var offsets: [Int] = []
    forEachOffset(of: place) { offsets.append($0) }
    return offsets
  }

  /// Offsets that are found at once.
  private static let room = 256
}
