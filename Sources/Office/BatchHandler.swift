import ClaimModel
import Messages

/// Handles one batch of deliveries within one transaction. Pure but for the transaction it is given.
struct BatchHandler<D: Desk> {
  var desk: D
  let appID: String
  let ladder: RetryLadder
  let maximumBodyBytes: Int
  let senders: Senders

  /// What a batch comes to.
  struct Result: Hashable, Sendable {
    /// Everything to publish, in order.
    var publications: [Publication] = []
    /// The journal's record of every delivery.
    var records: [EncodedRecord] = []
    /// How many deliveries had been handled before; their messages are sent again.
    var repeated = 0
    /// How many reminders were over before they were handled: cancelled, or set anew. Nothing is done for them.
    var lapsed = 0
  }

  /// A delivery that was read and not handled before.
  private struct Pending {
    /// The queue it came from.
    var queue: String
    var message: WireMessage
    var input: D.Input
    /// What the message tells of; `nil` when it is no reminder.
    var reminder: Reminder?
  }

  /// What handling one message gave, before it gets its bundles and its receipt.
  private struct Handled {
    /// The queue it came from.
    var queue: String
    var message: WireMessage
    var visits: [VisitID]
    var context: DeskContext<D.Part>
    var bundled: [Outgoing] = []
  }

  /// What the desk made of a batch.
  private struct Outcome {
    var handled: [Handled] = []
    var cases: Cases<D.Case>
    var reminders: ReminderBook
  }

  /// Handles `deliveries` in order.
  func handle(_ deliveries: [Delivery], in transaction: any StoreTransaction, now: Timestamp) throws(StoreError)
    -> Result
  {
    var result = Result()
    let pending = try read(deliveries, in: transaction, now: now, into: &result)
    let cases = try loadCases(for: pending, in: transaction)
    let loaded = Outcome(cases: cases, reminders: try loadReminders(of: pending, in: transaction))
    var joint = result
    if let outcome = try run(pending, loaded, isIsolated: false, in: transaction, now: now, into: &joint) {
      try finish(outcome, in: transaction, now: now, into: &joint)
      return joint
    }
    // A bundle cannot be made. Each message by itself tells whose part is at fault; that one alone is refused.
    if let outcome = try run(pending, loaded, isIsolated: true, in: transaction, now: now, into: &result) {
      try finish(outcome, in: transaction, now: now, into: &result)
    }
    return result
  }

  /// Lets the desk handle each message, and makes the bundles: of all messages together, or of each by itself.
  /// - Returns: `nil` when a joint bundle cannot be made.
  private func run(
    _ pending: [Pending], _ loaded: Outcome, isIsolated: Bool, in transaction: any StoreTransaction, now: Timestamp,
    into result: inout Result
  ) throws(StoreError) -> Outcome? {
    var outcome = loaded
    var storeError: StoreError?
    for item in pending {
      if let reminder = item.reminder, !outcome.reminders.stands(reminder) {
        result.lapsed += 1
        continue
      }
      outcome.cases.mark()
      // Clocks differ a little: whoever is reminded sees that the time has come.
      let now = max(now, item.reminder?.due ?? now)
      var context = self.context(for: item.message.key, in: transaction, now: now)
      do throws(Refusal) {
        try desk.handle(item.input, &outcome.cases, &context)
        let handled = Handled(
          queue: item.queue, message: item.message,
          visits: desk.visits(of: item.input, known: outcome.cases), context: context)
        let before = isIsolated ? outcome.reminders : nil
        outcome.reminders.note(handled: item.reminder, context.reminders, cause: item.message.id)
        if let before {
          var alone = [handled]
          do throws(Refusal) {
            try bundle(&alone, &outcome.cases, &outcome.reminders, in: transaction, now: now, &storeError)
          } catch {
            outcome.reminders = before
            throw error
          }
          outcome.handled += alone
        } else {
          outcome.handled.append(handled)
        }
      } catch {
        if let storeError = storeError ?? context.storeError { throw storeError }
        outcome.cases.revert()
        let visits = desk.visits(of: item.input, known: outcome.cases)
        let isParked = refuse(item, error, visits: visits, now: now, into: &result)
        if isParked, let reminder = item.reminder { outcome.reminders.hold(reminder) }
      }
    }
    guard !isIsolated else { return outcome }
    do throws(Refusal) {
      try bundle(&outcome.handled, &outcome.cases, &outcome.reminders, in: transaction, now: now, &storeError)
    } catch {
      if let storeError { throw storeError }
      return nil
    }
    return outcome
  }

  /// Sorts out what cannot be read and what was handled before.
  private func read(
    _ deliveries: [Delivery], in transaction: any StoreTransaction, now: Timestamp, into result: inout Result
  ) throws(StoreError) -> [Pending] {
    var keys: [MessageKey] = []
    for delivery in deliveries { if case .message(let message) = delivery.content { keys.append(message.key) } }
    let receipts = try transaction.receipts(for: keys)
    var pending: [Pending] = []
    var seen: Set<MessageKey> = []
    for delivery in deliveries {
      let message: WireMessage
      switch delivery.content {
      case .message(let sound): message = sound
      case .malformed(let malformed):
        let salvaged = malformed.salvaged(now: now)
        park(salvaged, from: delivery.queue, reason: malformed.reason, now: now, into: &result)
        continue
      }
      // Before anything is looked up by its id: a stranger's message must not stand for another's.
      if let flaw = senders.flaw(of: delivery) {
        park(message, from: delivery.queue, reason: flaw, now: now, into: &result)
        continue
      }
      // The second copy of a message within one batch: the first one's receipt serves both. One that was parked has none.
      if seen.contains(message.key) {
        result.repeated += 1
        continue
      }
      if let stored = receipts[message.key] {
        seen.insert(message.key)
        try repeatReceipt(stored, of: message, delivery, now: now, into: &result)
        continue
      }
      guard message.body.count <= maximumBodyBytes else {
        let reason = "body of \(message.body.count) bytes is over the limit of \(maximumBodyBytes)"
        park(message, from: delivery.queue, reason: reason, now: now, into: &result)
        continue
      }
      do {
        let reminder = message.isReminder ? try Reminder(reading: message) : nil
        let input = try desk.read(message)
        seen.insert(message.key)
        pending.append(Pending(queue: delivery.queue, message: message, input: input, reminder: reminder))
      } catch {
        park(message, from: delivery.queue, reason: error.reason, now: now, into: &result)
      }
    }
    return pending
  }

  private func repeatReceipt(
    _ stored: [UInt8], of message: WireMessage, _ delivery: Delivery, now: Timestamp, into result: inout Result
  ) throws(StoreError) {
    do {
      let receipt = try Receipt(stored: stored, cause: message.id, appID: appID)
      result.publications += receipt.publications
      if receipt.record.entry.outcome == .parked {
        result.publications.append(
          parking(message, from: delivery.queue, reason: receipt.record.entry.reason, now: now))
      }
      result.records.append(receipt.record)
      result.repeated += 1
    } catch {
      throw StoreError(.corrupt, operation: "read the receipt of \(message.id)", reason: error.reason)
    }
  }

  private func loadCases(
    for pending: [Pending], in transaction: any StoreTransaction
  ) throws(StoreError) -> Cases<D.Case> {
    var cases = Cases<D.Case>()
    var asked: Set<CaseKey> = []
    while true {
      var keys: [CaseKey] = []
      for item in pending {
        for key in desk.cases(for: item.input, known: cases) where asked.insert(key).inserted { keys.append(key) }
      }
      guard !keys.isEmpty else { return cases }
      CaseKey.sort(&keys)
      var bodies: [CaseKey: D.Case] = [:]
      for (key, stored) in try transaction.loadCases(keys) {
        do {
          bodies[key] = try desk.read(stored: stored, of: key)
        } catch {
          throw StoreError(.corrupt, operation: "read case \(key.kind) \(key.id)", reason: error.reason)
        }
      }
      cases.merge(bodies, of: keys)
    }
  }

  /// The reminders that the batch tells of, as far as they stand. Asked for after the cases, like all that is locked.
  private func loadReminders(
    of pending: [Pending], in transaction: any StoreTransaction
  ) throws(StoreError) -> ReminderBook {
    var keys: [ReminderKey] = []
    for item in pending { if let reminder = item.reminder { keys.append(reminder.key) } }
    return ReminderBook(standing: keys.isEmpty ? [:] : try transaction.reminders(keys))
  }

  /// Makes one message of the parts that messages of this batch share. It belongs to the first of them: that one is
  /// not acknowledged before it is safe.
  private func bundle(
    _ handled: inout [Handled], _ cases: inout Cases<D.Case>, _ reminders: inout ReminderBook,
    in transaction: any StoreTransaction, now: Timestamp, _ storeError: inout StoreError?
  ) throws(Refusal) {
    var groups: [(key: String, first: Int, parts: [D.Part])] = []
    for index in handled.indices {
      for (key, part) in handled[index].context.parts {
        if let group = groups.lastIndex(where: { $0.key == key && $0.parts.count < desk.bundleLimit }) {
          groups[group].parts.append(part)
        } else {
          groups.append((key, index, [part]))
        }
      }
    }
    for group in groups {
      let cause = handled[group.first].message.key
      var context = self.context(for: cause, in: transaction, now: now)
      do throws(Refusal) {
        try desk.bundle(group.parts, key: group.key, &cases, &context)
      } catch {
        storeError = context.storeError
        throw error
      }
      handled[group.first].bundled += context.outgoing
      reminders.note(handled: nil, context.reminders, cause: cause.id)
    }
  }

  private func finish(
    _ outcome: Outcome, in transaction: any StoreTransaction, now: Timestamp, into result: inout Result
  ) throws(StoreError) {
    var receipts: [(message: MessageKey, body: [UInt8])] = []
    var lines: [LedgerLine] = []
    // By a clock that is behind receipts would look old at once; see `ReceiptRetention`.
    var latest = now
    // By index and field by field: a copy of a message's outcome is one of each of its texts.
    for index in outcome.handled.indices {
      let message = outcome.handled[index].message
      latest = max(latest, message.timestamp)
      var outgoing = outcome.handled[index].context.outgoing
      outgoing += outcome.handled[index].bundled
      var publications: [Publication] = []
      publications.reserveCapacity(outgoing.count)
      for outgoing in outgoing {
        let id = message.id.child(publications.count, of: outgoing.type.rawValue)
        publications.append(Publication(outgoing, id: id, timestamp: now, appID: appID, cause: message))
      }
      let parkingReason = outcome.handled[index].context.parkingReason
      let record = EncodedRecord(
        JournalEntry(
          messageID: message.id, type: message.type, visits: outcome.handled[index].visits, sender: message.appID,
          handler: appID, sent: message.timestamp, handled: now, outcome: parkingReason == nil ? .handled : .parked,
          attempt: message.attempt, reason: parkingReason ?? "", causation: message.causation,
          facts: outcome.handled[index].context.facts))
      receipts.append((message.key, Receipt(publications: publications, record: record).stored()))
      result.publications += publications
      if let parkingReason {
        let queue = outcome.handled[index].queue
        result.publications.append(parking(message, from: queue, reason: parkingReason, now: now))
      }
      result.records.append(record)
      lines += outcome.handled[index].context.ledgerLines
    }
    try transaction.saveCases(outcome.cases.changes { desk.stored($0, of: $1) })
    try transaction.append(lines)
    try transaction.saveReceipts(receipts, at: latest)
    try outcome.reminders.save(in: transaction)
  }

  private func context(
    for message: MessageKey, in transaction: any StoreTransaction, now: Timestamp
  ) -> DeskContext<D.Part> {
    DeskContext(message: message, now: now) { name throws(StoreError) in try transaction.nextNumber(of: name) }
  }
}

extension BatchHandler {
  /// Decides between the retry ladder and the parking lot.
  /// - Returns: whether it is the parking lot.
  private func refuse(
    _ item: Pending, _ refusal: Refusal, visits: [VisitID], now: Timestamp, into result: inout Result
  ) -> Bool {
    guard refusal.disposition == .later else {
      park(item.message, from: item.queue, reason: refusal.reason, visits: visits, now: now, into: &result)
      return true
    }
    guard let step = ladder.step(afterAttempt: item.message.attempt) else {
      let reason = "given up after \(item.message.attempt + 1) attempts: \(refusal.reason)"
      park(item.message, from: item.queue, reason: reason, visits: visits, now: now, into: &result)
      return true
    }
    var message = item.message
    message.attempt += 1
    result.publications.append(
      Publication(
        route: Route(exchange: RetryLadder.queue(of: desk.office, step: step), key: item.queue),
        message: message))
    result.records.append(
      record(of: item.message, .postponed, reason: refusal.reason, visits: visits, now: now))
    return false
  }

  /// Moves a message to the parking lot with the reason.
  private func park(
    _ message: WireMessage, from queue: String, reason: String, visits: [VisitID] = [], now: Timestamp,
    into result: inout Result
  ) {
    let parked = parking(message, from: queue, reason: reason, now: now)
    // What cannot be read still says what it is about, in its properties.
    let visits = visits.isEmpty ? [VisitID(wellFormed: message.correlation)].compactMap(\.self) : visits
    result.publications.append(parked)
    result.records.append(record(of: parked.message, .parked, reason: reason, visits: visits, now: now))
  }

  /// A message of ours that no queue takes on its way to the parking lot, and the journal's record of that.
  func parking(ofReturned publication: Publication, reason: String, now: Timestamp) -> [Publication] {
    let words = "no queue takes it: \(reason)"
    let route = "\(publication.route.exchange)/\(publication.route.key)"
    let parked = parking(publication.message, from: route, reason: words, now: now)
    // Where the journal itself has no queue there is nobody to tell.
    guard parked.message.type != MessageType.journalBatch.rawValue else { return [parked] }
    let record = record(of: parked.message, .parked, reason: words, visits: [], now: now)
    return [parked] + [JournalEntry.publication(of: [record], from: appID, now: now)].compactMap(\.self)
  }

  /// A message on its way to the parking lot.
  private func parking(_ message: WireMessage, from place: String, reason: String, now: Timestamp) -> Publication {
    var parked = message
    parked.headers["parked-reason"] = reason
    parked.headers["parked-from"] = place
    parked.headers["parked-at"] = now.description
    parked.headers["parked-by"] = appID
    return Publication(route: desk.office.parkingRoute, message: parked)
  }

  private func record(
    of message: WireMessage, _ outcome: JournalEntry.Outcome, reason: String, visits: [VisitID], now: Timestamp
  ) -> EncodedRecord {
    EncodedRecord(
      JournalEntry(
        messageID: message.id, type: message.type, visits: visits, sender: message.appID, handler: appID,
        sent: message.timestamp, handled: now, outcome: outcome, attempt: message.attempt, reason: reason,
        causation: message.causation))
  }
}
