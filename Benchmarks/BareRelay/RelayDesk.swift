import ClaimModel
import Messages
import Office

/// A desk that passes every message on and decides nothing.
struct RelayDesk: Desk {
  typealias Input = WireMessage
  typealias Case = NoCase

  let office = OfficeID.practice
  let next: String

  func read(_ message: WireMessage) throws(UndecodableMessage) -> WireMessage { message }
  func visits(of input: WireMessage, known: Cases<NoCase>) -> [VisitID] { [] }
  func cases(for input: WireMessage, known: Cases<NoCase>) -> [CaseKey] { [] }

  func handle(
    _ input: WireMessage, _ cases: inout Cases<NoCase>, _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    context.send(
      Outgoing(
        type: .visitDocumented, route: Route(exchange: "", key: next), correlation: input.correlation,
        body: input.body))
  }
}

/// Nothing is kept of a message.
struct NoCase: CaseBody {
  init(stored: [UInt8]) throws(UndecodableMessage) { throw UndecodableMessage("nothing is kept") }
  func stored() -> [UInt8] { [] }
}

/// A store that keeps nothing: every message is new.
final class ForgetfulStore: Store {
  func transaction<Result>(
    _ body: (any StoreTransaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result { try body(Nothing()) }

  func nextCall() throws(StoreError) -> Timestamp? { nil }

  func close() {}

  private struct Nothing: StoreTransaction {
    func receipts(for messages: [MessageKey]) throws(StoreError) -> [MessageKey: [UInt8]] { [:] }
    func loadCases(_ keys: [CaseKey]) throws(StoreError) -> [CaseKey: [UInt8]] { [:] }
    func saveCases(_ cases: [(key: CaseKey, body: [UInt8])]) throws(StoreError) {}
    func saveReceipts(_ receipts: [(message: MessageKey, body: [UInt8])], at time: Timestamp) throws(StoreError) {}
    func append(_ lines: [LedgerLine]) throws(StoreError) {}
    func purgeReceipts(handledBefore: Timestamp, limit: Int) throws(StoreError) -> Int { 0 }
    func reminders(_ keys: [ReminderKey]) throws(StoreError) -> [ReminderKey: Reminder] { [:] }
    func saveReminders(_ reminders: [Reminder]) throws(StoreError) {}
    func removeReminders(_ keys: [ReminderKey]) throws(StoreError) {}
    func holdReminders(_ keys: [ReminderKey]) throws(StoreError) {}
    func callReminders(until moment: Timestamp, limit: Int, again: Timestamp) throws(StoreError) -> [Reminder] { [] }
    func nextNumber(of sequence: String) throws(StoreError) -> Int64 { 0 }
    func forEachCase(ofKind kind: String, _ body: (CaseKey, [UInt8]) -> Void) throws(StoreError) {}
    func forEachLedgerLine(_ body: (LedgerLine) -> Void) throws(StoreError) {}
  }
}
