import Emend
import ToolSupport

/// `NameScores FILE…`: how well the program romanises, and how well it finds names that are one.
///
/// A table with the columns `scheme`, `cyrillic`, `latin` is scored scheme by scheme; a table whose
/// first column is a cluster, with spellings divided by `|` in the columns `cyrillic` and `latin`, by
/// the pairs that meet in a Cyrillic form.
@main struct NameScores {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    for path in arguments where path != "--all" {
      let rows = TextTable(path: path, text: RequiredFile.bytes(of: path)).rows
      guard let head = rows.first else { continue }
      let isSchemes = head[0] == "scheme"
      if isSchemes {
        SchemeScore(rows: rows.dropFirst(), showsAll: arguments.contains("--all")).write()
      } else {
        ClusterScore(rows: rows.dropFirst(), showsAll: arguments.contains("--all")).write()
      }
    }
  }
}
