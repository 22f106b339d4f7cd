import Billing
import ClaimModel
import YAMLFiles

/// Reads one row of the triage table.
struct TriageRowReader {
  private let section: YAMLSection

  init(_ section: YAMLSection) { self.section = section }

  private enum Meaning: String, CaseIterable {
    case contractual
    case patient
    case duplicate
    case otherPayer = "other-payer"
  }

  func rule() throws(YAMLFault) -> TriageRule {
    var section = section
    var groups: Set<AdjustmentGroup> = []
    for node in try section.list("groups") { groups.insert(try section.word(node, as: AdjustmentGroup.self)) }
    var reasons: Set<AdjustmentReason> = []
    for node in try section.list("reasons") { reasons.insert(AdjustmentReason(try section.text(node, "a CARC"))) }
    var remarks: Set<RemarkCode> = []
    for node in try section.list("remarks") { remarks.insert(RemarkCode(try section.text(node, "a RARC"))) }
    guard !groups.isEmpty || !reasons.isEmpty || !remarks.isEmpty else {
      throw YAMLFault(
        section.node, in: section.file, expected: "groups, reasons or remarks", found: "none",
        remedy: "say what the row is for, for instance 'reasons: [197]'")
    }
    let rule = TriageRule(
      groups, reasons, remarks: remarks, try disposition(&section),
      writeOffLimit: try section.money("write-off-limit"), note: try section.text("note") ?? "")
    try section.finish()
    return rule
  }

  /// A refusal has steps, anything else a meaning.
  private func disposition(_ section: inout YAMLSection) throws(YAMLFault) -> AdjustmentDisposition {
    switch try section.word("is", as: Meaning.self) {
    case .contractual?: return .contractual
    case .patient?: return .patient
    case .duplicate?: return .duplicate
    case .otherPayer?: return .otherPayer
    case nil: break
    }
    let node = try section.needed("steps")
    var steps: [DenialStep] = []
    for step in try section.list("steps") { steps.append(try section.word(step, as: DenialStep.self)) }
    guard let first = steps.first, let last = steps.last else {
      throw section.fault(node, "at least one step")
    }
    guard first != .writeOff else {
      throw section.fault(node, "a step before write-off: a denial does not write itself off")
    }
    guard last.isLast else { throw section.fault(node, "bill-patient, write-off or review as the last step") }
    guard Set(steps).count == steps.count else { throw section.fault(node, "each step once") }
    return .refused(steps)
  }
}
