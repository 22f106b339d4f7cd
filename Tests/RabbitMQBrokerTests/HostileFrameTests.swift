import ClaimModel
import Office
import Testing

@testable import RabbitMQBroker

/// Frames that no broker should send, without a broker.
@Suite struct HostileFrameTests {
  private static func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian, Array.init)
  }

  private static func frame(_ kind: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [kind, 0, 1] + bigEndian(UInt32(payload.count)) + payload + [0xce]
  }

  /// A delivery to the consumer of the given tag whose message has the given properties and no body.
  private static func delivery(tag: String, properties: [UInt8]) -> [UInt8] {
    let method: [UInt8] =
      [0, 60, 0, 60, UInt8(tag.utf8.count)] + Array(tag.utf8) + bigEndian(UInt64(1)) + [0, 0, 0]
    return frame(1, method) + frame(2, [0, 60, 0, 0] + bigEndian(UInt64(0)) + properties)
  }

  private static func queue(ofTag tag: String) throws -> String? {
    let queues = (0..<100).map { "queue \($0)" }
    return try RecordedFrames(queues: queues).deliveries(in: delivery(tag: tag, properties: [0, 0])).first?.queue
  }

  @Test(arguments: [
    ("0", "queue 0"), ("99", "queue 99"), ("100", ""), ("", ""), ("-1", ""), (":", ""), ("x", ""), ("1:", ""),
  ])
  func aConsumersTagIsThePositionOfItsQueue(tag: String, queue: String) throws {
    #expect(try Self.queue(ofTag: tag) == queue)
  }

  @Test(arguments: [String(repeating: "9", count: 19), String(repeating: "9", count: 255), "99999999999999999999"])
  func aConsumersTagBeyondAllNumbersStandsForNoQueue(tag: String) throws {
    #expect(try Self.queue(ofTag: tag) == "")
  }

  /// The properties of a message with its timestamp in the header timestamp-ms.
  private static func properties(milliseconds: Int64) throws -> [UInt8] {
    try #require(
      RecordedFrames.properties(
        of: Publication(
          route: Route(exchange: "", key: ""),
          message: WireMessage(
            id: .derived(from: "a"), type: "t.v1", correlation: "c", timestamp: Timestamp(milliseconds: milliseconds),
            appID: "a", contentType: "b", body: []))))
  }

  @Test(arguments: [
    (Int64.max, false), (.min, false), (253_402_300_800_000, false), (253_402_300_799_999, true), (-1, true),
  ])
  func aTimestampOutsideTheCalendarIsMalformed(milliseconds: Int64, isRead: Bool) throws {
    let bytes = Self.delivery(tag: "0", properties: try Self.properties(milliseconds: milliseconds))
    let delivery = try #require(try RecordedFrames(queues: ["q"]).deliveries(in: bytes).first)
    switch delivery.content {
    case .message(let message): #expect(isRead && message.timestamp.milliseconds == milliseconds)
    case .malformed(let malformed): #expect(!isRead && malformed.reason == "timestamp is out of range")
    }
  }

  /// Arrays in arrays as deep as a frame can hold, decoded by the library on a thread such as a connection has.
  @Test(.timeLimit(.minutes(10))) func headersNestedAsDeepAsAFrameHoldsAreSurvived() async throws {
    var value: [UInt8] = []
    // Built from the outside in: the length of each array is what is left of the room.
    var room = 130_000
    while room > 5 {
      room -= 5
      value += [UInt8(ascii: "A")] + Self.bigEndian(UInt32(room))
    }
    value += [UInt8](repeating: UInt8(ascii: "V"), count: room)
    let table = [1, UInt8(ascii: "k")] + value
    let properties: [UInt8] = [0x20, 0] + Self.bigEndian(UInt32(table.count)) + table
    let bytes = Self.delivery(tag: "0", properties: properties)
    let outcome = await withCheckedContinuation { continuation in
      startThread(named: "deep") {
        let read = Result { try RecordedFrames(queues: ["q"]).deliveries(in: bytes) }
        continuation.resume(returning: read.map(\.count))
      }
    }
    // Read or refused: what counts is that the thread came back.
    switch outcome {
    case .success(let count): #expect(count <= 1)
    case .failure(let error): #expect(error is BrokerError)
    }
  }

  @Test func whatIsCutShortGivesNothing() throws {
    let bytes = Self.delivery(tag: "0", properties: try Self.properties(milliseconds: 1))
    for length in 0..<bytes.count {
      #expect(try RecordedFrames(queues: ["q"]).deliveries(in: Array(bytes[..<length])).isEmpty)
    }
    #expect(try RecordedFrames(queues: ["q"]).deliveries(in: bytes).count == 1)
  }
}
