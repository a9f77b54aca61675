/// How often each kind of damage is done, where it can be done: from 0 (never) to 1 (always).
public struct DamageRates: Sendable {
  private var rates: [DamageKind: Double]

  public init(_ rates: [DamageKind: Double]) { self.rates = rates }

  public subscript(kind: DamageKind) -> Double {
    get { rates[kind, default: 0] }
    set { rates[kind] = newValue }
  }

  /// No damage: the text comes out as it was, in lines.
  public static let none = DamageRates([:])

  /// A bad scan. Confusions are rare in the words, since most words can have one.
  public static let badScan = DamageRates([
    .softHyphen: 0.8, .hardHyphen: 0.8, .lostHyphen: 0.1, .lostCompound: 0.1, .runningHead: 1,
    .folio: 0.9, .garbledFolio: 0.1, .confusion: 0.012, .quote: 0.55, .spaceBeforeStop: 0.3,
    .speck: 0.02,
  ])

  /// A scan of a thesis or an article: some 2,200 repairs a megabyte, a quarter of what `badScan` asks for.
  public static let scan = DamageRates([
    .softHyphen: 0.12, .hardHyphen: 0.3, .lostHyphen: 0.06, .lostCompound: 0.06, .runningHead: 1,
    .folio: 0.9, .garbledFolio: 0.05, .confusion: 0.002, .quote: 0.1, .spaceBeforeStop: 0.09,
    .speck: 0.004,
  ])

  /// One kind only.
  public static func only(_ kind: DamageKind, rate: Double = 1) -> DamageRates {
    DamageRates([kind: rate])
  }
}
