import ClaimModel

/// A kind of visit that the generator makes: who comes with it, who sees them, and what is documented.
struct GeneratedProblem {
  /// What the chart of such a visit is.
  enum Chart {
    /// A note in free text.
    case note(NoteTemplate)
    /// Coded entries, as a FHIR bundle gives them.
    case items([DocumentationItem])
  }

  /// Which coders read it.
  var specialty: Specialty
  /// The ages of those who have it.
  var ages: ClosedRange<Int>
  /// The only sex that has it here; `nil` for either.
  var sex: Sex?
  /// Where it is seen.
  var place: PlaceOfService
  /// Whether the note states the minutes spent.
  var statesMinutes: Bool
  /// What is documented.
  var chart: Chart

  static func note(
    _ specialty: Specialty, ages: ClosedRange<Int>, sex: Sex? = nil, place: PlaceOfService = .office,
    statesMinutes: Bool = false, _ text: String
  ) -> GeneratedProblem {
    GeneratedProblem(
      specialty: specialty, ages: ages, sex: sex, place: place, statesMinutes: statesMinutes,
      chart: .note(NoteTemplate(text)))
  }

  static func items(_ specialty: Specialty, ages: ClosedRange<Int>, _ items: [DocumentationItem]) -> GeneratedProblem {
    GeneratedProblem(
      specialty: specialty, ages: ages, sex: nil, place: .office, statesMinutes: false, chart: .items(items))
  }

  /// Every kind, each as likely as the others.
  static let all = acute + chronic + injuries + preventive + coded
}

extension GeneratedProblem {
  /// Visits charted as coded entries.
  private static let coded: [GeneratedProblem] = [
    .items(.primaryCare, ages: 18...79, checkUp + [influenzaVaccine]),
    .items(
      .primaryCare, ages: 40...79,
      checkUp + [
        snomed(.condition, "38341003", "Hypertension"), loinc(.observation, "85354-9", "Blood Pressure: 152/94 mm[Hg]"),
        loinc(.report, "57698-3", "Lipid Panel"),
        rxnorm("310798", "Hydrochlorothiazide 25 MG Oral Tablet"),
      ]),
    .items(
      .primaryCare, ages: 18...69,
      symptom + [
        snomed(.reason, "444814009", "Viral sinusitis (disorder)"),
        snomed(.condition, "444814009", "Viral sinusitis (disorder)"),
        loinc(.observation, "8310-5", "Oral temperature: 37.9 Cel"),
      ]),
    .items(
      .primaryCare, ages: 5...40,
      symptom + [
        snomed(.reason, "195662009", "Acute viral pharyngitis (disorder)"),
        snomed(.condition, "195662009", "Acute viral pharyngitis (disorder)"),
        snomed(.procedure, "117015009", "Throat culture (procedure)"),
      ]),
    .items(
      .surgical, ages: 14...60,
      [
        snomed(.encounterType, "185347001", "Encounter for problem"),
        snomed(.condition, "44465007", "Sprain of ankle"), rxnorm("849574", "Naproxen sodium 220 MG Oral Tablet"),
      ]),
  ]

  private static let checkUp = [snomed(.encounterType, "185349003", "Encounter for check up (procedure)")]
  private static let symptom = [snomed(.encounterType, "185345009", "Encounter for symptom")]

  private static let influenzaVaccine = DocumentationItem(
    kind: .immunization, text: "Influenza, seasonal, injectable, preservative free",
    codings: [.init(system: "http://hl7.org/fhir/sid/cvx", code: "140")], source: "Immunization/1")

  private static func snomed(_ kind: DocumentationItem.Kind, _ code: String, _ text: String) -> DocumentationItem {
    let type =
      switch kind {
      case .condition: "Condition"
      case .procedure: "Procedure"
      default: "Encounter"
      }
    return DocumentationItem(
      kind: kind, text: text, codings: [.init(system: "http://snomed.info/sct", code: code)], source: type + "/1")
  }

  private static func loinc(_ kind: DocumentationItem.Kind, _ code: String, _ text: String) -> DocumentationItem {
    DocumentationItem(
      kind: kind, text: text, codings: [.init(system: "http://loinc.org", code: code)],
      source: kind == .report ? "DiagnosticReport/1" : "Observation/1")
  }

  private static func rxnorm(_ code: String, _ text: String) -> DocumentationItem {
    DocumentationItem(
      kind: .medication, text: text,
      codings: [.init(system: "http://www.nlm.nih.gov/research/umls/rxnorm", code: code)],
      source: "MedicationRequest/1")
  }
}
