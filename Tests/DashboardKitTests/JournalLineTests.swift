import ClaimModel
import DashboardKit
import Foundation
import Office
import Testing

/// What `dashboard tail --format json` prints.
@Suite struct JournalLineTests {
  private static let visit: VisitID = "V000000000000001"

  private static let facts = [
    Sample.state("closed", sequence: 7), Sample.denial("ACMEHLTH", "11", remarks: ["N657", "M64"]),
    Sample.denial("BEACON1", "50"), Fact(visit: visit, .movement(kind: .insurerPaid, amount: Money(cents: -105))),
    Fact(visit: visit, .injection(payer: "ACMEHLTH", rule: "CO-11=5% \"now\"")),
    Fact(
      visit: visit,
      .claim(
        step: .batchRejected, payer: "ACMEHLTH", provider: "1234567893", specialty: .primaryCare, submission: 2,
        amount: Money(cents: 17_400))),
  ]

  /// Members as the general reader finds them; written again with sorted keys they give the same line.
  private func object(_ entry: JournalEntry) throws -> [String: Any] {
    let line = JournalLine(entry).json()
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
    let again = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    #expect(String(decoding: again, as: UTF8.self) == line)
    return try #require(object as? [String: Any])
  }

  @Test func everyKindOfFactHasItsKeys() throws {
    let object = try object(Sample.entry("1", attempt: 3, facts: Self.facts))
    #expect(object["reason"] == nil && object["causation"] == nil && object["attempt"] as? Int == 3)
    #expect(object["type"] as? String == "visit-coded.v1" && object["schema"] as? Int == 1)
    let facts = try #require(object["facts"] as? [[String: Any]])
    #expect(
      facts.map { $0.keys.sorted().joined(separator: " ") } == [
        "fact isFinal office open sequence state visit", "amount carc fact group payer rarc visit",
        "amount carc fact group payer rarc visit", "amount fact kind visit", "fact payer rule visit",
        "amount fact payer provider specialty step submission visit",
      ])
    #expect(facts[1]["rarc"] as? [String] == ["N657", "M64"] && facts[2]["rarc"] as? [String] == [])
    #expect(facts[3]["amount"] as? String == "-1.05" && facts[4]["rule"] as? String == "CO-11=5% \"now\"")
  }

  @Test(arguments: ["plain", "a \"quoted\" \\ one", "one\ntwo\ttabs\r", "\u{1}\u{1f}\u{7f}", "Zürich/病院 🏥", ""])
  func textsComeBackAsTheyWere(text: String) throws {
    let object = try object(Sample.entry("1", visits: ["V1", "V2"], outcome: .parked, reason: text))
    #expect(object["reason"] as? String ?? "" == text && object["visits"] as? [String] == ["V1", "V2"])
  }
}
