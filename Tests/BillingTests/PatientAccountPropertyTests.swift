import Billing
import ClaimModel
import Testing

/// Thousands of visits with a payer, a coder and a patient who answer at random, late, in any order and twice.
@Suite struct PatientAccountPropertyTests {
  @Test(arguments: [1, 2, 3, 4])
  func accountsEndBalancedWhateverTheOrder(batch: UInt64) {
    var ends: [PatientAccount.State: Int] = [:]
    for index in 0..<6_000 {
      var run = AccountRun(seed: batch << 32 | UInt64(index))
      run.play()
      #expect(run.broken.isEmpty, "seed \(batch << 32 | UInt64(index))")
      ends[run.account.state, default: 0] += 1
    }
    #expect(Set(ends.keys) == [.closed, .inReview])
    #expect(ends[.closed, default: 0] > 3_000, "most accounts close by themselves: \(ends)")
  }
}

/// One account's life: events waiting to be delivered, and what the others know.
struct AccountRun {
  private(set) var account: PatientAccount
  /// The rules that did not hold.
  private(set) var broken: [String] = []
  /// Where each state may go, as its documentation says; every state may also go to review.
  private static let next: [PatientAccount.State: Set<PatientAccount.State>] = [
    .awaitingSuperbill: [.submitted, .awaitingPatient, .closed],
    .submitted: [.accepted, .recoding, .appealing, .correcting, .awaitingPatient, .closed],
    .accepted: [.recoding, .appealing, .correcting, .awaitingPatient, .closed],
    .recoding: [.submitted, .appealing, .awaitingPatient, .closed],
    .appealing: [.correcting, .awaitingPatient, .closed],
    .correcting: [.accepted, .submitted, .recoding, .appealing, .awaitingPatient, .closed],
    .awaitingPatient: [.correcting, .closed],
    .closed: [.correcting],
    .inReview: [],
  ]

  /// The superbill that came last.
  private var superbill = Fixtures.superbill()
  private let seed: UInt64
  private var random: SeededRandom
  private var waiting: [(event: AccountEvent, isRepeat: Bool)] = []
  private var ledger = AccountBalance()
  private var payments: [PayerClaimNumber: (claim: Claim, payment: ClaimPayment)] = [:]
  private var claims: [PatientControlNumber: Claim] = [:]
  private var count = 0

  init(seed: UInt64) {
    self.seed = seed
    random = SeededRandom(seed: seed)
    account = PatientAccount(visit: "V0000000000TEST1")
  }

  mutating func play() {
    if chance(8) { superbill.registration.coverages = [] }
    deliver(.superbillReceived(superbill), isRepeat: false)
    if chance(10) { waiting.append((.patientPaid(Money(cents: 2_500), reference: "desk"), false)) }
    while !waiting.isEmpty, broken.isEmpty {
      let (event, isRepeat) = waiting.remove(at: Int.random(in: waiting.indices, using: &random))
      if chance(20) { waiting.append((event, true)) }
      deliver(event, isRepeat: isRepeat)
    }
    require(account.state.isFinal, "ends closed or in review, not \(account.state)")
    if account.state == .closed { require(account.balance.isSettled, "closed means nothing is open") }
  }

  private mutating func deliver(_ event: AccountEvent, isRepeat: Bool) {
    count += 1
    require(count < 1_000, "comes to an end")
    let before = account
    let actions = account.apply(
      event, cause: .derived(from: String(seed), String(count)), now: Fixtures.now)
    let wasAllowed = account.state == before.state || Self.next[before.state]!.contains(account.state)
    require(wasAllowed || account.state == .inReview, "goes from \(before.state) to \(account.state)")
    if isRepeat {
      require(account == before && actions.isEmpty, "a repeated message changes nothing")
    }
    for entry in actions.entries {
      require(entry.amount > .zero && entry.debit != entry.credit, "an entry moves money")
      ledger.post(entry)
    }
    let balance = account.balance
    require(ledger == balance, "the account's balance is the sum of its entries")
    require(balance.isBalanced, "charged = paid + given up + open")
    for amount in [balance.charged, balance.insurerPaid, balance.writtenOff, balance.patientPaid, balance.refundDue] {
      require(amount >= .zero, "no negative total")
    }
    if [.awaitingPatient, .closed].contains(account.state) {
      require(balance.openInsurance == .zero, "the insurer is done")
    }
    for action in actions { respond(to: action) }
  }

  private mutating func respond(to action: AccountAction) {
    switch action {
    case .submit(let claim): receive(claim)
    case .requestRecode(let request):
      switch Int.random(in: 0..<10, using: &random) {
      case 0: send(.recodeUnanswerable(round: request.round))
      case 1...3: send(.codingUpheld(round: request.round))
      default:
        superbill.diagnoses = [DiagnosisCode("E11\(request.round)"), "I10"]
        if chance(40) { superbill.services[0].procedure = ["99212", "99214"].randomElement(using: &random)! }
        send(.recoded(superbill, round: request.round))
      }
    case .submitAppeal(let appeal):
      let isUpheld = chance(50)
      send(.appealDecided(appeal.payerClaimNumber, isUpheld ? .upheld : .overturned))
      if !isUpheld, let prior = payments[appeal.payerClaimNumber] {
        sendPayment(Fixtures.reversal(of: prior.payment))
        decide(prior.claim, refusing: 10)
      }
    case .issueStatement(let amount):
      let paid = chance(15) ? Money(cents: max(1, amount.cents / 2)) : amount
      send(.patientPaid(paid, reference: "R\(count)"))
    case .post, .accountClosed, .escalate: break
    }
  }

  /// A payer's answers to a claim, all at once; the order in which they arrive is left to chance.
  private mutating func receive(_ claim: Claim) {
    if chance(4) { return send(.batchRejected(claim.controlNumber, superbill)) }
    send(.batchAccepted(claim.controlNumber))
    if chance(6) {
      let code = ["255", "477", "562", "454"].randomElement(using: &random)!
      return send(
        .claimStatus(Fixtures.status(of: claim, rejected: ClaimStatusCode(category: "A7", code: code))))
    }
    send(.claimStatus(Fixtures.status(of: claim)))
    if let number = claim.originalClaimNumber, let prior = payments[number] {
      sendPayment(Fixtures.reversal(of: prior.payment))
    }
    decide(claim, refusing: 25)
  }

  private mutating func decide(_ claim: Claim, refusing percent: Int) {
    let reasons: [AdjustmentReason] = ["11", "146", "29", "50", "97", "197", "150", "151", "4"]
    let answers = claim.lines.map { _ -> Fixtures.LineAnswer in
      if chance(1) { return .refuse(.contractualObligation, "B7", []) }
      if chance(3) { return .refuse(.patientResponsibility, "204", []) }
      if chance(percent) {
        return .refuse(.contractualObligation, reasons.randomElement(using: &random)!, [])
      }
      return .pay(
        contractual: Int.random(in: 0..<800, using: &random),
        copay: chance(50) ? Int.random(in: 1...900, using: &random) : 0)
    }
    let number = PayerClaimNumber("P\(payments.count + 1)")
    let payment = Fixtures.payment(of: claim, number: number, answers: answers)
    payments[number] = (claim, payment)
    sendPayment(payment)
  }

  private mutating func sendPayment(_ payment: ClaimPayment) {
    send(.claimPayment(payment, payer: "ACMEHLTH"))
  }

  private mutating func send(_ event: AccountEvent) { waiting.append((event, false)) }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func require(_ holds: Bool, _ rule: String) {
    if !holds { broken.append(rule) }
  }
}
