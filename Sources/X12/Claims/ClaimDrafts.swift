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
  var patient = Patient(
    name: PersonName(last: "", first: ""), birthDate: CalendarDate(daysSinceEpoch: 0), sex: .unknown,
    address: Address(line: "", city: "", state: "", zip: ""))
  var hasStreet = false
  var hasCity = false
  var hasDemographics = false
}

/// A subscriber as far as it was read (2000B).
struct SubscriberDraft {
  var person = PatientDraft()
  var coverage = Coverage(payer: "", payerName: "", member: "")
  var responsibility = PayerResponsibility.primary
  /// Whether an HL opened it.
  var isOpen = false
  var isChecked = false
}

/// A claim as far as it was read (2300).
struct ClaimDraft {
  var controlNumber: PatientControlNumber = ""
  var frequency = ClaimFrequency.original
  var original: PayerClaimNumber?
  var placeOfService = PlaceOfService.office
  var diagnoses: [DiagnosisCode] = []
  var rendering: RenderingProvider?
  var lineRendering: RenderingProvider?
  /// Most claims have no more lines than are set aside.
  var lines: [ClaimLine] = {
    var lines: [ClaimLine] = []
    lines.reserveCapacity(4)
    return lines
  }()
}

/// A service line as far as it was read (2400).
struct LineDraft {
  var service: ServiceLine?
  var charge = Money.zero
  var date: CalendarDate?
  var controlNumber = ""
}
