/// Lines that are to be taken out, and why.
struct Removal {
  let lines: Range<Int>
  let rule: RuleID
  let confidence: Confidence
  let evidence: Evidence
}
