import Adjudication
import ClaimModel
import YAMLFiles
import Yams

/// Reads one plan of a file.
struct PlanReader {
  var section: YAMLSection
  private let medicare: FeeSchedule?

  init(_ section: YAMLSection, medicare: FeeSchedule?) {
    self.section = section
    self.medicare = medicare
  }

  mutating func plan() throws(YAMLFault) -> Plan {
    let payer = PayerID(try section.text(try section.needed("payer"), "a payer's identifier"))
    var plan = Plan(
      payer: payer, name: try section.text("name") ?? payer.rawValue, feeSchedule: try fees(),
      benefits: try benefits(), timelyFilingDays: try section.number("timely-filing-days", in: 1...3_650) ?? 365)
    plan.requiresTaxonomy = try section.flag("requires-taxonomy") ?? false
    plan.recoupment = try section.word("recoupment", as: Recoupment.self) ?? .netted
    plan.paymentMethod = try section.word("payment", as: PaymentMethod.self) ?? .check
    plan.edits = try edits()
    if let coverage = try section.section("coverage") { plan.coverage = try CoverageReader(coverage).rules() }
    if let tables = try section.section("tables") { plan.tables = try TablesReader(tables).tables() }
    plan.enrollment = try enrollment()
    try section.finish()
    return plan
  }

  private enum Schedule: String, CaseIterable {
    case builtIn = "built-in"
    case medicare
    case listed
  }

  private mutating func fees() throws(YAMLFault) -> FeeSchedule {
    guard var fees = try section.section("fees") else { return .builtIn }
    let named = try fees.word("schedule", as: Schedule.self) ?? .builtIn
    var schedule: FeeSchedule
    switch named {
    case .builtIn: schedule = .builtIn
    case .listed: schedule = FeeSchedule(fees: [:], shareOfChargeWhenUnlisted: 0)
    case .medicare:
      guard let medicare else {
        throw YAMLFault(
          fees.value("schedule") ?? fees.node, in: fees.file, expected: "a schedule that is there",
          remedy: "give --fees FILE, or import one with 'coder-worker codesets import rvu'")
      }
      schedule = medicare
    }
    if let percent = try fees.number("percent", in: 1...1_000) { schedule = schedule.scaled(percent: percent) }
    if let share = try fees.number("unlisted-percent", in: 0...100) { schedule.shareOfChargeWhenUnlisted = share }
    if var prices = try fees.section("prices") {
      for (key, value) in prices.entries() {
        guard let code = key.string, code.utf8.count == 5 else {
          throw prices.fault(key, "a procedure of five characters")
        }
        schedule.fees[ProcedureCode(code)] = FeeSchedule.Fee(try prices.money(value))
      }
      try prices.finish()
    }
    try fees.finish()
    return schedule
  }

  private mutating func edits() throws(YAMLFault) -> Set<EditName> {
    guard var edits = try section.section("edits") else { return Plan.standardEdits }
    let only = try words(&edits, "only")
    let with = try words(&edits, "with")
    let without = try words(&edits, "without")
    try edits.finish()
    return (only.isEmpty ? Plan.standardEdits : only).union(with).subtracting(without)
  }

  private func words(_ section: inout YAMLSection, _ key: String) throws(YAMLFault) -> Set<EditName> {
    var words: Set<EditName> = []
    for node in try section.list(key) { words.insert(try section.word(node, as: EditName.self)) }
    return words
  }

  private enum Openness: String, CaseIterable {
    case open
    case closed
  }

  private mutating func enrollment() throws(YAMLFault) -> Enrollment {
    let sections = try section.sections("members") ?? []
    let isOpen = try section.word("enrollment", as: Openness.self).map { $0 == .open } ?? sections.isEmpty
    var members: [MemberID: Member] = [:]
    for section in sections {
      var section = section
      let idNode = try section.needed("id")
      let id = MemberID(try section.text(idNode, "a member's number"))
      guard members[id] == nil else { throw section.fault(idNode, "a number that no other member has") }
      members[id] = try MemberReader(section).member()
    }
    return Enrollment(members: members, isOpen: isOpen)
  }
}
