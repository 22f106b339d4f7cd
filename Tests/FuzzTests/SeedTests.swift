import Foundation
import FuzzTargets
import Testing

/// Inputs that are known, through the same functions as the fuzzer's.
@Suite struct SeedTests {
  static let names = FuzzTarget.all.map(\.name)

  @Test(arguments: names) func everySeedIsLetIn(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let seeds = try target.seeds()
    #expect(seeds.count > 1)
    for seed in seeds { try target.run(seed) }
  }

  /// Inputs that the fuzzer found, each of which broke a rule once or reaches code that the seeds do not.
  @Test(arguments: names) func everyInputOfTheCorpusIsLetIn(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let inputs = try Corpus.inputs(of: name)
    #expect(!inputs.isEmpty)
    for input in inputs {
      #expect(throws: Never.self, "\(name)/\(input.name)") { try target.run(input.bytes) }
    }
  }

  /// The first two seeds, cut short at every byte; the longer ones at every third.
  @Test(arguments: names) func everySeedCutShortIsLetIn(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    for seed in try target.seeds().sorted(by: { $0.count < $1.count }).prefix(2) {
      for length in stride(from: 0, to: seed.count, by: seed.count > 1_500 ? 3 : 1) {
        #expect(throws: Never.self, "\(name): \(length) of \(seed.count) bytes") {
          try target.run(Array(seed[..<length]))
        }
      }
    }
  }
}

/// The inputs in Fuzzing/Corpus, a folder for each target.
enum Corpus {
  static func inputs(of target: String) throws -> [(name: String, bytes: [UInt8])] {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    folder.appendPathComponent("Fuzzing/Corpus/\(target)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))))
    }
  }
}
