import ArgumentParser
import Billing
import BillingFiles
import WorkerBootstrap
import YAMLFiles

/// What a billing office works by.
struct RuleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Billing rules in YAML; docs/billing.md has every key.", valueName: "file"))
  var rules: String?

  @Option(help: ArgumentHelp("Prices in YAML, code by code; docs/billing.md.", valueName: "file"))
  var chargemaster: String?

  /// The rules; the built-in ones where nothing is said.
  /// - Throws: ``CommandFailure`` when a file cannot be read.
  func read() throws -> BillingRules {
    var billing = BillingRules.standard
    if let path = rules {
      let text = try text(of: path)
      billing = try orFailure { () throws(YAMLFault) in try RulesFile(text, name: path).applied(to: billing) }
    }
    if let path = chargemaster {
      let text = try text(of: path)
      billing.chargemaster = try orFailure { () throws(YAMLFault) in try ChargemasterFile.read(text, name: path) }
    }
    return billing
  }
}

/// The text of a file.
func text(of path: String) throws -> String {
  let inputs = try InputFiles.read([path], endings: [".yaml", ".yml", ".json"])
  return inputs.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
}

/// What `body` reads; its faults end the command.
func orFailure<Value>(_ body: () throws(YAMLFault) -> Value) throws -> Value {
  do throws(YAMLFault) {
    return try body()
  } catch {
    throw CommandFailure(error.description, exitCode: .badInput)
  }
}
