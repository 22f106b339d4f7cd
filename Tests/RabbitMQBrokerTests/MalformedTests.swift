import ClaimModel
import Office
import RabbitMQBroker
import TestBroker
import Testing

extension NodeTests {
  @Suite struct MalformedTests {
    /// Properties as the node's own language writes them, and what is to be said about them; `nil` for nothing.
    private static let cases: [(properties: String, reason: String?)] = [
      ("[]", "there is no message_id"),
      ("[{message_id, <<\"7\">>}]", "message_id is not a UUID"),
      ("[\(id)]", "there is no type"),
      ("[\(id), \(type)]", "there is no correlation_id"),
      ("[\(id), \(type), {correlation_id, <<\"v\">>}]", "there is no app_id"),
      ("[\(id), \(type), {correlation_id, <<\"v\">>}, {app_id, <<\"a\">>}]", "there is no content_type"),
      ("[\(names)]", "there is no timestamp"),
      ("[\(names), {timestamp, 16#ffffffffffffffff}]", "timestamp is out of range"),
      ("[\(names), {headers, [{<<\"timestamp-ms\">>, longstr, <<\"x\">>}]}]", "header timestamp-ms is not a number"),
      ("[\(sound), {headers, [{<<\"attempt\">>, longstr, <<\"x\">>}]}]", "header attempt is not a number from 0"),
      ("[\(sound), {headers, [{<<\"attempt\">>, signedint, -1}]}]", "header attempt is not a number from 0"),
      ("[\(sound), {headers, [{<<\"causation-id\">>, longstr, <<\"x\">>}]}]", "header causation-id is not a UUID"),
      ("[\(sound), {headers, [{<<\"traceparent\">>, bool, true}]}]", "header traceparent is not a text"),
      ("[\(sound)]", nil),
      (
        "[\(sound), {headers, [{<<\"x-death\">>, array, [{table, [{<<\"count\">>, long, 1}]}]}, {<<\"f\">>, double, 1.5}, "
          + "{<<\"attempt\">>, signedint, 2}, {<<\"note\">>, longstr, <<\"kept\">>}]}]", nil
      ),
    ]

    private static let id = "{message_id, <<\"00000000-0000-8000-8000-00000000002A\">>}"
    private static let type = "{type, <<\"odd.v1\">>}"
    private static let names =
      "\(id), \(type), {correlation_id, <<\"v\">>}, {app_id, <<\"a\">>}, {content_type, <<\"c\">>}"
    private static let sound = "\(names), {timestamp, 1700000000}"

    @Test(.timeLimit(.minutes(10))) func messageThatBreaksTheRulesKeepsItsBodyAndSaysWhy() throws {
      let desk = Desk()
      let session = try PrivateBroker.open(desk.plan())
      defer { session.close() }
      let publishes = Self.cases.enumerated().map { index, entry in
        "P(\(entry.properties), <<\"body \(index)\">>)"
      }
      try PrivateBroker.control(
        "eval",
        "P = fun(Properties, Body) -> rabbit_basic:publish(rabbit_misc:r(<<\"/\">>, exchange, <<\"\">>), "
          + "<<\"\(desk.queue)\">>, Properties, Body) end, \(publishes.joined(separator: ", ")).")

      let deliveries = try session.receive(count: Self.cases.count)
      #expect(deliveries.count == Self.cases.count)
      for (index, (delivery, entry)) in zip(deliveries, Self.cases).enumerated() {
        switch delivery.content {
        case .malformed(let malformed):
          #expect(malformed.reason == entry.reason)
          #expect(malformed.body == Array("body \(index)".utf8))
          #expect(malformed.type == (index < 3 ? "" : "odd.v1"))
          #expect((malformed.id == nil) == (index < 2), "case \(index)")
          #expect(malformed.correlation == (index < 4 ? "" : "v"))
          #expect(malformed.appID == (index < 5 ? "" : "a"))
          #expect(malformed.contentType == (index < 6 ? "" : "c"))
        case .message(let message):
          #expect(entry.reason == nil, "case \(index)")
          #expect(message.timestamp.milliseconds == 1_700_000_000_000)
          #expect(message.id.low == 0x8000_0000_0000_002A)
          #expect(message.attempt == 0 || message.headers == ["note": "kept"])
        }
      }
    }
  }
}
