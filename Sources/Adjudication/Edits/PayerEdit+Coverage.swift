import ClaimModel

/// Rows 18 to 21: is the service authorized, necessary, and covered.
extension PayerEdit {
  static let authorization: [PayerEdit] = [
    .line(
      .authorization, row: 18, refuses: "a service that needs an authorization and has none for the day",
      EditAnswer(.contractualObligation, "197", ["M62"]), source: "CARC 197; RARC M62; 837P REF*G1"
    ) { line, context in
      context.plan.coverage.needsAuthorization.contains(line.service.procedure.rawValue)
        && context.plan.authorization(for: line, of: context.claim) == nil
    },
    PayerEdit(
      .authorizedUnits, row: 18, refuses: "more units than were authorized",
      [EditAnswer(.contractualObligation, "198", ["N54"])], source: "CARC 198; RARC N54"
    ) { context, refusals in
      guard !context.plan.coverage.needsAuthorization.isEmpty else { return }
      var used = context.standing.member.authorizedUnits
      for (index, line) in context.claim.lines.enumerated()
      where refusals.stands(index)
        && context.plan.coverage.needsAuthorization.contains(line.service.procedure.rawValue)
      {
        guard let authorization = context.plan.authorization(for: line, of: context.claim),
          let units = authorization.units
        else { continue }
        let before = used[authorization.number, default: 0]
        if line.service.units > units - before {
          refusals.refuse(index, EditAnswer(.contractualObligation, "198", ["N54"]))
        } else {
          used[authorization.number] = before + line.service.units
        }
      }
    },
  ]

  static let coverage: [PayerEdit] = [
    PayerEdit(
      .medicalNecessity, row: 19, refuses: "a service that its diagnoses do not make necessary",
      [EditAnswer(.contractualObligation, "50", ["N386"]), EditAnswer(.patientResponsibility, "50", ["N386"])],
      source: "CARC 50; RARC N386; CMS National Coverage Determinations; Claims Processing Manual chapter 30 (GA: the "
        + "patient signed a notice and pays; GZ: not)"
    ) { context, refusals in
      for (index, line) in context.claim.lines.enumerated()
      where refusals.stands(index)
        && context.plan.tables.necessity.contains(where: {
          $0.isBroken(by: line.service.procedure, context.diagnoses[index])
        })
      {
        let isSigned = line.service.modifiers.contains("GA")
        refusals.refuse(index, EditAnswer(isSigned ? .patientResponsibility : .contractualObligation, "50", ["N386"]))
      }
    },
    .diagnoses(
      .levelOfService, row: 20, refuses: "a high level of visit for nothing but a minor problem",
      EditAnswer(.contractualObligation, "150"), source: "CARC 150; levels of medical decision making since 2021"
    ) { diagnoses, line, context in
      context.plan.tables.levels.contains { $0.isBroken(by: line.service.procedure, diagnoses) }
    },
    PayerEdit(
      .excluded, row: 21, refuses: "a service that the contract or the law excludes",
      [
        EditAnswer(.patientResponsibility, "96", ["N130"]), EditAnswer(.patientResponsibility, "96", ["N425"]),
        EditAnswer(.contractualObligation, "96", ["N130"]),
      ], source: "CARC 96 with a remark; RARC N130, N425; 42 CFR 411.15"
    ) { context, refusals in
      for (index, line) in context.claim.lines.enumerated() where refusals.stands(index) {
        let exclusion = context.plan.coverage.exclusions.first {
          $0.procedures.contains(line.service.procedure.rawValue)
        }
        if let exclusion { refusals.refuse(index, EditAnswer(exclusion.group, "96", [exclusion.remark])) }
      }
    },
    .line(
      .notInBenefit, row: 21, refuses: "a service that the member's benefit does not have",
      EditAnswer(.patientResponsibility, "204", ["N130"]), source: "CARC 204; RARC N130"
    ) { line, context in context.plan.coverage.notInBenefit.contains(line.service.procedure.rawValue) },
    .line(
      .newPatient, row: 21, refuses: "a new patient's visit by one whom the practice saw within three years",
      EditAnswer(.contractualObligation, "B16"),
      source: "CARC B16; CMS Claims Processing Manual chapter 12 section 30.6.7 (same group and specialty, three years)"
    ) { line, context in
      guard PayerEdit.newPatientVisits.contains(line.service.procedure.rawValue) else { return false }
      let claim = context.claim
      return context.standing.member.seen.contains { visit in
        visit.billing == claim.billing.npi && visit.taxonomy == claim.rendering(of: line).taxonomy
          && visit.date < line.dateOfService && visit.date.years(until: line.dateOfService) < 3
      }
    },
    .line(
      .priced, row: 21, refuses: "a service that the plan has no price for",
      EditAnswer(.contractualObligation, "96", ["N448"]),
      source: "CARC 96; RARC N448 (not in the fee schedule); CO-45 is never the whole charge"
    ) { line, context in
      line.charge > .zero && context.plan.feeSchedule.allowed(for: line, at: context.claim.place(of: line)) == .zero
    },
    // Last: a line that is refused for something else uses no day.
    PayerEdit(
      .visitLimit, row: 21, refuses: "a service on more days of the plan year than the benefit has",
      [EditAnswer(.patientResponsibility, "119", ["N640"])], source: "CARC 119; RARC N640"
    ) { context, refusals in
      for limit in context.plan.benefits.visitLimits {
        var tally = VisitTally(limit, context)
        for (index, line) in context.claim.lines.enumerated()
        where refusals.stands(index) && limit.procedures.contains(line.service.procedure.rawValue) {
          if !tally.take(line) { refusals.refuse(index, EditAnswer(.patientResponsibility, "119", ["N640"])) }
        }
      }
    },
  ]

  private static let newPatientVisits: CodeRanges = "99202-99205, 99341-99345, 99381-99387, 92002-92004"
}
