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
  }

  /// Where something can be wrong.
  public enum Field: String, Hashable, Sendable {
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
  }
}
