import ClaimModel
import Foundation
import Testing
import X12

/// Writes files of each set, with all that is unusual, for the outside validator (`Scripts/check-x12`), and checks that
/// the segments that matter are in them. The folder is `X12_FILES`, else a temporary one.
@Suite struct FileTests {
  private func save(_ name: String, _ bytes: [UInt8]) throws -> [String] {
    let folder =
      ProcessInfo.processInfo.environment["X12_FILES"].map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.temporaryDirectory.appendingPathComponent("x12-files")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: folder.appendingPathComponent(name))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func isSubsequence(_ wanted: [String], of segments: [String]) -> Bool {
    var rest = segments[...]
    for want in wanted {
      guard let found = rest.firstIndex(where: { $0.hasPrefix(want) }) else { return false }
      rest = rest[(found + 1)...]
    }
    return true
  }

  @Test func originalReplacementAndVoidOfAClaimAreWritten() throws {
    var fixtures = Fixtures(seed: 7)
    let provider = fixtures.billing()
    var claims = (0..<3).map { _ in fixtures.claim(billing: provider) }
    for (index, frequency) in [ClaimFrequency.original, .replacement, .void].enumerated() {
      claims[index].frequency = frequency
      claims[index].originalClaimNumber = frequency == .original ? nil : "ICN0001"
    }
    let batch = ClaimBatch(
      reference: "BATCH7", submitter: Fixtures.submitter, receiver: Fixtures.receiver, claims: claims)
    let segments = try save("837-frequencies.edi", ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope))
    let wanted = [
      "ISA*00*", "GS*HC*BILLER*PAYERSIM*20261101*1008*101*X*005010X222A1", "ST*837*0001*005010X222A1",
      "BHT*0019*00*BATCH7*20261101*1008*CH", "NM1*41*2*SUPERBILL BILLING*****46*BILLER01",
      "PER*IC*CLAIMS DESK*TE*5555550100", "NM1*40*2*SIM PAYER*****46*SIM01", "HL*1**20*1", "NM1*85*2*",
      "HL*2*1*22*0", "SBR*P*18*", "NM1*IL*1*", "DMG*D8*", "NM1*PR*2*", "CLM*", "HI*ABK:", "NM1*82*1*",
      "PRV*PE*PXC*207Q00000X", "LX*1", "SV1*HC:", "DTP*472*D8*", "HL*3*1*22*0", "CLM*", "REF*F8*ICN0001",
      "HL*4*1*22*0", "REF*F8*ICN0001", "SE*", "GE*1*101", "IEA*1*000000101",
    ]
    #expect(isSubsequence(wanted, of: segments))
    #expect(
      segments.filter { $0.hasPrefix("CLM*") }.map { String($0.split(separator: "*")[3].split(separator: ":")[2]) }
        == ["1", "7", "8"])
  }

  @Test func originalReplacementAndVoidOfAClaimToALaterPayerAreWritten() throws {
    var fixtures = Fixtures(seed: 8)
    let provider = fixtures.billing()
    var claims = (0..<9).map { _ in fixtures.laterClaim(billing: provider) }
    for index in claims.indices {
      let frequency = [ClaimFrequency.original, .replacement, .void][index % 3]
      claims[index].frequency = frequency
      claims[index].originalClaimNumber = frequency == .original ? nil : "ICN0001"
      claims[index].authorizationNumber = "AUTH1"
    }
    let batch = ClaimBatch(
      reference: "BATCH8", submitter: Fixtures.submitter, receiver: Fixtures.receiver, claims: claims)
    let segments = try save("837-later.edi", ProfessionalClaimsWriter.write([batch], in: Fixtures.envelope))
    let wanted = [
      "CLM*", "REF*G1*AUTH1", "SBR*P*18*", "AMT*D*", "AMT*EAF*", "OI***Y***Y", "NM1*IL*1*", "NM1*PR*2*", "LX*1",
      "SVD*EARLIERP*", "CAS*", "DTP*573*D8*",
    ]
    #expect(isSubsequence(wanted, of: segments))
  }

  @Test func manyClaimsOfSeveralProvidersAndASecondClaimOfAPatientAreWritten() throws {
    var fixtures = Fixtures(seed: 11)
    var batch = fixtures.batch(claims: 40)
    var again = batch.claims[0]
    again.controlNumber = "AGAIN-2"
    batch.claims.insert(again, at: 1)
    batch.claims[5].responsibility = .secondary
    let bytes = try ProfessionalClaimsWriter.write([batch, fixtures.batch(claims: 1)], in: Fixtures.envelope)
    let segments = try save("837-many.edi", bytes)
    #expect(segments.count { $0.hasPrefix("HL*") && $0.contains("*22*") } == 41)
    #expect(segments.count { $0.hasPrefix("CLM*") } == 42)
  }

  @Test func acceptedPartlyAcceptedAndRejectedGroupsAreAnswered() throws {
    var fixtures = Fixtures(seed: 3)
    let good = fixtures.batch(claims: 2)
    let bytes = try ProfessionalClaimsWriter.write([good, good, good], in: Fixtures.envelope)
    let text = String(decoding: bytes, as: UTF8.self)
    var parts = text.components(separatedBy: "ST*837*")
    func spoil(_ part: Int) {
      parts[part] = parts[part].replacingOccurrences(of: "DTP*472*D8*2", with: "DTP*472*D8*9")
        .replacingOccurrences(of: "DTP*472*D8*90", with: "DTP*472*D8*X0")
        .replacingOccurrences(of: "SV1*HC:", with: "SV1*HC::")
    }
    for (name, broken) in [("accepted", []), ("partial", [2]), ("rejected", [1, 2, 3])] {
      parts = text.components(separatedBy: "ST*837*")
      broken.forEach(spoil)
      let received = ProfessionalClaimsReader.read(Array(parts.joined(separator: "ST*837*").utf8))
      let answers = received.flatMap { $0.groups.map(\.acknowledgment) }
      let reply = try ImplementationAcknowledgmentWriter.write(answers, in: Fixtures.envelope)
      let segments = try save("999-\(name).edi", reply)
      let verdict = broken.isEmpty ? "A" : broken.count == 3 ? "R" : "P"
      #expect(segments.contains("AK9*\(verdict)*3*3*\(3 - broken.count)~"))
      if !broken.isEmpty {
        #expect(
          isSubsequence(
            [
              "AK1*HC*101*005010X222A1", "IK3*SV1*", "CTX*CLM01:V", "IK4*1:2**1", "IK3*DTP*", "IK4*3**8",
              "IK5*R*5",
            ], of: segments))
      }
      // The reader sees what the writer was given, but for loops of four characters and offsets.
      let read = ImplementationAcknowledgmentReader.read(reply).flatMap(\.accepted)
      #expect(read == answers.map(asSent))
    }
  }

  private func asSent(_ answer: ImplementationAcknowledgment) -> ImplementationAcknowledgment {
    var sent = answer
    for index in sent.transactions.indices {
      sent.transactions[index].segmentFaults = sent.transactions[index].segmentFaults.map { fault in
        var fault = fault
        fault.loop = String(fault.loop.prefix(4))
        fault.byteOffset = nil
        return fault
      }
    }
    return sent
  }

  @Test func claimsAcceptedAndRejectedAtTheFrontEndAreAnswered() throws {
    var fixtures = Fixtures(seed: 5)
    for accepts in [nil, true, false] {
      var answer = fixtures.acknowledgment(of: fixtures.batch(claims: 9))
      if let accepts {
        for index in answer.claims.indices {
          answer.claims[index].isAccepted = accepts
          answer.claims[index].status =
            accepts
            ? ClaimStatusCode(category: "A2", code: "20", entity: "PR")
            : ClaimStatusCode(category: "A3", code: "21")
          answer.claims[index].payerClaimNumber = accepts ? "ICN1" : nil
        }
      }
      let name = accepts.map { $0 ? "accepted" : "rejected" } ?? "mixed"
      let bytes = try ClaimAcknowledgmentWriter.write(
        [answer], to: Fixtures.submitter, reference: "CA0001", in: Fixtures.envelope)
      let segments = try save("277ca-\(name).edi", bytes)
      let accepted = answer.claims.filter(\.isAccepted)
      #expect(segments.contains("QTY*90*\(accepted.count)~") == !accepted.isEmpty)
      #expect(segments.contains("QTY*AA*\(9 - accepted.count)~") == (accepted.count < 9))
      #expect(
        isSubsequence(
          [
            "BHT*0085*08*CA0001*20261101*1008*TH", "HL*1**20*1", "NM1*PR*2*SIM PAYER*****PI*SIM01",
            "TRN*1*CA0001", "DTP*050*D8*", "DTP*009*D8*20261101", "HL*2*1*21*1", "TRN*2*BATCH",
            "STC*A1:19:PR*20261101*WQ*",
            "HL*3*2*19*1", "NM1*85*2*", "TRN*1*0~", "STC*A1:19:PR**WQ*", "HL*4*3*PT~", "NM1*QC*1*", "TRN*2*V", "STC*",
            "DTP*472*D8*",
          ], of: segments))
    }
  }

  @Test func paymentsDenialsReversalsAndProviderAdjustmentsAreWritten() throws {
    var fixtures = Fixtures(seed: 9)
    var remittances = (0..<4).map { _ in fixtures.remittance(claims: 6) }
    for index in remittances.indices {
      // pyx12 takes a second PLB for a second footer, though the guide lets PLB repeat.
      remittances[index].providerAdjustments.removeFirst(max(0, remittances[index].providerAdjustments.count - 5))
      let total = remittances[index].total
      if total < .zero {
        remittances[index].providerAdjustments.append(
          ProviderAdjustment(reason: "FB", reference: "NEXT", amount: total))
      }
    }
    var payer = Fixtures.remitter
    _ = try save("835-check.edi", RemittanceWriter.write(remittances, from: payer, in: Fixtures.envelope))
    payer.transfer = Fixtures.transfer
    let segments = try save("835-ach.edi", RemittanceWriter.write(remittances, from: payer, in: Fixtures.envelope))
    #expect(
      isSubsequence(
        [
          "GS*HP*", "ST*835*0001~", "BPR*", "TRN*1*EFT", "DTM*405*20261101", "N1*PR*SIM PAYER",
          "N3*1 PAYER PLAZA", "N4*HARTFORD*CT*06101", "REF*2U*SIM01", "PER*BL*PROVIDER SERVICES*TE*5555550199",
          "N1*PE*",
          "LX*1", "CLP*", "NM1*QC*1*", "SVC*HC:", "DTM*472*",
        ], of: segments))
    for (index, remittance) in remittances.enumerated() {
      let amount = segments.filter { $0.hasPrefix("BPR*") }[index].split(separator: "*")[2]
      #expect(amount == remittance.total.x12)
    }
    #expect(segments.contains { $0.hasPrefix("CLP*") && $0.split(separator: "*")[2] == "22" })
    #expect(segments.contains { $0.hasPrefix("PLB*") })
  }

  @Test func aReversalBeforeItsCorrectionAndADenialOfNothingAreWritten() throws {
    var fixtures = Fixtures(seed: 13)
    let claim = fixtures.claim(billing: fixtures.billing())
    let paid = fixtures.payment(of: claim, status: .processedAsPrimary)
    var reversal = paid
    reversal.status = .reversal
    reversal.charge = -paid.charge
    reversal.paid = -paid.paid
    reversal.adjustments = paid.adjustments.map { Adjustment(group: $0.group, reason: $0.reason, amount: -$0.amount) }
    reversal.lines = paid.lines.map { line in
      var line = line
      line.charge = -line.charge
      line.paid = -line.paid
      line.adjustments = line.adjustments.map { Adjustment(group: $0.group, reason: $0.reason, amount: -$0.amount) }
      return line
    }
    var denied = paid
    denied.status = .denied
    denied.paid = .zero
    denied.adjustments = []
    denied.lines = paid.lines.map { line in
      var line = line
      line.paid = .zero
      line.units = 0
      line.adjustments = [Adjustment(group: .contractualObligation, reason: "16", amount: line.charge)]
      line.remarks = ["M76", "MA130"]
      return line
    }
    let remittance = Remittance(
      payer: "SIM01", payerName: "SIM PAYER", payeeNPI: claim.billing.npi, payeeName: claim.billing.name,
      payeeTaxID: claim.billing.taxID, traceNumber: "EFT1", paymentDate: CalendarDate(yyyymmdd: "20261102")!,
      claims: [reversal, denied],
      providerAdjustments: [ProviderAdjustment(reason: "FB", reference: "EFT1", amount: reversal.paid)])
    #expect(remittance.total == .zero)
    let segments = try save(
      "835-reversal-denial.edi", RemittanceWriter.write([remittance], from: Fixtures.remitter, in: Fixtures.envelope))
    #expect(segments.contains("BPR*H*0*C*NON************20261102~"))
    #expect(
      isSubsequence(
        [
          "CLP*\(claim.controlNumber)*22*-", "CLP*\(claim.controlNumber)*4*", "CAS*CO*16*", "LQ*HE*M76~",
          "LQ*HE*MA130~", "PLB*\(claim.billing.npi)*20261231*FB:EFT1*",
        ], of: segments))
    #expect(RemittanceReader.read(Array(segments.joined().utf8)).flatMap(\.accepted).map(\.remittance) == [remittance])
  }

  @Test func everyCodeOfAnAcknowledgmentIsWritten() throws {
    let elements: [ElementFault.Code] = [
      .missing, .tooManyElements, .tooShort, .tooLong, .invalidCharacter, .invalidCode, .invalidDate,
      .tooManyComponents,
    ]
    let segments: [SegmentFault.Code] = [
      .unrecognized, .unexpected, .missing, .tooManyLoops, .tooMany, .outOfSequence, .dependentMissing,
    ]
    let transactions = TransactionFault.allCases.enumerated().map { index, fault in
      ImplementationAcknowledgment.TransactionAnswer(
        setID: "837", controlNumber: "000\(index + 10)", version: "005010X222A1", isAccepted: false, faults: [fault],
        segmentFaults: segments.map { SegmentFault(segment: "NM1", position: 7, loop: "2010AA", code: $0) } + [
          SegmentFault(
            segment: "SV1", position: 9, loop: "2400", code: .elementErrors, claim: "V1-1",
            elements: elements.map { ElementFault(element: 1, component: 2, code: $0) })
        ])
    }
    let answers = GroupFault.allCases.map { fault in
      ImplementationAcknowledgment(
        functionalID: "HC", groupControlNumber: "101", version: "005010X222A1", transactions: transactions,
        groupFaults: [fault], verdict: .rejected, includedCount: transactions.count)
    }
    let bytes = try ImplementationAcknowledgmentWriter.write(answers, in: Fixtures.envelope)
    _ = try save("999-codes.edi", bytes)
    #expect(ImplementationAcknowledgmentReader.read(bytes).flatMap(\.accepted) == answers.map(asSent))
  }
}
