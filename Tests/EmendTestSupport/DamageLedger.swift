/// The kinds of the damages done so far, by their number, and the dice that decide on them.
struct DamageLedger {
  let rates: DamageRates
  var random: SeededGenerator
  private(set) var kinds: [DamageKind] = []

  init(rates: DamageRates, seed: UInt64) {
    self.rates = rates
    random = SeededGenerator(seed: seed)
  }

  /// Whether a damage of this kind is to be done here.
  mutating func strikes(_ kind: DamageKind, weight: Double = 1) -> Bool {
    let rate = rates[kind] * weight
    return rate > 0 && Double.random(in: 0..<1, using: &random) < rate
  }

  /// The number of a new damage.
  mutating func open(_ kind: DamageKind) -> Int {
    kinds.append(kind)
    return kinds.count - 1
  }

  mutating func pick<T>(_ choices: [T]) -> T { choices.randomElement(using: &random)! }
}
