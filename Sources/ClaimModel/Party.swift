/// Administrative sex as 837P DMG03 writes it.
public enum Sex: String, Hashable, Sendable, CaseIterable {
  /// Female.
  case female = "F"
  /// Male.
  case male = "M"
  /// Not known or not said.
  case unknown = "U"
}

/// A postal address in the United States.
public struct Address: Hashable, Sendable {
  /// Street and number (N301).
  public var line: String
  /// City (N401).
  public var city: String
  /// Two-letter state (N402).
  public var state: String
  /// ZIP code, five or nine digits without a hyphen (N403).
  public var zip: String

  /// An address of its four parts.
  public init(line: String, city: String, state: String, zip: String) {
    self.line = line
    self.city = city
    self.state = state
    self.zip = zip
  }
}

/// A person's name.
public struct PersonName: Hashable, Sendable {
  /// Family name (NM103).
  public var last: String
  /// Given name (NM104).
  public var first: String
  /// Middle name or initial (NM105), empty when there is none.
  public var middle: String

  /// A name of its parts.
  public init(last: String, first: String, middle: String = "") {
    self.last = last
    self.first = first
    self.middle = middle
  }
}

/// The patient of a visit. In this system the patient is always the subscriber (self).
public struct Patient: Hashable, Sendable {
  /// The patient's name.
  public var name: PersonName
  /// Date of birth.
  public var birthDate: CalendarDate
  /// Administrative sex.
  public var sex: Sex
  /// Where the patient lives.
  public var address: Address

  /// A patient of the given demographics.
  public init(name: PersonName, birthDate: CalendarDate, sex: Sex, address: Address) {
    self.name = name
    self.birthDate = birthDate
    self.sex = sex
    self.address = address
  }
}

/// What a patient's insurance card says.
public struct Coverage: Hashable, Sendable {
  /// The payer's identifier.
  public var payer: PayerID
  /// The payer's name.
  public var payerName: String
  /// The member's number.
  public var member: MemberID
  /// The group's number (SBR03), empty when there is none.
  public var group: String

  /// A coverage of the given payer and member.
  public init(payer: PayerID, payerName: String, member: MemberID, group: String = "") {
    self.payer = payer
    self.payerName = payerName
    self.member = member
    self.group = group
  }
}

/// The clinician who rendered the services (837P 2310B).
public struct RenderingProvider: Hashable, Sendable {
  /// The individual's NPI.
  public var npi: NPI
  /// The clinician's name.
  public var name: PersonName
  /// Health care provider taxonomy code (PRV03), for instance `207Q00000X`, family medicine.
  public var taxonomy: String

  /// A clinician of the given identity.
  public init(npi: NPI, name: PersonName, taxonomy: String) {
    self.npi = npi
    self.name = name
    self.taxonomy = taxonomy
  }
}

/// The practice that bills and is paid (837P 2010AA).
public struct BillingProvider: Hashable, Sendable {
  /// The organization's NPI.
  public var npi: NPI
  /// The organization's name.
  public var name: String
  /// Employer identification number: nine digits (REF*EI).
  public var taxID: String
  /// A street address; post office boxes are not allowed here.
  public var address: Address

  /// A practice of the given identity.
  public init(npi: NPI, name: String, taxID: String, address: Address) {
    self.npi = npi
    self.name = name
    self.taxID = taxID
    self.address = address
  }
}
