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
    let payer = try payer()
    var plan = Plan(
      payer: payer, name: try name() ?? payer.rawValue, feeSchedule: try fees(),
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

  /// The identifier stands in ISA06, which has 15 characters, and in the names of queues, whose words end at dots.
  private mutating func payer() throws(YAMLFault) -> PayerID {
    let node = try section.needed("payer")
    guard let text = node.string, (1...15).contains(text.utf8.count),
      text.utf8.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 })
    else { throw section.fault(node, "a payer's identifier of at most 15 letters, digits and hyphens") }
    return PayerID(text)
  }

  /// The name stands in the answers, which are written in ASCII, capitals without accents.
  private mutating func name() throws(YAMLFault) -> String? {
    guard let node = section.value("name") else { return nil }
    let text = try section.text(node, "a text")
    let hasLetter = text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 48...57, 65...90, 97...122: true
      // The letters of Latin-1; between them stand the signs of multiplication and division.
      case 0xc0...0xff: scalar.value != 0xd7 && scalar.value != 0xf7
      default: false
      }
    }
    guard hasLetter else { throw section.fault(node, "a name with Latin letters or digits, as X12 can carry") }
    return text
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
        let price = try prices.money(value)
        guard price > .zero else {
          throw YAMLFault(
            value, in: prices.file, expected: "a price above 0",
            remedy: "name a service that is not paid in coverage (not-in-benefit, exclusions), or leave out its price")
        }
        schedule.fees[ProcedureCode(code)] = FeeSchedule.Fee(price)
      }
      try prices.finish()
    }
    try fees.finish()
    guard !schedule.fees.isEmpty || schedule.shareOfChargeWhenUnlisted > 0 else {
      throw YAMLFault(
        fees.node, in: fees.file, expected: "prices for 'schedule: listed'", found: "none",
        remedy: "add a line 'prices: {\"99213\": 92.50}', or an unlisted-percent above 0")
    }
    return schedule
  }

  private mutating func edits() throws(YAMLFault) -> Set<EditName> {
    guard var edits = try section.section("edits") else { return Plan.standardEdits }
    let only = try words(&edits, "only")
    let with = try words(&edits, "with")
    let without = try words(&edits, "without")
    if without.contains(.priced), let value = edits.value("without") {
      throw YAMLFault(
        value, in: edits.file, expected: "edits that a plan can do without", found: "'priced'",
        remedy: "remove it: what has no price is refused, as CO-45 is never the whole charge")
    }
    try edits.finish()
    return (only.isEmpty ? Plan.standardEdits : only.union([.priced])).union(with).subtracting(without)
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
