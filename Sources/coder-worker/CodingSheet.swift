import ClaimModel
import Coding
import Foundation

/// What coding one visit came to, for people and for programs.
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
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("plain texts and numbers always encode") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// The codes with their titles, and beside each the words of the chart, within 80 columns where the words allow.
  func text(title: (DiagnosisCode) -> String?) -> String {
    var text = "\(file)  \(visit)\n"
    for (index, diagnosis) in diagnoses.enumerated() {
      let name = title(DiagnosisCode(diagnosis.code)) ?? ""
      text += "  \(index + 1). \(pad(diagnosis.code, 9)) \(name.prefix(64))\n"
      text += words(diagnosis.evidence, rule: diagnosis.rule)
    }
    for service in services {
      let modifiers = service.modifiers.map { "-" + $0 }.joined()
      let pointers = service.pointers.map(String.init).joined(separator: ",")
      text += "     \(pad(service.code + modifiers, 9)) x\(service.units)  for \(pointers)\n"
      text += words(service.evidence, rule: service.rule)
    }
    for query in queries { text += "  query: \(query)\n" }
    return text + "\n"
  }

  private func words(_ evidence: [Proof], rule: String) -> String {
    guard let first = evidence.first else { return "               [\(rule)]\n" }
    let quote = first.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "               [\(rule)] \"\(quote.prefix(60))\" \(first.source):\(first.offset)\n"
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension CodingSheet.Proof {
  fileprivate init(_ evidence: Evidence) {
    self.init(source: evidence.source, offset: evidence.offset, text: evidence.text)
  }
}
