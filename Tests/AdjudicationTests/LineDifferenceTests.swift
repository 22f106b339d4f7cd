import Adjudication
import ClaimModel
import Testing

/// A line's own place of service (SV105) and rendering provider (2420A) hold for that line, and for no other.
@Suite struct LineDifferenceTests {
  private static let ended = RenderingProvider(
    npi: .derived(from: "ended"), name: PersonName(last: "Gone", first: "Bob"), taxonomy: "207Q00000X")

  private static func adjudicator(_ change: (inout Plan) -> Void) -> Adjudicator {
    var plan = Plan.acmeHealth
    change(&plan)
    return Adjudicator(plan: plan, codeSet: Fixtures.codes)
  }

  private static func claim(
    at place: PlaceOfService, line: PlaceOfService?, modifiers: [ProcedureModifier] = []
  ) -> Claim {
    var claim = Fixtures.claim([Fixtures.line("99213", 165, modifiers: modifiers), Fixtures.line("83036", 18)])
    claim.placeOfService = place
    claim.lines[0].placeOfService = line
    return claim
  }

  /// An office visit is not rendered in a hospital, whichever of the two says so.
  @Test(
    arguments: [("21", nil, true), ("21", "11", false), ("11", "21", true)] as [(PlaceOfService, PlaceOfService?, Bool)]
  )
  func placeOfTheLineIsJudged(place: PlaceOfService, line: PlaceOfService?, isRefused: Bool) {
    let answer = Fixtures.acme.payment(of: Self.claim(at: place, line: line)).lines[0]
    #expect((answer.reasons == ["CO-5 165.00"] && answer.remarks == ["M77"]) == isRefused)
    #expect((answer.paid > .zero) != isRefused)
  }

  @Test func placeOfTheLineHasItsPriceAndCopay() {
    let adjudicator = Self.adjudicator {
      $0.feeSchedule.fees["99213"] = .init(Money(cents: 91_85), facility: Money(cents: 65_80))
      $0.benefits.copays = [
        .init(Money(cents: 15_00), for: [.visit], at: ["02", "10"]), .init(Money(cents: 25_00), for: [.visit]),
      ]
    }
    #expect(adjudicator.payment(of: Self.claim(at: "11", line: "22")).lines[0].allowed == Money(cents: 65_80))
    let remote = adjudicator.payment(of: Self.claim(at: "11", line: "10", modifiers: ["95"])).lines[0]
    #expect(remote.reasons.last == "PR-3 15.00")
    #expect(adjudicator.payment(of: Self.claim(at: "22", line: "11")).lines[0].allowed == Money(cents: 91_85))
  }

  @Test func flawOfALineIsRejectedAtThatLine() {
    func decision(_ change: (inout ClaimLine) -> Void) -> FrontEndDecision {
      var claim = Fixtures.claim()
      change(&claim.lines[1])
      return Fixtures.acme.acknowledge(claim, received: Fixtures.today)
    }
    var provider = Self.ended
    #expect(decision { $0.rendering = provider } == .accepted)
    for (npi, status) in [("1234567890", "A7:562:82"), ("", "A6:562:82")] {
      provider.npi = NPI(npi)
      let decision = decision { $0.rendering = provider }
      #expect(decision.statuses.map(\.description) == [status])
      #expect(decision.lineStatuses.mapValues { $0.map(\.description) } == [1: [status]])
    }
    let place = decision { $0.placeOfService = "1" }
    #expect(place.statuses.map(\.description) == ["A7:249"] && place.lineStatuses.keys.sorted() == [1])
  }

  @Test func taxonomyIsMissedOnlyOfThoseWhoRendered() {
    let strict = Self.adjudicator { $0.requiresTaxonomy = true }
    var claim = Fixtures.claim()
    claim.rendering.taxonomy = ""
    for index in claim.lines.indices { claim.lines[index].rendering = Self.ended }
    #expect(strict.acknowledge(claim, received: Fixtures.today).isAccepted)
    claim.lines[0].rendering = nil
    #expect(strict.acknowledge(claim, received: Fixtures.today).statuses.map(\.description) == ["A6:145:82"])
  }

  @Test(arguments: [0, 1])
  func providerOfALineIsJudgedForThatLine(index: Int) {
    let adjudicator = Self.adjudicator {
      $0.coverage.providers = [Self.ended.npi: .init(through: Fixtures.service.adding(days: -1))]
    }
    var claim = Fixtures.claim()
    claim.lines[index].rendering = Self.ended
    let lines = adjudicator.payment(of: claim).lines
    #expect(lines[index].reasons.first?.hasPrefix("CO-B7") == true && lines[index].remarks == ["N570"])
    #expect(lines[1 - index].paid > .zero)
    // The claim's provider who rendered nothing is not asked about.
    claim.rendering = Self.ended
    for index in claim.lines.indices { claim.lines[index].rendering = Fixtures.claim().rendering }
    #expect(adjudicator.payment(of: claim).lines.allSatisfy { $0.paid > .zero })
  }

  @Test func anotherRenderersLineNeitherRepeatsNorBundles() {
    var claim = Fixtures.claim([Fixtures.line("71046", 45), Fixtures.line("71046", 45)])
    #expect(Fixtures.acme.payment(of: claim).lines.map(\.reasons).last == ["OA-18 45.00"])
    claim.lines[1].rendering = Self.ended
    #expect(Fixtures.acme.payment(of: claim).lines.allSatisfy { $0.paid > .zero })
    var pair = Fixtures.claim([Fixtures.line("20610", 150), Fixtures.line("99213", 165)])
    #expect(Fixtures.acme.payment(of: pair).lines[1].reasons == ["CO-236 165.00"])
    pair.lines[1].rendering = Self.ended
    #expect(Fixtures.acme.payment(of: pair).lines[1].paid > .zero)
  }
}
