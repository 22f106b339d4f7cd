import ClaimModel

/// A remittance as it was received: the content of one 835 transaction (005010X221A1).
public struct PaymentAdvice: Hashable, Sendable {
  /// The payment and its explanation.
  public var remittance: Remittance
  /// The amount that is said to be paid (BPR02). It should be `Remittance.total`; the reader does not insist.
  public var amount: Money
  /// How it is paid (BPR04): `ACH`, `CHK`, `NON`, `BOP`, `FWT`.
  public var method: String

  /// An advice of its parts.
  public init(remittance: Remittance, amount: Money, method: String) {
    self.remittance = remittance
    self.amount = amount
    self.method = method
  }
}

/// What an 835 says of the payer beside the remittance.
public struct RemittancePayer: Hashable, Sendable {
  /// Where the payer is.
  public var address: Address
  /// The payer's employer identification number, nine digits; TRN03 and BPR10 are `1` and this.
  public var taxID: String
  /// Whom to ask about the transaction (PER02).
  public var contactName: String
  /// Their telephone number, ten digits (PER04).
  public var contactPhone: String
  /// The accounts of a bank transfer; without them payments are made by check.
  public var transfer: BankTransfer?

  /// A payer of the given details.
  public init(
    address: Address, taxID: String, contactName: String, contactPhone: String, transfer: BankTransfer? = nil
  ) {
    self.address = address
    self.taxID = taxID
    self.contactName = contactName
    self.contactPhone = contactPhone
    self.transfer = transfer
  }

  /// From which account to which an ACH payment goes.
  public struct BankTransfer: Hashable, Sendable {
    /// The payer's bank: a routing number of nine digits (BPR07).
    public var originRouting: String
    /// The payer's account (BPR09).
    public var originAccount: String
    /// The payee's bank: a routing number of nine digits (BPR13).
    public var destinationRouting: String
    /// The payee's account (BPR15).
    public var destinationAccount: String

    /// A transfer between the given accounts.
    public init(
      originRouting: String, originAccount: String, destinationRouting: String, destinationAccount: String
    ) {
      self.originRouting = originRouting
      self.originAccount = originAccount
      self.destinationRouting = destinationRouting
      self.destinationAccount = destinationAccount
    }
  }
}
