import ClaimModel
import Messages
import Simulation
import Testing

@testable import Office

/// Every message between offices reaches the office it is for: routes and bindings agree.
@Suite struct RoutingTests {
  let broker = SimulatedBroker(time: SimulatedTime(start: Timestamp(milliseconds: 0)))
  let session: any BrokerSession

  init() throws {
    session = try broker.open(SessionPlan(name: "tests", topology: .offices(payers: TopologyTests.payers)))
  }

  private func queues(of outgoing: Outgoing) throws -> [String] {
    let before = Dictionary(uniqueKeysWithValues: broker.queueNames.map { ($0, broker.count(in: $0)) })
    let message = WireMessage(
      id: .derived(from: "m"), type: outgoing.type.rawValue, correlation: outgoing.correlation,
      timestamp: Timestamp(milliseconds: 0), appID: "tests", contentType: outgoing.type.contentType,
      body: outgoing.body)
    #expect(
      try session.awaitConfirms(session.publish([Publication(route: outgoing.route, message: message)])).isEmpty)
    return broker.queueNames.filter { broker.count(in: $0) != before[$0] }
  }

  @Test(arguments: Specialty.allCases) func codersOfASpecialtyGetItsMessages(_ specialty: Specialty) throws {
    let item = DocumentationItem(kind: .amendment, text: "nothing", source: "amendment-1")
    let amended = Outgoing(.documentationAmended(visit: "V1", item: item), specialty: specialty)
    #expect(try queues(of: amended) == ["coding.visits.\(specialty.rawValue)"])
    let request = RecodeRequest(visit: "V1", round: 1, refusals: [])
    #expect(
      try queues(of: Outgoing(.recodeRequested(request, specialty: specialty)))
        == ["coding.recodes.\(specialty.rawValue)"])
  }

  @Test func answersOfTheCodersReachBilling() throws {
    for message in [
      OfficeMessage.codingUpheld(visit: "V1", round: 1, reasons: []),
      .recodeUnanswerable(visit: "V1", round: 1, reason: "none"),
    ] { #expect(try queues(of: Outgoing(message)) == ["billing.superbills"]) }
  }

  @Test func practiceGetsQueriesStatementsAndClosings() throws {
    for message in [
      OfficeMessage.documentationQueried(visit: "V1", specialty: .medical, round: 1, question: "?"),
      .statementIssued(visit: "V1", number: 1, amount: Money(cents: 1)), .accountClosed(visit: "V1"),
      .refundIssued(visit: "V1", number: 1, amount: Money(cents: 1)),
      .registrationQueried(RegistrationQuery(visit: "V1", round: 1)),
    ] { #expect(try queues(of: Outgoing(message)) == ["practice.inbox"]) }
    for message in [
      OfficeMessage.patientPaid(visit: "V1", statement: 1, amount: Money(cents: 1)),
      .registrationCorrected(visit: "V1", round: 1, registration: nil, authorization: ""),
      .reviewResolved(ReviewResolution(visit: "V1", decision: .writeOff), sequence: 1),
      .paymentPlaced(PaymentPlacement(payment: "P1", controlNumber: nil)),
    ] { #expect(try queues(of: Outgoing(message)) == ["billing.payments"]) }
  }

  @Test(arguments: TopologyTests.payers) func eachPayerGetsItsOwnClaimsAndAppeals(_ payer: PayerID) throws {
    let appeal = OfficeMessage.Appeal(visit: "V1", payer: payer, controlNumber: "V1-1", payerClaimNumber: "1")
    #expect(try queues(of: .claims([], to: payer, batchReference: "B1")) == ["payer.\(payer).claims"])
    #expect(try queues(of: Outgoing(.appealSubmitted(appeal))) == ["payer.\(payer).claims"])
    #expect(try queues(of: Outgoing(.appealDecided(appeal, isOverturned: true))) == ["billing.remittances"])
    #expect(
      try queues(of: .request(.claimStatusRequest, [], to: payer, batchReference: "S1")) == ["payer.\(payer).claims"])
    for type in [
      MessageType.implementationAcknowledgment, .claimAcknowledgment, .claimStatusResponse, .remittanceAdvice,
      .interchangeAcknowledgment,
    ] {
      #expect(try queues(of: .answer(type, [], from: payer, batchReference: "B1")) == ["billing.remittances"])
    }
  }

  @Test(arguments: [OfficeID.practice, .coding, .billing, .payer("ACMEHLTH")])
  func parkingRouteLeadsToTheOfficesOwnLot(_ office: OfficeID) throws {
    let outgoing = Outgoing(type: .accountClosed, route: office.parkingRoute, correlation: "", body: [])
    #expect(try queues(of: outgoing) == [office.parkingLot])
  }
}
