/// Why a text cannot be cleaned.
public enum EmendError: Error, Equatable, CustomStringConvertible {
  /// The source is in a charset that cannot be converted there and back.
  case unsupportedCharset(name: String, confidence: Int)

  public var description: String {
    switch self {
    case .unsupportedCharset(let name, let confidence):
      "the text looks like \(name) (confidence \(confidence)); convert it first: iconv -f \(name) -t UTF-8"
    }
  }
}
