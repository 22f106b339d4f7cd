import ClaimModel
import Foundation
import Messages

@testable import Office

/// The description of all channels and messages, made of the topology and of the message types (AsyncAPI 3.0).
///
/// Source: AsyncAPI Specification 3.0.0, and its AMQP bindings 0.3.0.
struct AsyncAPIDocument {
  let table: MessageTable

  private static let payer: PayerID = "PAYER"
  private static let offices = OfficeID.all(payers: [payer])
  /// The queue of control orders of a worker, in a session that began then.
  private static let worker = "WORKER"
  private static let session = Timestamp(milliseconds: 5_000)
  private static let controls = offices.map { Topology.control(of: "\($0)/\(worker)", $0, session: session) }
  private let topology = controls.reduce(Topology.offices(payers: [payer])) { $0.merged(with: $1) }

  /// The document as JSON with sorted keys.
  func json() throws -> String {
    let document: [String: Any] = [
      "asyncapi": "3.0.0",
      "info": [
        "title": "Superbill", "version": "1.0.0",
        "license": ["name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"],
        "description": """
        The offices of a medical revenue cycle, and what they send each other. Generated from the code by `make \
        asyncapi`; a test holds it against the code. Every message is persistent and mandatory, and published with \
        confirms; a receiver acknowledges it after its own messages are confirmed, so that each may come twice.
        """,
      ],
      "servers": [
        "broker": [
          "host": "127.0.0.1:5672", "protocol": "amqp", "protocolVersion": "0.9.1", "description": "RabbitMQ.",
        ],
        "broker-tls": [
          "host": "broker.example:5671", "protocol": "amqps", "protocolVersion": "0.9.1",
          "description": "RabbitMQ with mutual TLS and a user for each office (docs/security.md).",
        ],
      ],
      "defaultContentType": MessageType.protobufContentType,
      "channels": exchangeChannels.merging(queueChannels) { one, _ in one },
      "operations": sends.merging(receives) { one, _ in one },
      "components": ["messages": messages, "schemas": ["Headers": Self.headers]],
    ]
    let data = try JSONSerialization.data(
      withJSONObject: document, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  // MARK: - Channels

  /// The exchanges that messages are published to.
  private var exchangeChannels: [String: Any] {
    var channels: [String: Any] = [:]
    for exchange in topology.exchanges where !sent(to: exchange.name).isEmpty {
      channels["exchange.\(exchange.name)"] = [
        "address": exchange.name, "description": "The \(exchange.kind.rawValue) exchange \(exchange.name).",
        "messages": references(sent(to: exchange.name)),
        "bindings": [
          "amqp": [
            "is": "routingKey", "bindingVersion": "0.3.0",
            "exchange": [
              "name": exchange.name, "type": exchange.kind.rawValue, "durable": true, "autoDelete": false, "vhost": "/",
            ],
          ]
        ],
      ]
    }
    return channels
  }

  /// The queues that offices read, and the journal.
  private var queueChannels: [String: Any] {
    var channels: [String: Any] = [:]
    for queue in topology.queues {
      let name = Self.parameterized(queue.name)
      var channel: [String: Any] = [
        "address": name,
        "description": "A \(queue.kind.rawValue) queue; bindings: "
          + topology.bindings.filter { $0.queue == queue.name }
          .map { Self.parameterized("\($0.exchange) \($0.key)").trimmingCharacters(in: .whitespaces) }.sorted()
          .joined(separator: ", ") + ".",
        "messages": references(received(from: queue.name)),
        "bindings": [
          "amqp": [
            "is": "queue", "bindingVersion": "0.3.0",
            "queue": [
              "name": name, "durable": queue.kind != .exclusive, "exclusive": queue.kind == .exclusive,
              "autoDelete": false, "vhost": "/",
            ],
          ]
        ],
      ]
      let parameters = Self.parameters.filter { name.contains("{\($0.key)}") }
      if !parameters.isEmpty { channel["parameters"] = parameters.mapValues { ["description": $0] } }
      channels["queue.\(Self.plain(queue.name))"] = channel
    }
    return channels
  }

  // MARK: - Operations

  private var sends: [String: Any] {
    var operations: [String: Any] = [:]
    for exchange in topology.exchanges {
      for row in sent(to: exchange.name) {
        operations["\(Self.plain(row.sender).lowercased()).send.\(row.type.subject)"] = [
          "action": "send", "summary": row.summary, "channel": ["$ref": "#/channels/exchange.\(exchange.name)"],
          "messages": [["$ref": "#/channels/exchange.\(exchange.name)/messages/\(row.type.subject)"]],
        ]
      }
    }
    return operations
  }

  private var receives: [String: Any] {
    var operations: [String: Any] = [:]
    for office in Self.offices {
      let control = Topology.control(of: "\(office)/\(Self.worker)", office, session: Self.session)
      for queue in office.inboxes.map(\.queue) + control.queues.map(\.name) {
        let channel = "queue.\(Self.plain(queue))"
        operations["\(Self.plain("\(office)")).receive.\(Self.plain(queue))"] = [
          "action": "receive", "channel": ["$ref": "#/channels/\(channel)"],
          "messages": received(from: queue).map { ["$ref": "#/channels/\(channel)/messages/\($0.type.subject)"] },
        ]
      }
    }
    return operations
  }

  // MARK: - Messages

  private var messages: [String: Any] {
    var messages: [String: Any] = [:]
    for row in table.rows {
      var message: [String: Any] = [
        "name": row.type.rawValue, "title": row.type.subject, "summary": row.summary,
        "contentType": row.type.contentType, "headers": ["$ref": "#/components/schemas/Headers"],
        "correlationId": [
          "location": "$message.header#/correlation-id", "description": "The visit; empty for what is about several.",
        ],
        "bindings": ["amqp": ["messageType": row.type.rawValue, "bindingVersion": "0.3.0"]],
      ]
      if let schema = row.schema {
        message["payload"] = [
          "schemaFormat": "application/vnd.google.protobuf;version=3",
          "schema": ["$ref": "../Sources/Messages/Schemas/\(schema.file)"],
        ]
        message["x-protobuf-message"] = "superbill.v1.\(schema.message)"
      } else {
        message["payload"] = ["type": "string", "description": "An X12 interchange, ISA to IEA."]
      }
      messages[row.type.subject] = message
    }
    return messages
  }

  private static var headers: [String: Any] {
    [
      "type": "object",
      "required": ["message-id", "type", "timestamp-ms", "app-id", "content-type"],
      "properties": [
        "message-id": [
          "type": "string", "format": "uuid", "description": "The same whenever the message is sent again.",
        ],
        "type": ["type": "string"],
        "correlation-id": ["type": "string"],
        "content-type": ["type": "string"],
        "app-id": ["type": "string", "description": "Who sent it: office/worker."],
        "user-id": ["type": "string", "description": "The broker's user; the broker checks it."],
        "timestamp-ms": ["type": "integer", "description": "When it was sent, milliseconds since 1970 UTC."],
        "causation-id": ["type": "string", "format": "uuid", "description": "The message that led to this one."],
        "attempt": ["type": "integer", "description": "How often it was put off; absent at first."],
        "traceparent": ["type": "string", "description": "W3C Trace Context."],
      ],
    ]
  }

  // MARK: - What goes where

  /// What is published to an exchange: the messages of the office it belongs to, and what has an exchange of its own.
  private func sent(to exchange: String) -> [MessageTable.Row] {
    table.rows.filter { row in
      switch row.type {
      case .journalBatch: exchange == "journal"
      case .heartbeat: exchange == "status"
      case .controlOrder: exchange == OfficeID.controlExchange
      default: row.sender.lowercased() == exchange
      }
    }
  }

  /// What a queue's bindings let in.
  private func received(from queue: String) -> [MessageTable.Row] {
    let bindings = topology.bindings.filter { $0.queue == queue }
    return table.rows.filter { row in
      bindings.contains { binding in
        guard sent(to: binding.exchange).contains(where: { $0.type == row.type }) else { return false }
        return binding.key.isEmpty || binding.exchange == OfficeID.controlExchange
          || binding.key == row.type.subject || binding.key.hasPrefix("\(row.type.subject).")
      }
    }
  }

  private func references(_ rows: [MessageTable.Row]) -> [String: Any] {
    var references: [String: Any] = [:]
    for row in rows { references[row.type.subject] = ["$ref": "#/components/messages/\(row.type.subject)"] }
    return references
  }

  private static let parameters = [
    "payer": "The payer's id, as --payers names it.", "worker": "The worker's name, as --name gives it.",
    "session": "When its session began, milliseconds since 1970 UTC.",
  ]

  private static func parameterized(_ name: String) -> String {
    name.replacingOccurrences(of: payer.rawValue, with: "{payer}").replacingOccurrences(of: worker, with: "{worker}")
      .replacingOccurrences(of: ".\(session.milliseconds)", with: ".{session}")
  }

  /// A name as a key of the document.
  private static func plain(_ name: String) -> String {
    [".\(payer.rawValue)", ".\(worker).\(session.milliseconds)", "'s"].reduce(name) {
      $0.replacingOccurrences(of: $1, with: "")
    }.replacingOccurrences(of: " ", with: "-")
  }
}
