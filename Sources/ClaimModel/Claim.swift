/// What a claim submission is for (CLM05-3).
public enum ClaimFrequency: String, Hashable, Sendable, CaseIterable {
  /// A first submission.
  case original = "1"
  /// An adjustment of one, in payers' older guides; taken for a replacement, and needs the payer's claim number too.
  case adjustment = "6"
  /// A replacement of a claim the payer has adjudicated; needs the payer's claim number.
  case replacement = "7"
  /// A void of a claim the payer has adjudicated; needs the payer's claim number.
  case void = "8"

  /// Whether the claim stands in place of one the payer has adjudicated.
  public var replaces: Bool { self == .replacement || self == .adjustment }
}

/// Which payer in turn a claim is sent to (SBR01).
public enum PayerResponsibility: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The first payer.
  case primary = "P"
  /// The second payer.
  case secondary = "S"
  /// The third payer.
  case tertiary = "T"

  /// Whether the left one is asked before the right one.
  public static func < (left: PayerResponsibility, right: PayerResponsibility) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A professional claim: the content of one 837P loop 2300 with its subscriber and providers.
public struct Claim: Hashable, Sendable {
  /// Our number for the claim (CLM01).
  public var controlNumber: PatientControlNumber
  /// First submission, replacement or void.
  public var frequency: ClaimFrequency
  /// The payer's number of the claim that is replaced or voided (REF*F8).
  public var originalClaimNumber: PayerClaimNumber?
  /// Which payer in turn this one is.
  public var responsibility: PayerResponsibility
  /// Who was seen: the subscriber, or a dependent (``isDependent``).
  public var patient: Patient
  /// The insurance the claim is sent to.
  public var coverage: Coverage
  /// Who rendered the services.
  public var rendering: RenderingProvider
  /// Who is paid.
  public var billing: BillingProvider
  /// Where the services were rendered.
  public var placeOfService: PlaceOfService
  /// Diagnoses, principal first; 1 to 12 (HI).
  public var diagnoses: [DiagnosisCode]
  /// Service lines, 1 to 50 (2400).
  public var lines: [ClaimLine]
  /// The payers that decided before, in their turn; none on a claim to the primary payer (2320).
  public var otherPayers: [OtherPayer]
  /// The number under which the payer authorized the services (REF*G1); empty when there is none.
  public var authorizationNumber: String
  /// Whether the patient is a dependent of the member, with a loop 2000C of its own, and not the subscriber.
  public var isDependent: Bool
  /// The total that the claim states (CLM02), where it is not the sum of the lines; `nil` where it is.
  public var statedTotal: Money?
}

// The initializer that every structure has puts all parts in their places at once. One that sets them one by one would make
// a copy of the claim at its end; so this one only calls that.
extension Claim {
  /// A claim of its parts.
  public init(
    controlNumber: PatientControlNumber, frequency: ClaimFrequency = .original,
    originalClaimNumber: PayerClaimNumber? = nil, responsibility: PayerResponsibility = .primary, patient: Patient,
    coverage: Coverage, rendering: RenderingProvider, billing: BillingProvider, placeOfService: PlaceOfService,
    diagnoses: [DiagnosisCode], lines: [ClaimLine], authorizationNumber: String = "",
    otherPayers: [OtherPayer] = [], isDependent: Bool = false, statedTotal: Money? = nil
  ) {
    self.init(
      controlNumber: controlNumber, frequency: frequency, originalClaimNumber: originalClaimNumber,
      responsibility: responsibility, patient: patient, coverage: coverage, rendering: rendering, billing: billing,
      placeOfService: placeOfService, diagnoses: diagnoses, lines: lines, otherPayers: otherPayers,
      authorizationNumber: authorizationNumber, isDependent: isDependent, statedTotal: statedTotal)
  }

  /// The claim's total charge: the sum of its lines.
  public var totalCharge: Money { lines.map(\.charge).sum() }
  /// The first day of its services; `nil` of a claim without lines.
  public var firstDay: CalendarDate? { lines.map(\.dateOfService).min() }
  /// The last day of its services.
  public var lastDay: CalendarDate? { lines.map(\.lastDay).max() }

  /// Where a line's service was rendered: as the line says, else as the claim does.
  ///
  /// Source: 837P TR3, SV105 (sent where it differs from CLM05-1).
  public func place(of line: ClaimLine) -> PlaceOfService { line.placeOfService ?? placeOfService }

  /// Who rendered a line's service: as the line says, else as the claim does.
  ///
  /// Source: 837P TR3, loop 2420A (sent where it differs from 2310B, or from who bills).
  public func rendering(of line: ClaimLine) -> RenderingProvider { line.rendering ?? rendering }

  /// Everybody who rendered a service of the claim.
  public var renderingProviders: [RenderingProvider] { [rendering] + lines.compactMap(\.rendering) }
}

/// One service line of a claim (837P loop 2400).
public struct ClaimLine: Hashable, Sendable {
  /// Codes, units and pointers.
  public var service: ServiceLine
  /// The charge for all units (SV102).
  public var charge: Money
  /// The day of the service, or the first of several (DTP*472).
  public var dateOfService: CalendarDate
  /// The last day of a service of several days (DTP*472*RD8); `nil` when a single day was told.
  public var lastDateOfService: CalendarDate?
  /// Our number for the line (REF*6R), returned in the 835; empty when there is none.
  public var controlNumber: String
  /// What earlier payers decided on the line, in their turn (2430).
  public var otherPayments: [OtherPayerPayment]
  /// What differs from the claim. In a box: few lines have any, and all are moved.
  private var difference: Difference

  private indirect enum Difference: Hashable, Sendable {
    case none
    case some(place: PlaceOfService?, rendering: RenderingProvider?)
  }

  /// A line of the given service and charge.
  public init(
    service: ServiceLine, charge: Money, dateOfService: CalendarDate, through lastDateOfService: CalendarDate? = nil,
    controlNumber: String = "", otherPayments: [OtherPayerPayment] = []
  ) {
    difference = .none
    self.service = service
    self.charge = charge
    self.dateOfService = dateOfService
    self.lastDateOfService = lastDateOfService
    self.controlNumber = controlNumber
    self.otherPayments = otherPayments
  }

  /// The last day of the service, which is most often its only one.
  public var lastDay: CalendarDate { lastDateOfService ?? dateOfService }

  /// Where the service was rendered, when it is not the claim's place (SV105); see ``Claim/place(of:)``.
  public var placeOfService: PlaceOfService? {
    get { if case .some(let place, _) = difference { place } else { nil } }
    set { differ(place: newValue, rendering: rendering) }
  }

  /// Who rendered the service, when that is not the claim's provider (2420A); see ``Claim/rendering(of:)``.
  public var rendering: RenderingProvider? {
    get { if case .some(_, let rendering) = difference { rendering } else { nil } }
    set { differ(place: placeOfService, rendering: newValue) }
  }

  private mutating func differ(place: PlaceOfService?, rendering: RenderingProvider?) {
    difference = place == nil && rendering == nil ? .none : .some(place: place, rendering: rendering)
  }
}
