import ClaimModel
import Foundation

/// Users, permissions, exchanges, queues and bindings in RabbitMQ's definitions format, for
/// `rabbitmqctl import_definitions` or `load_definitions` in rabbitmq.conf. Importing changes nothing that is there
/// already as described, and deletes nothing.
///
/// Source: RabbitMQ, "Schema Definition Export and Import".
public struct BrokerDefinitions: Sendable {
  /// The virtual host.
  public let virtualHost: String
  /// The users and what they may do.
  public let permissions: Permissions
  /// Everything the offices declare.
  public let topology: Topology
  /// Salted password hashes by user; a user without one cannot log in with a password.
  public let passwordHashes: [String: String]

  /// The definitions for a broker that serves these payers.
  public init(payers: [PayerID], virtualHost: String = "/", passwordHashes: [String: String] = [:]) {
    self.virtualHost = virtualHost
    self.passwordHashes = passwordHashes
    permissions = Permissions(payers: payers)
    topology = .offices(payers: payers)
  }

  /// The JSON document, with sorted keys.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    guard let data = try? encoder.encode(document) else {
      preconditionFailure("a document of plain texts and numbers always encodes")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private var document: Document {
    Document(
      users: permissions.users.map { user in
        let hash = passwordHashes[user.name]
        return Document.User(
          name: user.name, passwordHash: hash,
          hashingAlgorithm: hash == nil ? nil : "rabbit_password_hashing_sha256", tags: [])
      },
      vhosts: [Document.VirtualHost(name: virtualHost)],
      permissions: permissions.users.map { user in
        Document.Permission(
          user: user.name, vhost: virtualHost, configure: user.configure.expression, write: user.write.expression,
          read: user.read.expression)
      },
      topicPermissions: permissions.users.flatMap { user in
        user.topics.map { topic in
          Document.TopicPermission(
            user: user.name, vhost: virtualHost, exchange: topic.exchange, write: topic.write.expression,
            read: topic.read.expression)
        }
      },
      exchanges: topology.exchanges.map { exchange in
        Document.Exchange(
          name: exchange.name, vhost: virtualHost, type: exchange.kind.rawValue, durable: true, autoDelete: false,
          internal: false, arguments: [:])
      },
      queues: topology.queues.map { queue in
        var arguments = queue.arguments
        arguments["x-queue-type"] = .text(queue.kind.rawValue)
        return Document.Queue(
          name: queue.name, vhost: virtualHost, durable: true, autoDelete: false, arguments: arguments)
      },
      bindings: topology.bindings.map { binding in
        Document.Binding(
          source: binding.exchange, vhost: virtualHost, destination: binding.queue, destinationType: "queue",
          routingKey: binding.key, arguments: [:])
      })
  }

  /// The document with RabbitMQ's names, but for the underscores.
  private struct Document: Encodable {
    struct User: Encodable {
      let name: String
      let passwordHash: String?
      let hashingAlgorithm: String?
      let tags: [String]
    }

    struct VirtualHost: Encodable {
      let name: String
    }

    struct Permission: Encodable {
      let user: String
      let vhost: String
      let configure: String
      let write: String
      let read: String
    }

    struct TopicPermission: Encodable {
      let user: String
      let vhost: String
      let exchange: String
      let write: String
      let read: String
    }

    struct Exchange: Encodable {
      let name: String
      let vhost: String
      let type: String
      let durable: Bool
      let autoDelete: Bool
      let `internal`: Bool
      let arguments: [String: String]
    }

    struct Queue: Encodable {
      let name: String
      let vhost: String
      let durable: Bool
      let autoDelete: Bool
      let arguments: [String: Topology.Queue.Argument]
    }

    struct Binding: Encodable {
      let source: String
      let vhost: String
      let destination: String
      let destinationType: String
      let routingKey: String
      let arguments: [String: String]
    }

    let users: [User]
    let vhosts: [VirtualHost]
    let permissions: [Permission]
    let topicPermissions: [TopicPermission]
    let exchanges: [Exchange]
    let queues: [Queue]
    let bindings: [Binding]
  }
}

extension Topology.Queue.Argument: Encodable {
  /// The bare number or text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .integer(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}
