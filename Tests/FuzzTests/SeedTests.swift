import FuzzTargets
import Testing

@Suite struct SeedTests {
  @Test(arguments: FuzzTarget.all.map(\.name)) func seedsAreLetIn(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let seeds = try target.seeds()
    #expect(seeds.count > 2)
    for seed in seeds { try target.run(seed) }
  }
}
