import ClaimModel
import DashboardKit
import Foundation
import FoundationXML
import Office
import Testing

/// A visit drawn between offices, as text and as SVG.
@Suite struct VisitSequenceTests {
  static let entries = [
    Sample.entry("2", type: "visit-coded.v1", sent: 200, handled: 350, facts: [Sample.state("billed")]),
    Sample.entry(
      "1", type: "visit-documented.v1", from: "practice/submit", to: "coding/1", sent: 0, handled: 150,
      facts: [Sample.state("coded", office: "coding")]),
    Sample.entry(
      "3", type: "x12.837P.005010X222A1", from: "billing/1", to: "payer.ACMEHLTH/a", sent: 400, handled: 1_250,
      outcome: .postponed, reason: "injected: outage <&> \"late\""),
    Sample.entry("4", type: "reminder-due.v1", from: "billing/1", to: "billing/2", sent: 90_000, handled: 90_010),
    Sample.entry("other", visits: ["V000000000000002"]),
  ]
  static let sequence = VisitSequence(of: "V000000000000001", entries)

  @Test func textShowsWhoToldWhomWhatAndWhen() {
    #expect(
      Self.sequence.text == """
        visit V000000000000001, 4 messages, first sent 2026-04-15T09:50:00.000Z

          handled  practice coding   billing  ACMEHLTH
           0.150s  |------->|        |        | visit-documented.v1
                   |        |        |        | . coding: coded
           0.350s  |        |------->|        | visit-coded.v1
                   |        |        |        | . billing: billed
           1.250s  |        |        |.......>| x12.837P postponed: injected: outage <&> "late"
          90.010s  |        |        *        | reminder-due.v1

        """)
  }

  /// A peer's clock may say anything; the other messages' times stay what they are.
  @Test(arguments: [-5, 5, Int64.min, Int64.max, Sample.now.milliseconds + 86_400_000])
  func aTimeOfSendingThatCannotBeIsNotReckonedWith(milliseconds: Int64) {
    var odd = Sample.entry("odd", type: "visit-documented.v9", from: "x", to: "coding/1", handled: 600)
    odd.sent = Timestamp(milliseconds: milliseconds)
    let sequence = VisitSequence(of: "V000000000000001", Self.entries + [odd])
    #expect(sequence.start == Sample.now)
    #expect(sequence.steps.map(\.handled) == [150, 350, 600, 1_250, 90_010])
    #expect(sequence.steps[2].sent == 600)
    // Alone it begins when it was handled.
    #expect(VisitSequence(of: "V000000000000001", [odd]).steps.map(\.handled) == [0])
  }

  @Test func visitThatNobodyKnowsIsToldSo() {
    let unknown = VisitSequence(of: "V0", Self.entries)
    #expect(unknown.text == "no message about V0 in the journal\n")
    #expect(unknown.svg.contains("<title"))
  }

  @Test func pictureIsWellFormedAndComplete() throws {
    let svg = Self.sequence.svg
    let parser = XMLParser(data: Data(svg.utf8))
    let reader = Reader()
    parser.delegate = reader
    #expect(parser.parse(), "\(svg)")
    for office in ["practice", "coding", "billing", "ACMEHLTH"] { #expect(reader.texts.contains(office)) }
    #expect(reader.texts.contains("x12.837P postponed: injected: outage <&> \"late\""))
    // Nothing comes from elsewhere.
    #expect(!svg.replacing("http://www.w3.org/2000/svg", with: "").contains("http"))
    #expect(svg.contains("role='img'") && svg.contains("prefers-color-scheme: dark"))
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var texts: [String] = []
    private var text = ""

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    func parser(
      _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
      attributes attributeDict: [String: String] = [:]
    ) { text = "" }
    func parser(
      _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName qName: String?
    ) {
      texts.append(text)
      text = ""
    }
  }
}
