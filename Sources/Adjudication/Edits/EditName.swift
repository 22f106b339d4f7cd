/// The names of the edits after the front end, in the order they are applied; a plan lists those it does not apply.
public enum EditName: String, Hashable, Sendable, CaseIterable {
  /// Row 4: a member number that the plan does not know.
  case memberKnown = "member-known"
  /// Row 4: a service before the member's coverage.
  case coverageBegun = "coverage-begun"
  /// Row 4: a service after the member's coverage, or between two periods of it.
  case coverageEnded = "coverage-ended"
  /// Row 4: a dependent of a member whose plan covers none.
  case dependentCoverage = "dependent-coverage"
  /// Row 4: a dependent who is not among the member's.
  case dependentKnown = "dependent-known"
  /// Row 5: a service that another payer pays for the plan's members.
  case wrongPayer = "wrong-payer"
  /// Row 6: a first claim to this payer while another one is primary, or a later claim without its decision.
  case otherPayerFirst = "other-payer-first"
  /// Row 7: a service that was adjudicated before.
  case duplicateService = "duplicate"
  /// Row 8: a claim received after the plan's limit, counted in days from the service.
  case timelyFiling = "timely-filing"
  /// Row 9: a provider who was not enrolled on the day.
  case providerOnDate = "provider-on-date"
  /// Row 9: a procedure outside of the rendering provider's specialty.
  case providerSpecialty = "provider-specialty"
  /// Row 9: a visit billed by a type of provider that may not bill it.
  case providerType = "provider-type"
  /// Row 10: an external cause as the first diagnosis.
  case principalDiagnosis = "principal-diagnosis"
  /// Row 10: a visit whose rendering provider is the group that bills.
  case renderingProvider = "rendering-provider"
  /// Row 10: a subscriber's date of birth that is not the member's nor a dependent's.
  case patientMatches = "patient-matches"
  /// Row 11: a service that is decided on with its records, for instance an unlisted one.
  case recordsWanted = "records-wanted"
  /// Row 12: a procedure code that was not valid on the day.
  case procedureOnDate = "procedure-on-date"
  /// Row 12: a modifier that was not valid on the day, or never.
  case modifierOnDate = "modifier-on-date"
  /// Row 12: a diagnosis that was not valid, or not specific enough, on the day.
  case diagnosisOnDate = "diagnosis-on-date"
  /// Row 13: a modifier that does not go with the procedure.
  case modifierFits = "modifier-fits"
  /// Row 14: a procedure for another age than the patient's on the day.
  case patientAge = "patient-age"
  /// Row 14: a procedure for the other sex.
  case patientSex = "patient-sex"
  /// Row 14: a diagnosis for another age than the patient's.
  case diagnosisAge = "diagnosis-age"
  /// Row 14: a diagnosis for the other sex.
  case diagnosisSex = "diagnosis-sex"
  /// Row 14: a procedure that is not rendered at the place of service.
  case placeOfService = "place-of-service"
  /// Row 15: a service that none of its diagnoses is a reason for.
  case diagnosisSupports = "diagnosis-supports"
  /// Row 15: a service for nothing but diagnoses that the plan does not cover.
  case diagnosisCovered = "diagnosis-covered"
  /// Row 16: the column 2 service of an NCCI pair on one day, unless a modifier is allowed.
  case procedurePair = "ncci-pair"
  /// Row 16: a service that is part of any other one of the day.
  case bundledService = "bundled"
  /// Row 16: an add-on service without the one it belongs to.
  case qualifyingService = "qualifying-service"
  /// Row 17: more units than an MUE allows: on a line (indicator 1), or on a day (2 and 3).
  case units
  /// Row 18: a service that needs an authorization and has none for the day.
  case authorization
  /// Row 18: more units than were authorized.
  case authorizedUnits = "authorized-units"
  /// Row 19: a service that its diagnoses do not make necessary.
  case medicalNecessity = "medical-necessity"
  /// Row 20: a high level of visit for nothing but a minor problem.
  case levelOfService = "level-of-service"
  /// Row 21: a service that the contract or the law excludes.
  case excluded
  /// Row 21: a service that the member's benefit does not have.
  case notInBenefit = "not-in-benefit"
  /// Row 21: a new patient's visit by one whom the practice saw within three years.
  case newPatient = "new-patient"
  /// Row 21: a service that the plan has no price for.
  case priced
  /// Row 21: a service on more days of the plan year than the benefit has.
  case visitLimit = "visit-limit"
}
