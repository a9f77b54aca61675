/// Reads decisions: JSON Lines, as the page of `emend review` saves them (`Docs/review.md`).
public enum DecisionsReader {
  /// The form of the file.
  public static let schema = 1
  /// Bytes of a line.
  private static let longestLine = 1 << 20

  /// Reads a file; several that were put behind each other are one.
  /// - Parameter file: its name, for messages.
  /// - Throws: `DecisionsError` with the line.
  /// - Complexity: O(*n*).
  public static func read(_ bytes: [UInt8], file: String) throws(DecisionsError) -> Decisions {
    var decisions = Decisions()
    var number = 0
    var hasHeader = false
    for line in bytes.split(separator: UInt8.newline, omittingEmptySubsequences: false) {
      number += 1
      func stop(_ reason: String) -> DecisionsError {
        DecisionsError(file: file, line: number, reason: reason)
      }
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let value: JSONValue
      do {
        value = try JSONParser.parse(line, limit: longestLine)
      } catch {
        throw stop("is not JSON: \(error); correct or delete the line")
      }
      guard let members = value.members, let kind = members.first else {
        throw stop("is no JSON object with a decision; delete the line")
      }
      if kind.key == "decisions" {
        guard kind.value.int == schema else {
          throw stop("has decisions of another schema than \(schema); use the version that made it")
        }
        hasHeader = true
        continue
      }
      guard hasHeader else {
        throw stop(
          "stands before a header; give a file that the page of emend review saved, or begin it with"
            + " {\"decisions\":\(schema)}")
      }
      do {
        decisions.add(try decision(members))
      } catch {
        throw stop(error.reason)
      }
    }
    guard hasHeader else {
      throw DecisionsError(
        file: file, line: 1,
        reason: "has no decisions; give a file that the page of emend review saved")
    }
    return decisions
  }

  private struct Problem: Error { let reason: String }

  private static func decision(_ members: [JSONValue.Member]) throws(Problem) -> Decision {
    guard let verdict = Decision.Verdict(rawValue: members[0].key) else {
      throw Problem(
        reason: "begins with \"\(members[0].key)\"; a decision begins with \"accept\" or \"refuse\""
      )
    }
    var texts: [String: String] = [:]
    for member in members {
      guard ["accept", "refuse", "old", "new", "before", "after"].contains(member.key) else {
        throw Problem(
          reason: "\"\(member.key)\" is no field of a decision; there are old, new, before, after")
      }
      guard let text = member.value.string else {
        throw Problem(reason: "\"\(member.key)\" is no string; put it into quotation marks")
      }
      texts[member.key] = text
    }
    if members.dropFirst().contains(where: { Decision.Verdict(rawValue: $0.key) != nil }) {
      throw Problem(reason: "accepts and refuses; keep one of both")
    }
    let rule = RuleID(texts[verdict.rawValue] ?? "")
    guard RuleCatalogue.standard.rules.contains(where: { $0.id == rule }) else {
      throw Problem(reason: "\(rule) is no rule; see emend rules, or delete the line")
    }
    guard rule != "bytes/invalid" || verdict == .accept else {
      throw Problem(
        reason: "bytes/invalid cannot be refused, the output is UTF-8; delete the line")
    }
    guard let old = texts["old"], let new = texts["new"] else {
      throw Problem(reason: "has no \"old\" or no \"new\"; a decision has both")
    }
    switch (texts["before"], texts["after"]) {
    case (nil, nil): return Decision(verdict, rule: rule, old: old, new: new)
    case (let before?, let after?):
      return Decision(
        verdict, rule: rule, old: old, new: new,
        surroundings: Decision.Surroundings(before: before, after: after))
    default:
      throw Problem(reason: "has one of \"before\" and \"after\"; give both or none")
    }
  }
}
