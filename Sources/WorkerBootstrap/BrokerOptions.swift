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
      "The broker's URL: amqp://USER@HOST:PORT/VHOST, or amqps://; several nodes with commas between, HOST:PORT,HOST:PORT. A password does not belong here, where the process list shows it: put it into SUPERBILL_BROKER_PASSWORD, or the whole URL into SUPERBILL_BROKER_URL or a file named by --broker-file.",
      valueName: "url"))
  var url: String?

  @Option(help: ArgumentHelp("A file that holds the broker's URL.", valueName: "path"))
  var brokerFile: String?

  @Option(
    help: ArgumentHelp(
      "With amqps: the certificates of the authorities to trust (PEM), in place of the system's; also SUPERBILL_TLS_CA.",
      valueName: "path"))
  var tlsCa: String?

  @Option(
    help: ArgumentHelp(
      "With amqps: our own certificate (PEM), for brokers that ask for one; also SUPERBILL_TLS_CERT.",
      valueName: "path"))
  var tlsCert: String?

  @Option(
    help: ArgumentHelp(
      "With amqps: the private key of our certificate (PEM, not encrypted); also SUPERBILL_TLS_KEY.",
      valueName: "path"))
  var tlsKey: String?

  /// The payers whose queues are declared, as they were given.
  @Option(
    help: ArgumentHelp("The payers whose queues are declared, with commas between.", valueName: "ids"))
  public var payers: String = "ACMEHLTH,BEACON1"

  /// Options from the command line.
  public init() {}

  /// Refuses a password where the process list shows it, and payers that are none.
  public func validate() throws {
    _ = try PayerList.read(payers)
    guard let url, BrokerURL.showsPassword(url) else { return }
    throw ValidationError(
      "--broker: a password on the command line is shown by the process list; leave it out of the URL and put it into SUPERBILL_BROKER_PASSWORD, or put the whole URL into SUPERBILL_BROKER_URL or a file named by --broker-file"
    )
  }

  /// The payers whose queues are declared.
  public var payerIDs: [PayerID] {
    guard let ids = try? PayerList.read(payers) else { preconditionFailure("options are validated when they are read") }
    return ids
  }

  /// The broker these options name.
  /// - Throws: ``CommandFailure`` when the URL or the TLS options cannot be used.
  public func broker() throws -> RabbitMQBroker { RabbitMQBroker(try configuration()) }

  /// The broker these options name, for a command that people wait for: when the broker holds publishers back, a line on
  /// standard error says so.
  /// - Throws: as ``broker()``.
  public func patientBroker() throws -> any Broker { PatientBroker(broker: try broker()) }

  private func configuration() throws -> RabbitMQConfiguration {
    let environment = ProcessInfo.processInfo.environment
    let url = try resolvedURL(environment)
    var configuration: RabbitMQConfiguration
    do {
      configuration = try RabbitMQConfiguration(url: url)
    } catch {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
    if let password = environment["SUPERBILL_BROKER_PASSWORD"], configuration.password.isEmpty {
      configuration.password = password
    }
    let files = [
      tlsCa ?? environment["SUPERBILL_TLS_CA"], tlsCert ?? environment["SUPERBILL_TLS_CERT"],
      tlsKey ?? environment["SUPERBILL_TLS_KEY"],
    ]
    guard var tls = configuration.tls else {
      guard files.allSatisfy({ $0 == nil }) else {
        throw CommandFailure(
          "TLS files are given, but the broker's URL is amqp, not amqps; nothing is sent unencrypted",
          exitCode: .unavailable)
      }
      return configuration
    }
    tls.authorityFile = files[0] ?? tls.authorityFile
    tls.certificateFile = files[1] ?? tls.certificateFile
    tls.keyFile = files[2] ?? tls.keyFile
    configuration.tls = tls
    return configuration
  }

  private func resolvedURL(_ environment: [String: String]) throws -> String {
    if let url { return url }
    if let brokerFile {
      guard let text = try? String(contentsOfFile: brokerFile, encoding: .utf8) else {
        throw CommandFailure("--broker-file: cannot read \(brokerFile)", exitCode: .unavailable)
      }
      return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return environment["SUPERBILL_BROKER_URL"] ?? "amqp://guest:guest@127.0.0.1:5672/"
  }
}

/// What can be told of a broker's URL without reading it whole: it may be written wrong.
enum BrokerURL {
  /// Whether the URL holds a password; that of RabbitMQ's own user `guest`, which everybody knows, does not count.
  static func showsPassword(_ url: String) -> Bool {
    guard let credentials = credentials(in: url[...]) else { return false }
    return credentials.contains(":") && credentials != "guest:guest"
  }

  /// The user and perhaps a password; `nil` when the URL names nobody.
  static func credentials(in url: Substring) -> Substring? {
    // Up to the last @: a password may hold one, or a slash, where it should not.
    guard let at = url.lastIndex(of: "@") else { return nil }
    let credentials = url[..<at]
    guard let scheme = credentials.firstRange(of: "://") else { return credentials }
    return credentials[scheme.upperBound...]
  }
}

extension BrokerOptions {
  /// Opens a session that consumes nothing.
  /// - Throws: ``CommandFailure`` when the broker cannot be used.
  public func openSession(name: String, topology: Topology) throws -> any BrokerSession {
    let broker = try patientBroker()
    do {
      return try broker.open(SessionPlan(name: name, topology: topology))
    } catch {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
  }
}
