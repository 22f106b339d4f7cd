import ClaimModel

/// What a front-end edit is given to look at.
public struct FrontEndContext: Sendable {
  /// The claim.
  public var claim: Claim
  /// The plan it is sent to.
  public var plan: Plan
  /// The day the claim came in.
  public var received: CalendarDate
}

/// One of the edits before adjudication: what the 277CA says of a claim it rejects.
///
/// Source: 277CA (005010X214) with categories A3 (returned), A6 (missing), A7 (invalid), A8 (inconsistent); status codes
/// of X12 external code list 508. Rejected claims were never adjudicated and are sent again as new ones.
public struct FrontEndEdit: Sendable {
  /// What the 277CA says.
  public var status: ClaimStatusCode
  /// What it rejects, for people.
  public var rejects: String
  /// Where the rule is published.
  public var source: String
  /// Whether a claim is rejected.
  public var isRejected: @Sendable (FrontEndContext) -> Bool
  /// Whether a line is what a claim is rejected for; `nil` for an edit that looks at the claim as a whole.
  public var isLineRejected: (@Sendable (ClaimLine, FrontEndContext) -> Bool)?

  init(
    _ category: String, _ code: String, _ entity: String = "", rejects: String, source: String,
    when isRejected: @escaping @Sendable (FrontEndContext) -> Bool
  ) {
    status = ClaimStatusCode(category: category, code: code, entity: entity)
    self.rejects = rejects
    self.source = source
    self.isRejected = isRejected
  }

  /// An edit that looks at each line.
  init(
    line category: String, _ code: String, rejects: String, source: String,
    when isLineRejected: @escaping @Sendable (ClaimLine, FrontEndContext) -> Bool
  ) {
    self.init(category, code, rejects: rejects, source: source) { context in
      context.claim.lines.contains { isLineRejected($0, context) }
    }
    self.isLineRejected = isLineRejected
  }

  /// An edit that looks at who rendered: the claim's provider (2310B, else 2010AA) and those of its lines (2420A).
  init(
    rendering category: String, _ code: String, rejects: String, source: String,
    when isRejected: @escaping @Sendable (RenderingProvider, Plan) -> Bool
  ) {
    self.init(category, code, "82", rejects: rejects, source: source) { context in
      // Nothing is missing of a claim's provider (A6) who rendered none of its lines.
      let asksUsed = category == "A6" && !context.claim.lines.isEmpty
      let providers = asksUsed ? context.claim.lines.map(context.claim.rendering) : context.claim.renderingProviders
      return providers.contains { isRejected($0, context.plan) }
    }
    isLineRejected = { line, context in line.rendering.map { isRejected($0, context.plan) } ?? false }
  }

  /// An edit that looks at places: the claim's (CLM05-1) and those of its lines (SV105).
  init(
    place category: String, _ code: String, rejects: String, source: String,
    when isRejected: @escaping @Sendable (PlaceOfService) -> Bool
  ) {
    self.init(category, code, rejects: rejects, source: source) { context in
      isRejected(context.claim.placeOfService)
        || context.claim.lines.contains { $0.placeOfService.map(isRejected) ?? false }
    }
    isLineRejected = { line, _ in line.placeOfService.map(isRejected) ?? false }
  }
}

extension FrontEndEdit {
  /// All front-end edits, in the order they are applied; each that rejects adds its status.
  public static let standard: [FrontEndEdit] = parties + diagnoses + services

  private static let npi = "45 CFR 162.406; check digit by ISO/IEC 7812-1 over the number with the prefix 80840"

  private static let parties: [FrontEndEdit] = [
    FrontEndEdit("A7", "116", rejects: "a claim to another payer", source: "837P 2010BB NM109") {
      $0.claim.coverage.payer != $0.plan.payer
    },
    FrontEndEdit("A6", "164", "IL", rejects: "no member number", source: "837P 2010BA NM109") {
      $0.claim.coverage.member.rawValue.isEmpty
    },
    FrontEndEdit("A6", "125", "QC", rejects: "no name of the patient", source: "837P 2010BA and 2010CA NM103") {
      $0.claim.patient.name.last.isEmpty
    },
    FrontEndEdit("A7", "158", "QC", rejects: "a date of birth that has not come", source: "837P 2010BA DMG02") {
      $0.claim.patient.birthDate > $0.received
    },
    FrontEndEdit("A6", "562", "85", rejects: "no NPI of the billing provider", source: npi) {
      $0.claim.billing.npi.rawValue.isEmpty
    },
    FrontEndEdit("A7", "562", "85", rejects: "an NPI of the billing provider with a wrong check digit", source: npi) {
      !$0.claim.billing.npi.rawValue.isEmpty && !$0.claim.billing.npi.isValid
    },
    FrontEndEdit(rendering: "A6", "562", rejects: "no NPI of the rendering provider", source: npi) { provider, _ in
      provider.npi.rawValue.isEmpty
    },
    FrontEndEdit(
      rendering: "A7", "562", rejects: "an NPI of the rendering provider with a wrong check digit", source: npi
    ) { provider, _ in !provider.npi.rawValue.isEmpty && !provider.npi.isValid },
    FrontEndEdit(
      "A7", "128", "85", rejects: "a tax number that is not nine digits", source: "837P 2010AA REF*EI, REF*SY"
    ) {
      let digits = $0.claim.billing.taxID.utf8.filter { $0 != UInt8(ascii: "-") }
      return digits.count != 9 || !digits.allSatisfy { (48...57).contains($0) }
    },
    FrontEndEdit(
      rendering: "A6", "145", rejects: "no taxonomy, where the plan wants one", source: "837P 2310B and 2420A PRV03"
    ) { provider, plan in plan.requiresTaxonomy && provider.taxonomy.isEmpty },
    FrontEndEdit(
      rendering: "A7", "145", rejects: "a taxonomy that is not ten capitals and digits", source: "NUCC taxonomy"
    ) { provider, _ in
      let taxonomy = provider.taxonomy.utf8
      return !taxonomy.isEmpty
        && (taxonomy.count != 10 || !taxonomy.allSatisfy { (48...57).contains($0) || (65...90).contains($0) })
    },
    FrontEndEdit(
      "A6", "464", rejects: "a replacement or void without the payer's claim number", source: "837P 2300 REF*F8"
    ) { $0.claim.frequency != .original && ($0.claim.originalClaimNumber?.rawValue ?? "").isEmpty },
  ]

  private static let diagnoses: [FrontEndEdit] = [
    FrontEndEdit("A6", "254", rejects: "no diagnosis", source: "837P 2300 HI") { $0.claim.diagnoses.isEmpty },
    FrontEndEdit("A7", "255", rejects: "more than twelve diagnoses", source: "837P 2300 HI") {
      $0.claim.diagnoses.count > 12
    },
    FrontEndEdit("A8", "255", rejects: "the same diagnosis twice", source: "837P 2300 HI") {
      Set($0.claim.diagnoses).count != $0.claim.diagnoses.count
    },
    FrontEndEdit(line: "A6", "477", rejects: "a line without a diagnosis pointer", source: "837P 2400 SV107") {
      line, _ in
      line.service.diagnosisPointers.isEmpty
    },
    FrontEndEdit(
      line: "A7", "477", rejects: "a pointer to no diagnosis of the claim, or more than four",
      source: "837P 2400 SV107"
    ) { line, context in
      let diagnoses = 1...max(context.claim.diagnoses.count, 1)
      return line.service.diagnosisPointers.count > 4
        || !line.service.diagnosisPointers.allSatisfy(diagnoses.contains)
    },
  ]

  private static let services: [FrontEndEdit] = [
    FrontEndEdit("A6", "454", rejects: "no service line", source: "837P 2400 LX") { $0.claim.lines.isEmpty },
    FrontEndEdit(
      line: "A7", "454", rejects: "a procedure that is not five capitals and digits", source: "837P 2400 SV101-2"
    ) { line, _ in
      let code = line.service.procedure.rawValue.utf8
      return code.count != 5 || !code.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    },
    FrontEndEdit(
      line: "A7", "453", rejects: "more than four modifiers on a line", source: "837P 2400 SV101-3 to 6"
    ) { line, _ in line.service.modifiers.count > 4 },
    FrontEndEdit(
      line: "A8", "453", rejects: "the same modifier twice on a line", source: "837P 2400 SV101-3 to 6"
    ) { line, _ in Set(line.service.modifiers).count != line.service.modifiers.count },
    FrontEndEdit("A7", "121", rejects: "more than fifty service lines", source: "837P 2400 repeat 50") {
      $0.claim.lines.count > 50
    },
    FrontEndEdit(
      line: "A7", "476", rejects: "units that are no whole number from one", source: "837P 2400 SV104"
    ) { line, _ in line.service.units < 1 },
    FrontEndEdit(
      "A7", "178", rejects: "a claim that charges nothing, for more than visits that an operation's fee covers (99024)",
      source: "837P CLM02"
    ) {
      $0.claim.totalCharge <= .zero
        && ($0.claim.lines.isEmpty || $0.claim.lines.contains { $0.service.procedure != "99024" })
    },
    FrontEndEdit(line: "A7", "178", rejects: "a charge below zero", source: "837P SV102") { line, _ in
      line.charge < .zero
    },
    FrontEndEdit("A8", "400", rejects: "a total that is not the sum of its lines", source: "837P CLM02, SV102") {
      ($0.claim.statedTotal ?? $0.claim.totalCharge) != $0.claim.totalCharge
    },
    FrontEndEdit(
      line: "A8", "400", rejects: "an earlier payer's decision on a line that does not add up to its charge",
      source: "837P TR3 section 1.4.2.1: SV102 = SVD02 and the CAS of 2430, payer by payer"
    ) { line, _ in
      Set(line.otherPayments.map(\.payer)).contains { !line.balances(line.decision(of: $0)) }
    },
    FrontEndEdit(
      place: "A7", "249", rejects: "a place of service that is not two digits",
      source: "CMS place of service code set; 837P CLM05-1, SV105"
    ) {
      let place = $0.rawValue.utf8
      return place.count != 2 || !place.allSatisfy { (48...57).contains($0) }
    },
    FrontEndEdit(line: "A7", "187", rejects: "a day of service that has not come", source: "837P 2400 DTP*472") {
      line, context in line.lastDay > context.received
    },
    FrontEndEdit(
      line: "A7", "510", rejects: "a date that has not come, told with 187", source: "external code list 508, 510"
    ) { line, context in line.lastDay > context.received },
    FrontEndEdit(
      line: "A8", "187", rejects: "a day of service before the patient's birth, or a last day before the first",
      source: "837P DTP*472, DMG02"
    ) { line, context in
      line.dateOfService < context.claim.patient.birthDate || line.lastDay < line.dateOfService
    },
  ]
}
