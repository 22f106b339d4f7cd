import Adjudication
import ClaimModel
import Testing

@Suite struct EditTests {
  @Test(
    arguments: [
      ("99381", 0, true), ("99391", 0, true), ("99391", 1, false), ("99382", 4, true), ("99392", 5, false),
      ("99383", 5, true), ("99393", 11, true), ("99393", 12, false), ("99384", 17, true), ("99394", 18, false),
      ("99385", 18, true), ("99395", 39, true), ("99395", 40, false), ("99386", 64, true), ("99396", 65, false),
      ("99387", 65, true), ("99397", 90, true), ("99397", 64, false), ("G0439", 66, true),
    ] as [(ProcedureCode, Int, Bool)])
  func preventiveVisitMustFitTheAge(code: ProcedureCode, age: Int, fits: Bool) {
    let claim = Fixtures.claim([Fixtures.line(code, 300)], diagnoses: [age < 18 ? "Z00129" : "Z0000"], age: age)
    let line = Fixtures.acme.payment(of: claim).lines[0]
    #expect(line.adjustments.contains { $0.reason == "6" } == !fits)
    #expect((line.paid == .zero) == !fits)
  }

  @Test func visitAboutAProblemNeedsMoreThanARoutineExamination() {
    let lines = [Fixtures.line("99213", 165, [1]), Fixtures.line("99214", 225, [1, 2]), Fixtures.line("83036", 18)]
    let payment = Fixtures.acme.payment(of: Fixtures.claim(lines, diagnoses: ["Z0000", "I10"]))
    #expect(payment.lines[0].reasons == ["CO-11 165.00"])
    #expect(payment.lines[1].reasons.contains("CO-45 100.00"))
    #expect(payment.lines[2].paid > .zero)
    #expect(payment.status == .processedAsPrimary)
  }

  @Test func invalidDiagnosisRefusesTheLinesThatPointToIt() {
    let lines = [Fixtures.line("99213", 165, [1, 2]), Fixtures.line("83036", 18, [1])]
    let payment = Fixtures.acme.payment(of: Fixtures.claim(lines, diagnoses: ["E119", "K10"]))
    #expect(payment.lines[0].reasons == ["CO-146 165.00"])
    #expect(payment.lines[0].remarks == ["M76"])
    #expect(payment.lines[1].remarks.isEmpty)
    #expect(payment.lines[1].paid > .zero)
  }

  @Test func codeSetIsAskedForTheDayOfService() {
    let asked = Adjudicator(plan: .acmeHealth, codeSet: DiagnosisLookup { _, date in date < Fixtures.service })
    let late = Fixtures.claim()
    #expect(asked.payment(of: late).status == .denied)
    let early = Fixtures.claim([Fixtures.line("99213", 165, on: Fixtures.service.adding(days: -1))])
    #expect(asked.payment(of: early).status == .processedAsPrimary)
  }

  @Test(arguments: [(365, false), (366, true)])
  func claimIsLateTheDayAfterTheLimit(days: Int, isLate: Bool) {
    let payment = Fixtures.acme.payment(of: Fixtures.claim(), received: Fixtures.service.adding(days: days))
    #expect(payment.lines.allSatisfy { $0.reasons.first?.hasPrefix("CO-29") == isLate })
    #expect((payment.status == .denied) == isLate)
  }

  @Test func sameServiceAgainIsADuplicateUnlessTheFirstWasTakenBack() {
    var history = ClaimHistory()
    let first = Fixtures.acme.adjudicate(
      Fixtures.claim(), number: "P1", received: Fixtures.today, history: history)
    history.apply(first)
    let again = Fixtures.acme.adjudicate(
      Fixtures.claim(submission: 2), number: "P2", received: Fixtures.today, history: history)
    #expect(again.payments[0].lines.map(\.reasons) == [["OA-18 165.00"], ["OA-18 18.00"]])
    #expect(again.payments[0].status == .denied)
    history.apply(again)
    history.apply(
      Fixtures.acme.adjudicate(
        Fixtures.claim(frequency: .void, original: "P1"), number: "P3", received: Fixtures.today, history: history))
    #expect(Fixtures.acme.payment(of: Fixtures.claim(submission: 4), history: history).paid > .zero)
  }

  @Test func anotherDayRendererOrMemberIsNoDuplicate() {
    var history = ClaimHistory()
    history.apply(
      Fixtures.acme.adjudicate(Fixtures.claim(), number: "P1", received: Fixtures.today, history: history))
    var otherMember = Fixtures.claim()
    otherMember.coverage.member = "M101"
    var otherRenderer = Fixtures.claim()
    otherRenderer.rendering.npi = .derived(from: "another")
    var otherDay = Fixtures.claim()
    for index in otherDay.lines.indices { otherDay.lines[index].dateOfService = Fixtures.service.adding(days: 1) }
    var otherPlace = Fixtures.claim()
    otherPlace.placeOfService = "12"
    otherPlace.lines.removeFirst()
    for claim in [otherMember, otherRenderer, otherDay, otherPlace] {
      #expect(Fixtures.acme.payment(of: claim, history: history).status == .processedAsPrimary)
    }
  }

  /// Of two lines that tell the same service the first is paid; a modifier tells them apart.
  @Test func sameLineTwiceIsADuplicateInOneClaimToo() {
    let lines = [Fixtures.line("71046", 45), Fixtures.line("71046", 45), Fixtures.line("71046", 45, modifiers: ["76"])]
    let answers = Fixtures.acme.payment(of: Fixtures.claim(lines)).lines
    #expect(answers[1].reasons == ["OA-18 45.00"])
    #expect(answers[0].paid > .zero && answers[2].paid > .zero)
  }

  /// 59 and its subsets do not go with visits, so they do not lift what 25 does.
  @Test(arguments: [("25", "", true), ("59", "", false), ("XS", "", false), ("", "59", true), ("", "XS", true)])
  func whatSaysThatAVisitWasSeparate(onVisit: String, onProcedure: String, isPaid: Bool) {
    func modifiers(_ text: String) -> [ProcedureModifier] { text.isEmpty ? [] : [ProcedureModifier(text)] }
    let lines = [
      Fixtures.line("20610", 150, modifiers: modifiers(onProcedure)),
      Fixtures.line("99213", 165, modifiers: modifiers(onVisit)),
    ]
    let answer = Fixtures.acme.payment(of: Fixtures.claim(lines)).lines[1]
    #expect((answer.paid > .zero) == isPaid)
    if !isPaid { #expect(answer.reasons == ["CO-236 165.00"]) }
  }

  @Test func lineIsRefusedOnceForTheFirstReason() {
    let claim = Fixtures.claim([Fixtures.line("99391", 175)], diagnoses: ["K1"], age: 30)
    let line = Fixtures.acme.payment(of: claim).lines[0]
    #expect(line.reasons == ["CO-146 175.00"])
    #expect(line.isBalanced)
  }

  @Test func injectedRefusalComesFirstAndAnAppealDoesNotSeeIt() throws {
    var history = ClaimHistory()
    let result = Fixtures.acme.adjudicate(
      Fixtures.claim(), number: "P1", received: Fixtures.today, history: history,
      injected: [EditFinding(line: 0, EditAnswer(.contractualObligation, "50"))])
    #expect(result.payments[0].lines[0].reasons == ["CO-50 165.00"])
    history.apply(result)
    let decision = Fixtures.acme.decideAppeal(of: try #require(result.record), number: "P2", history: history)
    guard case .overturned(let corrected) = decision else {
      Issue.record("upheld")
      return
    }
    #expect(corrected.payments.map(\.status) == [.reversal, .processedAsPrimary])
    #expect(corrected.payments.map(\.payerClaimNumber) == ["P1", "P2"])
    #expect(corrected.payments[1].lines[0].paid == Money(cents: 6_400))
    history.apply(corrected)
    #expect(history.active("P1") == nil)
    #expect(history.active("P2") != nil)
  }

  @Test func appealAgainstARightfulDenialIsUpheld() throws {
    let claim = Fixtures.claim([Fixtures.line("99213", 165)], diagnoses: ["Z0000"])
    let result = Fixtures.acme.adjudicate(claim, number: "P1", received: Fixtures.today, history: ClaimHistory())
    let record = try #require(result.record)
    #expect(Fixtures.acme.decideAppeal(of: record, number: "P2", history: ClaimHistory([record])) == .upheldDenial)
  }
}
