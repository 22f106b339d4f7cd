import ClaimModel

extension DenialTriage {
  /// The built-in table.
  ///
  /// Source: CARC and RARC by number, wording ours; what is done about each is the usual practice of billing offices,
  /// as in the table "How a payer answers" of docs/domain.
  public static let standard = DenialTriage(rules: [
    // The contract's reductions: 45 above the fee schedule, 24 capitated, 104 withheld, 131 negotiated discount,
    // 144 incentive, 253 sequestration.
    TriageRule([.contractualObligation], ["45", "24", "104", "131", "144", "253"], .contractual),

    // 18: decided on before.
    TriageRule([], ["18"], .duplicate),

    // Who pays: 22 another payer first, 23 what another payer did, 26 before coverage, 27 after coverage, 31 not
    // known, 32 and 33 dependent not covered, 109 another payer's. The practice must be asked, whatever the group.
    TriageRule([], ["22", "23", "26", "27", "31", "32", "33", "109"], .refused([.review])),
    // The provider: 8 type or specialty, 170 type of provider, B7 not certified on the day. 252 records wanted.
    // 5 place of service.
    TriageRule([], ["5", "8", "170", "B7", "252"], .refused([.review])),

    // 16 with a remark about codes: M20 and M51 procedure, M53 units, M64, M76, MA63 and M81 diagnosis, N56 procedure
    // not right for the day, N519, N822 and N823 modifiers.
    TriageRule(
      [], ["16"], remarks: ["M20", "M51", "M53", "M64", "M76", "M81", "MA63", "N56", "N519", "N822", "N823"],
      .refused([.recode, .appeal, .writeOff])),
    // 16 otherwise: identifiers, claim numbers (M47, N152), claims returned as unprocessable (MA130).
    TriageRule([], ["16"], .refused([.review])),

    // The patient's part: 1 deductible, 2 coinsurance, 3 co-pay, and whatever else the payer puts on the patient.
    TriageRule([.patientResponsibility], [], .patient),

    // Codes: 181 procedure, 182 modifier, 146 diagnosis not valid on the day; 4 modifier does not fit; 6 age, 7 sex,
    // 9 diagnosis and age, 10 diagnosis and sex; 11 diagnosis does not support the procedure, 167 diagnosis not
    // covered; 236, 97 and B15 bundled; 151 too many units; 50 not necessary; 150 level of service.
    TriageRule(
      [],
      ["181", "182", "146", "4", "6", "7", "9", "10", "11", "167", "236", "97", "B15", "151", "50", "150"],
      .refused([.recode, .appeal, .writeOff])),

    // Nothing a code would change: 29 too late, 197 and 198 authorization, 96, 119, 204 and B16 not covered.
    TriageRule([], ["29", "197", "198", "96", "119", "204", "B16"], .refused([.appeal, .writeOff])),
  ])
}

extension DenialTriage {
  /// What the coding office is asked after a front-end rejection that concerns codes, in the words of CARC and RARC;
  /// `nil` when it concerns something else, which a person must mend.
  ///
  /// 254 principal diagnosis, 255 diagnosis, 477 diagnosis pointer; 453 modifier; 454 procedure; 476 units.
  ///
  /// Source: X12 external code list 508 by number, wording ours.
  public func refusal(for status: ClaimStatusCode) -> RecodeRequest.Refusal? {
    let remarks: [String: RemarkCode] = [
      "254": "MA63", "255": "M76", "477": "M76", "453": "N822", "454": "M51", "476": "M53",
    ]
    guard let remark = remarks[status.code] else { return nil }
    return RecodeRequest.Refusal(line: nil, group: .contractualObligation, reason: "16", remarks: [remark])
  }
}
