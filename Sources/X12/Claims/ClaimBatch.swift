import ClaimModel

/// Professional claims that are sent together: the content of one 837P transaction (005010X222A1).
public struct ClaimBatch: Hashable, Sendable {
  /// The sender's reference of the batch, at most 50 characters (BHT03); the 277CA answers to it.
  public var reference: String
  /// Who sends the claims (1000A).
  public var submitter: ClaimSubmitter
  /// Who receives them (1000B).
  public var receiver: ClaimReceiver
  /// The claims. Written in groups of the same billing provider, each group where its first claim stands.
  public var claims: [Claim]

  /// A batch of the given claims.
  public init(reference: String, submitter: ClaimSubmitter, receiver: ClaimReceiver, claims: [Claim]) {
    self.reference = reference
    self.submitter = submitter
    self.receiver = receiver
    self.claims = claims
  }
}

/// Who submits claims (837P loop 1000A); the receiver of the 277CA.
public struct ClaimSubmitter: Hashable, Sendable {
  /// The organization's name (NM103).
  public var name: String
  /// Its identifier at the receiver (NM109).
  public var identifier: String
  /// Whom to ask (PER02).
  public var contactName: String
  /// Their telephone number, ten digits (PER04).
  public var contactPhone: String

  /// A submitter of the given identity.
  public init(name: String, identifier: String, contactName: String, contactPhone: String) {
    self.name = name
    self.identifier = identifier
    self.contactName = contactName
    self.contactPhone = contactPhone
  }
}

/// Who receives claims (837P loop 1000B): a payer or a clearinghouse.
public struct ClaimReceiver: Hashable, Sendable {
  /// The organization's name (NM103).
  public var name: String
  /// Its identifier (NM109).
  public var identifier: String

  /// A receiver of the given identity.
  public init(name: String, identifier: String) {
    self.name = name
    self.identifier = identifier
  }
}
