import ClaimModel
import CodeSets
import Coding
import Intake
import Testing

/// Codings with a slip, and recodings that mend them.
@Suite struct SlipsTests {
  /// A generated visit that was coded in a hurry.
  struct Slipped {
    var visit: Visit
    var careful: CodedVisit
    var coding: CodedVisit
    var slip: Slip
  }

  static let slipped = Result {
    let books = try RecodingBench.books.get()
    let coder = try RecodingBench.coder.get()
    let slips = Slips(rate: 1, seed: 7)
    return VisitGenerator(seed: 11).prefix(1_500).compactMap { visit -> Slipped? in
      guard case .coded(let careful) = coder.code(visit) else { return nil }
      let (coding, slip) = slips.apply(to: careful, visit: visit, codeSets: books)
      return slip.map { Slipped(visit: visit, careful: careful, coding: coding, slip: $0) }
    }
  }

  /// A refusal that a payer could answer the slip with.
  private func refusal(of slipped: Slipped) -> RecodeRequest.Refusal {
    let billed = Billed(slipped.coding)
    let careful = Billed(slipped.careful)
    let line = billed.services.indices.first { billed.services[$0] != careful.services[$0] }.map { $0 + 1 }
    let (reason, remarks): (AdjustmentReason, [RemarkCode]) =
      switch slipped.slip {
      case .truncatedDiagnosis, .expiredDiagnosis: ("146", ["M76"])
      case .unspecifiedDiagnosis: ("16", ["M81"])
      case .problemVisitForCheckUp, .wrongPointer: ("11", [])
      case .checkUpOfAnotherAge: ("6", [])
      case .wrongVisitLevel: ("16", ["M51"])
      case .missingModifier: ("97", [])
      case .wrongUnits: ("16", ["M53"])
      }
    return RecodeRequest.Refusal(line: line, group: .contractualObligation, reason: reason, remarks: remarks)
  }

  @Test func eachKindOfSlipOccurs() throws {
    var counts: [Slip: Int] = [:]
    for slipped in try Self.slipped.get() { counts[slipped.slip, default: 0] += 1 }
    for slip in Slip.allCases { #expect(counts[slip, default: 0] > 0, "no \(slip): \(counts)") }
  }

  @Test func slippedCodingDiffersAndCouldBeBilled() throws {
    let books = try RecodingBench.books.get()
    for slipped in try Self.slipped.get() {
      #expect(
        Billed(slipped.coding).services != Billed(slipped.careful).services
          || Billed(slipped.coding).diagnoses != Billed(slipped.careful).diagnoses)
      #expect(Set(slipped.coding.diagnoses.map(\.code)).count == slipped.coding.diagnoses.count)
      for service in slipped.coding.services {
        #expect(service.line.units >= 1)
        #expect((1...4).contains(service.line.diagnosisPointers.count))
        #expect(service.line.diagnosisPointers.allSatisfy(slipped.coding.diagnoses.indices.map { $0 + 1 }.contains))
        #expect(books.procedures.procedure(service.line.procedure) != nil, "\(service.line.procedure)")
      }
    }
  }

  @Test func sameVisitAlwaysGetsTheSameSlip() throws {
    let books = try RecodingBench.books.get()
    let (first, second, other) = (Slips(rate: 0.5, seed: 7), Slips(rate: 0.5, seed: 7), Slips(rate: 0.5, seed: 8))
    var count = 0
    var differences = 0
    let all = try Self.slipped.get()
    for slipped in all {
      let once = first.apply(to: slipped.careful, visit: slipped.visit, codeSets: books)
      let again = second.apply(to: slipped.careful, visit: slipped.visit, codeSets: books)
      #expect(once.coding == again.coding && once.slip == again.slip)
      if once.slip != nil { count += 1 }
      if once.slip != other.apply(to: slipped.careful, visit: slipped.visit, codeSets: books).slip { differences += 1 }
    }
    // Half of them, within four standard deviations.
    let expected = Double(all.count) / 2
    #expect(abs(Double(count) - expected) < 2 * Double(all.count).squareRoot())
    #expect(differences > all.count / 4)
  }

  @Test func nobodyInAHurryMeansNoSlip() throws {
    let books = try RecodingBench.books.get()
    for slipped in try Self.slipped.get().prefix(100) {
      let calm = Slips(rate: 0, seed: 7).apply(to: slipped.careful, visit: slipped.visit, codeSets: books)
      #expect(calm.slip == nil && calm.coding == slipped.careful)
    }
  }

  @Test func recodingASlippedVisitGivesTheCarefulCoding() throws {
    let recoding = try RecodingBench.recoding.get()
    for slipped in try Self.slipped.get() {
      let billed = Billed(slipped.coding)
      let refusal = refusal(of: slipped)
      let outcome = recoding.answer(
        RecodeRequest(visit: slipped.visit.id, round: 1, refusals: [refusal]), for: slipped.visit,
        diagnoses: billed.diagnoses, services: billed.services)
      #expect(outcome.coding == slipped.careful, "\(slipped.slip): \(outcome.findings.map(\.text))")
      let answers = outcome.findings.filter { $0.isChange && $0.answers.contains("CO-\(refusal.reason)") }
      #expect(!answers.isEmpty, "\(slipped.slip) \(refusal): \(outcome.findings.map(\.text))")
    }
  }

  /// Whatever a payer refuses, whether it has a reason or not, round after round.
  @Test func noAnswerEverHasACodeThatIsNotDocumented() throws {
    let recoding = try RecodingBench.recoding.get()
    let reasons: [AdjustmentReason] = [
      "4", "5", "6", "7", "9", "10", "11", "16", "50", "97", "146", "150", "151", "167", "181", "182", "236", "B15",
    ]
    var random = SeededRandom(seed: 3)
    var kinds: [String: Int] = [:]
    for slipped in try Self.slipped.get() {
      var billed = Billed(random.next() % 2 == 0 ? slipped.coding : slipped.careful)
      for round in 1...4 {
        let refusals = (0...Int(random.next() % 2)).map { _ in
          RecodeRequest.Refusal(
            line: random.next() % 4 == 0 ? nil : 1 + Int(random.next() % UInt64(max(1, billed.services.count))),
            group: .contractualObligation, reason: reasons[Int(random.next() % UInt64(reasons.count))],
            remarks: random.next() % 2 == 0 ? ["M76"] : ["M53", "N822"])
        }
        let outcome = recoding.answer(
          RecodeRequest(visit: slipped.visit.id, round: round, refusals: refusals), for: slipped.visit,
          diagnoses: billed.diagnoses, services: billed.services)
        kinds[outcome.kind, default: 0] += 1
        guard let coding = outcome.coding else { continue }
        check(coding, against: slipped.careful, "\(slipped.visit.id) round \(round): \(refusals)")
        #expect(Billed(coding).services != billed.services || Billed(coding).diagnoses != billed.diagnoses)
        billed = Billed(coding)
      }
    }
    #expect(kinds["changed", default: 0] > 100 && kinds["upheld", default: 0] > 100, "\(kinds)")
  }

  private func check(_ coding: CodedVisit, against careful: CodedVisit, _ circumstances: String) {
    #expect(coding.diagnoses == careful.diagnoses, "\(circumstances)")
    for service in coding.services {
      let isDocumented = careful.services.contains { documented in
        documented.line.procedure == service.line.procedure && documented.evidence == service.evidence
          && service.line.units <= documented.line.units
      }
      let isLowerLevel = careful.services.contains { documented in
        documented.evidence == service.evidence
          && documented.line.procedure.rawValue.prefix(4)
            == service.line.procedure.rawValue.prefix(4)
          && documented.line.procedure > service.line.procedure
      }
      #expect(isDocumented || isLowerLevel, "\(service.line), \(circumstances)")
      #expect(!service.evidence.isEmpty)
      #expect((1...4).contains(service.line.diagnosisPointers.count))
      #expect(service.line.diagnosisPointers.allSatisfy(coding.diagnoses.indices.map { $0 + 1 }.contains))
      #expect(Set(service.line.diagnosisPointers).count == service.line.diagnosisPointers.count)
      #expect(service.line.modifiers.count <= 4)
    }
  }
}
