import ClaimModel

/// A billing provider as far as it was read (2000A).
struct ProviderDraft {
  var provider = BillingProvider(
    npi: "", name: "", taxID: "", address: Address(line: "", city: "", state: "", zip: ""))
  var taxonomy = ""
  /// The name as a person's, for claims whose rendering provider is the billing provider.
  var person: PersonName?
}

/// A person's demographics as far as they were read (2010BA, 2010CA).
struct PatientDraft {
  var patient = Patient.unread
  var hasStreet = false
  var hasCity = false
  var hasDemographics = false
}

/// A subscriber as far as it was read (2000B).
struct SubscriberDraft {
  var person = PatientDraft()
  var coverage = Coverage.unread
  var responsibility = PayerResponsibility.primary
  /// Whether an HL opened it.
  var isOpen = false
  var isChecked = false
  /// Whether the claim has taken its texts with it, which are therefore empty.
  var isEmptied = false

  /// Makes it one of which nothing was read.
  mutating func clear() {
    guard isEmptied else {
      self = SubscriberDraft()
      return
    }
    (person.hasStreet, person.hasCity, person.hasDemographics) = (false, false, false)
    (isOpen, isChecked, isEmptied) = (false, false, false)
    responsibility = .primary
  }
}

/// A claim as far as it was read (2300).
struct ClaimDraft {
  var controlNumber: PatientControlNumber = ""
  var frequency = ClaimFrequency.original
  var placeOfService: PlaceOfService = ""
  var statedTotal = Money.zero
  var original: PayerClaimNumber?
  var authorization = ""
  var diagnoses: [DiagnosisCode] = []
  var rendering: RenderingProvider?
  var otherPayers: [OtherPayerDraft] = []
  var lines: [ClaimLine] = []
}

/// What was read of a service line (2400) beside its service, with which it is put among the claim's lines.
struct LineDraft {
  /// Whether the line is among the claim's.
  var hasService = false
  var hasDate = false
  var dateOfService = CalendarDate(daysSinceEpoch: 0)
  var lastDateOfService: CalendarDate?
  var controlNumber = ""
  var otherPayments: [OtherPayerPayment] = []
}

extension Patient {
  /// A patient of whom nothing was read.
  @inline(__always)
  static var unread: Patient {
    Patient(
      name: PersonName(last: "", first: ""), birthDate: CalendarDate(daysSinceEpoch: 0), sex: .unknown,
      address: Address(line: "", city: "", state: "", zip: ""))
  }
}

extension Coverage {
  /// A coverage of which nothing was read.
  @inline(__always)
  static var unread: Coverage { Coverage(payer: "", payerName: "", member: "") }
}

/// A value whose place is left to another: it is moved, not copied.
@inline(__always)
func taken<Value>(_ value: inout Value, leaving other: Value) -> Value {
  var other = other
  swap(&value, &other)
  return other
}

/// Another payer of a claim as far as it was read (2320 to 2330B, and what 2430 says of it).
struct OtherPayerDraft {
  var responsibility: PayerResponsibility
  var coverage: Coverage
  var claimNumber: PayerClaimNumber = ""
  var paid = Money.zero
  /// What the claim says that it left to be paid (2320 AMT*EAF).
  var remaining: Money?
  /// What the lines say that it left to be paid (2430 AMT*EAF).
  var lineRemaining: Money?
  var adjustments: [Adjustment] = []
  var decided: CalendarDate?

  /// Its decision; `nil` when it has not decided, for instance because its turn comes later.
  /// - Parameter lines: The claim's lines, whose patient amounts stand in for AMT*EAF where it was not sent.
  func decision(on lines: [ClaimLine]) -> OtherPayer? {
    guard let decided else { return nil }
    func patients() -> Money {
      let payments = lines.flatMap(\.otherPayments).filter { $0.payer == coverage.payer }
      return payments.map(\.patientResponsibility).sum()
        + adjustments.filter { $0.group == .patientResponsibility }.map(\.amount).sum()
    }
    return OtherPayer(
      responsibility: responsibility, coverage: coverage, claimNumber: claimNumber, paid: paid,
      remaining: remaining ?? lineRemaining ?? patients(), adjustments: adjustments, decided: decided)
  }
}
