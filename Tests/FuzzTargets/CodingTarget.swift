import ClaimModel
import CodeSets
import Coding
import CodingDesk
import Foundation
import Messages
import Office
import X12

extension FuzzTarget {
  /// A chart's words, through the coding office's desk: coded, coded again after a refusal, and after an amendment. A zero
  /// byte ends one item of the chart and begins the next, which is of another kind; the words are its recorded code too.
  static let coding = FuzzTarget("coding", longestInput: 4_096, seeds: codingSeeds) { bytes in
    var visit = SampleVisits.visits(1)[0]
    visit.documentation = bytes.split(separator: 0, maxSplits: 12, omittingEmptySubsequences: false).enumerated().map {
      let kinds = DocumentationItem.Kind.allCases
      let standings = DocumentationItem.Standing.allCases
      let text = String(decoding: $1, as: UTF8.self)
      return DocumentationItem(
        kind: kinds[$0 % kinds.count], text: text,
        codings: [.init(system: "http://hl7.org/fhir/sid/icd-10-cm", code: text)], source: "item \($0)",
        standing: standings[bytes.count % standings.count], rank: $0 + 1)
    }
    let refusal = RecodeRequest.Refusal(line: 1, group: .contractualObligation, reason: "11", remarks: ["M76"])
    let messages: [OfficeMessage] = [
      .visitDocumented(visit),
      .recodeRequested(RecodeRequest(visit: visit.id, round: 1, refusals: [refusal]), specialty: .medical),
      .documentationAmended(
        visit: visit.id, item: DocumentationItem(kind: .amendment, text: "Nothing to add.", source: "amendment-1")),
    ]
    var office = OfflineOffice(desk: CodingDesk(coder: try coder.get(), codeSets: try books.get()))
    for (index, message) in messages.enumerated() {
      try survives(message)
      let wire = WireMessage(
        id: .derived(from: String(index)), type: message.type.rawValue, correlation: "",
        timestamp: SampleVisits.envelope.timestamp, appID: "fuzz/1", contentType: message.type.contentType,
        body: message.encoded())
      let answers = try office.handle(wire).map { try OfficeMessage(type: $0.type, body: $0.body) }
      for case .visitCoded(let bill) in answers { try codes(bill) }
      for case .visitRecoded(let bill, _, _) in answers { try codes(bill) }
    }
  }

  private static let books = Result { try CodeBooks.load() }
  private static let coder = Result { Coder(codeSets: try books.get()) }

  /// What any coding must be, for a claim to be made of it.
  private static func codes(_ bill: Superbill) throws {
    try require((1...12).contains(bill.diagnoses.count), "a coding has 1 to 12 diagnoses")
    try require(Set(bill.diagnoses).count == bill.diagnoses.count, "no diagnosis is coded twice")
    for service in bill.services {
      try require(
        (1...4).contains(service.diagnosisPointers.count)
          && service.diagnosisPointers.allSatisfy { (1...bill.diagnoses.count).contains($0) },
        "a service points to diagnoses of the coding")
      try require((1...999).contains(service.units), "a service has a few units")
    }
  }

  private static func codingSeeds() throws -> [[UInt8]] {
    let charts = SampleVisits.visits(6).map { $0.documentation.map(\.text).joined(separator: "\0") }
    // Behind the header.
    let notes = try SampleVisits.notes().map { note in
      String(decoding: note, as: UTF8.self).components(separatedBy: "---\n").last ?? ""
    }
    return (charts + notes).map { Array($0.utf8) }
  }
}
