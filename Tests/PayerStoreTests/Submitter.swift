import Adjudication
import ClaimModel
import CodeSets
import Messages
import PlanFiles
import X12

@testable import Office
@testable import PayerDesk

/// A message that was handled, and by which payments it was answered.
struct HandledBatch: Sendable {
  let message: WireMessage
  let claims: Int
  /// The numbers of its payments. They are drawn within the transaction, and each worker's grow.
  let traces: [Int]
  /// The day on which it was handled.
  let day: CalendarDate

  /// - Throws: when the answers hold no payment.
  init(message: WireMessage, claims: Int, answers: [WireMessage]) throws {
    self.message = message
    self.claims = claims
    let remittances = Submitter.remittances(in: answers)
    traces = remittances.compactMap { Int($0.traceNumber.dropFirst($0.payer.rawValue.count)) }
    guard let first = remittances.first, traces.count == remittances.count else { throw Submitter.Unanswered() }
    day = first.paymentDate
  }
}

/// Makes batches of claims, replacements and voids for a hundred members, and works them off with a payer's desk.
struct Submitter {
  private static let day = CalendarDate(year: 2025, month: 6, day: 30)!
  private static let now = Timestamp(startOf: CalendarDate(year: 2025, month: 7, day: 15)!)
  private static let address = Address(line: "1 MAIN ST", city: "SPRINGFIELD", state: "MA", zip: "01101")

  /// A plan with limits that members and families reach, as a payer's file has it.
  static let planFile =
    """
    plans:
      - payer: ACMEHLTH
        name: Acme Health Plan
        deductible: {individual: 500, family: 1200}
        out-of-pocket-maximum: {individual: 900, family: 2500}
        copays: [{amount: 25, services: [visit]}]
        coinsurance: {default: 20}
        timely-filing-days: 3650
        members:

    """ + (0..<100).map { "      - {id: M\($0), family: \(family(of: MemberID("M\($0)")))}\n" }.joined()

  static let plan = Result { try PlanFile(planFile, name: "plans.yaml").plans[0] }

  static func family(of member: MemberID) -> String { "F\((Int(member.rawValue.dropFirst()) ?? 0) / 4)" }

  private static let payer: PayerID = "ACMEHLTH"
  /// Where its messages go.
  static let route = Outgoing.request(.professionalClaims, [], to: payer, batchReference: "").route
  private static let desk = Result {
    PayerDesk(adjudicator: Adjudicator(plan: try plan.get(), library: try CodeLibrary.load(shelf: nil)))
  }

  private let number: Int
  private let practices: Int
  private var random: SeededRandom
  private var count = 0
  /// Claims of this submitter that stand, with the payer's numbers.
  private var standing: [(claim: Claim, number: PayerClaimNumber)] = []

  /// A submitter for some practices; its numbers are nobody else's.
  init(number: Int, practices: Int = 1) {
    self.number = number
    self.practices = practices
    random = SeededRandom(seed: UInt64(number))
  }

  mutating func work(on store: any Store, claims: Int) throws -> [HandledBatch] {
    var batches: [HandledBatch] = []
    while count < claims {
      let (batch, message) = try nextBatch(of: 50)
      let answers = try Submitter.handle(message, on: store)
      let advices = answers.filter { $0.type == MessageType.remittanceAdvice.rawValue }
      batches.append(try HandledBatch(message: message, claims: batch.count, answers: advices))
      learn(from: advices, about: batch)
    }
    return batches
  }

  /// The next claims, and the interchange with them.
  mutating func nextBatch(of size: Int) throws -> (claims: [Claim], message: WireMessage) {
    let claims = (0..<size).map { _ in nextClaim() }
    return (claims, try message(claims))
  }

  /// Notes the payer's numbers of what was decided: it may be replaced or voided.
  mutating func learn(from advices: [WireMessage], about batch: [Claim]) {
    for payment in Submitter.remittances(in: advices).flatMap(\.claims) where payment.status != .reversal {
      if let claim = batch.first(where: { $0.controlNumber == payment.controlNumber }) {
        standing.append((claim, payment.payerClaimNumber))
      }
    }
  }

  struct Unanswered: Error {}

  static func remittances(in advices: [WireMessage]) -> [Remittance] {
    advices.flatMap { RemittanceReader.read($0.body) }.flatMap(\.accepted).map(\.remittance)
  }

  /// Handles one message as a worker does: a transaction, tried again while another worker is in the way.
  static func handle(
    _ message: WireMessage, on store: any Store, at now: Timestamp = Submitter.now
  ) throws -> [WireMessage] {
    let desk = try desk.get()
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
    if let index = standing.indices.randomElement(using: &random), Int.random(in: 0..<5, using: &random) == 0 {
      var (claim, number) = standing[index]
      // Now and then one is replaced or voided twice, perhaps at once: then one of the two is refused.
      if Int.random(in: 0..<10, using: &random) > 0 { standing.remove(at: index) }
      claim.frequency = Int.random(in: 0..<3, using: &random) == 0 ? .void : .replacement
      claim.originalClaimNumber = number
      claim.controlNumber = controlNumber
      if claim.frequency == .replacement { claim.lines = lines(on: claim.lines[0].dateOfService) }
      return claim
    }
    let practice = Int.random(in: 0..<practices, using: &random)
    return Claim(
      controlNumber: controlNumber,
      patient: Patient(
        name: PersonName(last: "CANARY", first: "PAT"), birthDate: CalendarDate(year: 1980, month: 1, day: 1)!,
        sex: .female, address: Submitter.address),
      coverage: Coverage(
        payer: Submitter.payer, payerName: "ACME", member: MemberID("M\(Int.random(in: 0..<100, using: &random))")),
      rendering: RenderingProvider(
        npi: .derived(from: "doctor"), name: PersonName(last: "REED", first: "ANN"), taxonomy: "207Q00000X"),
      billing: BillingProvider(
        npi: .derived(from: "practice \(practice)"), name: "SPRING FAMILY PRACTICE", taxID: "123456789",
        address: Submitter.address),
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
          receiver: ClaimReceiver(name: "ACME", identifier: Submitter.payer.rawValue), claims: claims)
      ],
      in: InterchangeEnvelope(
        sender: "SUPERBILL", receiver: Submitter.payer.rawValue, controlNumber: count, timestamp: Submitter.now))
    return WireMessage(
      id: .derived(from: reference), type: MessageType.professionalClaims.rawValue, correlation: reference,
      timestamp: Submitter.now, appID: "billing/1", contentType: MessageType.x12ContentType, body: body)
  }
}
