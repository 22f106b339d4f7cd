import ClaimModel
import Messages
import Office
import Simulation

/// The person who looks at the parking lots once all is calm: says why each message lies there, and sends it again.
struct Operator {
  let network: OfficeNetwork

  /// Sends everything that is parked to where it was going.
  /// - Returns: how many messages there were.
  func requeueAll() throws(BrokerError) -> Int {
    let broker = network.simulator.broker
    var publications: [Publication] = []
    for lot in broker.queueNames where lot.hasSuffix(".parked") {
      for message in broker.drain(queue: lot) {
        guard let publication = requeued(message, from: lot) else { continue }
        publications.append(publication)
      }
    }
    let session = try broker.open(SessionPlan(name: "operator", topology: network.topology))
    defer { session.close() }
    for failure in try session.awaitConfirms(session.publish(publications)) {
      network.watch.note("a requeued message was not taken: \(failure.reason)")
    }
    return publications.count
  }

  /// A parked message on its way back; `nil` when it lies there for no reason that a fault explains.
  private func requeued(_ parked: WireMessage, from lot: String) -> Publication? {
    var message = parked
    let reason = message.headers.removeValue(forKey: "parked-reason") ?? ""
    let origin = message.headers.removeValue(forKey: "parked-from") ?? ""
    for header in ["parked-at", "parked-by"] { message.headers[header] = nil }
    guard reason.hasPrefix("no queue takes it") || reason.hasPrefix("given up after") else {
      network.watch.note("\(lot) holds \(message.type) of \(message.correlation): \(reason)")
      return nil
    }
    message.attempt = 0
    // What found no queue is known by exchange and key; what a desk refused, by its queue.
    let parts = origin.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let route = parts.count == 2 ? Route(exchange: parts[0], key: parts[1]) : Route(exchange: "", key: origin)
    return Publication(route: route, message: message)
  }
}
