/// Patterns of sentences, with slots in braces that `ProseVocabulary` fills.
///
/// `‹` and `›` stand for the quotation marks of the document, `†` for a reference to a note.
enum ProsePatterns {
  static let sentences = [
    "The {adj} {noun} of {place} {vt} the {noun} in {month} {year}.†",
    "In {month} {year} the {noun} {adv} {vt} a {adj} {noun} for the {nouns}.",
    "{name} {vt} the {adj} {noun}, and the {nouns} of {place} {vi}.",
    "According to {name}, the {noun} was ‹{adj} and {adv} {adj}›.",
    "The {nouns} {vt} neither the {noun} nor the {noun}.",
    "When the {noun} {vi}, {name} {vt} the {nouns} of the {noun}.†",
    "It was {adv} a {compound} {noun}, which the {nouns} {vt} in {place}.",
    "This {noun} was followed by a {adj} {noun} between {place} and {place}.",
    "The so-called {noun} {vi}, but the {nouns} {vt} it with a {adj} {noun}.",
    "The {people} {noun} of {year} {adv} {vt} the {nouns}.†",
    "{double} {vt} the {noun} and {adv} {vt} the {adj} {nouns}.",
    "The {noun} carried both first- and second-class {nouns} to {place}.",
    "No {noun} of the period {vt} the {nouns} without a {adj} {noun}.",
    "There were {num} {nouns} in {place}, of whom {num} {vi}.",
    "The {nouns} wrote that ‹the {adj} {noun} was {adv} {vt}› by the {noun}.",
    "{name} called it a ‹{adj} {noun}›, and the {noun} {vt} it.",
    "The {noun}'s {nouns} {vt} the {noun} in {place} after {month} {year}.",
    "{name}'s {noun} {adv} {vt} the {compound} {noun} of the {adj} {nouns}.",
    "The {nouns} for {year}-{num} were {adv} {adj}, and the {noun} {vi}.",
    "A {adj} {noun}, however, {vt} the {nouns} of the {adj} {noun} (see the {noun} of {year}).",
    "The {noun} met in {place} and {vt} the {noun} by {num} votes to {num}.",
    "Whatever the {noun} {vt}, the {nouns} of {place} {adv} {vt} the {noun}.†",
    "For the {adj} {nouns} the {noun} was a ‹{noun} of {noun}›, not a {compound} {noun}.",
    "The {noun} between {name} and {double} {vi} before the {noun} {vt} the {nouns}.",
    "Its {nouns} were {adj}; its {noun} was {compound}; its {nouns} {vi}.",
    "The {adj} {noun} and the {adj} {noun} {vt} each other's {nouns}.",
    "He {adv} {vt} the {noun} that {name} had {vt} in {place} in {year}.",
    "Such a {noun} {vt} the {noun}, the {noun}, and the {adj} {nouns} of the {noun}.",
    "All that the {nouns} {vt} was a {adj} {noun} and a {adj} {noun}.",
    "It has been said that ‹no {noun} {vt} its {nouns}›; the {noun} {vt} them all.",
  ]

  static let notes = [
    "{name}, The {noun} of the {nouns}, p. {num}.",
    "See the {noun} of {month} {year}, in {name}, pp. {num}, {num}.",
    "Archive of the {noun}, box {num}, {name} to {name}, {month} {year}.",
    "For a {adj} {noun} see {name}, op. cit., p. {num}.",
  ]
}
