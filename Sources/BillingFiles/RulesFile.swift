import Billing
import ClaimModel
import YAMLFiles

/// Reads a billing office's rules from YAML; docs/billing.md has every key. What the file leaves out is as it was.
///
/// ```swift
/// let rules = try RulesFile(text, name: "rules.yaml").applied(to: .standard)
/// ```
public struct RulesFile {
  private let root: YAMLSection

  /// Reads the text of a file.
  /// - Throws: `YAMLFault` when it is not a mapping.
  public init(_ text: String, name: String) throws(YAMLFault) {
    root = try YAMLSection(try YAMLDocument.root(of: text, name: name), in: name, what: "a file of billing rules")
  }

  /// The rules with what the file says.
  /// - Throws: `YAMLFault` at the first thing that is not as it should be.
  public func applied(to standard: BillingRules) throws(YAMLFault) -> BillingRules {
    var rules = standard
    var root = root
    if var limits = try root.section("limits") { try apply(&limits, to: &rules) }
    if var statements = try root.section("statements") { try apply(&statements, to: &rules.statements) }
    if var followUp = try root.section("follow-up") { try apply(&followUp, to: &rules.followUp) }
    if var payers = try root.section("payers") {
      for (key, value) in payers.entries() {
        let payer = PayerID(try payers.text(key, "a payer's identifier"))
        var section = try YAMLSection(value, in: payers.file, what: "the terms of a payer")
        rules.payers[payer] = try terms(&section, rules.terms(of: payer))
      }
      try payers.finish()
    }
    var rows: [TriageRule] = []
    for section in try root.sections("triage") ?? [] { rows.append(try TriageRowReader(section).rule()) }
    rules.triage.rules = rows + rules.triage.rules
    var rejections: [RejectionRule] = []
    for section in try root.sections("rejections") ?? [] { rejections.append(try rejection(section)) }
    rules.triage.rejections = rejections + rules.triage.rejections
    try root.finish()
    return rules
  }

  private func apply(_ section: inout YAMLSection, to rules: inout BillingRules) throws(YAMLFault) {
    rules.maximumRecodeRounds = try section.number("recode-rounds", in: 0...20) ?? rules.maximumRecodeRounds
    rules.maximumAppeals = try section.number("appeals", in: 0...20) ?? rules.maximumAppeals
    rules.maximumResubmissions = try section.number("resubmissions", in: 0...20) ?? rules.maximumResubmissions
    rules.maximumRegistrationQueries =
      try section.number("registration-queries", in: 0...20) ?? rules.maximumRegistrationQueries
    rules.writeOffLimit = try section.money("write-off") ?? rules.writeOffLimit
    rules.refundLimit = try section.money("refund") ?? rules.refundLimit
    try section.finish()
  }

  private func apply(_ section: inout YAMLSection, to policy: inout StatementPolicy) throws(YAMLFault) {
    policy.cycleDays = try section.number("cycle-days", in: 1...366) ?? policy.cycleDays
    policy.maximumNotices = try section.number("notices", in: 1...24) ?? policy.maximumNotices
    policy.smallBalance = try section.money("small-balance") ?? policy.smallBalance
    policy.planMinimum = try section.money("plan-minimum") ?? policy.planMinimum
    policy.planParts = try section.number("plan-parts", in: 1...60) ?? policy.planParts
    try section.finish()
  }

  private func apply(_ section: inout YAMLSection, to policy: inout FollowUpPolicy) throws(YAMLFault) {
    let days = 1...3_660
    policy.claimDays = try section.number("claim-days", in: days) ?? policy.claimDays
    policy.inquiryDays = try section.number("inquiry-days", in: days) ?? policy.inquiryDays
    policy.recodeDays = try section.number("recode-days", in: days) ?? policy.recodeDays
    policy.practiceDays = try section.number("practice-days", in: days) ?? policy.practiceDays
    policy.appealDays = try section.number("appeal-days", in: days) ?? policy.appealDays
    policy.recoupmentDays = try section.number("recoupment-days", in: days) ?? policy.recoupmentDays
    try section.finish()
  }

  private func terms(_ section: inout YAMLSection, _ standard: PayerTerms) throws(YAMLFault) -> PayerTerms {
    var terms = standard
    terms.timelyFilingDays = try section.number("timely-filing-days", in: 1...3_660) ?? terms.timelyFilingDays
    terms.appealDays = try section.number("appeal-days", in: 1...3_660) ?? terms.appealDays
    for node in try section.list("authorized-procedures") {
      terms.authorizedProcedures.insert(try section.procedure(node))
    }
    if var fees = try section.section("fees") {
      for (key, value) in fees.entries() { terms.fees[try fees.procedure(key)] = try fees.money(value) }
      try fees.finish()
    }
    try section.finish()
    return terms
  }

  private func rejection(_ section: YAMLSection) throws(YAMLFault) -> RejectionRule {
    var section = section
    _ = try section.needed("codes")
    var codes: Set<String> = []
    for node in try section.list("codes") { codes.insert(try section.text(node, "a claim status code")) }
    let note = try section.text("note") ?? ""
    let remedy: RejectionRule.Remedy
    if let remark = try section.text("recode") {
      remedy = .recode(RemarkCode(remark))
    } else {
      switch try section.word(try section.needed("do"), as: RejectionStep.self) {
      case .correct: remedy = .correct
      case .review: remedy = .review
      }
    }
    try section.finish()
    return RejectionRule(codes, remedy, note: note)
  }

  private enum RejectionStep: String, CaseIterable {
    case correct
    case review
  }
}

extension YAMLSection {
  /// A procedure code of five characters.
  func procedure(_ node: YAMLNode) throws(YAMLFault) -> ProcedureCode {
    let text = try text(node, "a procedure code of five characters")
    guard text.utf8.count == 5, text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
      throw fault(node, "a procedure code of five characters, for instance 99213")
    }
    return ProcedureCode(text)
  }
}
