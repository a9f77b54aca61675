/// Names that are in no file: forms that one Cyrillic form explains are one name, whose spelling is the
/// one that is used most.
struct UnlistedNames {
  /// What becomes of a form.
  struct Choice: Sendable {
    /// The form that is used most.
    let form: String
    /// How often.
    let count: Int
    /// What both stand for.
    let cyrillic: String
    let confidence: Confidence
  }

  /// A form as it is found, in any case.
  private struct Form {
    var written: String
    var count: Int
    let ending: RussianEnding
  }

  /// By the form in small letters.
  private var forms: [String: Form] = [:]

  /// Sums of costs of readings up to which two forms are one name: certain, and at all.
  private static let certainCost = 1
  private static let likelyCost = 4
  /// How often the usual form has to be used, and how many times as often as another, to be certain.
  private static let certainCount = 3
  private static let certainRatio = 2

  /// Forms with the same consonants that others are compared with, the most used ones, and comparisons
  /// among them: a text of nothing but names took quadratic time.
  private static let mostHeads = 100
  private static let mostPairs = 500_000

  var isEmpty: Bool { forms.isEmpty }

  /// Counts one occurrence.
  mutating func add(_ form: String, ending: RussianEnding, count: Int = 1) {
    let key = form.lowercased()
    if var known = forms[key] {
      known.count += count
      // A form in capitals says nothing of its case.
      if known.written.isCapitals { known.written = form }
      forms[key] = known
    } else {
      forms[key] = Form(written: form, count: count, ending: ending)
    }
  }

  /// What becomes of each form, by the form in small letters; forms without a variant are left out.
  /// - Complexity: O(*n* log *n*), and `mostHeads` times the number of forms that share their consonants
  ///   with others.
  func choices() -> [String: Choice] {
    guard forms.count > 1 else { return [:] }
    var buckets: [String: [String]] = [:]
    for key in forms.keys { buckets[Self.consonants(key), default: []].append(key) }
    var choices: [String: Choice] = [:]
    for keys in buckets.values where keys.count > 1 { choose(among: keys, into: &choices) }
    return choices
  }

  /// The Cyrillic form that a form most likely stands for, with a capital.
  static func cyrillic(of form: String) -> String {
    Deromanisation.usual.cyrillic(form)
  }

  private func choose(among keys: [String], into choices: inout [String: Choice]) {
    let sorted = keys.sorted { (forms[$1]!.count, $0) < (forms[$0]!.count, $1) }
    let readings = sorted.map { CyrillicReadings(of: $0) }
    var isTaken = [Bool](repeating: false, count: sorted.count)
    let most = Swift.max(1, Swift.min(Self.mostHeads, Self.mostPairs / sorted.count))
    for head in sorted.indices.prefix(most) where !isTaken[head] {
      let usual = forms[sorted[head]]!
      for other in sorted.indices.dropFirst(head + 1) where !isTaken[other] {
        let form = forms[sorted[other]]!
        guard let meeting = readings[head].meeting(readings[other]),
          meeting.cost <= Self.likelyCost
        else { continue }
        isTaken[other] = true
        let isCertain =
          usual.ending == .strong && form.ending == .strong && meeting.cost <= Self.certainCost
          && usual.count >= Self.certainCount && usual.count >= form.count * Self.certainRatio
        choices[sorted[other]] = Choice(
          form: usual.written, count: usual.count,
          cyrillic: meeting.cyrillic.prefix(1).uppercased() + meeting.cyrillic.dropFirst(),
          // A draw says nothing of which is to be used.
          confidence: isCertain ? .certain : usual.count > form.count ? .likely : .doubtful)
      }
    }
  }

  /// The consonants that all romanisations write alike: forms of one name agree in them.
  static func consonants(_ word: String) -> String {
    var out = ""
    for scalar in word.unicodeScalars {
      let letter: Character
      switch scalar {
      case "b": letter = "b"
      case "d", "ď": letter = "d"
      case "l", "ł", "ľ", "ļ": letter = "l"
      case "m": letter = "m"
      case "n", "ň", "ń", "ņ": letter = "n"
      case "p": letter = "p"
      case "r", "ř": letter = "r"
      case "v", "w", "f": letter = "v"
      default: continue
      }
      if out.last != letter { out.append(letter) }
    }
    return out
  }
}
