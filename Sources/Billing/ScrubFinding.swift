import ClaimModel

/// A reason why a claim may not leave the office: something is missing, or does not fit.
///
/// It names the place and never the content: no patient data.
public struct ScrubFinding: Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var problem: Problem
  /// Where.
  public var field: Field
  /// The service line, from 1; `nil` for the claim.
  public var line: Int?

  /// A finding at the given place.
  public init(_ problem: Problem, _ field: Field, line: Int? = nil) {
    self.problem = problem
    self.field = field
    self.line = line
  }

  /// The problem, the field and the line, for instance `missing member`, `inconsistent pointers in line 2`.
  public var description: String { "\(problem) \(field)" + (line.map { " in line \($0)" } ?? "") }

  /// What can be wrong.
  public enum Problem: String, Hashable, Sendable {
    /// It is not there.
    case missing
    /// It is there and cannot be right.
    case inconsistent
    /// It is there twice.
    case duplicate
  }

  /// Where something can be wrong.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// The coverage: the patient has none.
    case coverage
    /// The payer's identifier.
    case payer
    /// The member's number.
    case member
    /// The patient's name.
    case patientName
    /// The patient's address.
    case patientAddress
    /// The date of birth.
    case birthDate
    /// The rendering provider's NPI.
    case renderingNPI
    /// The rendering provider's name.
    case renderingName
    /// The billing provider's NPI.
    case billingNPI
    /// The billing provider's name.
    case billingName
    /// The billing provider's tax number.
    case taxID
    /// The billing provider's address.
    case billingAddress
    /// The place of service.
    case placeOfService
    /// The day of service.
    case dateOfService
    /// The diagnoses.
    case diagnoses
    /// The services.
    case services
    /// A procedure.
    case procedure
    /// Modifiers.
    case modifiers
    /// Units.
    case units
    /// Diagnosis pointers.
    case pointers
    /// A charge: the procedure has no price.
    case charge
    /// The payer's number of the claim that is replaced or voided.
    case originalClaimNumber
    /// The authorization that the payer wants for the procedure.
    case authorization
    /// What earlier payers decided: missing on a claim to a later payer, or does not add up.
    case otherPayers

    /// Whether the practice has registered it, and can correct it.
    public var isRegistered: Bool {
      switch self {
      case .coverage, .payer, .member, .patientName, .patientAddress, .birthDate, .renderingNPI, .renderingName,
        .billingNPI, .billingName, .taxID, .billingAddress, .placeOfService, .dateOfService, .authorization:
        true
      case .diagnoses, .services, .procedure, .modifiers, .units, .pointers, .charge, .originalClaimNumber,
        .otherPayers:
        false
      }
    }

    /// What mends it, in words.
    public var remedy: String {
      switch self {
      case .coverage: "register the patient's insurance, or bill the patient"
      case .payer: "enter the payer's identifier from the card or the payer's list"
      case .member: "enter the member number as printed on the card: 2 to 80 characters without spaces"
      case .patientName: "enter the patient's family name"
      case .patientAddress: "enter street, city, two-letter state and a ZIP code of 5 or 9 digits"
      case .birthDate: "enter the date of birth"
      case .renderingNPI: "enter the clinician's NPI: ten digits, the last a check digit"
      case .renderingName: "enter the clinician's family name"
      case .billingNPI: "enter the practice's NPI: ten digits, the last a check digit"
      case .billingName: "enter the practice's name"
      case .taxID: "enter the practice's employer identification number: nine digits"
      case .billingAddress: "enter the practice's street, city, two-letter state and ZIP code"
      case .placeOfService: "enter the place of service: two digits"
      case .dateOfService: "enter the day of service: not before the birth, not after today"
      case .diagnoses: "the coding office sends 1 to 12 different ICD-10-CM codes"
      case .services: "the coding office sends 1 to 50 services; one rendered twice has units or a modifier"
      case .procedure: "the coding office sends a CPT or HCPCS code of five characters"
      case .modifiers: "the coding office sends at most 4 different modifiers of two characters"
      case .units: "the coding office sends units from 1 to 99,999,999"
      case .pointers: "the coding office points each service to 1 to 4 of the diagnoses"
      case .charge: "set a price for the procedure in the chargemaster"
      case .originalClaimNumber: "replace or void only a claim that the payer has numbered, and first claims without it"
      case .authorization: "ask the payer for an authorization and register its number"
      case .otherPayers: "post the earlier payer's remittance in full before the next payer is billed"
      }
    }
  }
}
