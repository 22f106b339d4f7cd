import ClaimModel
import Office
import RabbitMQBroker

extension FuzzTarget {
  /// What a broker sends: frames of deliveries, through the AMQP library and our reader of properties.
  ///
  /// The first byte says what follows: 0, frames as they stand; any other, chunks of which each becomes the payload of
  /// one frame of its kind, so that lengths and frame ends are right.
  static let deliveries = FuzzTarget("amqp", longestInput: 4_096, seeds: deliverySeeds) { bytes in
    guard let first = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    let stream = first == 0 ? rest : Chunks.read(rest).flatMap { frame(kind: $0.kind, payload: $0.bytes) }
    let deliveries: [Delivery]
    do throws(BrokerError) {
      deliveries = try RecordedFrames(queues: ["coding.visits.medical", "journal"]).deliveries(in: stream)
    } catch {
      return try require(error.description.utf8.count < 2_000, "an error is short")
    }
    for delivery in deliveries {
      switch delivery.content {
      case .message(let message): try resent(message)
      case .malformed(let malformed):
        try require(!malformed.reason.isEmpty, "what is wrong is said")
        let kept = [malformed.type, malformed.correlation, malformed.appID, malformed.contentType]
        try require(
          kept.reduce(malformed.body.count) { $0 + $1.utf8.count } <= 3 * stream.count,
          "what is kept came over the wire")
        try resent(malformed.salvaged(now: Timestamp(milliseconds: 0)))
      }
    }
  }

  /// A message that was read is, when it is sent on, read as the same.
  private static func resent(_ message: WireMessage) throws {
    let publication = Publication(route: Route(exchange: "", key: "parked"), message: message)
    guard let properties = RecordedFrames.properties(of: publication) else { return }
    let frames = delivery(properties: properties, body: message.body)
    let again: [Delivery]
    do throws(BrokerError) {
      again = try RecordedFrames(queues: ["coding.visits.medical"]).deliveries(in: frames)
    } catch {
      throw BrokenRule("a message of ours is read: \(error)")
    }
    guard again.count == 1, case .message(var back) = again[0].content else {
      throw BrokenRule("a message of ours is read as a message: \(again.map(\.content))")
    }
    // The broker writes this one itself.
    back.headers["x-stream-offset"] = message.headers["x-stream-offset"]
    try require(back == message, "a message is read as it was sent: \(message) became \(back)")
  }

  /// A frame: kind, channel 1, length, payload, end.
  private static func frame(kind: UInt8, payload: [UInt8]) -> [UInt8] {
    [kind, 0, 1] + bigEndian(UInt32(payload.count)) + payload + [0xce]
  }

  private static func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian, Array.init)
  }

  private static func shortText(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + Array(text.utf8) }

  /// The payloads of a delivery: basic.deliver, its header, its body.
  private static func payloads(
    tag: String = "0", properties: [UInt8], body: [UInt8]
  ) -> [(kind: UInt8, payload: [UInt8])] {
    let method: [UInt8] =
      bigEndian(UInt16(60)) + bigEndian(UInt16(60)) + shortText(tag) + bigEndian(UInt64(1)) + [0]
      + shortText("practice") + shortText("visit-documented.medical")
    let header: [UInt8] = bigEndian(UInt16(60)) + [0, 0] + bigEndian(UInt64(body.count)) + properties
    // The library takes frames of at most 64 KiB before a connection is tuned.
    let bodies = stride(from: 0, to: body.count, by: 60_000).map { start in
      (kind: UInt8(3), payload: Array(body[start..<min(start + 60_000, body.count)]))
    }
    return [(1, method), (2, header)] + bodies
  }

  private static func delivery(properties: [UInt8], body: [UInt8]) -> [UInt8] {
    payloads(properties: properties, body: body).flatMap { frame(kind: $0.kind, payload: $0.payload) }
  }

  private static func deliverySeeds() throws -> [[UInt8]] {
    var plain = WireMessage(
      id: .derived(from: "seed"), type: "visit-coded.v1", correlation: "V3K7Q0M5T9XW2BCD",
      timestamp: Timestamp(milliseconds: 1_776_000_000_123), appID: "coding/c1", contentType: "application/x-protobuf",
      body: Array("body".utf8))
    var messages = [plain]
    plain.causation = .derived(from: "cause")
    plain.attempt = 3
    plain.traceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    plain.headers = ["parked-reason": "never", "parked-by": "coding/c1"]
    messages.append(plain)
    return try messages.flatMap { message in
      guard
        let properties = RecordedFrames.properties(
          of: Publication(route: Route(exchange: "", key: ""), message: message))
      else { throw BrokenRule("a seed can be sent") }
      let payloads = payloads(properties: properties, body: message.body)
      let closed: [UInt8] =
        bigEndian(UInt16(20)) + bigEndian(UInt16(40)) + bigEndian(UInt16(404)) + shortText("NOT_FOUND - no queue")
        + bigEndian(UInt16(60)) + bigEndian(UInt16(40))
      return [
        [0] + delivery(properties: properties, body: message.body),
        [1] + Chunks.write(payloads.map { Chunks.Chunk(kind: $0.kind, bytes: $0.payload) }),
        [1] + Chunks.write([Chunks.Chunk(kind: 1, bytes: closed)]),
      ]
    }
  }
}
