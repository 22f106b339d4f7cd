import ClaimModel
import Intake
import Messages

/// Makes messages of every kind out of random numbers.
struct AnyMessage {
  private var random: SeededRandom
  private let visits = VisitGenerator(seed: 99)

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// One message of each kind.
  mutating func all() -> [OfficeMessage] {
    let visit = id()
    return [
      .visitDocumented(self.visit()), .documentationAmended(visit: visit, item: item()),
      .documentationQueried(visit: visit, specialty: pick(Specialty.allCases), round: number(), question: text()),
      .visitCoded(superbill()), .visitRecoded(superbill(), round: number(), reasons: texts()),
      .codingUpheld(visit: visit, round: number(), reasons: texts()),
      .recodeUnanswerable(visit: visit, round: number(), reason: text()),
      .recodeRequested(
        RecodeRequest(visit: visit, round: number(), refusals: many { $0.refusal() }),
        specialty: pick(Specialty.allCases)),
      .appealSubmitted(appeal(reasons: texts(), hasRecords: random.next() & 1 == 0)),
      .appealDecided(appeal(), isOverturned: random.next() & 1 == 0),
      .statementIssued(
        visit: visit, number: number(), amount: Money(cents: Int(random.next() % 1_000_000_000)),
        due: pick([nil, CalendarDate(daysSinceEpoch: 20_600)])),
      .refundIssued(visit: visit, number: number(), amount: Money(cents: Int(random.next() % 1_000_000_000))),
      .registrationQueried(
        RegistrationQuery(visit: visit, round: number(), refusals: many { $0.refusal() }, findings: texts())),
      .registrationCorrected(
        visit: visit, round: number(), registration: random.next() & 1 == 0 ? nil : self.visit().registration,
        authorization: text()),
      .patientPaid(visit: visit, statement: number(), amount: Money(cents: 1 + Int(random.next() % 1_000_000_000))),
      .accountClosed(visit: visit),
      .reviewResolved(
        ReviewResolution(
          visit: visit, decision: pick(ReviewResolution.Decision.allCases), reason: text(), decidedBy: text()),
        sequence: number()),
      .paymentPlaced(
        PaymentPlacement(
          payment: id().rawValue, controlNumber: pick([nil, PatientControlNumber(visit: visit, submission: 2)]),
          reason: text(), decidedBy: text())),
    ]
  }

  mutating func visit() -> Visit {
    var visit = visits.visit(Int(random.next() % 1_000))
    visit.isEstablishedPatient = pick([nil, true, false])
    visit.totalMinutes = pick([nil, 0, 45])
    visit.documentation += many { $0.item() }
    visit.registration.patient.name.middle = text()
    visit.registration.coverages = many {
      Coverage(payer: PayerID($0.text()), payerName: $0.text(), member: MemberID($0.text()), group: $0.text())
    }
    return visit
  }

  mutating func superbill() -> Superbill {
    Superbill(
      visit: id(), registration: visit().registration, specialty: pick(Specialty.allCases),
      diagnoses: many { DiagnosisCode("A" + String($0.random.next() % 100)) },
      services: many {
        ServiceLine(
          procedure: ProcedureCode($0.text()), modifiers: $0.many { ProcedureModifier($0.text()) },
          units: $0.number(), diagnosisPointers: $0.many { $0.number() })
      })
  }

  private mutating func item() -> DocumentationItem {
    DocumentationItem(
      kind: pick(DocumentationItem.Kind.allCases), text: text(),
      codings: many { DocumentationItem.Coding(system: $0.text(), code: $0.text()) }, source: text(),
      standing: pick(DocumentationItem.Standing.allCases), rank: pick([nil, 1, 12]))
  }

  private mutating func refusal() -> RecodeRequest.Refusal {
    RecodeRequest.Refusal(
      line: pick([nil, 1, 50]), group: pick(AdjustmentGroup.allCases), reason: AdjustmentReason(text()),
      remarks: many { RemarkCode($0.text()) })
  }

  private mutating func appeal(reasons: [String] = [], hasRecords: Bool = false) -> OfficeMessage.Appeal {
    OfficeMessage.Appeal(
      visit: id(), payer: pick(["ACMEHLTH", "BEACON1"]),
      controlNumber: PatientControlNumber(visit: id(), submission: 1),
      payerClaimNumber: PayerClaimNumber(String(random.next())), reasons: reasons)
  }

  private mutating func id() -> VisitID { .derived(from: String(random.next())) }
  private mutating func number() -> Int { Int(random.next() % 1_000) }
  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int(random.next() % UInt64(choices.count))]
  }
  private mutating func many<Element>(_ make: (inout AnyMessage) -> Element) -> [Element] {
    (0..<Int(random.next() % 4)).map { _ in make(&self) }
  }
  private mutating func texts() -> [String] { many { $0.text() } }
  private mutating func text() -> String {
    pick(["", "a", "ä ö ü", "a\nb\0c", "~*:^", String(repeating: "x", count: 300), "🏥"])
  }
}
