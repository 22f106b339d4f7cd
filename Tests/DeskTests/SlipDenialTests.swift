import Adjudication
import Billing
import ClaimModel
import Coding
import Intake
import Testing

/// What a payer's adjudication makes of slips.
@Suite struct SlipDenialTests {
  /// What the built-in payers answer to each slip; those that are not here they do not notice.
  static let answers: [Slip: Set<AdjustmentReason>] = [
    .truncatedDiagnosis: ["146"], .expiredDiagnosis: ["146"], .problemVisitForCheckUp: ["11"],
    .checkUpOfAnotherAge: ["6"], .missingModifier: ["236"], .wrongPointer: ["11", "50"], .wrongUnits: ["151"],
  ]

  private static let plan = Plan.acmeHealth

  private func refusals(_ coding: CodedVisit, _ visit: Visit) throws -> [RecodeRequest.Refusal] {
    let received = visit.registration.dateOfService.adding(days: 3)
    let assembler = ClaimAssembler()
    guard
      case .complete(let claim) = assembler.assemble(
        Superbill(visit: visit, coding: coding), submission: 1, today: received)
    else { return [] }
    let adjudicator = try Engines.adjudicator(Self.plan)
    #expect(adjudicator.acknowledge(claim, received: received).isAccepted)
    let result = adjudicator.adjudicate(claim, number: "P1", received: received, history: ClaimHistory())
    return result.payments.flatMap(\.lines).enumerated().flatMap { index, line in
      line.adjustments.filter { $0.group == .contractualObligation && $0.reason != "45" }.map {
        RecodeRequest.Refusal(line: index + 1, group: $0.group, reason: $0.reason, remarks: line.remarks)
      }
    }
  }

  /// A right coding is seldom refused: the tables are wide where the policies are.
  @Test func carefulCodingIsSeldomRefused() throws {
    let payer = KnownPayer(id: Self.plan.payer, name: Self.plan.name)
    var (coded, refused) = (0, [String: Int]())
    for visit in VisitGenerator(seed: 11, payers: [payer]).prefix(1_000) {
      guard case .coded(let coding) = try Engines.coder.get().code(visit) else { continue }
      coded += 1
      for refusal in try refusals(coding, visit) {
        let line = coding.services[(refusal.line ?? 1) - 1].line
        let codes = line.diagnosisPointers.map { coding.diagnoses[$0 - 1].code.rawValue }
        refused["\(refusal.group.rawValue)-\(refusal.reason) \(line.procedure) \(codes)", default: 0] += 1
      }
    }
    #expect(coded > 800)
    #expect(refused.values.reduce(0, +) < coded / 50, "\(refused.sorted { $1.value < $0.value })")
  }

  /// Each slip that a payer has an edit for is refused for it, and the recoding that answers the refusal is paid.
  @Test func slipsAreDeniedAndRecodedAndPaid() throws {
    let payer = KnownPayer(id: Self.plan.payer, name: Self.plan.name)
    let slips = Slips(rate: 1, seed: 21)
    let recoding = Recoding(coder: try Engines.coder.get(), codeSets: try Engines.books.get())
    var denied: [Slip: Int] = [:]
    var unnoticed: [Slip: Int] = [:]
    for visit in VisitGenerator(seed: 9, payers: [payer]).prefix(800) {
      guard case .coded(let careful) = try Engines.coder.get().code(visit),
        try refusals(careful, visit).isEmpty
      else { continue }
      let (slipped, slip) = slips.apply(to: careful, visit: visit, codeSets: try Engines.books.get())
      guard let slip else { continue }
      let found = try refusals(slipped, visit)
      guard let reasons = Self.answers[slip], found.contains(where: { reasons.contains($0.reason) }) else {
        unnoticed[slip, default: 0] += 1
        continue
      }
      denied[slip, default: 0] += 1
      let outcome = recoding.answer(
        RecodeRequest(visit: visit.id, round: 1, refusals: found), for: visit,
        diagnoses: slipped.diagnoses.map(\.code), services: slipped.services.map(\.line))
      guard case .changed(let coding, _) = outcome else {
        Issue.record("\(slip) is answered with \(outcome)")
        continue
      }
      #expect(coding == careful)
      #expect(try refusals(coding, visit).isEmpty)
    }
    for slip in Slip.allCases where Self.answers[slip] != nil {
      #expect(denied[slip, default: 0] > 0, "no \(slip) was denied: \(denied), unnoticed \(unnoticed)")
    }
    // A diagnosis that no line points to is not looked at; levels, units and modifiers only where a payer has an edit.
    for slip in [Slip.problemVisitForCheckUp, .checkUpOfAnotherAge] { #expect(unnoticed[slip] == nil, "\(slip)") }
  }
}
