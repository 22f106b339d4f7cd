import ClaimModel
import Messages
import Office
import Simulation

/// A deliberate fault in the offices' runtime or desks. Each must be noticed, or the simulation proves nothing.
public enum Mutation: String, Hashable, Sendable, CaseIterable {
  /// A worker acknowledges what it receives before it has handled it.
  case acknowledgeEarly = "acknowledge-early"
  /// A worker keeps no receipts.
  case skipReceipt = "skip-receipt"
  /// All messages that come of one message have one id.
  case shareID = "share-id"
  /// A message gets another id each time it is sent.
  case freshID = "fresh-id"
  /// A replacement claim does not name the claim it replaces.
  case forgetOriginalClaim = "forget-original-claim"
  /// Every movement of money is posted twice.
  case postTwice = "post-twice"
  /// A worker takes it for granted that the broker has its consumers.
  case trustConsumers = "trust-consumers"
  /// A desk handles every message twice.
  case handleTwice = "handle-twice"
  /// A store loses a transaction that it reported as committed.
  case loseCommit = "lose-commit"
  /// A reminder is over for a worker when it was called, before the broker has confirmed that.
  case callOnce = "call-once"
  /// A worker calls reminders before they are due.
  case callEarly = "call-early"
  /// A reminder stands on after it was handled or cancelled.
  case keepReminder = "keep-reminder"

  /// Whether it takes a ``ReminderTrial`` to notice it: the offices need no reminders for their visits.
  public var isOfReminders: Bool { [.callOnce, .callEarly, .keepReminder].contains(self) }

  /// The broker as a mutated worker uses it.
  func broker(_ broker: any Broker, _ fate: Fate) -> any Broker {
    switch self {
    case .acknowledgeEarly, .shareID, .freshID, .forgetOriginalClaim, .trustConsumers:
      MutatedBroker(inner: broker, mutation: self, fate: fate)
    default: broker
    }
  }

  /// The store under a mutated worker's connection to it.
  func inner(_ store: SimulatedStore, _ fate: Fate) -> any Store {
    self == .loseCommit ? ForgetfulStore(inner: store, fate: fate) : store
  }

  /// The store as a mutated worker uses it.
  func outer(_ store: any Store) -> any Store {
    switch self {
    case .skipReceipt, .postTwice, .callOnce, .callEarly, .keepReminder: MutatedStore(inner: store, mutation: self)
    default: store
    }
  }
}

private struct MutatedBroker: Broker {
  let inner: any Broker
  let mutation: Mutation
  let fate: Fate

  func open(_ plan: SessionPlan) throws(BrokerError) -> any BrokerSession {
    MutatedSession(inner: try inner.open(plan), mutation: mutation, fate: fate)
  }
}

private final class MutatedSession: BrokerSession {
  private let inner: any BrokerSession
  private let mutation: Mutation
  private let fate: Fate

  init(inner: any BrokerSession, mutation: Mutation, fate: Fate) {
    self.inner = inner
    self.mutation = mutation
    self.fate = fate
  }

  var blockedReason: String? { inner.blockedReason }

  func receive(limit: Int, timeoutMilliseconds: Int) throws(BrokerError) -> [Delivery] {
    let deliveries = try inner.receive(limit: limit, timeoutMilliseconds: timeoutMilliseconds)
    if mutation == .acknowledgeEarly, let last = deliveries.last { try inner.acknowledge(upTo: last.tag) }
    return deliveries
  }

  func publish(_ publications: [Publication]) throws(BrokerError) -> PublishTicket {
    try inner.publish(publications.map(mutated))
  }

  private func mutated(_ publication: Publication) -> Publication {
    var publication = publication
    let message = publication.message
    switch mutation {
    case .shareID:
      if let cause = message.causation { publication.message.id = cause.child(0, of: "mutation") }
    case .freshID: publication.message.id = MessageID(high: fate.random.next(), low: fate.random.next())
    case .forgetOriginalClaim where message.type == MessageType.professionalClaims.rawValue:
      publication.message.body = MutatedSession.withoutOriginalClaim(message.body)
    default: break
    }
    return publication
  }

  /// The interchange without its REF*F8 segments, and with the number of segments that is then right (SE01).
  static func withoutOriginalClaim(_ interchange: [UInt8]) -> [UInt8] {
    var removed = 0
    var kept: [String] = []
    for segment in String(decoding: interchange, as: UTF8.self).split(separator: "~", omittingEmptySubsequences: false)
    {
      if segment.drop(while: \.isNewline).hasPrefix("REF*F8*") {
        removed += 1
        continue
      }
      var elements = segment.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
      if elements.first?.drop(while: \.isNewline) == "SE", let count = Int(elements[1]) {
        elements[1] = String(count - removed)
        removed = 0
      }
      kept.append(elements.joined(separator: "*"))
    }
    return Array(kept.joined(separator: "~").utf8)
  }

  func awaitConfirms(_ ticket: PublishTicket) throws(BrokerError) -> [PublishFailure] {
    try inner.awaitConfirms(ticket)
  }

  func acknowledge(upTo tag: UInt64) throws(BrokerError) { try inner.acknowledge(upTo: tag) }

  func inspect(queue: String) throws(BrokerError) -> QueueDepth { try inner.inspect(queue: queue) }

  func consumeAnew() throws(BrokerError) {
    if mutation != .trustConsumers { try inner.consumeAnew() }
  }

  func close() { inner.close() }
}

/// Unchecked because a simulated world lives in one thread.
private final class MutatedStore: Store, @unchecked Sendable {
  private let inner: any Store
  private let mutation: Mutation

  init(inner: any Store, mutation: Mutation) {
    self.inner = inner
    self.mutation = mutation
  }

  func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let mutation = mutation
    return try inner.transaction { transaction throws(StoreError) in
      try body(MutatedTransaction(inner: transaction, mutation: mutation))
    }
  }

  func nextCall() throws(StoreError) -> Timestamp? {
    guard let next = try inner.nextCall(), mutation == .callEarly else { return try inner.nextCall() }
    return next.adding(milliseconds: -MutatedTransaction.earlyMilliseconds)
  }

  func close() { inner.close() }
}

private struct MutatedTransaction: StoreTransaction {
  let inner: any StoreTransaction
  let mutation: Mutation

  /// How long before its time a reminder is called.
  static let earlyMilliseconds: Int64 = 600_000

  func receipts(for messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]] {
    try inner.receipts(for: messages)
  }

  func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] { try inner.loadCases(keys) }

  func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) throws(StoreError) { try inner.saveCases(cases) }

  func saveReceipts(_ receipts: [(message: MessageKey, body: [UInt8])], at time: Timestamp) throws(StoreError) {
    if mutation != .skipReceipt { try inner.saveReceipts(receipts, at: time) }
  }

  func append(_ lines: [LedgerLine]) throws(StoreError) {
    try inner.append(lines)
    guard mutation == .postTwice else { return }
    try inner.append(
      lines.map { line in
        var again = line
        again.ordinal += 1_000
        return again
      })
  }

  func purgeReceipts(handledBefore: Timestamp, limit: Int) throws(StoreError) -> Int {
    try inner.purgeReceipts(handledBefore: handledBefore, limit: limit)
  }

  func reminders(_ keys: [ReminderKey]) throws(StoreError) -> [ReminderKey: Reminder] {
    try inner.reminders(keys)
  }

  func saveReminders(_ reminders: [Reminder]) throws(StoreError) {
    try inner.saveReminders(reminders)
  }

  func removeReminders(_ keys: [ReminderKey]) throws(StoreError) {
    if mutation != .keepReminder { try inner.removeReminders(keys) }
  }

  func holdReminders(_ keys: [ReminderKey]) throws(StoreError) {
    try inner.holdReminders(keys)
  }

  func callReminders(until moment: Timestamp, limit: Int, again: Timestamp) throws(StoreError) -> [Reminder] {
    switch mutation {
    case .callOnce:
      let called = try inner.callReminders(until: moment, limit: limit, again: again)
      if !called.isEmpty { try inner.holdReminders(called.map(\.key)) }
      return called
    case .callEarly:
      let early = moment.adding(milliseconds: Self.earlyMilliseconds)
      return try inner.callReminders(until: early, limit: limit, again: max(again, early.adding(milliseconds: 1)))
    default: return try inner.callReminders(until: moment, limit: limit, again: again)
    }
  }

  func nextNumber(of sequence: String) throws(StoreError) -> Int64 { try inner.nextNumber(of: sequence) }

  func forEachCase(ofKind kind: String, _ body: (CaseKey, [UInt8]) -> Void) throws(StoreError) {
    try inner.forEachCase(ofKind: kind, body)
  }

  func forEachLedgerLine(_ body: (LedgerLine) -> Void) throws(StoreError) { try inner.forEachLedgerLine(body) }
}

/// Unchecked because a simulated world lives in one thread.
private final class ForgetfulStore: Store, @unchecked Sendable {
  private let inner: SimulatedStore
  private let fate: Fate

  init(inner: SimulatedStore, fate: Fate) {
    self.inner = inner
    self.fate = fate
  }

  func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    var lost: Result?
    let isLost = !fate.isCalm && fate.below(20) == 0
    do throws(StoreError) {
      return try inner.transaction { transaction throws(StoreError) in
        let result = try body(transaction)
        guard isLost else { return result }
        lost = result
        throw StoreError(.unavailable, operation: "commit", reason: "lost")
      }
    } catch {
      if let lost { return lost }
      throw error
    }
  }

  func nextCall() throws(StoreError) -> Timestamp? { try inner.nextCall() }

  func close() {}
}
