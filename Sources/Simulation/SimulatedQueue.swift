import ClaimModel
import Office

/// A message as one queue holds it, and nobody else. A class, so that a long queue is put into another order, or handed out
/// anew after each lost connection, without copies of what its messages are made of.
final class HeldMessage {
  let message: WireMessage
  let route: Route
  /// How often it was handed out and came back.
  var returns = 0
  /// When it expires, in a queue with a time-to-live.
  let expires: Timestamp?

  init(message: WireMessage, route: Route, expires: Timestamp? = nil) {
    self.message = message
    self.route = route
    self.expires = expires
  }
}

/// A queue's subscription to an exchange. A class, so that the routes of a message are found without copies.
final class SimulatedBinding {
  let exchange: String
  let key: String
  let pattern: TopicPattern
  /// The queue holds it until it is deleted.
  unowned let queue: SimulatedQueue

  init(exchange: String, key: String, queue: SimulatedQueue) {
    self.exchange = exchange
    self.key = key
    self.queue = queue
    pattern = TopicPattern(key)
  }
}

/// One consumer of one queue.
final class SimulatedConsumer {
  unowned let session: SimulatedSession
  let queue: SimulatedQueue
  let prefetch: Int
  /// Handed out and not acknowledged.
  var unacknowledged = 0
  /// Whether what is handed to it is dropped on the way, and counts as in hand.
  var isDeaf = false
  /// The next record to read, of a stream.
  var cursor = 0

  init(session: SimulatedSession, queue: SimulatedQueue, prefetch: Int) {
    self.session = session
    self.queue = queue
    self.prefetch = prefetch
  }

  var hasRoom: Bool { unacknowledged < prefetch }
}

/// One queue of the simulated broker: a quorum queue, a stream, or an exclusive queue.
final class SimulatedQueue {
  let declaration: Topology.Queue
  let number: Int
  let timeToLive: Int64?
  let deliveryLimit: Int?
  let lengthLimit: Int?
  let deadLetterExchange: String?
  let deadLetterKey: String?
  /// Whether the broker has it no more.
  var isDeleted = false
  /// The session that owns an exclusive queue.
  private(set) weak var owner: SimulatedSession?
  var ready = FirstInFirstOut<HeldMessage>()
  /// Came back from a consumer; these are handed out before all others.
  var returned = FirstInFirstOut<HeldMessage>()
  /// Dead-lettered to a route that leads nowhere at the moment; kept until it does.
  var stranded: [HeldMessage] = []
  /// The records of a stream, with the time each was written.
  var log: [(held: HeldMessage, written: Timestamp)] = []
  var consumers: [SimulatedConsumer] = []
  /// What it is bound to.
  var bindings: [SimulatedBinding] = []
  private var turn = 0

  init(_ declaration: Topology.Queue, number: Int, owner: SimulatedSession?) {
    self.declaration = declaration
    self.number = number
    self.owner = owner
    timeToLive = declaration.integer("x-message-ttl")
    deliveryLimit = declaration.integer("x-delivery-limit").map { Int($0) }
    lengthLimit = declaration.integer("x-max-length").map { Int($0) }
    deadLetterExchange = declaration.text("x-dead-letter-exchange")
    deadLetterKey = declaration.text("x-dead-letter-routing-key")
  }

  var name: String { declaration.name }
  var isStream: Bool { declaration.kind == .stream }
  /// Messages waiting for a consumer.
  var readyCount: Int { isStream ? log.count : ready.count + returned.count }
  /// Whether it may take another message.
  var isFull: Bool { lengthLimit.map { readyCount >= $0 } ?? false }

  /// Hands out what consumers have room for, to each in turn.
  func handOut() {
    if isStream {
      for consumer in consumers { handOutLog(to: consumer) }
      return
    }
    while !returned.isEmpty || !ready.isEmpty {
      guard let consumer = nextConsumer() else { return }
      guard let held = returned.popFirst() ?? ready.popFirst() else { return }
      consumer.session.take(held, for: consumer)
    }
  }

  private func handOutLog(to consumer: SimulatedConsumer) {
    while consumer.hasRoom, consumer.cursor < log.count {
      let held = log[consumer.cursor].held
      var message = held.message
      message.headers["x-stream-offset"] = String(consumer.cursor)
      consumer.cursor += 1
      consumer.session.take(HeldMessage(message: message, route: held.route), for: consumer)
    }
  }

  private func nextConsumer() -> SimulatedConsumer? {
    for step in 0..<consumers.count {
      let place = (turn + step) % consumers.count
      if consumers[place].hasRoom {
        turn = (place + 1) % consumers.count
        return consumers[place]
      }
    }
    return nil
  }
}

extension Topology.Queue {
  fileprivate func integer(_ argument: String) -> Int64? {
    if case .integer(let number)? = arguments[argument] { number } else { nil }
  }

  fileprivate func text(_ argument: String) -> String? {
    if case .text(let text)? = arguments[argument] { text } else { nil }
  }
}
