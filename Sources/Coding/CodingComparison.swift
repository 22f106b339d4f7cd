import ClaimModel

/// Codes as they were billed beside another coding of the same visit: which parts belong together, and where they
/// differ.
struct CodingComparison {
  /// A difference, and what it touches.
  struct Difference {
    var aspect: RecodeConcern.Aspect
    var finding: RecodeFinding
    /// The billed lines it touches, from 1; empty when it touches none that was billed.
    var lines: Set<Int>
  }

  private let billedDiagnoses: [DiagnosisCode]
  private let billedServices: [ServiceLine]
  private let coding: CodedVisit
  /// For each billed diagnosis its counterpart in the other coding.
  private let diagnosisPartners: [Int?]
  /// For each billed line its counterpart in the other coding.
  let linePartners: [Int?]

  init(diagnoses: [DiagnosisCode], services: [ServiceLine], with coding: CodedVisit) {
    billedDiagnoses = diagnoses
    billedServices = services
    self.coding = coding
    let codes = coding.diagnoses.map(\.code)
    diagnosisPartners = Pairing.partners(
      of: diagnoses, in: codes,
      by: [{ $0 == $1 }, { $0.category == $1.category }, { $0.category.first == $1.category.first }])
    linePartners = Pairing.partners(
      of: services, in: coding.services.map(\.line),
      by: [
        { $0 == $1 }, { $0.procedure == $1.procedure && $0.modifiers == $1.modifiers },
        { $0.procedure == $1.procedure }, { $0.procedure.isVisit && $1.procedure.isVisit },
        // One service written down as another.
        { !$0.procedure.isVisit && !$1.procedure.isVisit },
      ])
  }

  /// The diagnoses a billed line points to.
  func billedDiagnoses(of line: ServiceLine) -> [DiagnosisCode] { line.diagnoses(in: billedDiagnoses) }

  /// The diagnoses a line of the other coding points to.
  func diagnoses(of line: ServiceLine) -> [DiagnosisCode] { line.diagnoses(in: coding.diagnoses.map(\.code)) }

  /// Every difference, diagnoses first.
  var differences: [Difference] { diagnosisDifferences + lineDifferences }

  // MARK: Diagnoses

  private var diagnosisDifferences: [Difference] {
    var found: [Difference] = []
    for (index, partner) in diagnosisPartners.enumerated() {
      let old = billedDiagnoses[index]
      guard let partner else {
        found.append(
          difference(.diagnosis, .diagnosis(index + 1), .diagnosisRemoved(old), lines: lines(pointingTo: index)))
        continue
      }
      let new = coding.diagnoses[partner]
      guard new.code != old else { continue }
      found.append(
        difference(
          .diagnosis, .diagnosis(index + 1), .diagnosisChanged(from: old, to: new.code), [new.proof],
          lines: lines(pointingTo: index)))
    }
    for (index, new) in coding.diagnoses.enumerated() where !diagnosisPartners.contains(index) {
      let touched = linePartners.indices.filter { line in
        linePartners[line].map { coding.services[$0].line.diagnosisPointers.contains(index + 1) } ?? false
      }
      found.append(
        difference(
          .diagnosis, .diagnosis(index + 1), .diagnosisAdded(new.code), [new.proof], lines: Set(touched.map { $0 + 1 }))
      )
    }
    let order = diagnosisPartners.compactMap(\.self)
    if order != order.sorted() {
      found.append(difference(.sequence, .claim, .sequenceChanged, lines: Set(1...max(1, billedServices.count))))
    }
    return found
  }

  private func lines(pointingTo diagnosis: Int) -> Set<Int> {
    Set(billedServices.indices.filter { billedServices[$0].diagnosisPointers.contains(diagnosis + 1) }.map { $0 + 1 })
  }

  // MARK: Lines

  private var lineDifferences: [Difference] {
    var found: [Difference] = []
    for (index, partner) in linePartners.enumerated() {
      let old = billedServices[index]
      if let partner {
        found += differences(ofLine: index, old, coding.services[partner])
      } else {
        found.append(difference(.line, .line(index + 1), .lineRemoved(old.procedure), lines: [index + 1]))
      }
    }
    for (index, new) in coding.services.enumerated() where !linePartners.contains(index) {
      found.append(difference(.line, .line(index + 1), .lineAdded(new.line.procedure), [new.proof], lines: []))
    }
    return found
  }

  private func differences(ofLine index: Int, _ old: ServiceLine, _ new: AssignedService) -> [Difference] {
    var found: [Difference] = []
    func note(_ aspect: RecodeConcern.Aspect, _ verdict: RecodeFinding.Verdict, _ proofs: [RecodeFinding.Proof]) {
      found.append(difference(aspect, .line(index + 1), verdict, proofs, lines: [index + 1]))
    }
    let line = new.line
    if old.procedure != line.procedure {
      let isLevel = VisitLevel.isSameVisit(old.procedure, line.procedure)
      note(
        isLevel ? .level : .procedure,
        isLevel
          ? .levelChanged(from: old.procedure, to: line.procedure)
          : .procedureChanged(from: old.procedure, to: line.procedure), [new.proof])
    }
    if old.modifiers != line.modifiers {
      note(.modifiers, .modifiersChanged(from: old.modifiers, to: line.modifiers), [new.proof])
    }
    if old.units != line.units { note(.units, .unitsChanged(from: old.units, to: line.units), [new.proof]) }
    if !isForSameDiagnoses(old, line) {
      let codes = diagnoses(of: line)
      note(
        .pointers, .pointersChanged(from: billedDiagnoses(of: old), to: codes),
        coding.diagnoses.filter { codes.contains($0.code) }.map(\.proof))
    }
    return found
  }

  /// Whether two lines point to the same diagnoses, a changed code counting as the one it was changed from.
  private func isForSameDiagnoses(_ old: ServiceLine, _ new: ServiceLine) -> Bool {
    let translated = old.diagnosisPointers.map { pointer in
      diagnosisPartners.indices.contains(pointer - 1) ? diagnosisPartners[pointer - 1].map { $0 + 1 } : nil
    }
    return translated == new.diagnosisPointers.map(Optional.init)
  }

  private func difference(
    _ aspect: RecodeConcern.Aspect, _ subject: RecodeFinding.Subject, _ verdict: RecodeFinding.Verdict,
    _ proofs: [RecodeFinding.Proof] = [], lines: Set<Int>
  ) -> Difference {
    Difference(aspect: aspect, finding: RecodeFinding(subject, verdict, proofs: proofs), lines: lines)
  }
}

/// Pairs the items of two lists.
enum Pairing {
  /// For each item of `items` the index of its partner in `others`: the nearest likeness first, each partner once.
  static func partners<Item>(
    of items: [Item], in others: [Item], by likenesses: [(Item, Item) -> Bool]
  ) -> [Int?] {
    var partners = [Int?](repeating: nil, count: items.count)
    var isTaken = [Bool](repeating: false, count: others.count)
    for isAlike in likenesses {
      for index in items.indices where partners[index] == nil {
        guard let partner = others.indices.first(where: { !isTaken[$0] && isAlike(items[index], others[$0]) }) else {
          continue
        }
        partners[index] = partner
        isTaken[partner] = true
      }
    }
    return partners
  }
}

extension ServiceLine {
  /// The codes the line points to, in the order of its pointers; pointers out of range are left out.
  func diagnoses(in codes: [DiagnosisCode]) -> [DiagnosisCode] {
    diagnosisPointers.compactMap { codes.indices.contains($0 - 1) ? codes[$0 - 1] : nil }
  }
}

extension AssignedDiagnosis {
  /// What supports the code, without words.
  var proof: RecodeFinding.Proof {
    RecodeFinding.Proof(code: code.dotted, rule: rule, places: evidence.prefix(4).map(RecodeFinding.Place.init))
  }
}

extension AssignedService {
  /// What supports the service, without words.
  var proof: RecodeFinding.Proof {
    RecodeFinding.Proof(
      code: line.procedure.rawValue, rule: rule, places: evidence.prefix(4).map(RecodeFinding.Place.init))
  }
}
