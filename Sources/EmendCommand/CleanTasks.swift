/// What the filter is asked for besides the clean text.
struct CleanTasks {
  var journal: String?
  /// Whether edits that were not applied are told of, too.
  var journalAll = false
  var diff = false
  var check = false
  var explain = false
  /// The arguments that shape the result, for the journal's header.
  var arguments: [String] = []
}
