import Billing
import ClaimModel
import Testing

@Suite struct DenialTriageTests {
  typealias Row = (AdjustmentGroup, AdjustmentReason, [RemarkCode], AdjustmentDisposition)

  static let recode: AdjustmentDisposition = .refused([.recode, .appeal, .writeOff])
  static let appeal: AdjustmentDisposition = .refused([.appeal, .writeOff])
  static let review: AdjustmentDisposition = .refused([.review])
  static let codes: [AdjustmentReason] = [
    "4", "6", "7", "9", "10", "11", "50", "97", "146", "150", "151", "167", "181", "182", "236", "B15",
  ]

  @Test(arguments: codes)
  func refusalThatConcernsCodesGoesToTheCoder(reason: AdjustmentReason) {
    #expect(DenialTriage.standard.disposition(of: .contractualObligation, reason) == Self.recode)
  }

  @Test(
    arguments: [
      (.contractualObligation, "16", ["M76"], recode), (.contractualObligation, "16", ["N290"], review),
      (.contractualObligation, "16", ["MA130"], review), (.contractualObligation, "16", ["M47"], review),
      (.contractualObligation, "16", [], review), (.contractualObligation, "29", [], appeal),
      (.contractualObligation, "197", [], appeal), (.contractualObligation, "96", ["N130"], appeal),
      (.patientResponsibility, "96", [], .patient), (.patientResponsibility, "204", [], .patient),
      (.patientResponsibility, "50", [], .patient), (.patientResponsibility, "1", [], .patient),
      (.patientResponsibility, "2", [], .patient), (.patientResponsibility, "3", [], .patient),
      (.patientResponsibility, "27", [], review), (.contractualObligation, "27", [], review),
      (.otherAdjustment, "18", [], .duplicate), (.otherAdjustment, "23", [], review),
      (.contractualObligation, "109", [], review), (.contractualObligation, "22", [], review),
      (.contractualObligation, "45", [], .contractual), (.contractualObligation, "253", [], .contractual),
      (.payerInitiated, "45", [], review), (.contractualObligation, "A1", [], review),
      (.payerInitiated, "999", [], review), (.contractualObligation, "B7", [], review),
    ] as [Row])
  func adjustmentIsSortedByTheFirstRowThatMatches(row: Row) {
    #expect(DenialTriage.standard.disposition(of: row.0, row.1, remarks: row.2) == row.3)
  }

  @Test func noRefusalStartsWithAWriteOff() {
    for rule in DenialTriage.standard.rules {
      if case .refused(let steps) = rule.disposition {
        #expect(steps.first != .writeOff)
        #expect(!steps.isEmpty)
      }
    }
  }

  @Test(arguments: [("254", "MA63"), ("255", "M76"), ("477", "M76"), ("453", "N822"), ("454", "M51"), ("476", "M53")])
  func frontEndRejectionOfACodeIsPutInTheCodersWords(status: String, remark: String) {
    let refusal = DenialTriage.standard.refusal(for: ClaimStatusCode(category: "A7", code: status))
    #expect(refusal?.reason == "16")
    #expect(refusal?.remarks == [RemarkCode(remark)])
  }

  @Test(arguments: ["116", "562", "164", "187", "400", "21"])
  func frontEndRejectionOfAnythingElseIsForAPerson(status: String) {
    #expect(DenialTriage.standard.refusal(for: ClaimStatusCode(category: "A7", code: status)) == nil)
  }
}
