import ArgumentParser
import ClaimModel
import Foundation
import Office
import RabbitMQBroker

/// How to reach the broker, for every command that needs one.
public struct BrokerOptions: ParsableArguments {
  @Option(
    name: .customLong("broker"),
    help: ArgumentHelp(
      "The broker's URL: amqp://HOST:PORT/VHOST, or amqps://. Keep the password out of the process list: put the whole URL into SUPERBILL_BROKER_URL, or into a file named by --broker-file.",
      valueName: "url"))
  var url: String?

  @Option(help: ArgumentHelp("A file that holds the broker's URL.", valueName: "path"))
  var brokerFile: String?

  @Option(
    help: ArgumentHelp("The payers whose queues are declared, with commas between.", valueName: "ids"))
  var payers: String = "ACMEHLTH,BEACON1"

  /// Options from the command line.
  public init() {}

  /// The payers whose queues are declared.
  public var payerIDs: [PayerID] {
    payers.split(separator: ",").map { PayerID($0.trimmingCharacters(in: .whitespaces)) }
  }

  /// The broker these options name.
  /// - Throws: ``CommandFailure`` with the usage exit code when the URL cannot be read.
  public func broker() throws -> RabbitMQBroker {
    do {
      return RabbitMQBroker(try RabbitMQConfiguration(url: try resolvedURL()))
    } catch let error as BrokerError {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
  }

  private func resolvedURL() throws -> String {
    if let url { return url }
    if let brokerFile {
      guard let text = try? String(contentsOfFile: brokerFile, encoding: .utf8) else {
        throw CommandFailure("--broker-file: cannot read \(brokerFile)", exitCode: .unavailable)
      }
      return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return ProcessInfo.processInfo.environment["SUPERBILL_BROKER_URL"] ?? "amqp://guest:guest@127.0.0.1:5672/"
  }
}

extension BrokerOptions {
  /// Opens a session that consumes nothing.
  /// - Throws: ``CommandFailure`` when the broker cannot be used.
  public func openSession(name: String, topology: Topology) throws -> any BrokerSession {
    let broker = try broker()
    do {
      return try broker.open(SessionPlan(name: name, topology: topology))
    } catch {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
  }
}
