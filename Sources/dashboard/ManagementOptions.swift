import ArgumentParser
import DashboardKit
import Foundation
import RabbitMQBroker
import WorkerBootstrap

/// Whether to ask the broker's management API too.
struct ManagementOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Also show what workers hold unacknowledged, which only the broker's management API tells: http://HOST:15672. It is asked with the user of the broker's URL. Also SUPERBILL_MANAGEMENT_URL.",
      valueName: "url"))
  var management: String?

  /// The API; `nil` when it is not to be asked.
  /// - Throws: `ValidationError` when the URL is none.
  func api(of broker: RabbitMQBroker) throws -> ManagementAPI? {
    guard let url = management ?? ProcessInfo.processInfo.environment["SUPERBILL_MANAGEMENT_URL"] else { return nil }
    guard let api = ManagementAPI(at: url, of: broker.configuration) else {
      throw ValidationError("--management '\(url)' is no URL such as http://127.0.0.1:15672")
    }
    return api
  }
}
