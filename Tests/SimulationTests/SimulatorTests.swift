import ClaimModel
import Office
import Simulation
import Testing

@Suite struct SimulatorTests {
  /// A program that does nothing and holds what it was started with, as all programs do.
  private final class Idler: SimulatedProcess {
    private let surroundings: Simulator.Surroundings

    init(_ surroundings: Simulator.Surroundings) { self.surroundings = surroundings }

    func step() -> Int { 1 }
    func leave() {}
  }

  @Test func aWorldThatHasEndedIsFreed() {
    weak var broker: SimulatedBroker?
    do {
      let simulator = Simulator(seed: 1, plan: .calm, start: Timestamp(milliseconds: 1_784_116_800_000))
      broker = simulator.broker
      simulator.add("idler") { Idler($0) }
      simulator.run(steps: 3)
      simulator.dismantle()
    }
    #expect(broker == nil)
  }
}
