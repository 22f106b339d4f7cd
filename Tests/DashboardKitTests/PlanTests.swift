import ClaimModel
import DashboardKit
import Office
import Testing

/// Erlang's formula against what is known of it, and the measuring of workers from their journal.
@Suite struct PlanTests {
  /// One worker: the probability of waiting is the load, the wait ρ / (μ − λ) (M/M/1).
  @Test(arguments: [0.1, 0.5, 0.9, 0.99]) func oneWorkerIsAsMM1(load: Double) throws {
    let queue = try #require(ErlangC(arrivals: load * 4, service: 4, servers: 1))
    #expect(abs(queue.waitProbability - load) < 1e-12)
    #expect(abs(queue.meanWait - load / (4 - load * 4)) < 1e-9)
  }

  /// Two workers: C = 2ρ² / (1 + ρ), by the closed form for c = 2.
  @Test(arguments: [0.2, 0.5, 0.8]) func twoWorkersAreAsTheClosedForm(utilization: Double) throws {
    let queue = try #require(ErlangC(arrivals: utilization * 2, service: 1, servers: 2))
    #expect(abs(queue.waitProbability - 2 * utilization * utilization / (1 + utilization)) < 1e-12)
  }

  /// Against the sum that defines the formula.
  @Test(arguments: [(8.0, 10), (3.0, 4), (20.0, 25), (0.5, 3)]) func formulaIsItsDefinition(load: Double, servers: Int)
    throws
  {
    var term = 1.0
    var sum = 0.0
    for k in 0..<servers {
      sum += term
      term *= load / Double(k + 1)
    }
    let last = term * Double(servers) / (Double(servers) - load)
    let queue = try #require(ErlangC(arrivals: load, service: 1, servers: servers))
    #expect(abs(queue.waitProbability - last / (sum + last)) < 1e-12)
  }

  @Test(arguments: 0..<100) func smallestIsEnoughAndOneLessIsNot(seed: Int) throws {
    var dice = Dice(seed)
    let (arrivals, service) = (Double(dice.below(5_000)) / 7, Double(1 + dice.below(300)) / 3)
    let wait = Double(1 + dice.below(1_000)) / 100
    let queue = try #require(ErlangC.smallest(arrivals: arrivals, service: service, meanWait: wait))
    #expect(queue.meanWait <= wait && queue.utilization < 1)
    if let less = ErlangC(arrivals: arrivals, service: service, servers: queue.servers - 1) {
      #expect(less.meanWait > wait)
    }
  }

  @Test func whatCannotBeIsRefused() {
    #expect(ErlangC(arrivals: -1, service: 1, servers: 1) == nil)
    #expect(ErlangC(arrivals: 1, service: 0, servers: 1) == nil && ErlangC(arrivals: 1, service: 1, servers: 0) == nil)
    #expect(ErlangC(arrivals: .infinity, service: 1, servers: 1) == nil)
    #expect(ErlangC.smallest(arrivals: 1e9, service: 1e-9, meanWait: 1) == nil)
    #expect(ErlangC(arrivals: 5, service: 1, servers: 5)?.meanWait == .infinity)
    for text in ["", "5", "5/", "/h", "-1/h", "0/s", "5/ms", "1e3/s", "5/h/h"] { #expect(Rate(text) == nil, "\(text)") }
    #expect(Rate("1200/h")?.perSecond == 1_200.0 / 3_600)
    for text in ["", "5", "h", "-1s", "1e3s", "5 s", "99999999999999d"] { #expect(Span(text) == nil, "\(text)") }
  }

  /// A worker that takes 40 ms for each message, ten in a batch, with its queue always full, then with pauses.
  @Test func onlyBusyTimesTellTheRate() throws {
    var meter = ServiceMeter()
    for batch in 0..<10 {
      for number in 0..<10 {
        meter.fold(
          Sample.entry(
            "busy \(batch) \(number)", type: "visit-documented.v1", visits: [VisitID("V\(batch)-\(number)")],
            to: "coding/1", sent: -10_000, handled: Int64(batch) * 400))
      }
    }
    for number in 0..<50 {
      let moment = 100_000 + Int64(number) * 10_000
      meter.fold(Sample.entry("idle \(number)", to: "coding/1", sent: moment - 5, handled: moment))
    }
    meter.finish()
    let office = try #require(meter.offices["coding"])
    #expect(meter.visitCount == 100 && office.messages == 150)
    #expect(office.rate == 25)
    let plan = StaffPlan(meter, StaffPlan.Goal(arrivals: 40, meanWait: 1, rates: ["billing": 30]))
    #expect(plan.lines.map(\.office) == ["billing", "coding"])
    // 40 visits a second, 1.5 messages each, 25 a second and worker: 2.4 erlangs.
    #expect(plan.lines[1].queue?.servers == 3 && plan.lines[0].queue?.servers == 2)
    #expect(plan.isComplete && plan.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func officeWithoutBusyTimesIsUnknown() {
    var meter = ServiceMeter()
    for number in 0..<50 {
      meter.fold(Sample.entry("\(number)", sent: Int64(number) * 1_000 - 1, handled: Int64(number) * 1_000))
    }
    meter.finish()
    let plan = StaffPlan(meter, StaffPlan.Goal(arrivals: 1, meanWait: 1))
    #expect(!plan.isComplete && plan.text.contains("unknown") && plan.text.contains("--rate OFFICE=N/s"))
    #expect(!StaffPlan(ServiceMeter(), StaffPlan.Goal(arrivals: 1, meanWait: 1)).isComplete)
  }
}
