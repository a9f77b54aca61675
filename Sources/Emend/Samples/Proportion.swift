/// How many of a number of things are right, and how sure that can be.
public struct Proportion: Sendable, Equatable {
  public var right: Int
  public var all: Int

  public init(right: Int = 0, all: Int = 0) {
    self.right = right
    self.all = all
  }

  public var share: Double { all == 0 ? 1 : Double(right) / Double(all) }

  /// The lower end of the 95 % interval: E. B. Wilson, "Probable Inference, the Law of Succession, and
  /// Statistical Inference" (1927). Unlike the usual formula it holds where nearly all are right.
  public var lowerBound: Double {
    guard all > 0 else { return 0 }
    let (n, z) = (Double(all), 1.959964)
    let (p, z2) = (share, z * z)
    let spread = z * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot()
    return max(0, (p + z2 / (2 * n) - spread) / (1 + z2 / n))
  }

  public static func + (a: Proportion, b: Proportion) -> Proportion {
    Proportion(right: a.right + b.right, all: a.all + b.all)
  }
}
