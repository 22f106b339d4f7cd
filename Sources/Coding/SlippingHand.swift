import ClaimModel
import CodeSets

/// The ways in which one coding can be written down wrong.
struct SlippingHand {
  let coding: CodedVisit
  let visit: Visit
  let codeSets: CodeBooks

  /// Every coding that differs from the right one by the given slip; none when it cannot be made.
  func codings(with slip: Slip) -> [CodedVisit] {
    switch slip {
    case .truncatedDiagnosis: diagnoses(changedBy: truncated)
    case .expiredDiagnosis: diagnoses(changedBy: expired)
    case .unspecifiedDiagnosis: diagnoses(changedBy: unspecified)
    case .problemVisitForCheckUp: problemVisits
    case .checkUpOfAnotherAge: procedures(changedBy: checkUpsOfOtherAges)
    case .wrongVisitLevel: procedures(changedBy: otherLevels)
    case .missingModifier: missingModifiers
    case .wrongPointer: wrongPointers
    case .wrongUnits: wrongUnits
    }
  }

  // MARK: Diagnoses

  private func diagnoses(changedBy change: (DiagnosisCode) -> DiagnosisCode?) -> [CodedVisit] {
    let codes = Set(coding.diagnoses.map(\.code))
    return coding.diagnoses.indices.compactMap { index in
      guard let wrong = change(coding.diagnoses[index].code), !codes.contains(wrong) else { return nil }
      var slipped = coding
      slipped.diagnoses[index].code = wrong
      return slipped
    }
  }

  private func truncated(_ code: DiagnosisCode) -> DiagnosisCode? {
    let category = DiagnosisCode(code.category)
    let isShorter = code.rawValue.utf8.count > 3
    return isShorter && !codeSets.icd10cm.isBillable(category, on: visit.registration.dateOfService) ? category : nil
  }

  private func expired(_ code: DiagnosisCode) -> DiagnosisCode? {
    guard let parent = codeSets.icd10cm.parent(of: code), let end = ExpiredDiagnoses.end(of: parent),
      visit.registration.dateOfService >= end
    else { return nil }
    return parent
  }

  private func unspecified(_ code: DiagnosisCode) -> DiagnosisCode? {
    var above = codeSets.icd10cm.parent(of: code)
    while let header = above {
      if let vague = codeSets.icd10cm.unspecified(header), vague != code,
        codeSets.icd10cm.title(vague)?.contains("nspecified") == true,
        codeSets.icd10cm.isBillable(vague, on: visit.registration.dateOfService)
      {
        return vague
      }
      above = codeSets.icd10cm.parent(of: header)
    }
    return nil
  }

  // MARK: Services

  private func procedures(changedBy change: (ProcedureCode) -> [ProcedureCode]) -> [CodedVisit] {
    coding.services.indices.flatMap { index in
      change(coding.services[index].line.procedure).map { wrong in
        changed(index) { $0.procedure = wrong }
      }
    }
  }

  private func changed(_ index: Int, _ change: (inout ServiceLine) -> Void) -> CodedVisit {
    var slipped = coding
    change(&slipped.services[index].line)
    return slipped
  }

  private var problemVisits: [CodedVisit] {
    guard let routine = coding.diagnoses.firstIndex(where: { $0.code.category == "Z00" }) else { return [] }
    return coding.services.indices.compactMap { index in
      guard let checkUp = CheckUp(coding.services[index].line.procedure) else { return nil }
      return changed(index) { line in
        line.procedure = checkUp.isNewPatient ? "99203" : "99213"
        line.diagnosisPointers = [routine + 1]
      }
    }
  }

  private func checkUpsOfOtherAges(_ procedure: ProcedureCode) -> [ProcedureCode] {
    guard let checkUp = CheckUp(procedure) else { return [] }
    return [checkUp.band - 1, checkUp.band + 1].filter((1...7).contains).map { band in
      var other = checkUp
      other.band = band
      return other.procedure
    }
  }

  private func otherLevels(_ procedure: ProcedureCode) -> [ProcedureCode] {
    guard let level = VisitLevel(procedure) else { return [] }
    return [-1, 1].compactMap { level.moved(by: $0)?.procedure }
  }

  private var missingModifiers: [CodedVisit] {
    coding.services.indices.flatMap { index in
      coding.services[index].line.modifiers.indices.map { modifier in
        changed(index) { $0.modifiers.remove(at: modifier) }
      }
    }
  }

  /// The line points to one diagnosis that it was not for, or misses the one it was mainly for.
  private var wrongPointers: [CodedVisit] {
    coding.services.indices.flatMap { index -> [CodedVisit] in
      let pointers = coding.services[index].line.diagnosisPointers
      let others = coding.diagnoses.indices.map { $0 + 1 }.filter { !pointers.contains($0) }
      let elsewhere = others.map { other in changed(index) { $0.diagnosisPointers = [other] } }
      guard pointers.count > 1 else { return elsewhere }
      return elsewhere + [changed(index) { $0.diagnosisPointers.removeFirst() }]
    }
  }

  private var wrongUnits: [CodedVisit] {
    coding.services.indices.flatMap { index -> [CodedVisit] in
      let line = coding.services[index].line
      guard !line.procedure.isVisit else { return [] }
      let counts = [line.units - 1, line.units + 1].filter { $0 >= 1 }
      return counts.map { units in changed(index) { $0.units = units } }
    }
  }
}
