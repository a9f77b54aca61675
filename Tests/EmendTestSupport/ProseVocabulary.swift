/// The words of generated prose, by the slot that they fill.
public enum ProseVocabulary {
  /// Words for each slot of `ProsePatterns`.
  public static let slots: [String: [String]] = [
    "noun": words(
      """
      government ministry committee agreement parliament conference ambassador proposal settlement
      railway harbour frontier negotiation delegation department commission correspondence
      memorandum reservation interpretation assembly province republic garrison expedition
      newspaper editorial secretary minister professor merchant cooperative university laboratory
      institution organisation administration declaration concession alliance protectorate guarantee
      budget currency exchange monopoly company warehouse factory machinery shipment cargo wheat
      timber petroleum harvest tariff treaty protocol annex chapter manuscript archive register
      document testimony narrative recollection diary biography translation opposition majority
      coalition cabinet electorate constituency campaign resolution amendment petition strike union
      congress programme statement decision question answer purpose condition consequence argument
      explanation difficulty obstacle advantage disadvantage influence authority responsibility
      """),
    "nouns": words(
      """
      governments ministers negotiations documents instructions telegrams delegates representatives
      merchants engineers labourers passengers officials observers historians contemporaries
      frontiers harbours railways provinces concessions guarantees regulations restrictions
      proposals amendments objections reservations complaints resolutions newspapers editors
      circumstances consequences difficulties calculations expectations recollections
      organisations institutions enterprises shipments deliveries exports imports payments accounts
      """),
    "adj": words(
      """
      provisional official diplomatic commercial economic political military considerable
      independent parliamentary constitutional agricultural industrial international provincial
      administrative confidential preliminary extraordinary unexpected deliberate elaborate
      moderate conservative liberal revolutionary experimental temporary permanent traditional
      contemporary reluctant enthusiastic sceptical indifferent fundamental secondary particular
      general original remarkable satisfactory unfortunate inevitable reasonable ambitious obscure
      """),
    "adv": words(
      """
      eventually immediately reluctantly apparently deliberately repeatedly consistently formally
      privately publicly certainly probably subsequently gradually suddenly carefully cautiously
      unanimously independently temporarily substantially occasionally invariably
      """),
    "vt": words(
      """
      rejected accepted examined postponed considered encouraged supported denounced recommended
      announced published described discussed prepared submitted withdrew approved abandoned
      established reorganised inspected transferred surrendered confirmed acknowledged defended
      interpreted misunderstood neglected controlled financed anticipated criticised welcomed
      """),
    "vi": words(
      """
      collapsed continued disappeared succeeded failed recovered remained deteriorated improved
      hesitated intervened resigned travelled returned expired reappeared
      """),
    "name": words(
      """
      Hartwell Pemberton Lindqvist Armitage Vandermeer Castellan Ravensworth Ostrander Whitcombe
      Delacourt Thornbury Marchetti Kessler Holloway Brandt Alderman Fairchild Sutherland
      """),
    "double": words("Steel-Maitland Lloyd-Greame Norton-Griffiths Campbell-Orde"),
    "people": words("Franco-Soviet Anglo-Russian German-Polish Greco-Turkish Anglo-American"),
    "place": words(
      """
      London Berlin Geneva Warsaw Lisbon Vienna Hamburg Copenhagen Stockholm Belgrade Athens
      Constantinople Rotterdam Liverpool Manchester Edinburgh Budapest Bucharest
      """),
    "month": words(
      """
      January February March April June July August September October November December
      """),
    "compound": words(
      """
      well-known so-called long-standing far-reaching short-lived ill-advised well-informed
      half-hearted self-evident
      """),
    "year": (1871...1949).map(String.init),
    "num": (2...240).map(String.init),
  ]

  /// All words, without the numbers.
  public static var all: [String] {
    slots.values.flatMap(\.self).filter { $0.contains(where: \.isLetter) }.sorted()
  }

  private static func words(_ list: String) -> [String] {
    list.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
