import ClaimModel
import Messages
import SwiftProtobuf

/// What an operator asks of an office's workers, over the exchange `control`.
public struct ControlOrder: Hashable, Sendable, CustomStringConvertible {
  /// What is asked.
  public enum What: Hashable, Sendable {
    /// Finish what is in hand and end.
    case drain
    /// A simulated payer: make this trouble from now on and no other, by rules as `payer-simulator --inject` takes them.
    case inject(rules: [String], seed: UInt64)
  }

  /// What is asked.
  public var what: What
  /// The one worker that is meant, `office/worker`; `nil` for all of the office.
  public var worker: String?

  /// An order.
  public init(_ what: What, worker: String? = nil) {
    self.what = what
    self.worker = worker
  }

  /// Reads the body of a control message.
  public init(body: [UInt8]) throws(UndecodableMessage) {
    let wire = try WireControlOrder.decoded(body)
    switch wire.order {
    case .drain: what = .drain
    case .injection(let injection): what = .inject(rules: injection.rules, seed: injection.seed)
    case nil: throw UndecodableMessage("a control order asks for nothing this program knows")
    }
    worker = wire.worker.isEmpty ? nil : wire.worker
  }

  /// The order in words, for the journal: `drain`, `inject CO-11=5%`, `inject nothing`.
  public var description: String {
    switch what {
    case .drain: "drain"
    case .inject(let rules, _): "inject " + (rules.isEmpty ? "nothing" : rules.joined(separator: " "))
    }
  }

  /// The message that gives the order to an office.
  public func publication(to office: OfficeID, from appID: String, now: Timestamp) -> Publication {
    let body = WireControlOrder.with {
      $0.worker = worker ?? ""
      switch what {
      case .drain: $0.drain = WireControlOrder.Drain()
      case .inject(let rules, let seed):
        $0.injection = .with {
          $0.rules = rules
          $0.seed = seed
        }
      }
    }.bytes
    return Publication(
      route: office.controlRoute,
      message: WireMessage(
        id: .derived(from: "control", "\(office)", appID, "\(now.milliseconds)"),
        type: MessageType.controlOrder.rawValue, correlation: "", timestamp: now, appID: appID,
        contentType: MessageType.controlOrder.contentType, body: body))
  }
}

extension BatchHandler {
  /// Does what operators ask for, and tells it. Ending is not the desk's business: whoever runs the worker sees to that.
  ///
  /// Orders that are meant for another worker, or come from a user who may give none, are dropped.
  /// - Returns: the journal's record of each order, under an id of this worker's own.
  mutating func obey(
    _ deliveries: [Delivery], now: Timestamp, report: (WorkerEvent) -> Void
  ) -> [JournalEntry] {
    var entries: [JournalEntry] = []
    for delivery in deliveries {
      guard case .message(let message) = delivery.content, message.type == MessageType.controlOrder.rawValue,
        senders.mayControl(delivery.userID), let order = try? ControlOrder(body: message.body),
        order.worker == nil || order.worker == appID
      else { continue }
      var refusal: Refusal?
      if order.what != .drain {
        do throws(Refusal) { try desk.obey(order) } catch { refusal = error }
      }
      report(.ordered(order, refusal: refusal))
      entries.append(
        JournalEntry(
          messageID: message.id.child(0, of: appID), type: message.type, visits: [], sender: message.appID,
          handler: appID, sent: message.timestamp, handled: now, outcome: refusal == nil ? .handled : .discarded,
          reason: order.description + (refusal.map { ": \($0.reason)" } ?? ""), causation: message.id))
    }
    return entries
  }
}
