@testable import Emend

/// Tables: an authority file of a user's, and the readers of the rules behind the same form.
///
/// A form feed stands between the table and a text that it is used for.
func fuzzTable(_ input: [UInt8]) {
  let parts = input.split(separator: UInt8.formFeed, maxSplits: 1, omittingEmptySubsequences: false)
  let table = TextTable(path: "table", text: parts[0])
  require(table.rows.allSatisfy { !$0.columns.isEmpty }, "a row has no columns")
  _ = RuleCatalogue(table)
  _ = FunctionWords(table)
  _ = HyphenTables(compounds: table.rows.map { WordHash.of($0[0]) }, prefixes: table)
  var options = Cleaner.Options()
  options.stages = [.names]
  options.names.authority = AuthorityFile([table])
  let text = String(decoding: parts.count > 1 ? parts[1] : [], as: UTF8.self)
  guard let result = try? Cleaner(options: options).clean(text) else { return }
  require(result.text.utf8.count >= 0, "the text has no length")
}

/// Compiled lexicons: refused unless whole; what is taken is searched without an end.
func fuzzLexicon(_ input: [UInt8]) {
  look(in: try? Lexicon(compiled: input))
  // Checksums are not guessed: with the right one the tables are searched as well.
  look(in: try? Lexicon(compiled: LexiconHeader.sealed(input)))
}

private func look(in lexicon: Lexicon?) {
  guard let lexicon else { return }
  for hash in [0, 1, UInt64.max, WordHash.of("the"), WordHash.of("government")] {
    _ = lexicon.entry(hash)
    _ = lexicon.bigram(hash, ~hash)
  }
}
