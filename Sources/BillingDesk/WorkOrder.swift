import Billing
import ClaimModel
import Messages
import Office

/// What a person has decided about something on the work list: held against the store, and ready to be sent to the office's
/// workers. They look again when it comes; until then nothing has changed.
public struct WorkOrder: Sendable {
  /// What is sent.
  public let publication: Publication
  /// What comes of it as far as the store tells, a line for each step.
  public let steps: [String]

  /// Why there is no order.
  public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The store cannot be read.
    case store(StoreError)
    /// It cannot be done.
    case refused(String)

    /// One line.
    public var description: String {
      switch self {
      case .store(let error): error.description
      case .refused(let reason): reason
      }
    }
  }

  /// A decision about an account.
  public init(
    _ resolution: ReviewResolution, in store: any Store, rules: BillingRules, now: Timestamp
  ) throws(Fault) {
    let visit = resolution.visit
    let (file, superbill) = try WorkOrder.account(of: visit, in: store)
    // Given twice it is one message; after anything else has happened to the account it is another.
    publication = WorkOrder.publication(
      of: .reviewResolved(resolution, sequence: file.sequence), by: resolution.decidedBy, now: now,
      id: .derived(from: "review-resolved", visit.rawValue, "\(file.sequence)", resolution.decision.rawValue))
    var account = file.account
    let actions = account.apply(
      .reviewResolved(resolution), superbill: superbill, cause: publication.message.id, now: now, rules: rules)
    if case .refuse(let reason)? = actions.first { throw .refused(reason) }
    let end = "then the account is \(account.state.rawValue)" + (account.review.isEmpty ? "" : ": \(account.review)")
    steps = actions.flatMap(\.words) + [end]
  }

  /// Where a payment belongs that matches nothing.
  public init(_ placement: PaymentPlacement, in store: any Store, now: Timestamp) throws(Fault) {
    let message = OfficeMessage.paymentPlaced(placement)
    let target = placement.controlNumber?.rawValue ?? ""
    publication = WorkOrder.publication(
      of: message, by: placement.decidedBy, now: now, id: .derived(from: "payment-placed", placement.payment, target))
    let keys =
      [BillingFile.key(ofUnmatched: placement.payment)]
      + (placement.controlNumber?.visit.map { [BillingFile.key(of: $0)] } ?? [])
    let cases = try WorkOrder.cases(keys, in: store)
    let placed: PlacedPayment
    do throws(PlacedPayment.Obstacle) {
      placed = try PlacedPayment(placement) { cases[$0] }
    } catch {
      throw .refused(error.reason)
    }
    let (paid, payer) = (placed.unmatched.payment.paid, placed.unmatched.payer)
    steps =
      placed.destination.map { ["\(paid) of \(payer) is posted to claim \($0.payment.controlNumber)"] }
      ?? ["\(paid) goes back to \(payer)"]
  }

  /// The account of a visit, and its superbill where it is filed.
  static func account(
    of visit: VisitID, in store: any Store
  ) throws(Fault) -> (file: BillingFile.AccountFile, superbill: Superbill?) {
    let (key, superbillKey) = (BillingFile.key(of: visit), BillingFile.key(ofSuperbill: visit))
    let cases = try cases([key, superbillKey], in: store)
    guard case .account(let file)? = cases[key] else { throw .refused("there is no account \(visit)") }
    guard case .superbill(let superbill)? = cases[superbillKey] else { return (file, nil) }
    return (file, superbill)
  }

  private static func cases(_ keys: [CaseKey], in store: any Store) throws(Fault) -> [CaseKey: BillingFile] {
    do throws(StoreError) {
      let stored = try store.transaction { transaction throws(StoreError) in try transaction.loadCases(keys) }
      return stored.compactMapValues { try? BillingFile(stored: $0) }
    } catch {
      throw .store(error)
    }
  }

  private static func publication(of message: OfficeMessage, by person: String, now: Timestamp, id: MessageID)
    -> Publication
  {
    Publication(Outgoing(message), id: id, timestamp: now, appID: "\(OfficeID.billing)/\(person)")
  }
}

extension AccountAction {
  /// What is done, for people; nothing of what is said in another way.
  fileprivate var words: [String] {
    switch self {
    case .submit(let claim):
      ["claim \(claim.controlNumber) of \(claim.totalCharge) goes to \(claim.coverage.payer)"]
    case .requestRecode: ["the coding office is asked for other codes"]
    case .queryRegistration: ["the practice is asked about what it has registered"]
    case .inquire(let inquiry): ["\(inquiry.payer) is asked what has become of \(inquiry.controlNumber)"]
    case .submitAppeal(let appeal):
      [
        "\(appeal.payer) is asked to decide again on \(appeal.payerClaimNumber)"
          + (appeal.hasRecords ? ", with records" : "")
      ]
    case .issueStatement(let statement): ["the patient gets a statement of \(statement.amount), due \(statement.due)"]
    case .refundPatient(let amount): ["the patient gets \(amount) back"]
    case .refundInsurer(let payer, let amount): ["\(payer) gets \(amount) back"]
    case .post(let entries): entries.map { "\($0.kind.rawValue) of \($0.amount)" }
    case .setAside, .accountClosed, .escalate, .refuse: []
    }
  }
}
