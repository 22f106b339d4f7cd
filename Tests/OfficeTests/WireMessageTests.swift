import ClaimModel
import Office
import Testing

/// Copies of a message share their properties until one of them is changed.
@Suite struct WireMessageTests {
  private let message = WireMessage(
    id: .derived(from: "1"), type: "visit-coded.v1", correlation: "V1", timestamp: Timestamp(milliseconds: 1),
    appID: "coding/1", contentType: "application/x-protobuf", causation: .derived(from: "0"), attempt: 1,
    traceParent: "00-01", headers: ["a": "1"], body: [1, 2])

  private static let changes: [@Sendable (inout WireMessage) -> Void] = [
    { $0.id = .derived(from: "2") }, { $0.type = "visit-recoded.v1" }, { $0.correlation = "V2" },
    { $0.timestamp = Timestamp(milliseconds: 2) }, { $0.appID = "coding/2" }, { $0.contentType = "text/plain" },
    { $0.causation = nil }, { $0.attempt += 1 }, { $0.traceParent = "" }, { $0.headers["a"] = "2" },
    { $0.headers["b"] = "2" }, { $0.body.append(3) },
  ]

  @Test(arguments: Array(changes.indices)) func aChangedCopyDiffersAndLeavesTheOtherAlone(change: Int) {
    let before = WireMessageTests().message
    var copy = message
    #expect(copy == message)
    Self.changes[change](&copy)
    #expect(copy != message)
    #expect(message == before && message.hashValue == before.hashValue)
    for (other, apply) in Self.changes.enumerated() where other != change { apply(&copy) }
    #expect(Set([message, before, copy]).count == 2)
  }

  @Test func changedBackItIsTheSame() {
    var copy = message
    copy.headers["parked-by"] = "coding/1"
    copy.attempt = 0
    copy.headers["parked-by"] = nil
    copy.attempt = 1
    #expect(copy == message && copy.hashValue == message.hashValue)
    #expect(copy.id == message.id && copy.causation == message.causation && copy.body == message.body)
  }
}
