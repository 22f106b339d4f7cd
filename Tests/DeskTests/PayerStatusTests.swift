import Adjudication
import BillingDesk
import ClaimModel
import Messages
import Office
import PayerDesk
import Testing
import X12

/// A 276 is answered with a 277; a broken envelope with a TA1.
@Suite struct PayerStatusTests {
  private var payer: DeskBench<PayerDesk>
  private var billing = DeskBench(BillingDesk())
  /// What was sent last; its claims and those before.
  private var batch: ClaimBatch?
  private var claims: [Claim] = []

  init() throws { payer = DeskBench(PayerDesk(adjudicator: try Engines.adjudicator())) }

  /// Sends a visit's claim to the payer, changed.
  private mutating func sendClaim(_ change: (inout Claim) -> Void = { _ in }) throws {
    if batch == nil {
      try billing.take(.visitCoded(try Engines.superbill()))
      let sent = try #require(billing.sent.first { $0.type == .professionalClaims })
      batch = ProfessionalClaimsReader.read(sent.body).flatMap(\.accepted).first
    }
    var batch = try #require(batch)
    change(&batch.claims[0])
    claims.append(batch.claims[0])
    self.batch = batch
    let bytes = try ProfessionalClaimsWriter.write([batch], in: envelope)
    try payer.take(.claims(bytes, to: "ACMEHLTH", batchReference: batch.reference))
  }

  private var envelope: InterchangeEnvelope {
    InterchangeEnvelope(sender: "SUPERBILL", receiver: "ACMEHLTH", controlNumber: 7, timestamp: payer.now)
  }

  private func question(
    about claim: Claim, references: [StatusReference]? = nil, charge: Money? = nil,
    lines: [ClaimStatusRequest.Line] = []
  ) -> ClaimStatusRequest.Inquiry {
    ClaimStatusRequest.Inquiry(
      subject: StatusSubject(
        payer: StatusParty(organization: "Acme", qualifier: "PI", identifier: "ACMEHLTH"),
        receiver: StatusParty(organization: "Superbill", qualifier: "46", identifier: "SUPERBILL"),
        provider: StatusParty(organization: "Practice", qualifier: "XX", identifier: claim.billing.npi.rawValue),
        subscriber: StatusParty(
          person: claim.patient.name, qualifier: "MI", identifier: claim.coverage.member.rawValue),
        birthDate: claim.patient.birthDate),
      trace: "Q1",
      references: references ?? [StatusReference(qualifier: "EJ", value: claim.controlNumber.rawValue)], charge: charge,
      period: claim.lines.map(\.dateOfService).min().map { ServicePeriod($0) }, lines: lines)
  }

  private mutating func ask(_ inquiries: [ClaimStatusRequest.Inquiry]) throws -> [ClaimStatusResponse.Answer] {
    let request = ClaimStatusRequest(reference: "S1", inquiries: inquiries)
    let bytes = try ClaimStatusRequestWriter.write([request], in: envelope)
    try payer.take(.request(.claimStatusRequest, bytes, to: "ACMEHLTH", batchReference: "S1"))
    #expect(payer.sent.map(\.type) == [.implementationAcknowledgment, .claimStatusResponse])
    #expect(payer.sent.last?.route == Route(exchange: "payer", key: "status-277.ACMEHLTH"))
    let interchanges = payer.sent.last.map { ClaimStatusResponseReader.read($0.body) } ?? []
    let transactions = interchanges.flatMap { $0.groups.flatMap(\.transactions) }
    #expect(transactions.count { !$0.isAccepted } == 0)
    return interchanges.flatMap(\.accepted).flatMap(\.answers)
  }

  private mutating func numberOfClaim() throws -> PayerClaimNumber {
    let answers = try ask([question(about: claims[0])])
    return try #require(answers.first?.references.payerClaimNumber)
  }

  private func codes(_ answers: [ClaimStatusResponse.Answer]) -> [String] {
    answers.flatMap(\.statuses).flatMap(\.codes).map { "\($0.category):\($0.code)" }
  }

  @Test mutating func paidClaimIsFoundByItsNumbers() throws {
    try sendClaim()
    let number = try numberOfClaim()
    let own = [StatusReference(qualifier: "1K", value: number.rawValue)]
    let answers = try ask([question(about: claims[0]), question(about: claims[0], references: own)])
    #expect(codes(answers) == ["F1:65", "F1:65"])
    #expect(answers.allSatisfy { $0.trace == "Q1" && $0.references.controlNumber == claims[0].controlNumber })
    #expect(
      answers.allSatisfy { $0.statuses[0].charge == claims[0].totalCharge && $0.statuses[0].paid ?? .zero > .zero })
  }

  @Test mutating func claimOfAnotherMemberProviderDayOrNumberIsNotFound() throws {
    try sendClaim()
    var others = Array(repeating: question(about: claims[0]), count: 6)
    others[0].subject.subscriber?.identifier = "NOBODY"
    others[1].subject.provider?.identifier = "1234567893"
    others[2].period = ServicePeriod(claims[0].lines[0].dateOfService.adding(days: 40))
    others[3].references = [StatusReference(qualifier: "EJ", value: "OTHER")]
    others[4].references = [StatusReference(qualifier: "1K", value: "00000000000020260101xx")]
    (others[5].references, others[5].charge) = ([], Money(cents: 1))
    let answers = try ask(others)
    #expect(codes(answers) == Array(repeating: "A4:35", count: 6))
  }

  @Test mutating func deniedClaimAndItsServicesAreToldSo() throws {
    try sendClaim { claim in
      for index in claim.lines.indices {
        claim.lines[index].dateOfService = CalendarDate(year: 2024, month: 1, day: 3)!
      }
    }
    let line = claims[0].lines[0]
    let asked = ClaimStatusRequest.Line(
      service: StatusService(procedure: line.service.procedure, charge: line.charge, units: line.service.units),
      period: ServicePeriod(line.dateOfService))
    let answers = try ask([question(about: claims[0], lines: [asked])])
    #expect(codes(answers) == ["F2:585"])
    #expect(answers[0].lines.first?.statuses.first?.codes.first?.category == "F2")
    #expect(answers[0].statuses[0].paid == .zero)
  }

  @Test mutating func claimWhosePaymentIsHeldBackIsPending() throws {
    payer = DeskBench(
      PayerDesk(
        adjudicator: try Engines.adjudicator(),
        injector: Injector(rules: [try InjectionRule(parsing: "late=100%:1d")], seed: 1)))
    try sendClaim()
    #expect(payer.sent.map(\.type) == [.implementationAcknowledgment, .claimAcknowledgment])
    let answers = try ask([question(about: claims[0])])
    #expect(codes(answers) == ["P1:20"] && answers[0].statuses[0].paid == nil)
  }

  @Test mutating func voidedClaimIsToldAsTakenBackAndAReplacedOneAsWhatStands() throws {
    try sendClaim()
    let first = try numberOfClaim()
    var batch = try #require(batch)
    batch.claims[0].frequency = .replacement
    batch.claims[0].originalClaimNumber = first
    try payer.take(
      .claims(try ProfessionalClaimsWriter.write([batch], in: envelope), to: "ACMEHLTH", batchReference: "B2"))
    let second = try numberOfClaim()
    #expect(second != first)
    batch.claims[0].frequency = .void
    batch.claims[0].originalClaimNumber = second
    try payer.take(
      .claims(try ProfessionalClaimsWriter.write([batch], in: envelope), to: "ACMEHLTH", batchReference: "B3"))
    let answers = try ask([question(about: claims[0])])
    #expect(Set(codes(answers)) == ["F3:101"])
  }

  @Test mutating func severalClaimsOfADayAreAnsweredOneByOne() throws {
    try sendClaim()
    try sendClaim { $0.controlNumber = "AGAIN-1" }
    let answers = try ask([question(about: claims[0], references: [])])
    #expect(codes(answers) == ["F1:65", "F2:585"])
    #expect(Set(answers.compactMap(\.references.controlNumber)) == Set(claims.map(\.controlNumber)))
    let others = try ask([question(about: claims[0], references: [], charge: Money(cents: 1))])
    #expect(codes(others) == ["A4:35"])
  }

  @Test mutating func claimsAndQuestionsMayComeInOneInterchange() throws {
    try sendClaim()
    let batch = try #require(batch)
    let question = try ClaimStatusRequestWriter.write(
      [ClaimStatusRequest(reference: "S1", inquiries: [question(about: claims[0])])], in: envelope)
    try payer.take(
      .claims(
        try ProfessionalClaimsWriter.write([batch], in: envelope) + question, to: "ACMEHLTH", batchReference: "B2"))
    #expect(
      payer.sent.map(\.type) == [
        .implementationAcknowledgment, .claimAcknowledgment, .remittanceAdvice, .implementationAcknowledgment,
        .claimStatusResponse,
      ])
  }

  @Test mutating func brokenEnvelopeIsAnsweredWithATA1AndNothingInItIsProcessed() throws {
    try billing.take(.visitCoded(try Engines.superbill(0)))
    let sent = try #require(billing.sent.first { $0.type == .professionalClaims })
    let text = String(decoding: sent.body, as: UTF8.self)
    for (broken, fault) in [
      (String(text.dropLast(20)), EnvelopeFault.Code.missingTrailer),
      (text.replacing("IEA*1*", with: "IEA*2*"), .groupCountMismatch),
      (text.replacing("*00501*", with: "*00401*"), .unsupportedVersion),
    ] {
      try payer.take(.claims(Array(broken.utf8), to: "ACMEHLTH", batchReference: "B1"))
      #expect(payer.sent.map(\.type) == [.interchangeAcknowledgment])
      #expect(payer.sent[0].route == Route(exchange: "payer", key: "acknowledgment-ta1.ACMEHLTH"))
      let answers = PayerTransactionParser.read(payer.sent[0].body).flatMap(\.acknowledgments)
      #expect(answers.map(\.fault) == [fault] && answers[0].verdict == .rejected)
    }
  }

  @Test func filesAreAnsweredOfflineToo() throws {
    var offline = OfflinePayer(adjudicator: try Engines.adjudicator(), now: payer.now, isStrict: true)
    var billing = billing
    try billing.take(.visitCoded(try Engines.superbill(0)))
    let sent = try #require(billing.sent.first { $0.type == .professionalClaims })
    let claim = try #require(ProfessionalClaimsReader.read(sent.body).flatMap(\.accepted).first?.claims.first)
    let answered = offline.answer(sent.body)
    #expect(answered.answers.map(\.set) == ["999", "277CA", "835"])
    let question = try ClaimStatusRequestWriter.write(
      [ClaimStatusRequest(reference: "S1", inquiries: [question(about: claim)])], in: envelope)
    let outcome = offline.answer(question)
    #expect(outcome.answers.map(\.set) == ["999", "277"] && outcome.rejections.isEmpty)
    #expect(outcome.statuses.map(\.controlNumber) == [claim.controlNumber.rawValue])
    #expect(outcome.statuses.map(\.status) == ["F1:65"] && outcome.statuses.map(\.charge) == [claim.totalCharge])
    #expect(outcome.statuses.map(\.paid) == answered.claims.map(\.paid))
    let answers = outcome.answers.last.map { ClaimStatusResponseReader.read($0.bytes) } ?? []
    #expect(codes(answers.flatMap(\.accepted).flatMap(\.answers)) == ["F1:65"])
    let broken = offline.answer(Array(question.dropLast(25)))
    #expect(broken.answers.map(\.set) == ["TA1"])
    #expect(
      broken.rejections.map(\.description) == [
        "no IEA: the interchange does not end (TA1 code 023); send the whole file"
      ])
  }
}
