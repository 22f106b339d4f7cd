import ClaimModel

/// A party of a status request or its answer: an NM1 segment.
public struct StatusParty: Hashable, Sendable {
  /// Whether it is a person (NM102).
  public var isPerson: Bool
  /// The organization's name or the person's family name (NM103); empty when it was not sent.
  public var name: String
  /// A person's given name (NM104).
  public var first: String
  /// A person's middle name (NM105).
  public var middle: String
  /// What kind of identifier follows (NM108), for instance `PI`, `46`, `XX`, `MI`; empty for a dependent.
  public var qualifier: String
  /// The identifier (NM109).
  public var identifier: String

  /// An organization.
  public init(organization name: String, qualifier: String, identifier: String) {
    self.init(isPerson: false, name: name, qualifier: qualifier, identifier: identifier)
  }

  /// A person.
  public init(person name: PersonName, qualifier: String = "", identifier: String = "") {
    self.init(
      isPerson: true, name: name.last, first: name.first, middle: name.middle, qualifier: qualifier,
      identifier: identifier)
  }

  init(
    isPerson: Bool, name: String, first: String = "", middle: String = "", qualifier: String, identifier: String
  ) {
    self.isPerson = isPerson
    self.name = name
    self.first = first
    self.middle = middle
    self.qualifier = qualifier
    self.identifier = identifier
  }
}

/// Whose claim a status request or its answer is about: the levels of the hierarchy from payer to patient.
public struct StatusSubject: Hashable, Sendable {
  /// The payer (2100A).
  public var payer: StatusParty
  /// Who asks for the provider, for instance a clearinghouse (2100B).
  public var receiver: StatusParty
  /// The provider (2100C); `nil` in an answer to the receiver about all its requests.
  public var provider: StatusParty?
  /// The subscriber (2100D); `nil` in an answer about all requests of the provider.
  public var subscriber: StatusParty?
  /// The patient, when that is not the subscriber (2100E).
  public var dependent: StatusParty?
  /// The patient's date of birth (DMG02), in a request.
  public var birthDate: CalendarDate?
  /// The patient's sex (DMG03), in a request.
  public var sex: Sex?

  /// A subject of its levels.
  public init(
    payer: StatusParty, receiver: StatusParty, provider: StatusParty? = nil, subscriber: StatusParty? = nil,
    dependent: StatusParty? = nil, birthDate: CalendarDate? = nil, sex: Sex? = nil
  ) {
    self.payer = payer
    self.receiver = receiver
    self.provider = provider
    self.subscriber = subscriber
    self.dependent = dependent
    self.birthDate = birthDate
    self.sex = sex
  }
}

/// A number that a claim is known by (REF): `1K` the payer's, `EJ` the provider's, `BLT` the type of bill, `D9` a
/// clearinghouse's, `XZ` a pharmacy's, `6P` the group's, `LU` a location.
public struct StatusReference: Hashable, Sendable {
  /// What kind of number it is (REF01).
  public var qualifier: String
  /// The number (REF02).
  public var value: String

  /// A number of the given kind.
  public init(qualifier: String, value: String) {
    self.qualifier = qualifier
    self.value = value
  }
}

extension [StatusReference] {
  /// The provider's number of the claim (REF*EJ).
  public var controlNumber: PatientControlNumber? { value("EJ").map { PatientControlNumber($0) } }

  /// The payer's number of the claim (REF*1K).
  public var payerClaimNumber: PayerClaimNumber? { value("1K").map { PayerClaimNumber($0) } }

  private func value(_ qualifier: String) -> String? { first { $0.qualifier == qualifier }?.value }
}

/// The days of a service (DTP*472): one or several.
public struct ServicePeriod: Hashable, Sendable {
  /// The first day.
  public var first: CalendarDate
  /// The last day; `nil` when a single day was sent.
  public var last: CalendarDate?

  /// A period of the given days.
  public init(_ first: CalendarDate, through last: CalendarDate? = nil) {
    self.first = first
    self.last = last
  }
}
