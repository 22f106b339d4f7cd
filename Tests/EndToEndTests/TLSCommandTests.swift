import ClaimModel
import Foundation
import Office
import TestBroker
import Testing

/// The TLS options as a user meets them, on the real node.
@Suite(.serialized) struct TLSCommandTests {
  @Test func optionsOrEnvironmentConnectWithMutualTLS() throws {
    let authority = try PrivateBroker.authority
    try authority.issue("watcher", for: "operator")
    let files = [authority.certificate, authority.certificate(of: "watcher"), authority.key(of: "watcher")]
    let url = try PrivateBroker.secureURL
    // Who watches declares nothing.
    try PrivateBroker.open(SessionPlan(name: "test/tls", topology: .offices(payers: ["ACMEHLTH", "BEACON1"]))).close()
    let options = zip(["--tls-ca", "--tls-cert", "--tls-key"], files).flatMap { [$0, $1] }
    let byOptions = try Executable("dashboard").run(["queues", "--broker", url] + options, limit: 60)
    #expect(byOptions.status == 0, "\(byOptions.errors)")
    #expect(byOptions.output.contains("coding.visits.medical"))

    let variables = Dictionary(
      uniqueKeysWithValues: zip(["SUPERBILL_TLS_CA", "SUPERBILL_TLS_CERT", "SUPERBILL_TLS_KEY"], files))
    let environment = variables.merging(["SUPERBILL_BROKER_URL": url]) { $1 }
    let byEnvironment = try Executable("dashboard", environment: environment).run(["queues"], limit: 60)
    #expect(byEnvironment.status == 0, "\(byEnvironment.errors)")
  }

  @Test(arguments: [
    ([], "certificate"), (["--tls-ca"], "certificate"), (["--tls-ca", "--tls-cert"], "go together"),
  ])
  func whatIsMissingEndsInOneLine(options: [String], words: String) throws {
    let authority = try PrivateBroker.authority
    try authority.issue("watcher", for: "operator")
    let files = ["--tls-ca": authority.certificate, "--tls-cert": authority.certificate(of: "watcher")]
    let arguments = options.flatMap { [$0, files[$0] ?? ""] }
    let outcome = try Executable("dashboard").run(
      ["queues", "--broker", try PrivateBroker.secureURL] + arguments, limit: 20)
    #expect(outcome.status == 2)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
