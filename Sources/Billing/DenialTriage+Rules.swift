import ClaimModel

extension DenialTriage {
  /// The built-in table. docs/billing.md shows it, with a test that holds both together.
  ///
  /// Source: CARC and RARC by number (X12 external code lists 139 and 411), wording ours; what is done about each is the
  /// usual practice of billing offices; CMS Medicare Claims Processing Manual chapter 22 for groups, chapter 1 section 80
  /// for claims returned as unprocessable (MA130: no appeal, a new claim).
  public static let standard = DenialTriage(rules: [
    TriageRule(
      [.contractualObligation],
      [
        "24", "42", "44", "45", "59", "90", "91", "103", "104", "105", "131", "132", "139", "144", "161", "172", "223",
        "237",
        "253",
      ],
      .contractual, note: "reductions by contract or law: fee schedule, capitation, withholding, sequestration"),

    TriageRule([], ["18"], .duplicate, note: "decided on before"),

    TriageRule([], ["23"], .otherPayer, note: "what an earlier payer paid and adjusted"),
    TriageRule(
      [], ["22"], .refused([.otherPayerFirst, .correct, .billPatient]), note: "another payer is first"),
    TriageRule(
      [], ["19", "20", "21"], .refused([.correct, .review]), note: "an accident: workers' compensation or liability"),
    TriageRule(
      [], ["109"], .refused([.nextPayer, .correct, .review]), note: "another payer's: sent to the wrong one"),
    TriageRule(
      [], ["26", "27", "31", "32", "33", "34", "177", "200"],
      .refused([.correct, .nextPayer, .billPatient]),
      note: "not eligible: not known, before or after coverage, dependent not covered"),

    TriageRule(
      [], ["8", "170", "171", "185", "B7"], .refused([.correct, .review]),
      note: "the clinician: type, specialty, not certified on the day"),
    TriageRule(
      [], ["206", "207", "208"], .refused([.correct, .review]), note: "an NPI missing, invalid or not matched"),
    TriageRule(
      [], ["5", "58"], .refused([.correct, .appeal, .writeOff]), note: "the place of service does not fit"),
    TriageRule(
      [], ["163", "164", "226", "227", "251", "252"], .refused([.review]),
      note: "records wanted: a person sends them"),

    TriageRule(
      [], ["16"], remarks: ["MA130"], .refused([.correct, .review]),
      note: "returned as unprocessable: no appeal; a new claim after the fix"),
    TriageRule(
      [], ["16"],
      remarks: ["M20", "M51", "M53", "M64", "M76", "M81", "MA63", "N56", "N519", "N657", "N822", "N823"],
      .refused([.recode, .appeal, .writeOff]), note: "missing or invalid codes, modifiers or units"),
    TriageRule(
      [], ["16"],
      remarks: ["M47", "M52", "M59", "M77", "MA04", "MA27", "MA61", "MA92", "N152", "N257", "N286", "N290", "N382"],
      .refused([.correct, .review]), note: "missing or invalid registration, provider or claim number"),
    TriageRule([], ["16"], .refused([.correct, .review]), note: "missing or invalid information, not said which"),

    TriageRule(
      [.patientResponsibility], [], .patient,
      note: "deductible, coinsurance, co-pay, and whatever else the payer puts on the patient"),

    TriageRule(
      [], ["146", "167", "181", "182", "199"], .refused([.recode, .appeal, .writeOff]),
      note: "a code that is not valid on the day, or not covered as a diagnosis"),
    TriageRule(
      [], ["4", "6", "7", "9", "10"], .refused([.recode, .appeal, .writeOff]),
      note: "modifier, age or sex do not fit the code"),
    TriageRule(
      [], ["11", "50", "150"], .refused([.recode, .appeal, .writeOff]),
      note: "the diagnosis does not support the procedure, its need or its level"),
    TriageRule(
      [], ["97", "231", "234", "236", "B10", "B15"], .refused([.recode, .appeal, .writeOff]),
      note: "bundled with another service"),
    TriageRule(
      [], ["151", "222", "B5"], .refused([.recode, .appeal, .writeOff]),
      note: "more units or services than are allowed"),

    TriageRule(
      [], ["29"], .refused([.appeal, .writeOff]), note: "filed too late: appeal with the accepted 277CA as proof"),
    TriageRule(
      [], ["15", "197", "198", "243"], .refused([.correct, .appeal, .writeOff]),
      note: "no authorization, exceeded or of another service"),
    TriageRule(
      [], ["38", "39", "96", "204", "242", "256", "B1", "B9", "B16"], .refused([.appeal, .writeOff]),
      note: "not covered by the plan, or not by this provider"),
    TriageRule(
      [], ["35", "119", "149", "273"], .refused([.appeal, .writeOff]), note: "a maximum of the benefit is reached"),
  ])
}

extension RejectionRule {
  /// The built-in rows for front-end rejections.
  ///
  /// Source: X12 external code list 508 by number, wording ours.
  public static let standard: [RejectionRule] = [
    RejectionRule(["254"], .recode("MA63"), note: "principal diagnosis"),
    RejectionRule(["255", "477", "488"], .recode("M76"), note: "diagnosis or its pointer"),
    RejectionRule(["453"], .recode("N822"), note: "modifier"),
    RejectionRule(["454", "507"], .recode("M51"), note: "procedure"),
    RejectionRule(["476"], .recode("M53"), note: "units"),
    RejectionRule(
      [
        "21", "116", "125", "126", "128", "130", "132", "145", "153", "156", "157", "158", "162", "164", "249", "400",
        "500", "501", "502", "503", "504", "560", "562",
      ],
      .correct, note: "names, numbers, addresses, dates, place of service: the practice's"),
    RejectionRule(["54", "78", "81"], .review, note: "a duplicate in the front end"),
  ]
}
