import ClaimModel
import CodeSets

/// Rows 14 and 15: do patient, place and diagnosis fit the service.
extension PayerEdit {
  static let patient: [PayerEdit] = [
    .line(
      .patientAge, row: 14, refuses: "a procedure for another age than the patient's on the day",
      EditAnswer(.contractualObligation, "6"), source: "CARC 6; age ranges of preventive visits and vaccines"
    ) { line, context in
      let age = context.age(on: line)
      if case .preventiveVisit(let years) = ServiceKind(line.service.procedure) { return !years.contains(age) }
      return context.book(for: line).catalog.procedure(line.service.procedure).map { !$0.ages.contains(age) } ?? false
    },
    .line(
      .patientSex, row: 14, refuses: "a procedure for the other sex", EditAnswer(.contractualObligation, "7"),
      source: "CARC 7; CMS Definitions of Medicare Code Edits, sex conflict; modifier KX and condition code 45 lift it"
    ) { line, context in
      guard context.claim.patient.sex != .unknown, !line.service.modifiers.contains("KX") else { return false }
      let sex = context.book(for: line).catalog.procedure(line.service.procedure)?.sex
      return sex.map { $0 != context.claim.patient.sex } ?? false
    },
    .diagnoses(
      .diagnosisAge, row: 14, refuses: "a diagnosis for another age than the patient's",
      EditAnswer(.contractualObligation, "9"), source: "CARC 9; CMS Definitions of Medicare Code Edits, age conflict"
    ) { diagnoses, line, context in
      let age = context.age(on: line)
      return context.plan.tables.diagnosisAges.contains { rule in
        !rule.ages.contains(age) && diagnoses.contains { rule.diagnoses.contains($0.rawValue) }
      }
    },
    .diagnoses(
      .diagnosisSex, row: 14, refuses: "a diagnosis for the other sex", EditAnswer(.contractualObligation, "10"),
      source: "CARC 10; CMS Definitions of Medicare Code Edits, sex conflict; modifier KX lifts it"
    ) { diagnoses, line, context in
      let sex = context.claim.patient.sex
      guard sex != .unknown, !line.service.modifiers.contains("KX") else { return false }
      return context.plan.tables.diagnosisSexes.contains { rule in
        rule.sex != sex && diagnoses.contains { rule.diagnoses.contains($0.rawValue) }
      }
    },
    .line(
      .placeOfService, row: 14, refuses: "a procedure that is not rendered at the place of service",
      EditAnswer(.contractualObligation, "5", ["M77"]),
      source: "CARC 5; RARC M77; CMS place of service code set; list of telehealth services"
    ) { line, context in
      let place = context.claim.place(of: line)
      if let places = context.book(for: line).catalog.procedure(line.service.procedure)?.places, !places.isEmpty,
        !places.contains(place)
      {
        return true
      }
      return context.plan.tables.places.contains {
        $0.notAt.contains(place) && $0.procedures.contains(line.service.procedure.rawValue)
      }
    },
  ]

  static let diagnosisAndProcedure: [PayerEdit] = [
    .diagnoses(
      .diagnosisSupports, row: 15, refuses: "a service that none of its diagnoses is a reason for",
      EditAnswer(.contractualObligation, "11"),
      source: "CARC 11; ICD-10-CM guidelines sections IV.P, I.C.21.c.2 and I.C.21.c.13"
    ) { diagnoses, line, context in
      context.plan.tables.support.contains { $0.isBroken(by: line.service.procedure, diagnoses) }
    },
    .diagnoses(
      .diagnosisCovered, row: 15, refuses: "a service for nothing but diagnoses that the plan does not cover",
      EditAnswer(.contractualObligation, "167"), source: "CARC 167; the plan's contract; 42 CFR 411.15"
    ) { diagnoses, _, context in
      let excluded = context.plan.coverage.excludedDiagnoses
      return !excluded.isEmpty && !diagnoses.isEmpty && diagnoses.allSatisfy { excluded.contains($0.rawValue) }
    },
  ]
}
