import ClaimModel
import Foundation
import Testing
import X12

/// What each file of others is answered: a TA1 where the envelope is broken, a 999 for each group of a sound one.
///
/// The answers were held against the files by hand. `X12_ANSWERS=FILE` writes what is answered now.
@Suite struct SampleAnswerTests {
  /// The answers to a file, one for each envelope or group: `TA1 R 001 @930`; `HC A`; `HC R: 0021 R 4 5 SV1 23 2400 1.2=1`,
  /// with the position, loop, element and code of each segment fault.
  static func answers(to bytes: [UInt8]) -> [String] {
    let interchanges = InterchangeReader<AnyTransactionParser>.read(bytes)
    var lines: [String] = []
    for interchange in interchanges {
      if let first = interchange.faults.first {
        lines.append("TA1 R \(interchange.acknowledgment.fault?.rawValue ?? "-") @\(first.byteOffset)")
        continue
      }
      lines += interchange.groups.map { line(for: $0.acknowledgment) }
    }
    return lines.reduce(into: []) { told, line in
      // Files of many equal transactions: how often it is said.
      let last = told.last ?? ""
      if last == line {
        told[told.count - 1] = "2 x " + line
      } else if last.hasSuffix(" x " + line), let count = last.split(separator: " ").first.flatMap({ Int($0) }) {
        told[told.count - 1] = "\(count + 1) x " + line
      } else {
        told.append(line)
      }
    }
  }

  /// Segment faults that are spelt out.
  private static let longest = 24

  private static func line(for answer: ImplementationAcknowledgment) -> String {
    let faults = answer.groupFaults.map { " \($0.rawValue)" }.joined()
    let transactions = answer.transactions.filter { !$0.isAccepted || !$0.segmentFaults.isEmpty }.map { transaction in
      let codes = transaction.faults.map { " \($0.rawValue)" }.joined()
      let places = transaction.segmentFaults.map(place)
      return ": \(transaction.controlNumber) \(transaction.isAccepted ? "E" : "R")\(codes)"
        + (places.isEmpty ? "" : " | " + places.prefix(longest).joined(separator: ", "))
        + (places.count > longest ? " and \(places.count - longest) more" : "")
    }
    let kind = answer.functionalID == "FA" ? "(no answer) " : ""
    return kind + "\(answer.functionalID) \(answer.verdict.rawValue)\(faults)\(transactions.joined())"
  }

  private static func place(_ fault: SegmentFault) -> String {
    let place = "\(fault.segment) \(fault.position) \(fault.loop)"
    if fault.code != .elementErrors { return "\(place) \(fault.code.rawValue)" }
    return place
      + fault.elements.map { element in
        " \(element.element)\(element.component.map { ".\($0)" } ?? "")=\(element.code.rawValue)"
      }.joined()
  }

  @Test func everyFileIsAnsweredAsItDeserves() throws {
    let expected = SampleAnswers.table
    var written = ""
    let paths = try Samples.paths(containing: "", in: ["imsweb", "linuxforhealth", "probes", "stupidedi"])
    #expect(Set(paths) == Set(expected.keys))
    for path in paths {
      let answers = SampleAnswerTests.answers(to: try Samples.bytes(path))
      written += "\(path)\n" + answers.map { "  \($0)\n" }.joined()
      #expect(answers == expected[path], "\(path)")
    }
    if let file = ProcessInfo.processInfo.environment["X12_ANSWERS"] {
      try written.write(toFile: file, atomically: true, encoding: .utf8)
    }
  }

  @Test func everyAnswerIsWrittenAndReadBackAsItWasMeant() throws {
    for path in try Samples.paths(containing: "", in: ["imsweb", "linuxforhealth", "probes", "stupidedi"]) {
      let answers = FileAcknowledgment(of: try Samples.bytes(path))
      #expect(
        !answers.envelopes.isEmpty || !answers.groups.isEmpty || path.contains("999") || path.contains("FA9"), "\(path)"
      )
      if !answers.envelopes.isEmpty {
        let reply = try InterchangeAcknowledgmentWriter.write(answers.envelopes, in: Fixtures.envelope)
        let read = InterchangeReader<AnyTransactionParser>.read(reply)
        #expect(read.map(\.isSound) == [true] && read[0].groups.isEmpty)
        #expect(read[0].acknowledgments == answers.envelopes)
      }
      guard !answers.groups.isEmpty else { continue }
      let reply = try ImplementationAcknowledgmentWriter.write(answers.groups, in: Fixtures.envelope)
      try save(reply, as: path)
      let read = ImplementationAcknowledgmentReader.read(reply)
      #expect(read.map(\.isSound) == [true], "\(path)")
      #expect(read[0].accepted.map(\.verdict) == answers.groups.map(\.verdict), "\(path)")
      #expect(
        read[0].accepted.map { $0.transactions.map(\.segmentFaults.count) }
          == answers.groups.map { $0.transactions.map(\.segmentFaults.count) }, "\(path)")
    }
  }

  /// Saves an answer for the outside validator, where `X12_FILES` names a folder.
  private func save(_ bytes: [UInt8], as path: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["X12_FILES"] else { return }
    let name = path.replacing("/", with: "-").replacing(" ", with: "_") + ".999"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent("answer-" + name))
  }

  @Test func aCopyOfWhatIsWrongGoesBackToItsSenderAndIntoNoDescription() throws {
    let text = SyntaxFaultTests.good.replacing("*261101*1008*CH", with: "*20261101*1008*CH")
      .replacing("DMG*D8*19700101*F", with: "DMG*D8*19700101*FEMALE")
    let answers = FileAcknowledgment(of: Array(text.utf8))
    let reply = try ImplementationAcknowledgmentWriter.write(answers.groups, in: Fixtures.envelope)
    #expect(String(decoding: reply, as: UTF8.self).contains("IK4*3**7*FEMALE~"))
    #expect(!"\(answers)".contains("FEMALE") && !String(reflecting: answers).contains("FEMALE"))
    let back = ImplementationAcknowledgmentReader.read(reply).flatMap(\.accepted)
    #expect(back[0].transactions[0].segmentFaults[0].elements[0].copy?.text == "FEMALE")
  }

  @Test func aTransactionWithWhatTheGuideDoesNotUseIsAcceptedWithErrors() throws {
    let text = SyntaxFaultTests.good.replacing("NM1*85*2*CLINIC*****XX", with: "NM1*85*2*CLINIC***DR**XX")
      .replacing("LX*1~", with: "XYZ*1~LX*1~").replacing("SE*26", with: "SE*27")
    let interchange = ProfessionalClaimsReader.read(Array(text.utf8))[0]
    #expect(interchange.accepted.map(\.claims.count) == [1])
    #expect(SampleAnswerTests.answers(to: Array(text.utf8)) == ["HC E: 0001 E | NM1 7 2010AA 6=I10, XYZ 22 2310B 6"])
    let reply = try ImplementationAcknowledgmentWriter.write(
      interchange.groups.map(\.acknowledgment), in: Fixtures.envelope)
    let written = String(decoding: reply, as: UTF8.self)
    #expect(written.contains("IK5*E~") && written.contains("AK9*E*1*1*1~") && written.contains("IK4*6**I10*DR~"))
  }
}
