import ClaimModel

/// Rows 4 to 6: is the patient covered, by this payer, and by it first.
extension PayerEdit {
  static let eligibility: [PayerEdit] = [
    .claim(
      .memberKnown, row: 4, refuses: "a member number that the plan does not know",
      [EditAnswer(.contractualObligation, "31", ["N382"])],
      source: "CARC 31; RARC N382 (patient identifier)"
    ) { context in
      context.plan.enrollment.isOpen || context.member != nil
        ? nil : EditAnswer(.contractualObligation, "31", ["N382"])
    },
    .line(
      .coverageBegun, row: 4, refuses: "a service before the member's coverage",
      EditAnswer(.patientResponsibility, "26"),
      source: "CARC 26; coverage dates of the 271 (005010X279A1), DTP*346"
    ) { line, context in
      guard let periods = context.member?.periods, let first = periods.first?.from else { return false }
      return line.dateOfService < first
    },
    .line(
      .coverageEnded, row: 4, refuses: "a service after the member's coverage, or between two periods of it",
      EditAnswer(.patientResponsibility, "27"), source: "CARC 27; coverage dates of the 271, DTP*347"
    ) { line, context in
      guard let periods = context.member?.periods, let first = periods.first else { return false }
      return (first.from ?? line.dateOfService) <= line.dateOfService
        && ![line.dateOfService, line.lastDay].allSatisfy { day in periods.contains { $0.contains(day) } }
    },
    .claim(
      .dependentCoverage, row: 4, refuses: "a dependent of a member whose plan covers none",
      [EditAnswer(.patientResponsibility, "33")], source: "CARC 33"
    ) { context in
      context.member?.coversDependents == false && context.claim.isDependent
        ? EditAnswer(.patientResponsibility, "33") : nil
    },
    .claim(
      .dependentKnown, row: 4, refuses: "a dependent who is not among the member's",
      [EditAnswer(.patientResponsibility, "32")], source: "CARC 32"
    ) { context in
      guard let member = context.member, context.claim.isDependent, !member.dependents.isEmpty,
        !member.dependents.contains(context.claim.patient.birthDate)
      else { return nil }
      return EditAnswer(.patientResponsibility, "32")
    },
    .line(
      .wrongPayer, row: 5, refuses: "a service that another payer pays for the plan's members",
      EditAnswer(.otherAdjustment, "109", ["N418"]), source: "CARC 109; RARC N418 (misrouted claim)"
    ) { line, context in
      context.plan.coverage.carveOuts.contains { $0.procedures.contains(line.service.procedure.rawValue) }
    },
    PayerEdit(
      .otherPayerFirst, row: 6,
      refuses: "a first claim to this payer while another one is primary, or a later claim without earlier decisions",
      [secondInTurn], source: "CARC 22; RARC MA04; 42 CFR 411.20 to 411.33 (Medicare as secondary payer)"
    ) { context, refusals in
      let isLater = context.claim.responsibility != .primary
      // Before a third payer two have decided.
      let isEarly = context.claim.responsibility == .tertiary && context.claim.otherPayers.count == 1
      for (index, line) in context.claim.lines.enumerated() {
        let hasPrimary = context.member?.primaryInsurances.contains { $0.period.contains(line.dateOfService) } ?? false
        if isLater ? isEarly || context.earlier.left[index] == nil : hasPrimary { refusals.refuse(index, secondInTurn) }
      }
    },
  ]

  private static let secondInTurn = EditAnswer(.contractualObligation, "22", ["MA04"])

  /// Rows 7 and 8: has the service been decided on, and does it come in time.
  static let submission: [PayerEdit] = [
    PayerEdit(
      .duplicateService, row: 7, refuses: "a service that was adjudicated before, or stands on an earlier line too",
      [EditAnswer(.otherAdjustment, "18")],
      source: "CARC 18; CMS Claims Processing Manual chapter 1 section 120.2 (exact duplicates: claims or lines)"
    ) { context, refusals in
      let claim = context.claim
      for (index, line) in claim.lines.enumerated() where refusals.stands(index) {
        let isRepeated = claim.lines[..<index].indices.contains {
          refusals.stands($0) && claim.hasSameService(claim.lines[$0], as: line, of: claim)
        }
        if isRepeated || context.history.contains(line, of: claim) {
          refusals.refuse(index, EditAnswer(.otherAdjustment, "18"))
        }
      }
    },
    .line(
      .timelyFiling, row: 8, refuses: "a claim received after the plan's limit, counted in days from the service",
      EditAnswer(.contractualObligation, "29"),
      source: "CARC 29; the limit is the contract's (Medicare: one calendar year, 42 CFR 424.44)"
    ) { line, context in line.dateOfService.days(until: context.received) > context.plan.timelyFilingDays },
  ]

  /// Row 9: may the provider be paid.
  static let providers: [PayerEdit] = [
    .line(
      .providerOnDate, row: 9, refuses: "a provider who was not enrolled on the day",
      EditAnswer(.contractualObligation, "B7", ["N570"]),
      source: "CARC B7; RARC N570 (credentialing); 42 CFR 424.516 (enrolment)"
    ) { line, context in
      let providers = context.plan.coverage.providers
      guard !providers.isEmpty else { return false }
      return [context.claim.rendering(of: line).npi, context.claim.billing.npi].contains { npi in
        providers[npi].map { !$0.contains(line.dateOfService) } ?? false
      }
    },
    .line(
      .providerSpecialty, row: 9, refuses: "a procedure outside of the rendering provider's specialty",
      EditAnswer(.contractualObligation, "8", ["N95"]),
      source: "CARC 8; RARC N95; 42 CFR 410.21 to 410.24; NUCC taxonomy"
    ) { line, context in
      let taxonomy = context.claim.rendering(of: line).taxonomy
      return context.plan.tables.specialties.contains { $0.isBroken(by: line.service.procedure, taxonomy) }
    },
    .line(
      .providerType, row: 9, refuses: "a visit billed by a type of provider that may not bill it",
      EditAnswer(.contractualObligation, "170", ["N95"]), source: "CARC 170; RARC N95; 42 CFR 410.20, 410.26, 410.75"
    ) { line, context in
      let taxonomy = context.claim.rendering(of: line).taxonomy
      return context.plan.tables.providerTypes.contains { $0.isBroken(by: line.service.procedure, taxonomy) }
    },
  ]
}
