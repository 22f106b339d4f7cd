import Adjudication
import Billing
import BillingDesk
import ClaimModel
import Coding
import CodingDesk
import Intake
import Messages
import Office
import PayerDesk

/// One row of the payer's table, lived through from the visit to a closed account.
struct Scenario: Sendable {
  /// The row of the table.
  let row: Int
  /// What the payer finds.
  let title: String
  /// What the payer answers: `CO-11` of an 835, `A7:562` of a 277CA; empty for no refusal.
  let answer: String
  /// What is done about it.
  let words: String
  /// Where the account ends.
  var end = PatientAccount.State.closed
  /// What a person decides when the account waits for one.
  var decision: ReviewResolution.Decision?
  /// How the offices are set up for it.
  let prepare: @Sendable (inout Setting) throws -> Void

  /// What a scenario may change before it begins.
  struct Setting {
    var visit: Visit
    var acme = Plan.acmeHealth
    var beacon = Plan.beaconMutual
    /// Trouble that the first payer makes on purpose.
    var trouble: [String] = []
    var slips = Slips(rate: 0, seed: 0)
    var onTheWay: (inout Outgoing, inout ScenarioOffices) throws -> ScenarioOffices.Fate = { _, _ in .arrives }

    /// The procedures that a careful coder bills.
    let procedures: [String]

    init(visit: Visit, procedures: [String]) {
      self.visit = visit
      self.procedures = procedures
    }

    /// Lets the practice correct its registration when it is asked.
    mutating func corrects(authorization: String = "", _ change: @escaping (inout Registration) -> Void) {
      let registered = visit.registration
      onTheWay = { message, _ in
        guard message.type == .registrationCorrected,
          case .registrationCorrected(let visit, let round, _, _) = try OfficeMessage(
            type: message.type, body: message.body)
        else { return .arrives }
        var corrected = registered
        change(&corrected)
        message = Outgoing(
          .registrationCorrected(
            visit: visit, round: round, registration: corrected == registered ? nil : corrected,
            authorization: authorization))
        return .arrives
      }
    }

    /// Adds the second insurance.
    mutating func hasSecondInsurance() {
      visit.registration.coverages.append(
        Coverage(payer: beacon.payer, payerName: beacon.name, member: "B200100300"))
    }
  }

  /// Plays it.
  func play() throws -> (offices: ScenarioOffices, visit: VisitID) {
    let plain = try ScenarioVisits.plain.get()
    var setting = Setting(visit: plain.visit, procedures: plain.procedures)
    try prepare(&setting)
    let coding = CodingDesk(coder: try Engines.coder.get(), codeSets: try Engines.books.get(), slips: setting.slips)
    let injector = Injector(rules: try setting.trouble.map { try InjectionRule(parsing: $0) }, seed: 1)
    var offices = ScenarioOffices(
      coding: coding, billing: BillingDesk(),
      payers: [
        PayerDesk(adjudicator: try Engines.adjudicator(setting.acme), injector: injector),
        PayerDesk(adjudicator: try Engines.adjudicator(setting.beacon)),
      ])
    offices.onTheWay = setting.onTheWay
    try offices.play(setting.visit)
    if let decision { try offices.resolve(setting.visit.id, decision) }
    return (offices, setting.visit.id)
  }
}

/// Visits that scenarios begin with.
enum ScenarioVisits {
  /// An office visit that is coded, billed and paid without trouble, with a share of the patient's.
  static let plain = Result { () throws -> (visit: Visit, procedures: [String]) in
    for number in 0..<200 {
      let visit = Engines.visit(number)
      guard case .coded(let coding) = try Engines.coder.get().code(visit), coding.services.count == 2,
        coding.services.contains(where: { $0.line.procedure == "99213" })
      else { continue }
      return (visit, coding.services.map(\.line.procedure.rawValue))
    }
    throw NoSuchVisit(what: "an office visit with another service")
  }

  /// A visit and the seed by which its coder makes the slip, so that the payer refuses the claim for the reason, and
  /// pays what a careful coder sends.
  static func slipping(_ slip: Slip, refused reason: AdjustmentReason) throws -> (visit: Visit, seed: UInt64) {
    let generator = VisitGenerator(seed: 9, payers: [KnownPayer(id: "ACMEHLTH", name: "Acme Health Plan")])
    let coder = try Engines.coder.get()
    let books = try Engines.books.get()
    for number in 0..<400 {
      let visit = generator.visit(number)
      guard case .coded(let careful) = coder.code(visit), try reasons(careful, visit).isEmpty else { continue }
      for seed in UInt64(1)...12 {
        let (slipped, made) = Slips(rate: 1, seed: seed).apply(to: careful, visit: visit, codeSets: books)
        if made == slip, try reasons(slipped, visit) == [reason] { return (visit, seed) }
      }
    }
    throw NoSuchVisit(what: "\(slip.rawValue) refused with \(reason)")
  }

  /// Why the payer refuses lines of a coding.
  private static func reasons(_ coding: CodedVisit, _ visit: Visit) throws -> Set<AdjustmentReason> {
    let today = visit.registration.dateOfService.adding(days: 3)
    guard
      case .complete(let claim) = ClaimAssembler().assemble(
        Superbill(visit: visit, coding: coding), submission: 1, today: today)
    else { return ["16"] }
    let result = try Engines.adjudicator().adjudicate(claim, number: "P1", received: today, history: ClaimHistory())
    let adjustments = result.payments.flatMap(\.lines).flatMap(\.adjustments)
    return Set(adjustments.filter { $0.group == .contractualObligation && $0.reason != "45" }.map(\.reason))
  }

  struct NoSuchVisit: Error { let what: String }
}
