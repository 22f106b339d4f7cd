import ClaimModel
import Office
import TestBroker
import Testing

@testable import RabbitMQBroker

@Suite struct ConfirmLedgerTests {
  private func publications(_ numbers: Range<Int>) -> [Publication] {
    numbers.map { number in
      Publication(
        route: Route(exchange: "x", key: "k"),
        message: WireMessage(
          id: MessageID(high: 0, low: UInt64(number)), type: "t", correlation: "c",
          timestamp: Timestamp(milliseconds: 0), appID: "a", contentType: "c", body: []))
    }
  }

  @Test func confirmsOutOfOrderSettleFromTheFrontOnly() {
    var ledger = ConfirmLedger()
    ledger.append(publications(1..<4))
    ledger.settle(2, multiple: false, isRefused: false)
    #expect(!ledger.isSettled(upTo: 1))
    ledger.settle(1, multiple: false, isRefused: false)
    #expect(ledger.isSettled(upTo: 2))
    #expect(!ledger.isSettled(upTo: 3))
    ledger.settle(0, multiple: true, isRefused: false)
    #expect(ledger.isSettled(upTo: 3))
    #expect(ledger.unsettledCount == 0)
  }

  @Test func refusalOfManySkipsWhatIsSettledAlready() {
    var ledger = ConfirmLedger()
    ledger.append(publications(1..<6))
    ledger.settle(3, multiple: false, isRefused: false)
    ledger.settle(4, multiple: true, isRefused: true)
    let failures = ledger.takeFailures(upTo: 5)
    #expect(failures.map(\.publication.message.id.low) == [1, 2, 4])
    #expect(ledger.takeFailures(upTo: 5).isEmpty)
    #expect(ledger.unsettledCount == 1)
  }

  @Test func unknownNumbersAndReturnsAreIgnored() {
    var ledger = ConfirmLedger()
    ledger.settle(9, multiple: false, isRefused: true)
    ledger.settle(9, multiple: true, isRefused: true)
    ledger.append(publications(1..<3))
    for (id, exchange) in [(nil, "x"), (MessageID(high: 1, low: 1), "x"), (MessageID(high: 0, low: 1), "y")] {
      let isKnown = ledger.markReturned(id: id, route: Route(exchange: exchange, key: "k"), reason: "r")
      #expect(!isKnown)
    }
    #expect(ledger.takeFailures(upTo: 2).isEmpty)
  }

  @Test func failuresOfALaterTicketStayForIt() {
    var ledger = ConfirmLedger()
    ledger.append(publications(1..<3))
    ledger.append(publications(3..<5))
    ledger.settle(4, multiple: true, isRefused: true)
    #expect(ledger.takeFailures(upTo: 2).count == 2)
    #expect(ledger.takeFailures(upTo: 4).count == 2)
  }

  @Test(arguments: 0..<50) func agreesWithASimpleAccountForAnyOrderOfAnswers(seed: Int) {
    var random = StepRandom(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
    var ledger = ConfirmLedger()
    var unsettled: Set<UInt64> = []
    var refused: [UInt64] = []
    var last: UInt64 = 0
    for _ in 0..<400 {
      switch random.next(4) {
      case 0:
        let count = Int(random.next(9))
        ledger.append(publications(Int(last) + 1..<Int(last) + 1 + count))
        for _ in 0..<count {
          last += 1
          unsettled.insert(last)
        }
      case 1, 2:
        guard let sequence = unsettled.sorted().dropFirst(Int(random.next(6))).first else { continue }
        let isRefused = random.next(3) == 0
        unsettled.remove(sequence)
        if isRefused { refused.append(sequence) }
        ledger.settle(sequence, multiple: false, isRefused: isRefused)
      default:
        guard let sequence = unsettled.sorted().dropFirst(Int(random.next(6))).first else { continue }
        let isRefused = random.next(3) == 0
        if isRefused { refused += unsettled.filter { $0 <= sequence } }
        unsettled = unsettled.filter { $0 > sequence }
        ledger.settle(sequence, multiple: true, isRefused: isRefused)
      }
      let settled = (unsettled.min() ?? last + 1) - 1
      // As texts and numbers: a ledger in a failed expectation prints thousands of lines.
      let (count, isSettled) = (ledger.unsettledCount, ledger.isSettled(upTo: settled))
      let goesOn = settled < last && ledger.isSettled(upTo: settled + 1)
      #expect(count == unsettled.count)
      #expect(isSettled)
      #expect(!goesOn)
    }
    let failed = ledger.takeFailures(upTo: last).map(\.publication.message.id.low)
    #expect(failed == refused.sorted())
  }

  /// A small generator (xorshift): the same numbers for the same seed everywhere.
  private struct StepRandom {
    var state: UInt64
    mutating func next(_ bound: UInt64) -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state % bound
    }
  }
}
