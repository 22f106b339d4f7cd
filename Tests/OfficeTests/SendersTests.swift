import ClaimModel
import Messages
import Office
import Testing

/// Whose messages an office takes, by the user the broker vouches for.
@Suite struct SendersTests {
  private func flaw(_ user: String, _ exchange: String, _ key: String, to office: OfficeID, strict: Bool = false)
    -> String?
  {
    let delivery = Delivery(
      tag: 1, queue: "\(office).inbox", route: Route(exchange: exchange, key: key), isRedelivered: false, userID: user,
      content: .malformed(MalformedMessage(reason: "")))
    return Senders(to: office, isStrict: strict).flaw(of: delivery)
  }

  @Test(arguments: [false, true]) func everyOfficeIsHeardWhereItMaySend(strict: Bool) {
    let payers: [PayerID] = ["ACMEHLTH", "BEACON1"]
    for office in OfficeID.all(payers: payers) {
      for route in office.inboxes.flatMap(\.bindings) {
        for sender in OfficeID.all(payers: payers) {
          var key = route.key
          if case .payer(let id) = sender { key = key.replacing("*", with: id.rawValue) }
          let isSender = sender.exchange == route.exchange || sender == office
          #expect(
            (flaw(sender.userName, route.exchange, key, to: office, strict: strict) == nil) == isSender,
            "\(sender) to \(office) by \(route)")
        }
      }
    }
  }

  @Test func payerSpeaksForItselfOnly() {
    #expect(flaw("payer-ACMEHLTH", "payer", "remittance-835.ACMEHLTH", to: .billing) == nil)
    for key in ["remittance-835.BEACON1", "remittance-835.XACMEHLTH", "ACMEHLTH", "remittance-835.ACMEHLTH.x", ""] {
      #expect(flaw("payer-ACMEHLTH", "payer", key, to: .billing) != nil, "\(key)")
    }
    #expect(flaw("payer-", "payer", "remittance-835.ACMEHLTH", to: .billing) != nil)
  }

  @Test func frontDeskSubmitsVisitsOnly() {
    #expect(flaw("front-desk", "practice", "visit-documented.medical", to: .coding) == nil)
    #expect(flaw("front-desk", "practice", "documentation-amended.medical", to: .coding) != nil)
    #expect(flaw("front-desk", "practice", "patient-paid", to: .billing) != nil)
  }

  @Test func sharedUserIsTakenUnlessSendersAreRequired() {
    for user in ["guest", ""] {
      #expect(flaw(user, "coding", "visit-coded", to: .billing) == nil)
      #expect(flaw(user, "coding", "visit-coded", to: .billing, strict: true) != nil)
    }
  }

  /// The routing key is the sender's word, and so is the type: another office must not put one under the other.
  @Test func whatOnlyTheOfficeItselfSaysIsTakenFromNobodyElse() {
    for type in MessageType.allCases {
      let message = WireMessage(
        id: .derived(from: "own"), type: type.rawValue, correlation: "V1", timestamp: Timestamp(milliseconds: 0),
        appID: "practice/1", contentType: type.contentType, body: [])
      func flaw(_ user: String, _ route: Route) -> String? {
        Senders(to: .billing).flaw(
          of: Delivery(
            tag: 1, queue: "billing.payments", route: route, isRedelivered: false, userID: user,
            content: .message(message)))
      }
      let isOwn = [.reviewResolved, .paymentPlaced, .reminderDue].contains(type)
      #expect((flaw("practice", Route(exchange: "practice", key: "patient-paid")) != nil) == isOwn, "\(type)")
      #expect(flaw("billing", Route(exchange: "billing.return", key: "billing.payments")) == nil)
    }
  }

  @Test func strangersOnOtherExchangesAreRefused() {
    // What an office put off comes back through its own exchange, and only its own user can have put it there.
    #expect(flaw("billing", "billing.return", "billing.superbills", to: .billing) == nil)
    #expect(flaw("coding", "billing.return", "billing.superbills", to: .billing) != nil)
    #expect(flaw("coding", "", "billing.superbills", to: .billing) != nil)
    #expect(flaw("operator", "coding", "visit-coded", to: .billing) != nil)
  }

  @Test(arguments: [
    ("guest", "billing", true), ("", "billing", true), ("coding", "coding", true), ("coding", "billing", false),
    ("front-desk", "practice", true), ("front-desk", "coding", false), ("payer-ACMEHLTH", "payer.ACMEHLTH", true),
    ("payer-ACMEHLTH", "payer.BEACON1", false), ("payer-ACMEHLTH", "ACMEHLTH", false), ("operator", "billing", false),
  ])
  func officeRecordsForItself(user: String, office: String, isTaken: Bool) {
    #expect(Senders.mayRecord(user, for: office) == isTaken)
  }

  @Test func reasonQuotesNoRoutingKey() {
    let reason = flaw("payer-BEACON1", "payer", "remittance-835.Pat Example", to: .billing)
    #expect(reason?.contains("Pat") == false)
  }
}
