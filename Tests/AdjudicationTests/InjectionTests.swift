import Adjudication
import ClaimModel
import Testing

@Suite struct InjectionTests {
  static func claims(_ count: Int) -> [Claim] {
    (1...count).map { number in
      var claim = Fixtures.claim(submission: number)
      claim.coverage.member = MemberID("M\(number % 10)")
      return claim
    }
  }

  static func injector(_ rules: String..., seed: UInt64 = 1) throws -> Injector {
    Injector(rules: try rules.map { rule in try InjectionRule(parsing: rule) }, seed: seed)
  }

  @Test(arguments: [
    ("CO-11=5%", "CO-11"), ("CO-16+M76+MA130=0.25%", "CO-16 M76 MA130"), ("PR-204+N130", "PR-204 N130"),
    ("OA-B7=100%@payer=ACME,procedure=99213,every=3", "OA-B7"),
  ])
  func refusalsAreRead(text: String, answer: String) throws {
    let rule = try InjectionRule(parsing: text)
    guard case .refusal(let read) = rule.effect else {
      Issue.record("\(rule.effect)")
      return
    }
    #expect(read.description == answer)
    #expect(rule.description == text)
  }

  @Test func otherEffectsAreRead() throws {
    func effect(_ text: String) throws -> InjectionRule.Effect { try InjectionRule(parsing: text).effect }
    #expect(try effect("277CA:A3:21=1%") == .rejection(ClaimStatusCode(category: "A3", code: "21")))
    #expect(try effect("277CA:A7:562:85") == .rejection(ClaimStatusCode(category: "A7", code: "562", entity: "85")))
    #expect(try effect("underpay=2%") == .wrongPayment(percent: 90))
    #expect(try effect("underpay=2%:25%") == .wrongPayment(percent: 75))
    #expect(try effect("overpay") == .wrongPayment(percent: 110))
    #expect(try effect("late=2%:3d") == .late(milliseconds: 259_200_000))
    #expect(try effect("lost=1%@set=999") == .lost)
    #expect(try effect("duplicate") == .duplicate)
    #expect(try effect("reorder=50%") == .outOfOrder)
    #expect(try effect("outage=23:55-00:05") == .outage(.minutes(from: 1_435, to: 5)))
    #expect(try effect("outage=100-120") == .outage(.claims(from: 100, to: 120)))
    #expect(try InjectionRule(parsing: "lost=0.0125%").share == 125)
  }

  @Test(arguments: [
    ("", 1), ("CO11", 1), ("co-11", 1), ("CO-45=5%", 1), ("CO-11=5", 7), ("CO-11=105%", 7), ("CO-11=%", 7),
    ("277CA:B1:21", 1), ("late=2%", 8), ("late=2%:3w", 9), ("outage", 7), ("outage=10:00", 8),
    ("outage=24:00-25:00", 8),
    ("outage=5-4", 8), ("CO-11@colour=red", 7), ("CO-11@provider=123", 16), ("CO-11@every=0", 13),
    ("CO-11@procedure=?", 17), ("CO-11@set=837", 11), ("CO-11=5%@", 10), ("CO-11=5%x", 9), ("underpay=5%:0%", 13),
    ("CO-11=1.23456%", 14), ("CO-999", 1), ("CO-16+QQQ9", 1), ("CO-16+M999", 1), ("CO-011", 1), ("277CA:A3:999", 1),
    ("277CA:A3:x", 1), ("277CA:A3:21:ZZZ", 1), ("CO-16", 1), ("CO-96=5%", 1), ("PR-201", 1), ("CO-252@every=2", 1),
    ("CO-A1", 1), ("underpay=5%:100%", 13),
  ])
  func flawedRuleSaysWhere(text: String, column: Int) {
    #expect {
      try InjectionRule(parsing: text)
    } throws: { error in
      guard let error = error as? InjectionError else { return false }
      #expect(error.column == column, "\(error)")
      return !error.expected.isEmpty
    }
  }

  /// Whatever is typed is read or refused, at a character that is there.
  @Test func anyTextIsReadOrRefused() {
    var random = SeededRandom(seed: 7)
    let pieces = [
      "CO-11", "277CA:A3:21", "late", "outage", "underpay", "lost", "=", "@", ",", ":", "-", "+", "%", "5", "10:00",
      "3d",
      "99999999999999999999", "payer=", "procedure=", "every=", "set=", "ä", "\u{1F600}", " ", ".",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
      do throws(InjectionError) {
        let rule = try InjectionRule(parsing: text)
        #expect((0...1_000_000).contains(rule.share))
      } catch {
        #expect((1...text.count + 1).contains(error.column))
      }
    }
  }

  @Test func sameSeedHitsTheSameClaimsAndAnotherDoesNot() throws {
    let claims = Self.claims(2_000)
    func hit(_ seed: UInt64) throws -> [Bool] {
      let injector = try Self.injector("CO-11=5%", seed: seed)
      return claims.map { !injector.refusals(of: $0, count: nil).isEmpty }
    }
    let first = try hit(1)
    #expect(try hit(1) == first)
    #expect(try hit(2) != first)
    #expect((70...130).contains(first.filter { $0 }.count))
  }

  @Test func scopeLimitsWhoIsHit() throws {
    func hit(_ rule: String) throws -> Int {
      let injector = try Self.injector(rule)
      return Self.claims(100).enumerated().filter { !injector.refusals(of: $1, count: $0 + 1).isEmpty }.count
    }
    #expect(try hit("CO-11") == 100)
    #expect(try hit("CO-11@payer=ACMEHLTH") == 100)
    #expect(try hit("CO-11@payer=BEACON1") == 0)
    #expect(try hit("CO-11@member=M3") == 10)
    #expect(try hit("CO-11@every=20") == 5)
    #expect(try hit("CO-11@procedure=99213") == 100)
    #expect(try hit("CO-11@procedure=99214,procedure=10000-20000") == 0)
    #expect(try hit("CO-11@provider=\(NPI.derived(from: "doctor"))") == 100)
    #expect(try hit("CO-11@provider=\(NPI.derived(from: "nobody"))") == 0)
  }

  @Test func procedureScopeRefusesThoseLinesOnly() throws {
    let claim = Fixtures.claim()
    let findings = try Self.injector("CO-11@procedure=83036").refusals(of: claim, count: nil).flatMap(\.findings)
    #expect(findings == [EditFinding(line: 1, EditAnswer(.contractualObligation, "11"))])
  }

  @Test(arguments: [(75, "CO-45 92.00", 48_00), (110, "CO-45 69.60", 70_40), (1_000, "PR-3 25.00", 140_00)])
  func wrongPaymentBalances(percent: Int, reason: String, paid: Int) {
    let claim = Fixtures.claim([Fixtures.line("99213", 165)])
    let result = Fixtures.acme.adjudicate(
      claim, number: "P1", received: Fixtures.today, history: ClaimHistory()
    ).paying(percent: percent)
    let line = result.payments[0].lines[0]
    #expect(line.reasons.contains(reason))
    #expect(result.payments[0].paid == Money(cents: paid))
    #expect(result.payments[0].isBalanced)
    #expect(result.record?.payment == result.payments[0])
  }

  @Test func reasonThatNeedsARemarkSaysHowToWriteIt() {
    #expect {
      try InjectionRule(parsing: "PR-96")
    } throws: { error in
      (error as? InjectionError)?.expected == "a remark, which 96 needs: PR-96+RARC, for instance CO-16+M76"
    }
  }

  /// Every answer of the edits themselves has the remark that its reason needs.
  @Test func editsSendTheRemarksThatReasonsNeed() {
    for answer in PayerEdit.standard.flatMap(\.answers) where PublishedCodes.needsRemark(answer.reason.rawValue) {
      #expect(!answer.remarks.isEmpty, "\(answer)")
    }
  }

  /// CO-45 is never the whole charge.
  @Test(arguments: [0, 1])
  func wrongPaymentLeavesACent(percent: Int) {
    let claim = Fixtures.claim([Fixtures.line("83036", 1)])
    let result = Fixtures.acme.adjudicate(claim, number: "P1", received: Fixtures.today, history: ClaimHistory())
    let line = result.paying(percent: percent).payments[0].lines[0]
    #expect(line.paid == Money(cents: 1) && line.reasons == ["CO-45 0.99"])
  }

  @Test func outageIsOnByTheClockAndByCount() throws {
    let clock = try Self.injector("outage=23:55-00:05")
    func at(_ time: String) -> Timestamp { Timestamp(iso: "2026-04-20T\(time)Z")! }
    #expect(clock.outage(at: at("23:55"), counts: []) != nil)
    #expect(clock.outage(at: at("00:04"), counts: []) != nil)
    #expect(clock.outage(at: at("00:05"), counts: []) == nil)
    #expect(clock.outage(at: at("12:00"), counts: []) == nil)
    let counted = try Self.injector("outage=10-12")
    #expect(counted.countsClaims)
    #expect(counted.outage(at: at("12:00"), counts: [9, 10]) != nil)
    #expect(counted.outage(at: at("12:00"), counts: [13]) == nil)
  }
}
