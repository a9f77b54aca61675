/// A few lines of prose in several languages, for texts that are to be read as one of them.
enum Passages {
  static let settings = ["de": german, "en": english, "fr": french, "pl": polish, "ru": russian]

  static let english = """
    The snow lay deep in the court, and the porter had cut steps in it for the clerks.⏎
    Nobody came on the first day of the year, and on the second the post arrived.⏎
    """.oneLine
  static let german = """
    Der Schnee lag tief auf dem Hof, und die Schreiber kamen nicht durch das Tor.⏎
    Am zweiten Tag kam die Post mit einem Brief, der noch von dem alten König war.⏎
    """.oneLine
  static let french = """
    La neige était dans la cour, et les commis ne sont pas venus par la porte.⏎
    Le second jour la poste est arrivée avec une lettre qui était pour le roi.⏎
    """.oneLine
  static let polish = """
    Śnieg leżał na dziedzińcu i nikt się nie ruszał z miejsca przez cały dzień.⏎
    Na drugi dzień przyszła poczta, która była już od dawna oczekiwana przy dworze.⏎
    """.oneLine
  static let russian = """
    Снег лежал на дворе, и никто не выходил из дома в этот день.⏎
    На второй день пришла почта, которую ждали уже давно.⏎
    """.oneLine
}

extension String {
  /// Without the line ends of the source, which has its own sign for them.
  fileprivate var oneLine: String { split(separator: "\n").joined() }
}
