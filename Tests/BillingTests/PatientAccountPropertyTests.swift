import Billing
import ClaimModel
import Foundation
import Testing

/// Thousands of visits with payers, coders, a practice and a patient who answer at random, late, in any order and twice.
@Suite struct PatientAccountPropertyTests {
  @Test(arguments: [1, 2, 3, 4])
  func accountsEndBalancedWhateverTheOrder(batch: UInt64) {
    var ends: [PatientAccount.State: Int] = [:]
    var kinds: Set<LedgerEntry.Kind> = []
    var reviewed = 0
    var decided: Set<ReviewResolution.Decision> = []
    for index in 0..<AccountRun.count {
      var run = AccountRun(seed: batch << 32 | UInt64(index))
      run.play()
      #expect(run.broken.isEmpty, "seed \(batch << 32 | UInt64(index))")
      ends[run.account.state, default: 0] += 1
      kinds.formUnion(run.kinds)
      reviewed += run.account.resolutions.isEmpty ? 0 : 1
      decided.formUnion(run.account.resolutions.map(\.decision))
    }
    #expect(Set(ends.keys) == [.closed, .inCollections], "a person brings every account to its end")
    #expect(reviewed < AccountRun.count / 2, "most accounts need nobody: \(reviewed) do")
    #expect(decided == Set(ReviewResolution.Decision.allCases), "people decide everything that can be decided")
    // No row of the standard table writes off what cannot be appealed; the rest belongs to no account.
    let elsewhere: Set<LedgerEntry.Kind> = [
      .writeOffNotBillable, .unappliedPayment, .appliedPayment, .balanceForward, .interest, .providerAdjustment,
    ]
    #expect(kinds == Set(LedgerEntry.Kind.allCases).subtracting(elsewhere), "every kind of entry occurs")
  }

  /// One account's life, for whoever looks for what went wrong: ACCOUNT in the environment is its seed, and has it printed.
  @Test func oneAccountIsTold() {
    let seed = ProcessInfo.processInfo.environment["ACCOUNT"].flatMap { UInt64($0) }
    var told: [String] = []
    var run = AccountRun(seed: seed ?? 1) { line in
      told.append(line)
      if seed != nil { print(line) }
    }
    run.play()
    #expect(run.broken.isEmpty && told.first?.hasPrefix("superbillReceived") == true)
  }
}

/// One account's life: events waiting to be delivered, and what the others know.
struct AccountRun {
  /// How many accounts live for each argument: ACCOUNTS in the environment, or 2,500.
  static let count = ProcessInfo.processInfo.environment["ACCOUNTS"].flatMap { Int($0) }.map { max(1, $0 / 4) } ?? 2_500

  private(set) var account: PatientAccount
  /// The rules that did not hold.
  private(set) var broken: [String] = []
  /// What was entered.
  private(set) var kinds: Set<LedgerEntry.Kind> = []
  /// Where each state may go, as its documentation says; every state may also go to review.
  private static let next: [PatientAccount.State: Set<PatientAccount.State>] = {
    let decided: Set<PatientAccount.State> = [
      .submitted, .accepted, .recoding, .appealing, .awaitingPractice, .correcting, .awaitingRecoupment,
      .awaitingPatient, .closed,
    ]
    return [
      .awaitingSuperbill: [.submitted, .awaitingPractice, .awaitingPatient, .closed],
      .submitted: decided, .accepted: decided, .appealing: decided, .correcting: decided,
      .awaitingRecoupment: decided,
      .recoding: decided.subtracting([.correcting, .awaitingRecoupment]),
      .awaitingPractice: decided,
      .awaitingPatient: [.closed, .inCollections, .correcting, .awaitingRecoupment],
      .inCollections: [.closed, .awaitingPatient, .correcting, .awaitingRecoupment],
      .closed: [.correcting, .awaitingRecoupment],
      .inReview: decided.union([.inCollections]),
    ]
  }()

  /// The superbill as coders and practice have it.
  private var superbill: Superbill
  /// The superbill that the billing office has.
  private var filed: Superbill
  private let seed: UInt64
  private var random: SeededRandom
  private var waiting: [(event: AccountEvent, isRepeat: Bool)] = []
  private var ledger = AccountBalance()
  private var payments: [PayerClaimNumber: (claim: Claim, payment: ClaimPayment)] = [:]
  /// What insurers were given back.
  private var refunded = Money.zero
  /// What the second payer has decided last.
  private var second: ClaimPayment?
  private var now = Fixtures.now
  private var count = 0

  private let narrator: ((String) -> Void)?

  init(seed: UInt64, narrator: ((String) -> Void)? = nil) {
    self.seed = seed
    self.narrator = narrator
    random = SeededRandom(seed: seed)
    superbill = Fixtures.superbill()
    filed = superbill
    account = PatientAccount(visit: superbill.visit)
  }

  mutating func play() {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<6: superbill.registration.coverages = []
    case 6..<40: superbill.registration.coverages = [Fixtures.acme, Fixtures.beacon]
    case 40..<50: superbill.registration.coverages = [Fixtures.acme, Fixtures.beacon, Fixtures.cedar]
    default: break
    }
    if chance(3) {
      superbill.registration.coverages.indices.forEach { superbill.registration.coverages[$0].member = "" }
    }
    if chance(10) { waiting.append((.patientPaid(Money(cents: 2_500), reference: "desk"), false)) }
    deliver(.superbillReceived(superbill), isRepeat: false)
    while broken.isEmpty {
      while !waiting.isEmpty, broken.isEmpty {
        let (event, isRepeat) = waiting.remove(at: Int.random(in: waiting.indices, using: &random))
        if chance(20) { waiting.append((event, true)) }
        deliver(event, isRepeat: isRepeat)
      }
      if let due = account.followUp {
        now = due
        deliver(.followUpDue, isRepeat: false)
      } else if account.state == .inReview {
        letPersonDecide()
      } else {
        break
      }
    }
    require(
      account.state == .closed || account.state == .inCollections, "ends closed or with an agency, not \(account.state)"
    )
    if account.state == .closed { require(account.balance.isSettled, "closed means nothing is open") }
  }

  /// A person tries this and that, and after a while ends it.
  private mutating func letPersonDecide() {
    let possible = account.possibleDecisions(hasSuperbill: true)
    let last: [ReviewResolution.Decision] = [.refund, .writeOff, .carryOn]
    let choice =
      account.resolutions.count < 4
      ? possible.randomElement(using: &random) : last.first { possible.contains($0) }
    guard let choice else { return require(false, "a person can end it: \(account.review)") }
    let before = account
    deliver(.reviewResolved(ReviewResolution(visit: account.visit, decision: choice)), isRepeat: false)
    require(account.resolutions.count == before.resolutions.count + 1, "what is possible is done: \(choice)")
    for impossible in Set(ReviewResolution.Decision.allCases).subtracting(before.possibleDecisions(hasSuperbill: true))
    {
      var copy = before
      let actions = copy.apply(
        .reviewResolved(ReviewResolution(visit: before.visit, decision: impossible)), superbill: filed,
        cause: .derived(from: "impossible"),
        now: now)
      guard case .refuse? = actions.first, copy == before else { return require(false, "\(impossible) is refused") }
    }
  }

  private mutating func deliver(_ event: AccountEvent, isRepeat: Bool) {
    count += 1
    require(count < 1_000, "comes to an end")
    let before = account
    let actions = account.apply(
      event, superbill: filed, cause: .derived(from: String(seed), String(count)), now: now)
    if account != before { file(event) }
    narrator?("\(event)\n  \(actions)\n  \(account.state) \(account.balance)")
    let wasAllowed = account.state == before.state || Self.next[before.state]!.contains(account.state)
    require(wasAllowed || account.state == .inReview, "goes from \(before.state) to \(account.state)")
    if isRepeat {
      require(account == before && actions.isEmpty, "a repeated message changes nothing: \(event)")
    }
    for entry in actions.entries {
      require(entry.amount > .zero && entry.debit != entry.credit, "an entry moves money")
      require(entry.cause == .derived(from: String(seed), String(count)), "an entry names what caused it")
      ledger.post(entry)
      kinds.insert(entry.kind)
    }
    let balance = account.balance
    require(ledger == balance, "the account's balance is the sum of its entries")
    require(balance.isBalanced, "charged = paid + given up + open")
    for amount in [
      balance.charged, balance.writtenOff, balance.patientPaid, balance.refundDue, balance.inCollections,
    ] {
      require(amount >= .zero, "no negative total: \(balance)")
    }
    // A payer may take back more than it has paid, by a reversal and by another payment, or what it was given back before:
    // then a person looks.
    require(
      balance.insurerPaid >= .zero - refunded
        || !account.recoupments.isEmpty && (account.state == .inReview || !account.resolutions.isEmpty),
      "no insurer has less than nothing: \(balance)")
    if [.awaitingPatient, .closed, .inCollections].contains(account.state) {
      require(balance.openInsurance == .zero, "the insurer is done")
    }
    require(account.followUp != nil || account.state.isFinal || account.coding == nil, "nobody is waited for forever")
    for action in actions { respond(to: action) }
    if account.state == .awaitingRecoupment, before.state != .awaitingRecoupment, chance(50) {
      send(.recouped(-balance.openInsurance, payer: "ACMEHLTH", reference: "T\(count) 0"))
    }
  }

  private mutating func file(_ event: AccountEvent) {
    switch event {
    case .superbillReceived(let superbill), .recoded(let superbill, _): filed = superbill
    case .registrationAnswered(let superbill?, _, _): filed = superbill
    default: break
    }
  }

  private mutating func respond(to action: AccountAction) {
    switch action {
    case .submit(let claim):
      require(claim.balancesOtherPayers, "what earlier payers decided adds up")
      require(
        claim.responsibility == .primary || !claim.otherPayers.isEmpty, "a later payer is told of the earlier ones")
      receive(claim)
    case .requestRecode(let request):
      switch Int.random(in: 0..<10, using: &random) {
      case 0: send(.recodeUnanswerable(round: request.round))
      case 1...3: send(.codingUpheld(round: request.round))
      default:
        superbill.diagnoses = [DiagnosisCode("E11\(request.round)"), "I10"]
        if chance(40) { superbill.services[0].procedure = ["99212", "99214"].randomElement(using: &random)! }
        send(.recoded(superbill, round: request.round))
      }
    case .queryRegistration(let query):
      if chance(50) {
        for index in superbill.registration.coverages.indices { superbill.registration.coverages[index].member = "M77" }
        if chance(5) { superbill.registration.coverages = [] }
        send(.registrationAnswered(superbill, authorization: chance(50) ? "A1" : "", round: query.round))
      } else if chance(90) {
        send(.registrationAnswered(nil, authorization: "", round: query.round))
      }
    case .submitAppeal(let appeal):
      let isUpheld = chance(50)
      send(.appealDecided(appeal.payerClaimNumber, isUpheld ? .upheld : .overturned))
      if !isUpheld, let prior = payments[appeal.payerClaimNumber] {
        sendPayment(Fixtures.reversal(of: prior.payment), of: prior.claim)
        decide(prior.claim, refusing: 10)
      }
    case .issueStatement(let statement):
      if chance(15) { return }
      let paid =
        chance(15)
        ? Money(cents: max(1, statement.amount.cents / 2))
        : chance(5) ? statement.amount + Money(cents: 700) : statement.amount
      send(.patientPaid(paid, reference: "R\(count)"))
    case .inquire(let inquiry):
      if chance(70) {
        let category = ["A4", "A2", "A7", "P1", "F1", "D0", "E1", "R1"].randomElement(using: &random)!
        send(.statusReported(inquiry.controlNumber, ClaimStatusCode(category: category, code: "3")))
      }
    case .setAside(let payment, _, _): require(false, "a payment of ours is set aside: \(payment.controlNumber)")
    case .refuse(let reason): require(false, reason)
    case .refundInsurer(_, let amount): refunded += amount
    case .post, .accountClosed, .escalate, .refundPatient: break
    }
  }

  /// A payer's answers to a claim, all at once; the order in which they arrive is left to chance.
  private mutating func receive(_ claim: Claim) {
    if chance(2) { return }
    if chance(4) { return send(.batchRejected(claim.controlNumber, filed)) }
    send(.batchAccepted(claim.controlNumber))
    if chance(6) {
      let code = ["255", "477", "562", "454", "54"].randomElement(using: &random)!
      return send(
        .claimStatus(Fixtures.status(of: claim, rejected: ClaimStatusCode(category: "A7", code: code))))
    }
    send(.claimStatus(Fixtures.status(of: claim)))
    if let number = claim.originalClaimNumber, let prior = payments[number] {
      sendPayment(Fixtures.reversal(of: prior.payment), of: prior.claim)
    }
    decide(claim, refusing: 25)
  }

  private mutating func decide(_ claim: Claim, refusing percent: Int) {
    let number = PayerClaimNumber("P\(payments.count + 1)")
    var payment: ClaimPayment
    if claim.otherPayers.isEmpty {
      payment = firstPayment(of: claim, number, refusing: percent)
      if chance(10) { payment.isForwarded = true }
    } else {
      payment = Fixtures.laterPayment(
        of: claim, number: number, leaving: chance(40) ? 50 : 0,
        Fixtures.LaterAnswer.allCases.randomElement(using: &random)!)
    }
    payments[number] = (claim, payment)
    sendPayment(payment, of: claim)
    if claim.responsibility == .secondary { second = payment }
    if payment.isForwarded, superbill.registration.coverages.count > 1, payment.patientResponsibility > .zero,
      payment.allAdjustments.allSatisfy({ ["45", "3"].contains($0.reason) })
    {
      crossOver(claim, payment)
    }
    if payment.paid > .zero, chance(3) { overpay(claim, payment) }
  }

  private mutating func firstPayment(
    of claim: Claim, _ number: PayerClaimNumber, refusing percent: Int
  ) -> ClaimPayment {
    let reasons: [AdjustmentReason] = ["11", "146", "29", "50", "97", "197", "150", "151", "4"]
    let whole: AdjustmentReason? = chance(4) ? ["22", "27", "109", "31", "16"].randomElement(using: &random)! : nil
    let answers = claim.lines.map { _ -> Fixtures.LineAnswer in
      if let whole { return .refuse(.contractualObligation, whole, whole == "16" ? ["MA130"] : []) }
      if chance(1) { return .refuse(.contractualObligation, "B7", []) }
      if chance(3) { return .refuse(.patientResponsibility, "204", []) }
      if chance(percent) {
        return .refuse(.contractualObligation, reasons.randomElement(using: &random)!, [])
      }
      return .pay(
        contractual: Int.random(in: 0..<800, using: &random),
        copay: chance(50) ? Int.random(in: 1...900, using: &random) : 0)
    }
    return Fixtures.payment(of: claim, number: number, answers: answers)
  }

  /// The next payer's answer to what the first one sent on, under the first claim's number; it may come first. What it has
  /// decided before it mostly takes back.
  private mutating func crossOver(_ claim: Claim, _ payment: ClaimPayment) {
    var forwarded = claim
    let coverage = superbill.registration.coverages[1]
    for index in forwarded.lines.indices {
      forwarded.lines[index].otherPayments = [
        OtherPayerPayment(
          payer: claim.coverage.payer, paid: payment.lines[index].paid, adjustments: payment.lines[index].adjustments)
      ]
    }
    let number = PayerClaimNumber("X\(payments.count + 1)")
    let answer = Fixtures.laterPayment(of: forwarded, number: number, leaving: chance(40) ? 50 : 0)
    if let second, chance(80) { send(.claimPayment(Fixtures.reversal(of: second), payer: coverage.payer)) }
    second = answer
    send(.claimPayment(answer, payer: coverage.payer))
  }

  /// The payer pays a second time, and may take it back with another payment or by a reversal.
  private mutating func overpay(_ claim: Claim, _ payment: ClaimPayment) {
    var again = payment
    again.payerClaimNumber = PayerClaimNumber("D\(payments.count + 1)")
    again.isForwarded = false
    guard again.allAdjustments.allSatisfy({ $0.reason == "45" }) else { return }
    payments[again.payerClaimNumber] = (claim, again)
    sendPayment(again, of: claim)
    if chance(30) { sendPayment(Fixtures.reversal(of: again), of: claim) }
  }

  private mutating func sendPayment(_ payment: ClaimPayment, of claim: Claim) {
    send(.claimPayment(payment, payer: claim.coverage.payer))
  }

  private mutating func send(_ event: AccountEvent) { waiting.append((event, false)) }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func require(_ holds: Bool, _ rule: String) {
    if !holds { broken.append(rule) }
  }
}
