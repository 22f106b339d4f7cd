import ClaimModel
import Coding
import WorkerBootstrap

/// What coding one visit came to, for programs; ``CodingReport`` is for people.
struct CodingSheet: Encodable {
  struct Proof: Encodable {
    let source: String
    let offset: Int
    let text: String
  }

  struct Diagnosis: Encodable {
    let code: String
    let evidence: [Proof]
    let rule: String
    let confidence: Double
  }

  struct Refusal: Encodable {
    let code: String
    let evidence: Proof
    let reason: String
  }

  struct Service: Encodable {
    let code: String
    let modifiers: [String]
    let units: Int
    let pointers: [Int]
    let evidence: [Proof]
    let rule: String
  }

  let schema = 1
  let file: String
  let visit: String
  var diagnoses: [Diagnosis] = []
  var services: [Service] = []
  var queries: [String] = []
  var refused: [Refusal] = []

  init(file: String, visit: Visit, review: CodingReview) {
    self.file = file
    self.visit = visit.id.rawValue
    refused = review.refused.map {
      Refusal(code: $0.code.dotted, evidence: Proof($0.evidence), reason: $0.reason.rawValue)
    }
    switch review.outcome {
    case .coded(let coding):
      diagnoses = (coding.diagnoses + review.further).map {
        Diagnosis(
          code: $0.code.dotted, evidence: $0.evidence.map(Proof.init), rule: $0.rule,
          confidence: ($0.confidence * 100).rounded() / 100)
      }
      services = coding.services.map {
        Service(
          code: $0.line.procedure.rawValue, modifiers: $0.line.modifiers.map(\.rawValue), units: $0.line.units,
          pointers: $0.line.diagnosisPointers, evidence: $0.evidence.map(Proof.init), rule: $0.rule)
      }
    case .query(let query): queries = [query.question]
    }
  }

  var isCoded: Bool { queries.isEmpty }

  /// One object on one line.
  var json: String { OutputJSON.line(self) + "\n" }
}

extension CodingSheet.Proof {
  fileprivate init(_ evidence: Evidence) {
    self.init(source: evidence.source, offset: evidence.offset, text: evidence.text)
  }
}
