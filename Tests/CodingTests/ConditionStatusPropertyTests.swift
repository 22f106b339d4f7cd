import ClaimModel
import CodeSets
import Coding
import Foundation
import Intake
import Testing

/// What holds for the codes of the sample bundles, whatever statuses their conditions are given.
@Suite struct ConditionStatusPropertyTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/data/fhir").standardizedFileURL

  private static let clinical = ["active", "recurrence", "relapse", "inactive", "remission", "resolved"]
  private static let verification = [
    "confirmed", "provisional", "differential", "unconfirmed", "refuted", "entered-in-error",
  ]

  /// The bundles with each condition's statuses, category, end and recorded ICD-10-CM code drawn anew.
  private static func bundles(_ random: inout SeededRandom) throws -> [Data] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" && !$0.lastPathComponent.hasPrefix("synthea") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { file in
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        var bundle = try #require(object as? [String: Any])
        bundle["entry"] = try #require(bundle["entry"] as? [[String: Any]]).map { entry in
          var entry = entry
          guard var resource = entry["resource"] as? [String: Any], resource["resourceType"] as? String == "Condition"
          else { return entry }
          func draw(_ choices: [String]) -> [String: Any] {
            ["coding": [["code": choices[Int(random.next() % UInt64(choices.count))]]]]
          }
          resource["clinicalStatus"] = draw(clinical)
          resource["verificationStatus"] = draw(verification)
          resource["category"] = [draw(["encounter-diagnosis", "problem-list-item"])]
          if random.next() % 2 == 0 { resource["abatementDateTime"] = nil }
          if random.next() % 3 == 0, var code = resource["code"] as? [String: Any],
            let coding = code["coding"] as? [[String: Any]]
          {
            let recorded = ["J20.9", "I10", "E11", "N40.0", "O80", "S93.401A", "M54.5", "XYZ"]
            let choice = recorded[Int(random.next() % UInt64(recorded.count))]
            code["coding"] = coding + [["system": "http://hl7.org/fhir/sid/icd-10-cm", "code": choice]]
            resource["code"] = code
          }
          entry["resource"] = resource
          return entry
        }
        return try JSONSerialization.data(withJSONObject: bundle)
      }
  }

  @Test(arguments: [UInt64(1), 2, 3]) func whatDoesNotHoldIsNeverCoded(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let reader = FHIRBundleReader(
      options: IntakeOptions(
        includesEmergency: true, missingRegistration: .synthesize,
        redate: RedatePolicy(onto: RedatePolicy.secondQuarter2026)))
    let coder = try TestCoder.coder.get()
    let icd10cm = try TestCoder.books.get().icd10cm
    var coded = 0
    for bundle in try Self.bundles(&random) {
      for visit in try reader.visits(from: Array(bundle)) {
        let void = Set(
          visit.documentation.filter {
            [.refuted, .uncertain, .resolved, .later].contains($0.standing) && $0.kind == .condition
          }.map(\.source))
        guard case .coded(let coding) = coder.code(visit) else { continue }
        coded += 1
        let codes = coding.diagnoses.map(\.code)
        for (index, diagnosis) in coding.diagnoses.enumerated() {
          let evidence = Set(diagnosis.evidence.map(\.source))
          #expect(icd10cm.isBillable(diagnosis.code, on: visit.registration.dateOfService))
          for other in codes[..<index] { #expect(!icd10cm.excludesEachOther(diagnosis.code, other)) }
          // A past condition may have its history coded, and nothing else.
          let isHistory = diagnosis.rule == "personal-history"
          #expect(isHistory || evidence.isDisjoint(with: void), "\(diagnosis.code) by \(diagnosis.rule)")
        }
        let refuted = Set(visit.documentation.filter { $0.standing == .refuted }.map(\.source))
        #expect(coding.diagnoses.allSatisfy { refuted.isDisjoint(with: $0.evidence.map(\.source)) })
        let patient = visit.registration.patient
        if patient.sex == .male { #expect(!codes.contains { $0.rawValue.hasPrefix("O") }) }
        if patient.sex == .female { #expect(!codes.contains("N400")) }
      }
    }
    #expect(coded >= 80)
  }
}
