/// A language whose habits of dividing words are known.
enum Language: String, Sendable {
  case english = "en"
  case french = "fr"
  case german = "de"
  case polish = "pl"
  case russian = "ru"
}
