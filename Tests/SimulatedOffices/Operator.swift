import Messages
import Office
import Simulation

/// The person who looks at the parking lots once all is calm: says why each message lies there, and sends it again.
struct Operator {
  let broker: SimulatedBroker
  let offices: [OfficeID]
  let topology: Topology
  /// Told what nothing explains.
  let note: (String) -> Void

  /// Sends everything that is parked to where it was going.
  /// - Returns: how many messages there were.
  func requeueAll() throws(BrokerError) -> Int {
    var publications: [Publication] = []
    for lot in broker.queueNames where lot.hasSuffix(".parked") {
      for message in broker.drain(queue: lot) {
        guard let publication = requeued(message, from: lot) else { continue }
        publications.append(publication)
      }
    }
    let session = try broker.open(SessionPlan(name: "operator", topology: topology))
    defer { session.close() }
    for failure in try session.awaitConfirms(session.publish(publications)) {
      note("a requeued message was not taken: \(failure.reason)")
    }
    return publications.count
  }

  /// A parked message on its way back; `nil` when it lies there for no reason that a fault explains.
  private func requeued(_ parked: WireMessage, from lot: String) -> Publication? {
    var message = parked
    let reason = message.headers.removeValue(forKey: "parked-reason") ?? ""
    let origin = message.headers.removeValue(forKey: "parked-from") ?? ""
    // A broker that gives up on a message leaves no reason of ours.
    let hasWornOut = reason.isEmpty && message.headers["x-first-death-reason"] != nil
    message.headers = [:]
    message.attempt = 0
    if hasWornOut, let inbox = inbox(of: message, in: lot) {
      return Publication(route: Route(exchange: "", key: inbox), message: message)
    }
    guard reason.hasPrefix("no queue takes it") || reason.hasPrefix("given up after") else {
      note("\(lot) holds \(message.type) of \(message.correlation): \(reason)")
      return nil
    }
    // What found no queue is known by exchange and key; what a desk refused, by its queue.
    let parts = origin.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let route = parts.count == 2 ? Route(exchange: parts[0], key: parts[1]) : Route(exchange: "", key: origin)
    return Publication(route: route, message: message)
  }

  /// The queue of the office with this parking lot that takes messages of the given type.
  private func inbox(of message: WireMessage, in lot: String) -> String? {
    guard let office = offices.first(where: { $0.parkingLot == lot }) else { return nil }
    // What comes by no binding comes to the first one.
    guard let type = MessageType(rawValue: message.type), type != .reminderDue else {
      return office.inboxes.first?.queue
    }
    return office.inboxes.first { inbox in
      inbox.bindings.contains { $0.key == type.subject || $0.key.hasPrefix(type.subject + ".") }
    }?.queue
  }
}
