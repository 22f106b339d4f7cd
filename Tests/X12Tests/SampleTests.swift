import ClaimModel
import Testing
import X12

/// Files of other systems are read, and what is wrong with them is found.
@Suite struct SampleTests {
  /// Files that are broken on purpose or by mistake, and the first fault in each: `segment position element code`.
  private static let broken: [String: String] = [
    // Components are separated by `>`, while ISA16 says `:`.
    "linuxforhealth/demo.cob.2ndary.example4.837": "CLM 19 2300 5:1 5",
    "linuxforhealth/demo.example11.837": "CLM 19 2300 5:1 5",
    "linuxforhealth/demo.example12.837": "CLM 24 2300 5:1 5",
    "linuxforhealth/demo.example6.837": "CLM 19 2300 5:1 5",
    "linuxforhealth/demo.example9.837": "CLM 18 2300 5:1 5",
    // CLM05-2 is empty; 2330B is left out; AMT01 is one of version 4010. pyx12 finds the same in copies labelled A1.
    "linuxforhealth/demo.ambulance.example5.837": "CLM 21 2300 5:2 1",
    "linuxforhealth/demo.cob.example3.A.837": "NM1 42 2330B 3",
    "linuxforhealth/demo.cob.example4.837": "AMT 29 2320 1 7",
    // BPR16 stands in BPR15, or is no date.
    "linuxforhealth/cob-contractural-adjustment.835": "BPR 2  16 1",
    "linuxforhealth/managed-care.835": "BPR 2  16 8",
    "linuxforhealth/secondary-payment.835": "BPR 2  16 1",
    "linuxforhealth/tertiary-payment.835": "BPR 2  16 1",
    // SE01 is wrong.
    "stupidedi/X221 HP835 Health Care Claim Payment Advice__case__3a.edi": "4",
  ]

  private func summary(_ transaction: ReceivedTransaction<some Sendable>) -> String {
    guard let fault = transaction.segmentFaults.first else {
      return transaction.faults.map(\.rawValue).joined(separator: " ")
    }
    let element = fault.elements.first.map { element in
      "\(element.element)\(element.component.map { ":\($0)" } ?? "") \(element.code.rawValue)"
    }
    return "\(fault.segment) \(fault.position) \(fault.loop) \(element ?? fault.code.rawValue)"
  }

  @Test func everyProfessionalClaimOfOthersIsAcceptedUnlessItIsBroken() throws {
    let paths = try Samples.paths(containing: "*837*", in: ["linuxforhealth", "stupidedi"]).filter {
      $0.hasSuffix(".837") || $0.contains("X222")
    }
    #expect(paths.count == 35)
    for path in paths {
      for interchange in ProfessionalClaimsReader.read(try Samples.bytes(path)) {
        #expect(interchange.isSound, "\(path)")
        for transaction in interchange.groups.flatMap(\.transactions) {
          #expect(summary(transaction) == SampleTests.broken[path] ?? "", "\(path)")
          guard let batch = transaction.content else { continue }
          #expect(batch.claims.count == 1 && !batch.claims[0].lines.isEmpty, "\(path)")
          #expect(!batch.reference.isEmpty && !batch.claims[0].patient.name.last.isEmpty, "\(path)")
        }
      }
    }
  }

  @Test func everyRemittanceOfOthersIsReadAndBalancesUnlessItIsBroken() throws {
    let paths = try Samples.paths(containing: "005010X221", in: ["linuxforhealth", "stupidedi"])
    #expect(paths.count == 15)
    for path in paths {
      for interchange in RemittanceReader.read(try Samples.bytes(path)) {
        #expect(interchange.isSound, "\(path)")
        for transaction in interchange.groups.flatMap(\.transactions) {
          #expect(summary(transaction) == SampleTests.broken[path] ?? "", "\(path)")
          guard let advice = transaction.content else { continue }
          #expect(advice.amount == advice.remittance.total, "\(path)")
          let unbalanced = advice.remittance.claims.count { !$0.isBalanced }
          #expect(unbalanced == 0, "\(path)")
        }
      }
    }
  }

  @Test(arguments: [
    ("probes/999_accept.edi", "A0"), ("probes/999_reject_ctx.edi", "R1"), ("probes/999_reject_ctx_clm.edi", "R1"),
    ("imsweb/x12_999_rejected.txt", "R1"),
    (
      "stupidedi/X231A1 FA999 Implementation Acknowledgment for Health Care Insurance__pass__"
        + "response-to-functional-group-containing-3-837s.edi", "P2"
    ),
  ])
  func acknowledgmentsOfOthersAreRead(path: String, expected: String) throws {
    let answers = ImplementationAcknowledgmentReader.read(try Samples.bytes(path)).flatMap(\.accepted)
    #expect(answers.map { "\($0.verdict.rawValue)\($0.transactions.flatMap(\.segmentFaults).count)" } == [expected])
  }

  @Test func anAcknowledgmentWithAnotherNumberInItsTrailerHasABrokenEnvelope() throws {
    let interchanges = ImplementationAcknowledgmentReader.read(try Samples.bytes("imsweb/x12_999_accepted.txt"))
    #expect(interchanges.map { $0.faults.map(\.code) } == [[.controlNumberMismatch]])
    #expect(interchanges[0].accepted.isEmpty)
  }

  @Test(arguments: [
    ("probes/277ca_min.edi", ["A2:20:PR true", "A7:562:85 false"]),
    ("imsweb/x12_277CA_accepted.txt", ["A2:20 true"]),
    // Says WQ, accepted, with a category that rejects.
    ("imsweb/x12_277CA_rejected.txt", ["A7:562:85 false"]),
  ])
  func claimAcknowledgmentsOfOthersAreRead(path: String, expected: [String]) throws {
    let answers = ClaimAcknowledgmentReader.read(try Samples.bytes(path)).flatMap(\.accepted)
    #expect(answers.flatMap(\.claims).map { "\($0.status) \($0.isAccepted)" } == expected)
  }

  @Test func aPatientWhoIsNotTheSubscriberIsThePatientOfTheClaim() throws {
    let path = "linuxforhealth/demo.example1.837"
    let claim = try #require(
      ProfessionalClaimsReader.read(try Samples.bytes(path)).flatMap(\.accepted).first?.claims[0])
    #expect(claim.patient.name == PersonName(last: "SMITH", first: "TED"))
    #expect(claim.patient.birthDate == CalendarDate(yyyymmdd: "19730501"))
    #expect(claim.coverage.member == "JS00111223333")
    #expect(claim.coverage.payer == "999996666")
    #expect(claim.totalCharge == Money(cents: 10_000))
    // Nobody is named as rendering: who bills has rendered, under the specialty of the billing provider.
    #expect(claim.rendering.npi == claim.billing.npi)
    #expect(claim.rendering.taxonomy == "203BF0100Y")
  }

  @Test(arguments: [
    // file, interchanges, groups, transactions
    ("imsweb/x12_multiple_isa.txt", 2, 2, 2), ("imsweb/x12_multiple_gs.txt", 1, 3, 3),
    ("imsweb/x12_multiple_st.txt", 1, 1, 2), ("imsweb/x12_valid_different_separators.txt", 1, 1, 1),
    ("imsweb/x12_no_isa_line.txt", 1, 0, 0), ("imsweb/x12_bad_first_line.txt", 1, 1, 1),
  ])
  func interchangesGroupsAndTransactionsOfAFileAreToldApart(
    path: String, interchanges: Int, groups: Int, transactions: Int
  ) throws {
    let read = ProfessionalClaimsReader.read(try Samples.bytes(path))
    #expect(read.count == interchanges)
    #expect(read.flatMap(\.groups).count == groups)
    #expect(read.flatMap { $0.groups.flatMap(\.transactions) }.count == transactions)
    // None of these keeps its SE count, so all are rejected.
    #expect(read.flatMap(\.accepted).isEmpty)
  }

  @Test func filesOfOtherSetsAreRefusedNotMisread() throws {
    let path = "stupidedi/X223A2 HC837 Health Care Claim Institutional__pass__837-institutional-claim.edi"
    let read = ProfessionalClaimsReader.read(try Samples.bytes(path))
    #expect(read.flatMap { $0.groups.flatMap(\.transactions) }.map(\.faults) == [[.implementationNotSupported]])
    let remittances = RemittanceReader.read(try Samples.bytes(path))
    #expect(remittances.flatMap(\.groups).map(\.faults) == [[.notSupported]])
    #expect(remittances.flatMap(\.accepted).isEmpty)
  }
}
