/// The longest files that are held in memory, in bytes: what is longer is refused before the memory is used up,
/// for an allocation that fails cannot be caught.
package enum SizeLimit {
  /// A document that is not read as a stream, as for `restore` and `--diff`: an eighth of the memory that there is,
  /// because it is held two or three times, and an array that grows needs room for itself twice.
  package static let document = AddressSpace.size / 8

  /// Words, names, decisions, a lexicon: a hundred times what the tables of the program have.
  package static let table = min(1 << 26, document)

  /// A `.gitignore`: each pattern is tried on each path.
  package static let patterns = 1 << 20

  /// A limit in the unit that people read.
  static func text(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
  }
}
