import ClaimModel
import CodeSets
import Coding
import Testing

/// The answer to each reason a payer can give, when the codes were wrong in that respect and when they were right.
@Suite struct RecodingTests {
  /// One row of the decision table: what was wrong with the codes, and where.
  struct Row: Sendable, CustomTestStringConvertible {
    var reason: AdjustmentReason
    var remarks: [RemarkCode] = []
    var wrong: String
    var line: @Sendable (Billed) -> Int
    var change: @Sendable (inout Billed) -> Void
    var testDescription: String { "\(reason) \(remarks.map(\.rawValue)): \(wrong)" }
  }

  private static func cutDiagnosis(_ billed: inout Billed) {
    billed.diagnoses[billed.diagnoses.firstIndex(of: "E119") ?? 0] = "E11"
  }

  private static func row(
    _ reason: AdjustmentReason, _ remarks: [RemarkCode] = [], _ wrong: String, line: ProcedureCode? = nil,
    _ change: @escaping @Sendable (inout Billed) -> Void
  ) -> Row {
    Row(
      reason: reason, remarks: remarks, wrong: wrong,
      line: { billed in line.map { billed.place(of: $0) } ?? billed.visitLine },
      change: change)
  }

  static let rows: [Row] = [
    row("146", ["M76"], "a diagnosis was cut short") { cutDiagnosis(&$0) },
    row("16", ["M76"], "a diagnosis was cut short") { cutDiagnosis(&$0) },
    row("16", ["MA63"], "the diagnoses were turned round") { billed in
      billed.diagnoses.swapAt(0, 1)
      billed.services[billed.visitLine].diagnosisPointers = [2, 1]
    },
    row("16", ["M53"], "one unit too many", line: "90656") { $0.services[$0.place(of: "90656")].units = 2 },
    row("16", ["M51"], "another procedure", line: "83036") { $0.services[$0.place(of: "83036")].procedure = "82947" },
    row("16", ["N822"], "the modifier was left out") { $0.services[$0.visitLine].modifiers = [] },
    row("181", [], "another procedure", line: "83036") { $0.services[$0.place(of: "83036")].procedure = "82947" },
    row("182", [], "a modifier of no use") { $0.services[$0.visitLine].modifiers = ["ZZ"] },
    row("4", [], "the modifier was left out") { $0.services[$0.visitLine].modifiers = [] },
    row("5", [], "a visit of another kind") { $0.services[$0.visitLine].procedure = "99203" },
    row("6", [], "a check-up of another age") { $0.services[$0.visitLine].procedure = "99382" },
    row("7", [], "a procedure for men", line: "83036") { $0.services[$0.place(of: "83036")].procedure = "84153" },
    row("9", [], "a diagnosis of newborns") { $0.diagnoses[0] = "P229" },
    row("10", [], "a diagnosis of men") { $0.diagnoses[0] = "N400" },
    row("11", [], "the visit points to the vaccination") { billed in
      billed.services[billed.visitLine].diagnosisPointers = [(billed.diagnoses.firstIndex(of: "Z23") ?? 0) + 1]
    },
    row("167", [], "the visit points to the vaccination") { billed in
      billed.services[billed.visitLine].diagnosisPointers = [(billed.diagnoses.firstIndex(of: "Z23") ?? 0) + 1]
    },
    row("50", [], "a diagnosis was cut short") { cutDiagnosis(&$0) },
    row("97", [], "25 was left out") { $0.services[$0.visitLine].modifiers = [] },
    row("236", [], "25 was left out") { $0.services[$0.visitLine].modifiers = [] },
    row("B15", [], "25 was left out") { $0.services[$0.visitLine].modifiers = [] },
    row("151", [], "one unit too many", line: "90656") { $0.services[$0.place(of: "90656")].units = 2 },
    row("150", [], "a level too high") { $0.services[$0.visitLine].procedure = "99215" },
  ]

  @Test(arguments: rows)
  func whatWasWrongIsChangedToWhatIsDocumented(row: Row) throws {
    let visit = RecodingBench.visit()
    let careful = try RecodingBench.careful(visit)
    var billed = Billed(careful)
    let line = row.line(billed)
    row.change(&billed)
    let outcome = try RecodingBench.recoding.get().answer(
      RecodingBench.request(row.reason, remarks: row.remarks, line: line + 1, visit: visit), for: visit,
      diagnoses: billed.diagnoses, services: billed.services)
    #expect(outcome.coding == careful)
    let answer = outcome.findings.first { $0.answers == ["CO-\(row.reason)"] && $0.isChange }
    #expect(answer != nil, "\(outcome.findings.map(\.text))")
  }

  /// The same refusals when nothing was wrong: the codes are upheld, with the places that support them.
  @Test(arguments: rows)
  func whatWasRightIsUpheldWithItsEvidence(row: Row) throws {
    let visit = RecodingBench.visit()
    let billed = Billed(try RecodingBench.careful(visit))
    // Diagnosis support and bundling have a table of their own below: another diagnosis may be documented.
    let line = row.line(billed) + 1
    let outcome = try RecodingBench.recoding.get().answer(
      RecodingBench.request(row.reason, remarks: row.remarks, line: line, visit: visit), for: visit,
      diagnoses: billed.diagnoses, services: billed.services)
    guard case .upheld(let findings) = outcome, let finding = findings.first else {
      Issue.record("answered with \(outcome.kind): \(outcome.findings.map(\.text))")
      return
    }
    #expect(finding.subject == .line(line))
    #expect(finding.answers == ["CO-\(row.reason)"])
    #expect(finding.proofs.first?.code == billed.services[line - 1].procedure.rawValue)
    #expect(finding.proofs.allSatisfy { !$0.places.isEmpty && !$0.rule.isEmpty })
  }

  @Test(
    arguments: [
      ("29", []), ("197", []), ("27", []), ("96", []), ("252", []), ("18", []), ("16", []), ("16", ["N290"]),
      ("16", ["MA130"]), ("45", []), ("A0", []),
    ] as [(AdjustmentReason, [RemarkCode])])
  func whatIsNotTheCodersIsUnanswerable(reason: AdjustmentReason, remarks: [RemarkCode]) throws {
    let visit = RecodingBench.visit()
    let billed = Billed(try RecodingBench.careful(visit))
    let outcome = try RecodingBench.recoding.get().answer(
      RecodingBench.request(reason, remarks: remarks, line: 1, visit: visit), for: visit,
      diagnoses: billed.diagnoses, services: billed.services)
    #expect(outcome == .unanswerable(reason: "CO-\(reason): this is not a matter of codes"))
  }

  @Test func lineThatWasNeverBilledIsUnanswerable() throws {
    let visit = RecodingBench.visit()
    let billed = Billed(try RecodingBench.careful(visit))
    let request = RecodingBench.request("11", line: billed.services.count + 1, visit: visit)
    let outcome = try RecodingBench.recoding.get().answer(
      request, for: visit, diagnoses: billed.diagnoses, services: billed.services)
    #expect(outcome.kind == "unanswerable")
  }

  @Test func refusalOfTheWholeClaimIsAnsweredLineByLine() throws {
    let visit = RecodingBench.visit()
    let billed = Billed(try RecodingBench.careful(visit))
    let outcome = try RecodingBench.recoding.get().answer(
      RecodingBench.request("16", remarks: ["M76"], visit: visit), for: visit, diagnoses: billed.diagnoses,
      services: billed.services)
    #expect(outcome.kind == "upheld")
    #expect(outcome.findings.map(\.subject) == billed.services.indices.map { .line($0 + 1) })
  }

  @Test func refusalsThatAreNotTheCodersStandBesideThoseThatAre() throws {
    let visit = RecodingBench.visit()
    let billed = Billed(try RecodingBench.careful(visit))
    var request = RecodingBench.request("150", line: 1, visit: visit)
    request.refusals.append(RecodeRequest.Refusal(line: 2, group: .contractualObligation, reason: "29"))
    let outcome = try RecodingBench.recoding.get().answer(
      request, for: visit, diagnoses: billed.diagnoses, services: billed.services)
    #expect(outcome.kind == "upheld")
    #expect(outcome.findings.map(\.verdict) == [.supported, .notCoding])
  }

  /// A claim is replaced whole: what else is wrong goes with it, and says so.
  @Test func whatElseIsWrongIsCorrectedToo() throws {
    let visit = RecodingBench.visit()
    let careful = try RecodingBench.careful(visit)
    var billed = Billed(careful)
    billed.services[billed.place(of: "90656")].units = 3
    let outcome = try RecodingBench.recoding.get().answer(
      RecodingBench.request("150", line: billed.visitLine + 1, visit: visit), for: visit,
      diagnoses: billed.diagnoses, services: billed.services)
    #expect(outcome.coding == careful)
    let units = outcome.findings.first { $0.verdict == .unitsChanged(from: 3, to: 1) }
    #expect(units?.answers == [])
    #expect(units?.text.contains("found on review") == true)
    #expect(outcome.findings.contains { $0.verdict == .supported && $0.answers == ["CO-150"] })
  }
}
