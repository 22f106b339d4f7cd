import ClaimModel
import Coding
import CodingDesk
import Messages
import Office
import Testing

@Suite struct CodingDeskTests {
  private func bench(slipRate: Double = 0) throws -> DeskBench<CodingDesk> {
    DeskBench(
      CodingDesk(
        coder: try Engines.coder.get(), codeSets: try Engines.books.get(), slips: Slips(rate: slipRate, seed: 1)))
  }

  private func request(_ visit: Visit, round: Int = 1, reason: AdjustmentReason = "11") -> OfficeMessage {
    .recodeRequested(
      RecodeRequest(
        visit: visit.id, round: round,
        refusals: [RecodeRequest.Refusal(line: 1, group: .contractualObligation, reason: reason)]),
      specialty: visit.specialty)
  }

  private func amendment(_ visit: Visit, _ text: String) -> OfficeMessage {
    .documentationAmended(
      visit: visit.id, item: DocumentationItem(kind: .amendment, text: text, source: "amendment-1"))
  }

  @Test func documentedVisitIsCoded() throws {
    var bench = try bench()
    let visit = Engines.visit()
    try bench.take(.visitDocumented(visit))
    #expect(bench.messagesSent == [.visitCoded(try Engines.superbill())])
    #expect(bench.sent.map(\.route) == [Route(exchange: "coding", key: "visit-coded")])
    #expect(bench.state == "coded")
    #expect(bench[CodingDesk.key(of: visit.id)]?.sequence == 1)
  }

  @Test func visitSubmittedTwiceIsCodedOnce() throws {
    var bench = try bench()
    try bench.take(.visitDocumented(Engines.visit()))
    let file = bench[CodingDesk.key(of: Engines.visit().id)]
    try bench.take(.visitDocumented(Engines.visit()))
    #expect(bench.sent.isEmpty)
    #expect(bench.facts.isEmpty)
    #expect(bench[CodingDesk.key(of: Engines.visit().id)] == file)
  }

  @Test func whatComesBeforeItsVisitIsPutOff() throws {
    var bench = try bench()
    let visit = Engines.visit()
    #expect(try Refusal.Disposition.of { try bench.take(amendment(visit, "nothing")) } == .later)
    #expect(try Refusal.Disposition.of { try bench.take(request(visit)) } == .later)
    #expect(bench[CodingDesk.key(of: visit.id)] == nil)
  }

  @Test func messagesOfOtherOfficesAreParked() throws {
    var bench = try bench()
    for message in [
      OfficeMessage.accountClosed(visit: "V1"), .patientPaid(visit: "V1", statement: 1, amount: Money(cents: 1)),
      .visitCoded(try Engines.superbill()),
    ] { #expect(try Refusal.Disposition.of { try bench.take(message) } == .never) }
  }

  @Test func slipIsMendedWhenThePayerRefusesIt() throws {
    var bench = try bench(slipRate: 1)
    var mended = 0
    for number in 0..<24 {
      let visit = Engines.visit(number)
      let key = CodingDesk.key(of: visit.id)
      try bench.take(.visitDocumented(visit))
      guard case .visitCoded(let slipped)? = bench.messagesSent.first, bench[key]?.slip != nil else { continue }
      try bench.take(request(visit))
      guard case .visitRecoded(let careful, 1, let reasons)? = bench.messagesSent.first else {
        Issue.record("\(String(describing: bench[key]?.slip)) is answered with \(bench.messagesSent)")
        continue
      }
      mended += 1
      #expect(careful != slipped)
      #expect(careful == (try Engines.superbill(number)))
      #expect(!reasons.isEmpty)
      #expect(bench[key]?.slip == nil)
    }
    #expect(mended > 12)
  }

  @Test func carefulCodesAreUpheldInEachRound() throws {
    var bench = try bench()
    let visit = Engines.visit()
    try bench.take(.visitDocumented(visit))
    for round in 1...2 {
      try bench.take(request(visit, round: round))
      guard case .codingUpheld(visit.id, round, _)? = bench.messagesSent.first else {
        Issue.record("round \(round) is answered with \(bench.messagesSent)")
        return
      }
    }
    #expect(bench[CodingDesk.key(of: visit.id)]?.recodeRounds == 2)
  }

  @Test func refusalThatIsNotAboutCodesHasNoAnswer() throws {
    var bench = try bench()
    let visit = Engines.visit()
    try bench.take(.visitDocumented(visit))
    try bench.take(request(visit, reason: "27"))
    guard case .recodeUnanswerable(visit.id, 1, _)? = bench.messagesSent.first else {
      Issue.record("answered with \(bench.messagesSent)")
      return
    }
    #expect(bench.state == "inReview")
  }

  /// After the last round a person decides; the billing office, which waits for an answer, is told so.
  @Test func roundBeyondTheLastIsLeftToAPerson() throws {
    var bench = try bench()
    let visit = Engines.visit()
    try bench.take(.visitDocumented(visit))
    for round in 1...3 { try bench.take(request(visit, round: round)) }
    #expect(bench.state == "upheld")
    #expect(bench.parkingReason == nil)
    let coded = bench[CodingDesk.key(of: visit.id)]
    try bench.take(request(visit, round: 4))
    let reason = "round 4 of recoding, of at most 3: a person must decide"
    #expect(bench.messagesSent == [.recodeUnanswerable(visit: visit.id, round: 4, reason: reason)])
    #expect(bench.parkingReason == reason)
    #expect(bench.state == "inReview")
    #expect(bench[CodingDesk.key(of: visit.id)]?.services == coded?.services)
  }

  /// The answer to a query about a recode request ends it: the clinician is not asked for the same detail again.
  @Test func recodeRequestWaitsForDetailAndIsThenAnswered() throws {
    var bench = try bench()
    var visit = Engines.visit()
    visit.documentation = [DocumentationItem(kind: .condition, text: "Low back pain", source: "Condition/c1")]
    try bench.take(.visitDocumented(visit))
    try bench.take(
      .recodeRequested(
        RecodeRequest(
          visit: visit.id, round: 1,
          refusals: [
            RecodeRequest.Refusal(line: 1, group: .contractualObligation, reason: "16", remarks: ["M81"])
          ]), specialty: visit.specialty))
    guard case .documentationQueried(visit.id, _, 1, _)? = bench.messagesSent.first else {
      Issue.record("answered with \(bench.messagesSent)")
      return
    }
    #expect(bench.state == "queried")
    try bench.take(amendment(visit, "Nothing more specific is available."))
    guard case .codingUpheld(visit.id, 1, let reasons)? = bench.messagesSent.first else {
      Issue.record("answered with \(bench.messagesSent)")
      return
    }
    #expect(reasons.first?.contains("Condition/c1:0-13") == true, "\(reasons)")
    #expect(bench[CodingDesk.key(of: visit.id)]?.pending == nil)
  }

  @Test func missingDocumentationIsAskedForABoundedNumberOfTimes() throws {
    var bench = try bench()
    var visit = Engines.visit()
    visit.documentation = []
    try bench.take(.visitDocumented(visit))
    var rounds: [Int] = []
    for _ in 0..<4 {
      for case .documentationQueried(visit.id, visit.specialty, let round, _) in bench.messagesSent {
        rounds.append(round)
      }
      try bench.take(amendment(visit, "The patient was seen."))
    }
    #expect(rounds == [1, 2, 3])
    #expect(bench.state == "inReview")
    #expect(bench.sent.isEmpty)
  }

  @Test func answerToAQueryIsCoded() throws {
    var bench = try bench()
    var visit = Engines.visit()
    visit.documentation = []
    try bench.take(.visitDocumented(visit))
    #expect(bench.state == "queried")
    try bench.take(amendment(visit, "Type 2 diabetes mellitus without complications."))
    guard case .visitCoded(let superbill)? = bench.messagesSent.first else {
      Issue.record("answered with \(bench.messagesSent)")
      return
    }
    #expect(superbill.diagnoses.contains("E119"))
  }
}
