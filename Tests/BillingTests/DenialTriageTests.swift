import Billing
import ClaimModel
import Testing

@Suite struct DenialTriageTests {
  typealias Row = (AdjustmentGroup, AdjustmentReason, [RemarkCode], AdjustmentDisposition)

  static let recode: AdjustmentDisposition = .refused([.recode, .appeal, .writeOff])
  static let appeal: AdjustmentDisposition = .refused([.appeal, .writeOff])
  static let review: AdjustmentDisposition = .refused([.review])
  static let correct: AdjustmentDisposition = .refused([.correct, .review])
  static let eligibility: AdjustmentDisposition = .refused([.correct, .nextPayer, .billPatient])
  static let codes: [AdjustmentReason] = [
    "4", "6", "7", "9", "10", "11", "50", "97", "146", "150", "151", "167", "181", "182", "236", "B15",
  ]

  @Test(arguments: codes)
  func refusalThatConcernsCodesGoesToTheCoder(reason: AdjustmentReason) {
    #expect(DenialTriage.standard.disposition(of: .contractualObligation, reason) == Self.recode)
  }

  @Test(
    arguments: [
      (.contractualObligation, "16", ["M76"], recode), (.contractualObligation, "16", ["N290"], correct),
      (.contractualObligation, "16", ["MA130"], correct), (.contractualObligation, "16", ["M47"], correct),
      (.contractualObligation, "16", ["MA130", "M76"], correct), (.contractualObligation, "16", [], correct),
      (.contractualObligation, "29", [], appeal),
      (.contractualObligation, "197", [], .refused([.correct, .appeal, .writeOff])),
      (.contractualObligation, "96", ["N130"], appeal),
      (.patientResponsibility, "96", [], .patient), (.patientResponsibility, "204", [], .patient),
      (.patientResponsibility, "50", [], .patient), (.patientResponsibility, "1", [], .patient),
      (.patientResponsibility, "2", [], .patient), (.patientResponsibility, "3", [], .patient),
      (.patientResponsibility, "27", [], eligibility), (.contractualObligation, "31", [], eligibility),
      (.otherAdjustment, "18", [], .duplicate), (.otherAdjustment, "23", [], .otherPayer),
      (.contractualObligation, "109", [], .refused([.nextPayer, .correct, .review])),
      (.contractualObligation, "22", [], .refused([.otherPayerFirst, .correct, .billPatient])),
      (.contractualObligation, "252", [], review),
      (.contractualObligation, "45", [], .contractual), (.contractualObligation, "253", [], .contractual),
      (.payerInitiated, "45", [], review), (.contractualObligation, "A1", [], review),
      (.payerInitiated, "999", [], review), (.contractualObligation, "B7", [], correct),
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

  @Test func everyRefusalEndsWithAStepThatDisposesOfIt() {
    for rule in DenialTriage.standard.rules {
      guard case .refused(let steps) = rule.disposition else { continue }
      #expect([.billPatient, .writeOff, .review].contains(steps.last), "\(rule.note)")
    }
  }

  @Test func noRowIsHiddenBehindAnEarlierOne() {
    let rules = DenialTriage.standard.rules
    for (index, rule) in rules.enumerated() {
      for reason in rule.reasons {
        let group = rule.groups.first ?? .contractualObligation
        let remarks = rule.remarks.map { [$0] }
        let found = remarks.isEmpty ? [[]] : remarks
        let isReached = found.contains { DenialTriage.standard.rule(for: group, reason, remarks: $0) == rules[index] }
        #expect(isReached, "\(reason) of row \(index + 1)")
      }
    }
  }

  @Test(arguments: [("254", "MA63"), ("255", "M76"), ("477", "M76"), ("453", "N822"), ("454", "M51"), ("476", "M53")])
  func frontEndRejectionOfACodeIsPutInTheCodersWords(status: String, remark: String) {
    #expect(
      DenialTriage.standard.rejection(ClaimStatusCode(category: "A7", code: status)) == .recode(RemarkCode(remark)))
  }

  @Test(arguments: ["116", "562", "164", "187", "400", "21"])
  func frontEndRejectionOfAnythingElseIsForThePractice(status: String) {
    #expect(DenialTriage.standard.rejection(ClaimStatusCode(category: "A7", code: status)) == .correct)
  }

  @Test func frontEndRejectionOfADuplicateIsForAPerson() {
    #expect(DenialTriage.standard.rejection(ClaimStatusCode(category: "A3", code: "54")) == .review)
  }
}
