import Office

/// What a connection's thread and its callers share, without any input or output: the callers' orders to the thread, and
/// what has come from the broker.
struct LinkState {
  /// The first error; nothing works after it.
  private(set) var failure: BrokerError?
  /// Whether the caller wants the connection closed.
  var isClosing = false
  /// Whether the thread has ended.
  var isFinished = false
  /// Whether the thread waits and must be woken for new orders.
  var isSleeping = false

  /// Publications that the thread has not taken yet.
  private var outgoing: [[Publication]] = []
  /// What is published and not answered for.
  private(set) var ledger = ConfirmLedger()
  /// Why the broker holds publishers back; `nil` when it does not.
  private(set) var blockedReason: String?
  /// The lowest number up to which a caller waits for answers; `nil` when none waits, or all have been woken.
  private var awaitedSequence: UInt64?
  /// Whether a caller waits for room to publish.
  private var isPublisherWaiting = false
  /// When the broker last answered for a publication, or took some.
  private(set) var lastProgress = Moment.now

  /// Whether a caller waits for deliveries. Without one the broker's are left in the socket.
  var isHungry = false
  /// How often the thread has taken everything that had come.
  private(set) var readings = 0
  private var deliveries: [Delivery] = []
  private var pendingAcknowledgement: UInt64?
  private var acknowledgedTag: UInt64 = 0
  /// Deliveries to be acknowledged without those before them.
  private var singleAcknowledgements: [UInt64] = []

  /// Whether a caller waits for the consumers to begin anew.
  var isRenewing = false

  private var questions: [String] = []
  private var askedCount = 0
  private var answeredCount = 0
  private var answers: [Int: QueueDepth] = [:]

  /// The thread's next orders.
  struct Orders {
    var wantsInput: Bool
    var acknowledgement: UInt64?
    var singleAcknowledgements: [UInt64]
    var isRenewing: Bool
    var questions: [String]
    var publications: [[Publication]]
    var isClosing: Bool
    var isBlocked: Bool

    /// Whether nothing was ordered.
    var isEmpty: Bool {
      acknowledgement == nil && singleAcknowledgements.isEmpty && !isRenewing && questions.isEmpty
        && publications.isEmpty && !isClosing
    }
  }

  /// Throws the first error, or tells that the session is closed.
  func check() throws(BrokerError) {
    if let failure { throw failure }
    if isClosing { throw BrokerError(.unreachable, operation: "use the session", reason: "it is closed") }
  }

  /// Keeps the first error.
  mutating func fail(_ error: BrokerError) {
    if failure == nil { failure = error }
  }

  /// Numbers publications and puts them in order for the thread.
  /// - Returns: the number of the last one.
  mutating func enqueue(_ publications: [Publication]) -> UInt64 {
    var sound = publications
    if publications.contains(where: { PropertyWriter.flaw(in: $0) != nil }) {
      sound = []
      for publication in publications {
        if let flaw = PropertyWriter.flaw(in: publication) {
          ledger.reject(publication, reason: flaw)
        } else {
          sound.append(publication)
        }
      }
    }
    if !sound.isEmpty {
      if ledger.unsettledCount == 0 { lastProgress = .now }
      ledger.append(sound)
      outgoing.append(sound)
    }
    return ledger.lastSequence
  }

  /// Orders an acknowledgement unless it has been ordered.
  mutating func acknowledge(upTo tag: UInt64) {
    // Tag 0 would acknowledge what was never handed out, and a tag twice ends the channel.
    guard tag > acknowledgedTag else { return }
    acknowledgedTag = tag
    pendingAcknowledgement = tag
  }

  /// Orders the acknowledgement of one delivery unless an order for several has it already.
  mutating func acknowledge(only tag: UInt64) {
    if tag > acknowledgedTag { singleAcknowledgements.append(tag) }
  }

  /// The consumers have begun anew: what they had handed out before is void, and tags count from 1.
  mutating func beginAnew(_ notices: [Notice]) {
    deliveries = []
    pendingAcknowledgement = nil
    acknowledgedTag = 0
    singleAcknowledgements = []
    isRenewing = false
    _ = apply([], notices)
  }

  /// Orders a question for a queue's depth.
  /// - Returns: the question's number.
  mutating func ask(_ queue: String) -> Int {
    questions.append(queue)
    askedCount += 1
    return askedCount
  }

  /// The answer to a question, once.
  mutating func takeAnswer(_ question: Int) -> QueueDepth? { answers.removeValue(forKey: question) }

  /// How many deliveries have been read and not taken.
  var deliveryCount: Int { deliveries.count }

  /// Whether a caller waits for something that the broker sends unasked or has been asked for.
  var wantsInput: Bool { isHungry || answeredCount < askedCount }

  /// Notes that everything was read that had come.
  mutating func noteReading() { readings += 1 }

  /// At most `limit` deliveries in their order.
  mutating func takeDeliveries(_ limit: Int) -> [Delivery] {
    guard deliveries.count > limit else {
      defer { deliveries = [] }
      return deliveries
    }
    let taken = Array(deliveries.prefix(limit))
    deliveries.removeFirst(limit)
    return taken
  }

  /// What a publication up to `sequence` met with, when all of them are answered for.
  mutating func outcome(upTo sequence: UInt64) -> [PublishFailure]? {
    ledger.isSettled(upTo: sequence) ? ledger.takeFailures(upTo: sequence) : nil
  }

  /// Everything ordered since the last time. The thread is marked as sleeping when there is nothing to do.
  mutating func takeOrders(isBusy: Bool) -> Orders {
    let orders = Orders(
      wantsInput: wantsInput, acknowledgement: pendingAcknowledgement,
      singleAcknowledgements: singleAcknowledgements, isRenewing: isRenewing, questions: questions,
      publications: outgoing, isClosing: isClosing, isBlocked: blockedReason != nil)
    pendingAcknowledgement = nil
    if !singleAcknowledgements.isEmpty { singleAcknowledgements = [] }
    if !questions.isEmpty { questions = [] }
    if !outgoing.isEmpty { outgoing = [] }
    isSleeping = !isBusy && orders.isEmpty
    return orders
  }

  /// Notes that the socket took publications.
  mutating func noteProgress() { lastProgress = .now }

  /// Notes that a caller waits until everything up to `sequence` is answered for.
  mutating func noteWait(upTo sequence: UInt64) { awaitedSequence = min(awaitedSequence ?? .max, sequence) }

  /// Notes that a caller waits for room to publish.
  mutating func notePublisherWait() { isPublisherWaiting = true }

  /// Takes what came from the broker: deliveries, and everything else.
  /// - Returns: whether a caller may wait for it. The broker answers for a batch bit by bit, and whoever waits for the
  ///   whole batch need not wake each time.
  mutating func apply(_ more: [Delivery], _ notices: [Notice]) -> Bool {
    var wakes = isHungry || !more.isEmpty
    if deliveries.isEmpty { deliveries = more } else { deliveries += more }
    for notice in notices {
      if case .settled = notice {} else { wakes = true }
      switch notice {
      case .settled(let sequence, let multiple, let isRefused):
        ledger.settle(sequence, multiple: multiple, isRefused: isRefused)
        lastProgress = .now
      case .returned(let message):
        if !ledger.markReturned(id: message.id, route: message.route, reason: message.reason) {
          fail(
            BrokerError(.refused, operation: "publish", reason: "an unknown message was returned: \(message.reason)"))
        }
      case .blocked(let reason):
        blockedReason = reason.isEmpty ? "the broker gave no reason" : reason
      case .unblocked:
        blockedReason = nil
        lastProgress = .now
      case .depth(let depth):
        answeredCount += 1
        answers[answeredCount] = depth
      }
    }
    if !notices.isEmpty, isPublisherWaiting || awaitedSequence.map(ledger.isSettled(upTo:)) == true { wakes = true }
    if wakes {
      awaitedSequence = nil
      isPublisherWaiting = false
    }
    return wakes
  }
}
