import Billing
import ClaimModel
import Testing

/// The report against an example that was counted by hand.
@Suite struct BillingReportTests {
  private static let today = CalendarDate(year: 2026, month: 6, day: 30)!

  private static func dollars(_ amount: Int) -> Money { Money(cents: amount * 100) }

  private static func refused(
    _ reason: AdjustmentReason, _ amount: Int, _ group: AdjustmentGroup = .contractualObligation
  ) -> PayerDecision.Refused {
    .init(RecodeRequest.Refusal(line: 1, group: group, reason: reason), amount: dollars(amount))
  }

  private static func summary(
    age: Int, _ state: PatientAccount.State, provider: NPI = "1111111112", _ specialty: Specialty = .primaryCare,
    charged: Int, insurer: Int = 0, adjusted: Int = 0, writtenOff: Int = 0, patient: Int = 0, openInsurance: Int = 0,
    openPatient: Int = 0, collections: Int = 0, claims: [ClaimSummary] = [], recodes: [RecodeRecord] = [],
    work: OpenWork? = nil
  ) -> AccountSummary {
    var balance = AccountBalance()
    balance.charged = dollars(charged)
    balance.insurerPaid = dollars(insurer)
    balance.adjusted = dollars(adjusted)
    balance.writtenOff = dollars(writtenOff)
    balance.patientPaid = dollars(patient)
    balance.openInsurance = dollars(openInsurance)
    balance.openPatient = dollars(openPatient)
    balance.inCollections = dollars(collections)
    return AccountSummary(
      opened: today.adding(days: -age), provider: provider, specialty: specialty, state: state, balance: balance,
      claims: claims, recodes: recodes, work: work)
  }

  /// Six accounts:
  ///
  /// | | age | state | charged | first claim | next claim |
  /// |---|---|---|---|---|---|
  /// | 1 | 10 | closed | 100 = 70 + 20 adjusted + 10 patient | ACME paid | |
  /// | 2 | 30 | closed | 200 = 120 + 50 adjusted + 30 written off | ACME refused CO-11 for 200 | ACME paid |
  /// | 3 | 45 | awaitingPatient | 300 = 200 + 60 adjusted + 40 open | ACME rejected | ACME paid |
  /// | 4 | 100 | inCollections | 150 = 100 + 20 adjusted + 30 with the agency | BEACON paid | |
  /// | 5 | 89 | appealing | 400, all open | BEACON refused CO-50 for 300, CO-11 for 100 | |
  /// | 6 | 200 | submitted | 500, all open | ACME has not answered | |
  private static var report: BillingReport {
    var report = BillingReport(asOf: today)
    let hour: Int64 = 3_600_000
    let asked = Timestamp(startOf: today)
    report.take(
      summary(
        age: 10, .closed, charged: 100, insurer: 70, adjusted: 20, patient: 10,
        claims: [ClaimSummary(number: 1, payer: "ACME", stage: .adjudicated)]))
    report.take(
      summary(
        age: 30, .closed, charged: 200, insurer: 120, adjusted: 50, writtenOff: 30,
        claims: [
          ClaimSummary(number: 1, payer: "ACME", stage: .adjudicated, denials: [refused("11", 200)]),
          ClaimSummary(number: 2, payer: "ACME", stage: .adjudicated),
        ], recodes: [RecodeRecord(asked: asked, answered: asked.adding(milliseconds: 5 * hour))]))
    report.take(
      summary(
        age: 45, .awaitingPatient, charged: 300, insurer: 200, adjusted: 60, openPatient: 40,
        claims: [
          ClaimSummary(number: 1, payer: "ACME", stage: .rejected),
          ClaimSummary(number: 2, payer: "ACME", stage: .adjudicated),
        ], recodes: [RecodeRecord(asked: asked, answered: asked.adding(milliseconds: 2 * hour))]))
    report.take(
      summary(
        age: 100, .inCollections, provider: "2222222223", .surgical, charged: 150, insurer: 100, adjusted: 20,
        collections: 30, claims: [ClaimSummary(number: 1, payer: "BEACON", stage: .adjudicated)]))
    report.take(
      summary(
        age: 89, .appealing, provider: "2222222223", .surgical, charged: 400, openInsurance: 400,
        claims: [
          ClaimSummary(
            number: 1, payer: "BEACON", stage: .adjudicated, denials: [refused("50", 300), refused("11", 100)])
        ], recodes: [RecodeRecord(asked: asked)],
        work: OpenWork(
          visit: "V5", state: .appealing, reason: "refused CO-50", value: dollars(400), deadline: today.adding(days: -1)
        )))
    report.take(
      summary(
        age: 200, .submitted, charged: 500, openInsurance: 500, claims: [ClaimSummary(number: 1, payer: "ACME")]))
    return report
  }

  @Test func ratesAreThoseCountedByHand() {
    let report = Self.report
    #expect(report.accountCount == 6)
    #expect(report.finalCount == 3)
    // Answered first claims: 1, 2, 4, 5 passed, 3 was rejected, 6 has no answer.
    #expect(report.cleanClaims == Rate(part: 4, whole: 5))
    // Without a refusal: 1 and 4, of 1 to 5.
    #expect(report.firstPass == Rate(part: 2, whole: 5))
    // Decided claims: 1; 2 twice; the second of 3; 4; 5. Refused: the first of 2, and 5.
    #expect(report.denied == Rate(part: 2, whole: 6))
    #expect(report.denied.percent == "33.3%")
    #expect(report.recodes == Rate(part: 2, whole: 3))
    #expect(report.meanRecodeHours == 3.5)
    #expect(report.slowestRecodeHours == 5)
  }

  @Test func denialsAreCountedByWhatTheyHaveInCommon() {
    let report = Self.report
    func rows(_ dimension: BillingReport.Dimension) -> [String] {
      report.denials(by: dimension).map {
        "\($0.key) \($0.denials.claims.part)/\($0.denials.claims.whole) \($0.denials.amount)"
      }
    }
    #expect(rows(.reason) == ["CO-11 2/6 300.00", "CO-50 1/6 300.00"])
    #expect(rows(.payer) == ["ACME 1/4 200.00", "BEACON 1/2 400.00"])
    #expect(rows(.provider) == ["1111111112 1/4 200.00", "2222222223 1/2 400.00"])
    #expect(rows(.coders) == ["primary-care 1/4 200.00", "surgical 1/2 400.00"])
  }

  @Test func moneyIsThatCountedByHand() throws {
    let report = Self.report
    #expect(report.balance.isBalanced)
    // Accounts 1, 2 and 4: paid 70 + 10, 120, 100; charges less adjustments 80, 150, 130.
    #expect(report.netCollection == Rate(part: 300_00, whole: 360_00))
    #expect(report.netCollection.percent == "83.3%")
    // Owed 40 + 30 + 400 + 500 = 970. Charged in the last 90 days: 100 + 200 + 300 + 400 = 1,000.
    #expect(report.aging.total == Self.dollars(970))
    let days = try #require(report.daysInReceivables)
    #expect(abs(days - 970.0 / (1_000.0 / 90)) < 0.001)
    #expect(report.aging.amount(of: .patients, .upTo60) == Self.dollars(40))
    #expect(report.aging.amount(of: .insurers, .upTo90) == Self.dollars(400))
    #expect(report.aging.amount(of: .agency, .upTo120) == Self.dollars(30))
    #expect(report.aging.amount(of: .insurers, .older) == Self.dollars(500))
    #expect(report.aging.total(at: .upTo30) == .zero)
    #expect(report.work[.appealing] == report.work.values.first)
    #expect(report.work[.appealing]?.count == 1)
    #expect(report.work[.appealing]?.value == Self.dollars(400))
    #expect(report.work[.appealing]?.overdue == 1)
  }

  @Test(arguments: [
    (0, Aging.Age.upTo30), (30, .upTo30), (31, .upTo60), (60, .upTo60), (61, .upTo90), (90, .upTo90), (91, .upTo120),
    (120, .upTo120), (121, .older), (-5, .upTo30),
  ]) func agesEndWhereTheBucketsEnd(days: Int, age: Aging.Age) { #expect(Aging.Age(days: days) == age) }

  @Test func creditsAreInNoBucket() {
    var report = BillingReport(asOf: Self.today)
    report.take(Self.summary(age: 3, .awaitingRecoupment, charged: 100, insurer: 150, openInsurance: -50))
    report.take(Self.summary(age: 3, .submitted, charged: 80, openInsurance: 80))
    #expect(report.aging.credits == Self.dollars(50))
    #expect(report.aging.total == Self.dollars(80))
    #expect(report.aging.total - report.aging.credits == report.balance.open)
  }

  @Test func emptyReportHasNoRates() {
    let report = BillingReport(asOf: Self.today)
    #expect(report.cleanClaims.percent == "-")
    #expect(report.daysInReceivables == nil)
    #expect(report.meanRecodeHours == nil)
    #expect(report.text.contains("nothing to work"))
  }

  @Test func textKeepsWithinEightyColumnsAndAllFormsTellTheSame() {
    let report = Self.report
    for line in report.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    for words in ["clean-claim rate: 4 of 5", "80.0%", "83.3%", "87.3", "CO-11", "3.5 h"] {
      #expect(report.text.contains(words), "\(words)")
    }
    let csv = report.csv.split(separator: "\n")
    #expect(csv.count == report.rows.count + 1)
    #expect(csv.first == "measure,by,key,part,whole,value,unit")
    #expect(csv.contains("clean-claim-rate,,,4,5,80.0,percent"))
    #expect(csv.contains("denial-rate,reason,CO-11,2,6,33.3,percent"))
    #expect(csv.contains("net-collection-rate,,,300.00,360.00,83.3,percent"))
    #expect(csv.contains("aging,insurers,121+,,,500.00,usd"))
  }

  @Test func namesThatASpreadsheetWouldCalculateStayTexts() {
    var report = BillingReport(asOf: Self.today)
    let claim = ClaimSummary(number: 1, payer: "=1+1,\"x\"", stage: .adjudicated)
    report.take(Self.summary(age: 1, .closed, charged: 1, claims: [claim]))
    #expect(report.csv.contains("denial-rate,payer,\"'=1+1,\"\"x\"\"\",0,1,0.0,percent"))
  }

  /// An account's life told by the account itself.
  @Test func summaryOfAnAccountIsItsClaimsFirstDecisionsAndTimes() {
    var desk = Desk()
    let claim = desk.claim()
    _ = desk.pay(Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "11", [])))
    let asked = desk.now
    desk.now = desk.now.adding(milliseconds: 7_200_000)
    var bill = desk.superbill
    bill.diagnoses[0] = "E1165"
    let again = desk.apply(.recoded(bill, round: 1)).claim
    var summary = AccountSummary(desk.account, rules: .standard)
    #expect(again != nil)
    #expect(summary.opened == claim.lines[0].dateOfService)
    #expect(summary.claims.map(\.stage) == [.adjudicated, .sent])
    #expect(summary.claims[0].denials.map(\.refusal.reason) == ["11", "11"] || summary.claims[0].denials.count == 1)
    #expect(summary.recodes == [RecodeRecord(asked: asked, answered: desk.now)])
    #expect(summary.balance == desk.account.balance)
    // A reversal and its correction do not change what the first decision was.
    let first = summary.claims[0]
    _ = desk.pay(
      Fixtures.reversal(of: Fixtures.payment(of: claim, number: "P1", .refuse(.contractualObligation, "11", []))))
    summary = AccountSummary(desk.account, rules: .standard)
    #expect(summary.claims[0] == first)
  }
}
