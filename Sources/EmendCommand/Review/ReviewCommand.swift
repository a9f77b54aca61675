import ArgumentParser
import CommandKit
import Emend

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes a page on which a reader accepts or refuses each edit.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend review",
    abstract: "Write a page for a browser, to accept or refuse each edit.",
    discussion: """
      emend review scan.txt > review.html      then open review.html, and save
      emend --decisions scan.txt.decisions.jsonl scan.txt > clean.txt
      emend review --decisions old.jsonl scan.txt > review.html      go on

      The page needs no network. It shows all edits, also those that are too unsure
      to be applied, and saves what was decided as a file. Decisions are known again
      by the change and the words beside it, so they hold for another scan of the
      page.
      """,
    version: Version.line)

  @Argument(help: "The text; - is standard input.")
  var file: String

  @OptionGroup var cleaning: CleaningOptions

  func run() throws {
    guard isatty(STDOUT_FILENO) == 0 else {
      throw CommandError(
        "review \(file): writes a page for a browser; add > review.html, and open that")
    }
    let options = try cleaning.settings(for: [file]).options(files: [file])
    let input = try Input(path: file)
    let source = try input.readAll()
    var review = Review(name: input.name, source: source, options: options)
    do {
      try review.read()
    } catch let error as EmendError {
      throw CommandError("\(input.name): \(error)")
    }
    let output = Output()
    try output.write(ReviewPage(review: review).text)
    try output.flush()
  }
}
