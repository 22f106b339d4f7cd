import ClaimModel

extension PayerEdit {
  /// The edits of the built-in payers, in the order they are applied.
  public static let standard: [PayerEdit] = [
    .duplicateService, .timelyFiling, .diagnosisOnDate, .patientAge, .diagnosisSupportsVisit,
  ]

  /// OA-18: the same service was adjudicated before.
  ///
  /// Source: CARC 18, exact duplicate claim or service; group OA as Medicare uses it (CMS Claims Processing Manual
  /// chapter 1 section 120).
  public static let duplicateService = PayerEdit.line("exact duplicate", .otherAdjustment, "18") { line, context in
    context.history.contains(line, of: context.claim)
  }

  /// CO-29: received after the plan's limit, counted in days from the service.
  ///
  /// Source: CARC 29; the limit is a matter of contract (Medicare: one calendar year, 42 CFR 424.44).
  public static let timelyFiling = PayerEdit.line("timely filing", .contractualObligation, "29") { line, context in
    line.dateOfService.days(until: context.received) > context.plan.timelyFilingDays
  }

  /// CO-146 with M76: a diagnosis the line points to was not valid, or not specific enough, on the day of service.
  ///
  /// Source: CARC 146; RARC M76 (diagnosis missing, incomplete or invalid); ICD-10-CM guidelines section I.B.2: codes
  /// are reported at their highest number of characters.
  public static let diagnosisOnDate = PayerEdit.line("diagnosis valid on date", .contractualObligation, "146", ["M76"])
  {
    line, context in
    context.diagnoses(of: line).contains { !context.codeSet.isBillable($0, on: line.dateOfService) }
  }

  /// CO-6: the preventive visit's code is for another age than the patient's on the day of service.
  ///
  /// Source: CARC 6; age ranges of the preventive visit codes, see ``ServiceKind``.
  public static let patientAge = PayerEdit.line("age fits procedure", .contractualObligation, "6") { line, context in
    guard case .preventiveVisit(let years) = ServiceKind(line.service.procedure) else { return false }
    return !years.contains(context.claim.patient.birthDate.years(until: line.dateOfService))
  }

  /// CO-11: an office visit about a problem whose only diagnoses are routine examinations (category Z00).
  ///
  /// Source: CARC 11; ICD-10-CM category Z00 is for encounters without complaint, which are billed with the codes of
  /// preventive visits.
  public static let diagnosisSupportsVisit = PayerEdit.line(
    "diagnosis supports procedure", .contractualObligation, "11"
  ) { line, context in
    guard ServiceKind(line.service.procedure) == .problemVisit else { return false }
    let diagnoses = context.diagnoses(of: line)
    return !diagnoses.isEmpty && diagnoses.allSatisfy { $0.category == "Z00" }
  }
}
