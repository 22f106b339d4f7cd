import Adjudication
import ClaimModel
import Testing

@Suite struct PricingTests {
  @Test func visitIsReducedToTheFeeAndTheCopayIsThePatients() {
    let line = Fixtures.acme.payment(of: Fixtures.claim()).lines[0]
    #expect(line.allowed == Money(cents: 8_900))
    #expect(line.reasons == ["CO-45 76.00", "PR-3 25.00"])
    #expect(line.paid == Money(cents: 6_400))
  }

  @Test func copayIsTakenOnceAClaim() {
    let claim = Fixtures.claim([Fixtures.line("99213", 165), Fixtures.line("99212", 100)])
    let payment = Fixtures.acme.payment(of: claim)
    #expect(payment.patientResponsibility == Money(cents: 2_500))
  }

  @Test func copayIsNeverMoreThanIsAllowed() {
    let line = Fixtures.acme.payment(of: Fixtures.claim([Fixtures.line("99211", 45)])).lines[0]
    #expect(line.reasons == ["CO-45 22.00", "PR-3 23.00"])
    #expect(line.paid == .zero)
    #expect(line.allowed == Money(cents: 2_300))
  }

  @Test func coinsuranceFallsOnLinesWithoutCopay() {
    let claim = Fixtures.claim([Fixtures.line("99213", 165), Fixtures.line("71046", 45)], payer: "BEACON1")
    let payment = Fixtures.beacon.payment(of: claim)
    #expect(payment.lines[0].reasons == ["CO-45 62.65", "PR-3 40.00"])
    #expect(payment.lines[1].reasons == ["CO-45 7.05", "PR-2 7.59"])
    #expect(payment.isBalanced)
  }

  @Test(arguments: ["99396", "90686", "90471", "90460", "96127", "G0439"] as [ProcedureCode])
  func preventiveServicesCostThePatientNothing(code: ProcedureCode) {
    let claim = Fixtures.claim([Fixtures.line(code, 400)], age: 50, payer: "BEACON1")
    #expect(Fixtures.beacon.payment(of: claim).patientResponsibility == .zero)
  }

  @Test func modifier33MakesALinePreventive() {
    let claim = Fixtures.claim([Fixtures.line("80061", 25, modifiers: ["33"])], payer: "BEACON1")
    #expect(Fixtures.beacon.payment(of: claim).patientResponsibility == .zero)
  }

  @Test func feeCountsUnitsAndNeverExceedsTheCharge() {
    let two = Fixtures.acme.payment(of: Fixtures.claim([Fixtures.line("96372", 60, units: 2)])).lines[0]
    #expect(two.allowed == Money(cents: 2_800))
    let cheap = Fixtures.acme.payment(of: Fixtures.claim([Fixtures.line("71046", 20)])).lines[0]
    #expect(cheap.allowed == Money(cents: 2_000))
    #expect(cheap.reasons.isEmpty)
  }

  @Test func unlistedProcedureIsAllowedAShareOfItsCharge() {
    let line = Fixtures.acme.payment(of: Fixtures.claim([Fixtures.line("0999Z", 100)])).lines[0]
    #expect(line.allowed == Money(cents: 6_000))
    #expect(line.reasons == ["CO-45 40.00"])
  }

  @Test func plansAreFoundByPayer() {
    #expect(Plan.builtIn(payer: "BEACON1") == .beaconMutual)
    #expect(Plan.builtIn(payer: "NOBODY") == nil)
  }
}
