/// Why a compiled lexicon cannot be used.
public enum LexiconError: Error, Equatable, CustomStringConvertible {
  /// It does not begin as a compiled lexicon of this version does.
  case foreign
  /// It has another length than its header says.
  case wrongLength(Int, expected: Int)
  /// Its bytes are not those that were compiled.
  case wrongChecksum
  /// A table has no free slot: a search would not end.
  case isFull

  public var description: String {
    switch self {
    case .foreign: "is no compiled lexicon of this version; compile it again"
    case .wrongLength(let length, let expected):
      "has \(length) bytes, but its header says \(expected); copy it again"
    case .wrongChecksum: "is damaged: its checksum is another; copy or compile it again"
    case .isFull: "is damaged: a table has no free slot; compile it again"
    }
  }
}
