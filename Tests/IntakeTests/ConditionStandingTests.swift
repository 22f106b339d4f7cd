import ClaimModel
import Intake
import Testing

/// What the statuses and dates of a condition come to at a visit on 2026-05-04.
@Suite struct ConditionStandingTests {
  struct Case: Sendable, CustomStringConvertible {
    var clinical = "active"
    var verification = "confirmed"
    var category = "encounter-diagnosis"
    var onset = "2026-05-01"
    var abatement = ""
    /// `nil`: the condition is no part of the visit's documentation.
    var standing: DocumentationItem.Standing?

    var description: String { "\(clinical) \(verification) \(category) \(onset) \(abatement)" }

    var resource: String {
      """
      {"resourceType": "Condition", "id": "c1", \(StructuredBundle.status("clinicalStatus", clinical))
       \(StructuredBundle.status("verificationStatus", verification))
       "category": [{"coding": [{"code": "\(category)"}]}], "onsetDateTime": "\(onset)",
       \(abatement.isEmpty ? "" : "\"abatementDateTime\": \"\(abatement)\",")
       \(StructuredBundle.atVisit), "code": {"text": "Gout"}}
      """
    }
  }

  static let table: [Case] = [
    // Verification comes first.
    Case(verification: "", standing: .current), Case(verification: "provisional", standing: .uncertain),
    Case(verification: "differential", standing: .uncertain), Case(verification: "unconfirmed", standing: .uncertain),
    Case(verification: "refuted", standing: .refuted), Case(verification: "entered-in-error", standing: nil),
    Case(clinical: "resolved", verification: "refuted", abatement: "2020-01-01", standing: .refuted),
    // Clinical statuses without an end.
    Case(standing: .current), Case(clinical: "", standing: .current), Case(clinical: "recurrence", standing: .current),
    Case(clinical: "relapse", standing: .current), Case(clinical: "remission", standing: .current),
    Case(clinical: "inactive", standing: .inactive), Case(clinical: "resolved", standing: .resolved),
    // The end, against the day.
    Case(clinical: "resolved", abatement: "2026-05-03", standing: .resolved),
    Case(clinical: "resolved", abatement: "2026-05-04T23:00:00Z", standing: .current),
    Case(clinical: "resolved", abatement: "2026-06-01", standing: .current),
    Case(clinical: "inactive", abatement: "2026-05-20", standing: .current),
    Case(clinical: "active", abatement: "2025", standing: .resolved),
    Case(clinical: "resolved", abatement: "2026", standing: .current),
    Case(clinical: "remission", abatement: "2025-01-01", standing: .current),
    // The beginning.
    Case(onset: "2026-05-04", standing: .current), Case(onset: "2026-05-05", standing: .later),
    Case(onset: "2027", standing: .later), Case(onset: "2026-05", standing: .current),
    Case(clinical: "resolved", onset: "2026-05-04", standing: .current),
    Case(clinical: "resolved", onset: "2026-05", standing: .resolved),
    Case(onset: "long ago", standing: .current), Case(onset: "", standing: .current),
    // Lists kept across visits.
    Case(category: "problem-list-item", standing: .listed),
    Case(clinical: "resolved", category: "problem-list-item", abatement: "2020-02", standing: .resolved),
    Case(verification: "refuted", category: "problem-list-item", standing: .refuted),
  ]

  @Test(arguments: table) func statusesAndDatesDecide(example: Case) throws {
    let items = try StructuredBundle.documentation(example.resource)
    #expect(items.first { $0.kind == .condition }?.standing == example.standing)
  }

  /// What makes a problem of the list one of the visit.
  @Test(arguments: [
    ("", ", \"diagnosis\": [{\"condition\": {\"reference\": \"Condition/c1\"}}]"),
    ("", ", \"reasonReference\": [{\"reference\": \"Condition/c1\"}]"),
    (
      """
      {"resourceType": "MedicationRequest", "status": "active", "intent": "order", \(StructuredBundle.atVisit),
       "medicationCodeableConcept": {"text": "Allopurinol"}, "reasonReference": [{"reference": "Condition/c1"}]}
      """, ""
    ),
  ]) func whatTheVisitRefersToIsAddressed(resource: String, encounter: String) throws {
    let problem = Case(category: "problem-list-item").resource
    let items = try StructuredBundle.documentation(
      problem, resource.isEmpty ? "{\"resourceType\": \"Basic\"}" : resource, encounter: encounter)
    #expect(items.filter { $0.kind == .condition }.map(\.standing) == [.current])
  }

  /// Neither what was cancelled refers to anything, nor is another patient's condition one of the visit.
  @Test func voidReferencesAndOtherPatientsConditionsAreLeftOut() throws {
    let problem = Case(category: "problem-list-item").resource
    let cancelled = """
      {"resourceType": "MedicationRequest", "status": "cancelled", \(StructuredBundle.atVisit),
       "medicationCodeableConcept": {"text": "Allopurinol"}, "reasonReference": [{"reference": "Condition/c1"}]}
      """
    #expect(try StructuredBundle.documentation(problem, cancelled).map(\.standing) == [.listed])
    let other = problem.replacing(
      "\"id\": \"c1\",", with: "\"id\": \"c1\", \"subject\": {\"reference\": \"Patient/p2\"},")
    let stranger = """
      {"resourceType": "Patient", "id": "p2", "name": [{"family": "Other"}], "birthDate": "1990-01-01", "gender": "male"}
      """
    #expect(try StructuredBundle.documentation(other, stranger).isEmpty)
  }

  /// A list is the patient's: an entry that names no encounter is seen at each visit, one of another encounter is not.
  @Test func problemListsAreKeptAcrossVisits() throws {
    let listed = Case(category: "problem-list-item").resource
    let subject = "\"subject\": {\"reference\": \"Patient/p1\"}"
    let loose = listed.replacing(StructuredBundle.atVisit, with: subject)
    #expect(try StructuredBundle.documentation(loose).map(\.standing) == [.listed])
    #expect(try StructuredBundle.documentation(loose.replacing("problem-list-item", with: "x")).isEmpty)
    let other = listed.replacing("Encounter/e1", with: "Encounter/e9")
    #expect(try StructuredBundle.documentation(other).isEmpty)
    let many = (0..<100).map { loose.replacing("\"c1\"", with: "\"c\($0)\"") }.joined(separator: "}, {\"resource\": ")
    #expect(try StructuredBundle.documentation(many).count == 40)
  }

  /// A suspected condition brings what it was suspected for.
  @Test func manifestationsOfASuspectedConditionAreReasons() throws {
    var suspected = Case(verification: "provisional").resource
    suspected.removeLast()
    suspected += ", \"evidence\": [{\"code\": [{\"text\": \"Pain in toe\"}]}]}"
    let items = try StructuredBundle.documentation(suspected)
    #expect(
      items.map { "\($0.kind) \($0.standing) \($0.text)" } == [
        "condition uncertain Gout", "reason current Pain in toe",
      ])
    let confirmed = suspected.replacing("provisional", with: "confirmed")
    #expect(try StructuredBundle.documentation(confirmed).map(\.text) == ["Gout"])
  }

  @Test func siteSeverityStageAndCourseFollowTheWords() throws {
    let items = try StructuredBundle.documentation(
      """
      {"resourceType": "Condition", "id": "c1", \(StructuredBundle.atVisit),
       "clinicalStatus": {"coding": [{"code": "remission"}]},
       "severity": {"coding": [{"display": "Moderate (severity modifier) (qualifier value)"}]},
       "bodySite": [{"text": "Left ear"}], "stage": [{"summary": {"text": "Stage 3a"}}, {}],
       "code": {"coding": [{"display": "Made-up disease (disorder)"}]}}
      """)
    #expect(items.map(\.text) == ["Made-up disease, Moderate (severity modifier), Left ear, Stage 3a, in remission"])
  }

  @Test func diagnosesAreRankedByUseAndRank() throws {
    func condition(_ id: String) -> String {
      "{\"resourceType\": \"Condition\", \"id\": \"\(id)\", \(StructuredBundle.atVisit), \"code\": {\"text\": \"\(id)\"}}"
    }
    func diagnosis(_ id: String, _ use: String, _ rank: Int) -> String {
      "{\"condition\": {\"reference\": \"Condition/\(id)\"}, \"use\": {\"coding\": [{\"code\": \"\(use)\"}]}, \"rank\": \(rank)}"
    }
    let diagnoses = [
      diagnosis("admission", "AD", 1), diagnosis("complaint", "CC", 1), diagnosis("second", "billing", 2),
      diagnosis("first", "billing", 1), diagnosis("first", "AD", 1),
    ]
    let items = try StructuredBundle.documentation(
      condition("admission"), condition("complaint"), condition("first"), condition("second"), condition("unranked"),
      encounter: ", \"diagnosis\": [\(diagnoses.joined(separator: ","))]")
    #expect(
      items.map { "\($0.text) \($0.rank ?? 0)" } == ["admission 4", "complaint 3", "first 1", "second 2", "unranked 0"])
  }
}
