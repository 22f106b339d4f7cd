import Adjudication
import ArgumentParser

/// Trouble to make on purpose.
struct InjectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Trouble to make, for instance CO-11=5%@procedure=99213, 277CA:A3:21=1%, underpay=2%, late=2%:3m, lost=1%, "
        + "outage=10:00-10:05 (docs/payer.md); may be given again.", valueName: "rule"))
  var inject: [String] = []

  @Option(help: ArgumentHelp("Which claims are hit follows from this and the claim.", valueName: "number"))
  var injectSeed: UInt64 = 1

  func validate() throws { _ = try rules }

  /// What is injected.
  func injector() throws -> Injector { Injector(rules: try rules, seed: injectSeed) }

  private var rules: [InjectionRule] {
    get throws {
      try inject.map { text in
        do throws(InjectionError) {
          return try InjectionRule(parsing: text)
        } catch {
          throw ValidationError("--inject \(error)")
        }
      }
    }
  }
}
