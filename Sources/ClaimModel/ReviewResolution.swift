/// What a person in the billing office decides about an account that waits for one.
public struct ReviewResolution: Hashable, Sendable {
  /// The visit.
  public var visit: VisitID
  /// What is to be done.
  public var decision: Decision
  /// Why, in the person's own words; they stay on the account.
  public var reason: String
  /// Who decided.
  public var decidedBy: String

  /// A decision of the given kind.
  public init(visit: VisitID, decision: Decision, reason: String = "", decidedBy: String = "") {
    self.visit = visit
    self.decision = decision
    self.reason = reason
    self.decidedBy = decidedBy
  }

  /// What can be done about an account that waits for a person.
  public enum Decision: String, Hashable, Sendable, CaseIterable {
    /// The documentation that the payer wants goes to it, and it decides again.
    case sendRecords = "send-records"
    /// The payer is asked to decide again, whatever the limit and the window of appeals.
    case appeal
    /// A claim goes out again: a replacement where a decision stands, else a first claim.
    case resubmit
    /// The coding office is asked once more.
    case recode
    /// The practice is asked once more about what it has registered.
    case askPractice = "ask-practice"
    /// The next payer is billed for what this one leaves open.
    case nextPayer = "next-payer"
    /// What is open with the insurer is the patient's.
    case billPatient = "bill-patient"
    /// What is open with the insurer is given up, and nothing is waited for from it; where nothing is open with it, what is
    /// open with the patient is given up.
    case writeOff = "write-off"
    /// Money that is due to the patient, or to the insurer, is given back.
    case refund
    /// Nobody has to do anything: the account waits on, or goes where it would have gone.
    case carryOn = "carry-on"
  }
}

/// Whose a payment is that matched nothing, as a person has found out.
public struct PaymentPlacement: Hashable, Sendable {
  /// The payment's id on the work list.
  public var payment: String
  /// Our number of the claim it decides on; `nil` when it is nobody's here and goes back to its payer.
  public var controlNumber: PatientControlNumber?
  /// Why, in the person's own words.
  public var reason: String
  /// Who decided.
  public var decidedBy: String

  /// A payment's place.
  public init(payment: String, controlNumber: PatientControlNumber?, reason: String = "", decidedBy: String = "") {
    self.payment = payment
    self.controlNumber = controlNumber
    self.reason = reason
    self.decidedBy = decidedBy
  }
}
