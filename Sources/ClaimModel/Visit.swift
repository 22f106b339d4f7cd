/// The group of coders that works a visit; each has a queue of its own.
public enum Specialty: String, Hashable, Sendable, CaseIterable {
  /// Family medicine, pediatrics, general practice, preventive care.
  case primaryCare = "primary-care"
  /// Internal medicine and its branches, neurology, psychiatry, dermatology.
  case medical
  /// Surgery and its branches, orthopedics, obstetrics, emergency care of injuries.
  case surgical
}

/// One documented outpatient visit, as the practice hands it to the coding office. The one type that holds the chart.
public struct Visit: Hashable, Sendable {
  /// The visit's pseudonym.
  public var id: VisitID
  /// What the visit is filed under: people, insurance, providers, date and place.
  public var registration: Registration
  /// Which coders read it.
  public var specialty: Specialty
  /// Whether the patient has been seen in this practice and specialty in the three years before; `nil` if not known.
  public var isEstablishedPatient: Bool?
  /// Minutes the clinician spent on the day of the visit, when documented; E/M may be chosen by them.
  public var totalMinutes: Int?
  /// What was documented, in the order it stands in the source.
  public var documentation: [DocumentationItem]

  /// A visit of the given registration and documentation.
  public init(
    id: VisitID, registration: Registration, specialty: Specialty, isEstablishedPatient: Bool? = nil,
    totalMinutes: Int? = nil, documentation: [DocumentationItem]
  ) {
    self.id = id
    self.registration = registration
    self.specialty = specialty
    self.isEstablishedPatient = isEstablishedPatient
    self.totalMinutes = totalMinutes
    self.documentation = documentation
  }
}

/// The administrative side of a visit: all that the billing office needs beside the codes, and nothing clinical.
public struct Registration: Hashable, Sendable {
  /// Who was seen.
  public var patient: Patient
  /// The insurances in the order they pay; empty for a patient who pays alone.
  public var coverages: [Coverage]
  /// Who saw the patient.
  public var rendering: RenderingProvider
  /// Who bills.
  public var billing: BillingProvider
  /// The day of the visit.
  public var dateOfService: CalendarDate
  /// Where it was.
  public var placeOfService: PlaceOfService

  /// A registration of its parts.
  public init(
    patient: Patient, coverages: [Coverage], rendering: RenderingProvider, billing: BillingProvider,
    dateOfService: CalendarDate, placeOfService: PlaceOfService = .office
  ) {
    self.patient = patient
    self.coverages = coverages
    self.rendering = rendering
    self.billing = billing
    self.dateOfService = dateOfService
    self.placeOfService = placeOfService
  }
}

/// One thing in a visit's chart.
public struct DocumentationItem: Hashable, Sendable {
  /// What it is.
  public var kind: Kind
  /// Its words: a whole note, or the display text of a coded entry.
  public var text: String
  /// The codes the source gives it, empty for free text.
  public var codings: [Coding]
  /// Where it stands in the source: a FHIR reference (`Condition/a8a4…`) or a file name.
  public var source: String
  /// How the source means it.
  public var standing: Standing
  /// Its place among the visit's diagnoses, from 1, where the source ranks them.
  public var rank: Int?

  /// An item of the given kind and text.
  public init(
    kind: Kind, text: String, codings: [Coding] = [], source: String, standing: Standing = .current, rank: Int? = nil
  ) {
    self.kind = kind
    self.text = text
    self.codings = codings
    self.source = source
    self.standing = standing
    self.rank = rank
  }

  /// What a documentation item is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A clinical note in free text.
    case note
    /// What kind of encounter it was (FHIR Encounter.type).
    case encounterType
    /// Why the patient came (FHIR Encounter.reasonCode).
    case reason
    /// A problem or diagnosis (FHIR Condition) recorded at this visit.
    case condition
    /// A procedure performed.
    case procedure
    /// A vaccine given.
    case immunization
    /// A result or vital sign.
    case observation
    /// A diagnostic report, for instance a laboratory panel.
    case report
    /// A medication prescribed.
    case medication
    /// The clinician's answer to a documentation query.
    case amendment
    /// A service asked for and not yet done (FHIR ServiceRequest).
    case order
    /// A medication that the patient takes, whoever prescribed it (FHIR MedicationStatement).
    case medicationTaken
    /// A medication given at the visit (FHIR MedicationAdministration).
    case medicationGiven
    /// An allergy or intolerance recorded at the visit.
    case allergy
    /// A relative's condition recorded at the visit.
    case familyHistory
  }

  /// How a source that keeps entries with a status means one, on the day of the visit.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// It holds; also what a source without statuses says.
    case current
    /// A list kept across visits names it, and nothing says that this visit dealt with it.
    case listed
    /// A drug taken for long.
    case lasting
    /// Neither felt nor found any more, and it may come back.
    case inactive
    /// It was over before the visit.
    case resolved
    /// It is suspected and not confirmed.
    case uncertain
    /// It was ruled out.
    case refuted
    /// It began after the visit.
    case later
  }

  /// A code of some terminology.
  public struct Coding: Hashable, Sendable {
    /// The terminology's URI, for instance `http://snomed.info/sct`.
    public var system: String
    /// The code.
    public var code: String

    /// A code of a terminology.
    public init(system: String, code: String) {
      self.system = system
      self.code = code
    }
  }
}
