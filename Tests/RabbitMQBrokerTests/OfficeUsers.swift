import ClaimModel
import Foundation
import Office
import RabbitMQBroker
import TestBroker

/// A virtual host of the node with a user for each office, made of the definitions that the dashboard prints.
enum OfficeUsers {
  static let payers: [PayerID] = ["ACMEHLTH", "BEACON1"]
  private static let virtualHost = "offices"

  private static let imported = Result { () throws -> Void in
    _ = try PrivateBroker.url
    let users = Permissions(payers: payers).users.map(\.name)
    let hashes = Dictionary(uniqueKeysWithValues: users.map { ($0, PasswordHash(PrivateBroker.password(of: $0)).text) })
    let definitions = BrokerDefinitions(payers: payers, virtualHost: virtualHost, passwordHashes: hashes)
    let file = NSTemporaryDirectory() + "superbill-definitions-\(getpid()).json"
    try definitions.json.write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    try PrivateBroker.control("import_definitions", file)
    try PrivateBroker.control("set_permissions", "-p", virtualHost, "guest", ".*", ".*", ".*")
  }

  /// How `user` connects; `guest` may do everything.
  static func configuration(of user: String) throws -> RabbitMQConfiguration {
    try imported.get()
    var configuration = try PrivateBroker.configuration()
    configuration.virtualHost = virtualHost
    if user != "guest" {
      configuration.user = user
      configuration.password = PrivateBroker.password(of: user)
    }
    return configuration
  }

  /// Opens a session as `user`.
  static func open(_ user: String, _ topology: Topology = Topology(), consuming queues: [String] = []) throws
    -> any BrokerSession
  {
    let plan = SessionPlan(
      name: "tests/\(user)", topology: topology, queues: queues.map { QueueSubscription(queue: $0) })
    return try RabbitMQBroker(try configuration(of: user)).open(plan)
  }

  /// Opens a session as an office's worker, which declares and consumes everything of its office.
  static func open(_ office: OfficeID) throws -> any BrokerSession {
    try open(
      office.userName, .worker(of: office, payers: payers),
      consuming: office.inboxes.map(\.queue) + [office.parkingLot])
  }

  /// Deletes a queue, whoever's it is.
  static func delete(_ queue: String) throws {
    _ = try imported.get()
    try PrivateBroker.control("delete_queue", "-p", virtualHost, queue)
  }

  /// A message from whoever.
  static func publication(_ exchange: String, _ key: String) -> Publication {
    Publication(
      route: Route(exchange: exchange, key: key),
      message: WireMessage(
        id: .derived(from: exchange, key), type: "test.v1", correlation: key,
        timestamp: Timestamp(milliseconds: 1_776_246_600_123), appID: "tests", contentType: "text/plain",
        body: Array(key.utf8)))
  }
}
