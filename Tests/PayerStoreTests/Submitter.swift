import Adjudication
import ClaimModel
import Messages
import X12

@testable import Office
@testable import PayerDesk

/// A message that was handled, and when it was committed.
struct HandledBatch: Sendable {
  /// The number of its payment: numbers are drawn within the transaction, one by one.
  var trace: Int
  var claims: Int
  var message: WireMessage
}

/// Makes batches of claims, replacements and voids for a hundred members, and works them off with a payer's desk.
struct Submitter {
  private static let day = CalendarDate(year: 2026, month: 6, day: 30)!
  private static let now = Timestamp(startOf: CalendarDate(year: 2026, month: 7, day: 15)!)
  private static let address = Address(line: "1 MAIN ST", city: "SPRINGFIELD", state: "MA", zip: "01101")

  static let plan: Plan = {
    var plan = Plan.acmeHealth
    plan.benefits = Benefits(
      deductible: .init(individual: Money(cents: 500_00), family: Money(cents: 1_200_00)),
      outOfPocketMaximum: .init(individual: Money(cents: 900_00), family: Money(cents: 2_500_00)),
      copays: [.init(Money(cents: 25_00), for: [.visit])], coinsurancePercent: 20)
    plan.enrollment = Enrollment(
      members: Dictionary(
        uniqueKeysWithValues: (0..<100).map { (MemberID("M\($0)"), Member(family: family(of: MemberID("M\($0)")))) }))
    return plan
  }()

  static func family(of member: MemberID) -> String { "F\((Int(member.rawValue.dropFirst()) ?? 0) / 4)" }

  private static let desk = PayerDesk(
    adjudicator: Adjudicator(plan: plan, codeSet: DiagnosisLookup { _, _ in true }))

  private let number: Int
  private var random: SeededRandom
  private var count = 0
  /// Claims of this submitter that stand, with the payer's numbers.
  private var standing: [(claim: Claim, number: PayerClaimNumber)] = []

  init(number: Int) {
    self.number = number
    random = SeededRandom(seed: UInt64(number))
  }

  mutating func work(on store: any Store, claims: Int) throws -> [HandledBatch] {
    var batches: [HandledBatch] = []
    while count < claims {
      let batch = (0..<50).map { _ in nextClaim() }
      let message = try message(batch)
      let answers = try Submitter.handle(message, on: store)
      let advices = answers.filter { $0.type == MessageType.remittanceAdvice.rawValue }
        .flatMap { RemittanceReader.read($0.body) }.flatMap(\.accepted)
      guard advices.count == 1, let advice = advices.first,
        let trace = Int(advice.remittance.traceNumber.dropFirst(Submitter.plan.payer.rawValue.count))
      else { throw Unanswered() }
      for payment in advice.remittance.claims where payment.status != .reversal {
        if let claim = batch.first(where: { $0.controlNumber == payment.controlNumber }) {
          standing.append((claim, payment.payerClaimNumber))
        }
      }
      batches.append(HandledBatch(trace: trace, claims: batch.count, message: message))
    }
    return batches
  }

  struct Unanswered: Error {}

  /// Handles one message as a worker does: a transaction, tried again while another worker is in the way.
  static func handle(_ message: WireMessage, on store: any Store) throws(StoreError) -> [WireMessage] {
    let handler = BatchHandler(
      desk: desk, appID: "payer/1", ladder: .standard, maximumBodyBytes: 8_000_000, senders: Senders(to: desk.office))
    let delivery = Delivery(
      tag: 1, queue: "payer.claims", route: Route(exchange: "billing", key: "claims"), isRedelivered: false,
      content: .message(message))
    while true {
      do throws(StoreError) {
        return try store.transaction { transaction throws(StoreError) in
          try handler.handle([delivery], in: transaction, now: now).publications.map(\.message)
        }
      } catch {
        guard error.code == .unavailable else { throw error }
      }
    }
  }

  private mutating func nextClaim() -> Claim {
    count += 1
    if !standing.isEmpty, Int.random(in: 0..<5, using: &random) == 0 {
      let index = standing.indices.randomElement(using: &random) ?? 0
      var (claim, number) = standing.remove(at: index)
      claim.frequency = Int.random(in: 0..<3, using: &random) == 0 ? .void : .replacement
      claim.originalClaimNumber = number
      claim.controlNumber = controlNumber
      if claim.frequency == .replacement { claim.lines = lines(on: claim.lines[0].dateOfService) }
      return claim
    }
    return Claim(
      controlNumber: controlNumber,
      patient: Patient(
        name: PersonName(last: "CANARY", first: "PAT"), birthDate: CalendarDate(year: 1980, month: 1, day: 1)!,
        sex: .female, address: Submitter.address),
      coverage: Coverage(
        payer: Submitter.plan.payer, payerName: "ACME", member: MemberID("M\(Int.random(in: 0..<100, using: &random))")),
      rendering: RenderingProvider(
        npi: .derived(from: "doctor"), name: PersonName(last: "REED", first: "ANN"), taxonomy: "207Q00000X"),
      billing: BillingProvider(
        npi: .derived(from: "practice"), name: "SPRING FAMILY PRACTICE", taxID: "123456789", address: Submitter.address),
      placeOfService: .office, diagnoses: ["E119", "I10"],
      lines: lines(on: Submitter.day.adding(days: -Int.random(in: 0..<170, using: &random))))
  }

  private var controlNumber: PatientControlNumber { PatientControlNumber(rawValue: "V\(number)X\(count)-1") }

  private mutating func lines(on day: CalendarDate) -> [ClaimLine] {
    let procedures: [ProcedureCode] = ["99213", "71046", "93000", "94010", "80053"]
    return procedures.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)).enumerated().map {
      ClaimLine(
        service: ServiceLine(procedure: $1, diagnosisPointers: [1]),
        charge: Money(cents: Int.random(in: 20_00...200_00, using: &random)), dateOfService: day,
        controlNumber: String($0 + 1))
    }
  }

  private mutating func message(_ claims: [Claim]) throws -> WireMessage {
    let reference = "W\(number)B\(count)"
    let body = try ProfessionalClaimsWriter.write(
      [
        ClaimBatch(
          reference: reference,
          submitter: ClaimSubmitter(
            name: "SUPERBILL", identifier: "SUPERBILL", contactName: "BILLING", contactPhone: "5555550100"),
          receiver: ClaimReceiver(name: "ACME", identifier: Submitter.plan.payer.rawValue), claims: claims)
      ],
      in: InterchangeEnvelope(
        sender: "SUPERBILL", receiver: Submitter.plan.payer.rawValue, controlNumber: count, timestamp: Submitter.now))
    return WireMessage(
      id: .derived(from: reference), type: MessageType.professionalClaims.rawValue, correlation: reference,
      timestamp: Submitter.now, appID: "billing/1", contentType: MessageType.x12ContentType, body: body)
  }
}
