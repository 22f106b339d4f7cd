import ClaimModel
import CodeSets
import Coding
import Testing

/// What a careful coder does beyond coding again.
@Suite struct RecodingCareTests {
  private func answer(
    _ request: RecodeRequest, _ visit: Visit, _ billed: Billed, isAfterQuery: Bool = false
  ) throws -> RecodeOutcome {
    try RecodingBench.recoding.get().answer(
      request, for: visit, diagnoses: billed.diagnoses, services: billed.services, isAfterQuery: isAfterQuery)
  }

  /// Answers requests of one kind round after round, as a biller would who never gives up.
  private func rounds(_ count: Int, _ request: RecodeRequest, _ visit: Visit, _ billed: Billed) throws
    -> [RecodeOutcome]
  {
    var billed = billed
    return try (0..<count).map { _ in
      let outcome = try answer(request, visit, billed)
      if let coding = outcome.coding { billed = Billed(coding) }
      return outcome
    }
  }

  /// A visit with one problem and two reports of blood tests.
  private func visitWithTests(_ tests: [(name: String, loinc: String)]) -> Visit {
    RecodingBench.visit { visit in
      visit.documentation.removeAll { $0.kind == .immunization || $0.kind == .report }
      for (index, test) in tests.enumerated() {
        visit.documentation.append(
          RecodingBench.item(
            .report, test.name, "DiagnosticReport/r\(index)", system: "http://loinc.org", code: test.loinc))
      }
    }
  }

  // MARK: 11, 167, 50: another documented diagnosis

  /// The hemoglobin was billed for the first diagnosis, high blood pressure; diabetes is documented too.
  @Test(arguments: ["11", "167", "50"] as [AdjustmentReason])
  func lineIsPointedToAnotherDocumentedDiagnosisOnce(reason: AdjustmentReason) throws {
    let visit = visitWithTests([("Hemoglobin A1c", "4548-4")])
    var billed = Billed(try RecodingBench.careful(visit))
    let test = billed.place(of: "83036")
    let pressure = (billed.diagnoses.firstIndex(of: "I10") ?? 0) + 1
    let sugar = (billed.diagnoses.firstIndex(of: "E119") ?? 0) + 1
    billed.services[test].diagnosisPointers = [pressure]
    let outcomes = try rounds(3, RecodingBench.request(reason, line: test + 1, visit: visit), visit, billed)
    let first = outcomes[0].coding?.services[test].line
    #expect(first?.diagnosisPointers.contains(sugar) == true)
    #expect(first?.procedure == "83036")
    #expect(outcomes.map(\.kind) == ["changed", "upheld", "upheld"])
  }

  @Test func lineWhoseDiagnosisSupportsItIsUpheld() throws {
    let visit = visitWithTests([("Hemoglobin A1c", "4548-4")])
    let careful = try RecodingBench.careful(visit)
    var onlyPressure = visit
    onlyPressure.documentation.removeAll { $0.source == "Condition/c2" }
    let billed = Billed(try RecodingBench.careful(onlyPressure))
    let outcome = try answer(
      RecodingBench.request("50", line: billed.place(of: "83036") + 1, visit: onlyPressure), onlyPressure, billed)
    #expect(outcome.kind == "upheld", "no other diagnosis is documented: \(outcome.findings.map(\.text))")
    #expect(careful.diagnoses.count > billed.diagnoses.count)
  }

  // MARK: 97, 236, B15: bundled

  @Test(arguments: ["97", "236", "B15"] as [AdjustmentReason])
  func lineThatIsPartOfAnotherGoesAndSaysSo(reason: AdjustmentReason) throws {
    let visit = visitWithTests([("Basic metabolic panel", "51990-0"), ("Comprehensive metabolic panel", "24323-8")])
    let careful = try RecodingBench.careful(visit)
    let billed = Billed(careful)
    let part = try #require(billed.number(of: "80048"))
    let outcomes = try rounds(2, RecodingBench.request(reason, line: part, visit: visit), visit, billed)
    #expect(outcomes[0].coding?.services == careful.services.filter { $0.line.procedure != "80048" })
    #expect(outcomes[0].findings.map(\.verdict) == [.lineBundled("80048", into: "80053")])
    // The line is gone; the next round is about the lines that are left, and does not bring it back.
    #expect(outcomes[1].coding?.services.contains { $0.line.procedure == "80048" } != true)
  }

  @Test func lineDocumentedByItselfGetsAModifierOnce() throws {
    let visit = visitWithTests([("Hemoglobin A1c", "4548-4"), ("Complete blood count", "57021-8")])
    let billed = Billed(try RecodingBench.careful(visit))
    let line = try #require(billed.number(of: "85025"))
    let outcomes = try rounds(3, RecodingBench.request("236", line: line, visit: visit), visit, billed)
    #expect(outcomes[0].coding?.services[line - 1].line.modifiers == ["XU"])
    #expect(outcomes.map(\.kind) == ["changed", "upheld", "upheld"])
  }

  @Test func lineDocumentedInTheSameWordsAsAnotherGetsNoModifier() throws {
    let visit = RecodingBench.visit()
    let billed = Billed(try RecodingBench.careful(visit))
    let administration = try #require(billed.number(of: "90471"))
    let outcome = try answer(RecodingBench.request("97", line: administration, visit: visit), visit, billed)
    #expect(outcome.kind == "upheld")
  }

  // MARK: 150, 151: never more

  @Test func levelThatIsCalledTooHighIsNeverRaised() throws {
    let visit = RecodingBench.visit()
    var billed = Billed(try RecodingBench.careful(visit))
    billed.services[billed.visitLine].procedure = "99212"
    let outcome = try answer(RecodingBench.request("150", line: billed.visitLine + 1, visit: visit), visit, billed)
    #expect(outcome.kind == "upheld", "\(outcome.findings.map(\.text))")
  }

  @Test func unitsThatAreCalledTooManyAreNeverRaised() throws {
    let visit = RecodingBench.visit { visit in
      for (number, cvx) in ["113", "33"].enumerated() {
        visit.documentation.append(
          RecodingBench.item(
            .immunization, "Vaccine", "Immunization/more\(number)", system: "http://hl7.org/fhir/sid/cvx", code: cvx))
      }
    }
    var billed = Billed(try RecodingBench.careful(visit))
    let line = try #require(billed.number(of: "90472"))
    #expect(billed.services[line - 1].units == 2)
    billed.services[line - 1].units = 1
    let outcome = try answer(RecodingBench.request("151", line: line, visit: visit), visit, billed)
    #expect(outcome.kind == "upheld", "\(outcome.findings.map(\.text))")
  }

  // MARK: 5, 6, 7: the registration

  @Test func codeThatFitsTheNoteAndNotTheRegistrationIsAPersonsMatter() throws {
    let visit = RecodingBench.visit { $0.registration.placeOfService = "21" }
    let billed = Billed(try RecodingBench.careful(visit))
    let outcome = try answer(RecodingBench.request("5", line: billed.visitLine + 1, visit: visit), visit, billed)
    guard case .unanswerable(let reason) = outcome else {
      Issue.record("answered with \(outcome.kind)")
      return
    }
    #expect(reason.contains("the registration's"))
  }

  // MARK: M81: more detail

  @Test func detailThePayerWantsIsAskedForOnce() throws {
    let visit = RecodingBench.visit { visit in
      visit.documentation = [RecodingBench.item(.condition, "Low back pain", "Condition/c1")]
    }
    let billed = Billed(try RecodingBench.careful(visit))
    #expect(billed.diagnoses == ["M5450"])
    let request = RecodingBench.request("16", remarks: ["M81"], line: 1, visit: visit)
    #expect(try answer(request, visit, billed) == .query(DocumentationQuery(.specificity)))
    #expect(try answer(request, visit, billed, isAfterQuery: true).kind == "upheld")
  }

  @Test func visitThatCannotBeCodedAnyMoreIsQueried() throws {
    let visit = RecodingBench.visit()
    let billed = Billed(try RecodingBench.careful(visit))
    var empty = visit
    empty.documentation = []
    let outcome = try answer(RecodingBench.request("11", line: 1, visit: visit), empty, billed)
    #expect(outcome == .query(DocumentationQuery(.documentation)))
  }

  // MARK: What leaves

  @Test func findingsHoldNoWordsOfTheChart() throws {
    let words = ["qanar", "hypertension", "diabetes", "Influenza", "Hemoglobin"]
    let visit = RecodingBench.visit { visit in
      visit.documentation.insert(
        RecodingBench.item(.note, "ASSESSMENT\nQanar hypertension, essential.\n", "note"), at: 0)
    }
    let careful = try RecodingBench.careful(visit)
    var wrong = Billed(careful)
    wrong.diagnoses.swapAt(0, 1)
    wrong.services[wrong.visitLine].procedure = "99215"
    for billed in [Billed(careful), wrong] {
      for reason in ["146", "11", "97", "150", "151", "6", "5"] as [AdjustmentReason] {
        let outcome = try answer(RecodingBench.request(reason, visit: visit), visit, billed)
        #expect(!outcome.findings.isEmpty)
        for finding in outcome.findings {
          for word in words { #expect(!finding.text.lowercased().contains(word.lowercased()), "\(finding.text)") }
          #expect(finding.text.utf8.allSatisfy { (32...126).contains($0) })
        }
      }
    }
  }
}
