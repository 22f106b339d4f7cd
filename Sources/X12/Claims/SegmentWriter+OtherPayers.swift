import ClaimModel

// What earlier payers decided: loops 2320, 2330A and 2330B of the claim, 2430 of its lines.
//
// Source: 837P TR3 (005010X222A1) section 1.4.2 (coordination of benefits) and the segments of these loops.
extension SegmentWriter {
  /// CAS segments that an earlier payer's decision holds, on a claim or a line.
  private static let mostAdjustmentSegments = 5

  mutating func write(otherPayersOf claim: Claim) {
    for (index, other) in claim.otherPayers.enumerated() {
      begin("SBR")
      if index >= 10 { fail(.count) }
      identifier(other.responsibility.rawValue, max: 1)
      code("18")
      optionalIdentifier(other.coverage.group, max: 50)
      skip(5)
      code("CI")
      end()
      write(adjustments: other.adjustments, limit: SegmentWriter.mostAdjustmentSegments)
      amount("D", other.paid)
      amount("EAF", other.remaining)
      begin("OI")
      skip(2)
      // Benefits assigned, release of information allowed.
      code("Y")
      skip(2)
      code("Y")
      end()
      write(
        person: claim.patient.name, as: "IL", qualifier: "MI", identifier: other.coverage.member.rawValue)
      write(
        organization: other.coverage.payerName, as: "PR", qualifier: "PI", identifier: other.coverage.payer.rawValue)
      // Where lines tell what was decided, they tell when.
      if !claim.lines.contains(where: { $0.hasDecision(of: other.coverage.payer) }) { day("573", other.decided) }
      if !other.claimNumber.rawValue.isEmpty { reference("F8", other.claimNumber.rawValue) }
    }
  }

  mutating func write(otherPaymentsOf line: ClaimLine, decidedBy payers: [OtherPayer]) {
    for (index, payment) in line.otherPayments.enumerated() {
      begin("SVD")
      if index >= 15 { fail(.count) }
      identifier(payment.payer.rawValue, max: 80)
      money(payment.paid)
      write(procedure: line.service.procedure, modifiers: line.service.modifiers)
      skip()
      quantity(line.service.units)
      end()
      write(adjustments: payment.adjustments, limit: SegmentWriter.mostAdjustmentSegments)
      if let payer = payers.first(where: { $0.coverage.payer == payment.payer }) {
        day("573", payer.decided)
      } else {
        begin("DTP")
        fail(.missing)
        end()
      }
    }
  }
}

extension ClaimLine {
  fileprivate func hasDecision(of payer: PayerID) -> Bool { otherPayments.contains { $0.payer == payer } }
}
