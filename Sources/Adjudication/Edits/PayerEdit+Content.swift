import ClaimModel
import CodeSets

/// Rows 10 to 13: is the claim complete, and are its codes valid on the day.
extension PayerEdit {
  static let content: [PayerEdit] = [
    .claim(
      .principalDiagnosis, row: 10, refuses: "an external cause as the first diagnosis",
      [EditAnswer(.contractualObligation, "16", ["MA63"])],
      source: "CARC 16; RARC MA63; ICD-10-CM guidelines section I.C.20.a.6 (external causes are never first)"
    ) { context in
      guard let first = context.claim.diagnoses.first, context.plan.tables.neverFirst.contains(first.rawValue) else {
        return nil
      }
      return EditAnswer(.contractualObligation, "16", ["MA63"])
    },
    .line(
      .renderingProvider, row: 10, refuses: "a visit whose rendering provider is the group that bills",
      EditAnswer(.contractualObligation, "16", ["N290"]),
      source: "CARC 16; RARC N290; CMS Claims Processing Manual chapter 26 section 10.4, item 24J (individual NPI)"
    ) { line, context in
      // A person without a given name is an organization; it may render a test or a ride, but no visit.
      let rendering = context.claim.rendering(of: line)
      guard rendering.npi == context.claim.billing.npi, rendering.name.first.isEmpty else { return false }
      let category = BenefitCategory(line.service.procedure)
      return category == .visit || category == .otherVisit
    },
    .claim(
      .patientMatches, row: 10, refuses: "a subscriber's date of birth that is not the member's nor a dependent's",
      [EditAnswer(.contractualObligation, "16", ["N329", "MA130"])],
      source: "CARC 16; RARC N329 (date of birth), MA130 (unprocessable: no appeal, send a new claim)"
    ) { context in
      context.hasWrongBirthDate ? EditAnswer(.contractualObligation, "16", ["N329", "MA130"]) : nil
    },
    .line(
      .recordsWanted, row: 11, refuses: "a service that is decided on with its records, for instance an unlisted one",
      EditAnswer(.contractualObligation, "252", ["N706"]), source: "CARC 252; RARC N706 (missing documentation)"
    ) { line, context in context.plan.coverage.needsRecords.contains(line.service.procedure.rawValue) },
  ]

  static let codes: [PayerEdit] = [
    .line(
      .procedureOnDate, row: 12, refuses: "a procedure code that was not valid on the day",
      EditAnswer(.contractualObligation, "181", ["M20"]),
      source: "CARC 181; RARC M20; yearly code lists, imported HCPCS and CPT files"
    ) { line, context in
      let (code, day) = (line.service.procedure, line.dateOfService)
      if let last = context.plan.tables.endedProcedures[code], day > last { return true }
      let book = context.book(for: line)
      if let isValid = book.listings.isValid(code, on: day) { return !isValid }
      return book.catalog.procedure(code).map { !$0.isEffective(on: day) } ?? false
    },
    .line(
      .modifierOnDate, row: 12, refuses: "a modifier that was not valid on the day, or never",
      EditAnswer(.contractualObligation, "182", ["N823"]),
      source: "CARC 182; RARC N823; CPT modifiers by number, HCPCS modifier file"
    ) { line, context in
      line.service.modifiers.contains { !context.isValid($0, on: line) }
    },
    .diagnoses(
      .diagnosisOnDate, row: 12, refuses: "a diagnosis that was not valid, or not specific enough, on the day",
      EditAnswer(.contractualObligation, "146", ["M76"]),
      source: "CARC 146; RARC M76; ICD-10-CM guidelines section I.B.2 (highest number of characters)"
    ) { diagnoses, line, context in
      diagnoses.contains { !context.codeSet.isBillable($0, on: line.dateOfService) }
    },
    .line(
      .modifierFits, row: 13, refuses: "a modifier that does not go with the procedure",
      EditAnswer(.contractualObligation, "4", ["N519"]),
      source: "CARC 4; RARC N519; NCCI Policy Manual chapter I section E; Claims Processing Manual chapter 12"
    ) { line, context in
      guard !line.service.modifiers.isEmpty else { return false }
      return context.plan.tables.modifiers.contains {
        $0.isBroken(by: line.service.procedure, line.service.modifiers)
      }
    },
  ]
}

extension EditContext {
  /// Whether a modifier may be used on a line's day. Numbers are CPT's, of which all are known; of letters only those
  /// with dates, and what an imported HCPCS file lists.
  fileprivate func isValid(_ modifier: ProcedureModifier, on line: ClaimLine) -> Bool {
    if let period = plan.tables.modifierPeriods[modifier] { return period.contains(line.dateOfService) }
    let startsWithDigit = modifier.rawValue.utf8.first.map { (48...57).contains($0) } ?? false
    if startsWithDigit { return false }
    return book(for: line).listings.isValid(ProcedureCode(modifier.rawValue), on: line.dateOfService) ?? true
  }
}
