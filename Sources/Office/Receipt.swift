import ClaimModel
import Foundation
import Messages
import SwiftProtobuf

/// What handling a message gave rise to, kept under its id: enough to send it all again, word for word.
package struct Receipt: Hashable, Sendable {
  /// What was sent.
  package var publications: [Publication]
  /// What the journal was told.
  var record: EncodedRecord

  /// `Receipt.outgoing` in store.proto.
  private static let outgoingField = 1
  /// `Receipt.Outgoing.body` in store.proto.
  private static let bodyField = 8
  /// `Receipt.record` in store.proto.
  private static let recordField = 2

  init(publications: [Publication], record: EncodedRecord) {
    self.publications = publications
    self.record = record
  }

  /// A receipt for messages that were sent, and for what the journal was told.
  package init(publications: [Publication], entry: JournalEntry) {
    self.init(publications: publications, record: EncodedRecord(entry))
  }

  /// The stored form.
  package func stored() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(publications.reduce(record.bytes.count + 16) { $0 + $1.message.body.count + 256 })
    for publication in publications {
      let outgoing = WireReceipt.Outgoing.with {
        $0.id = .init(publication.message.id.wireBytes)
        $0.type = publication.message.type
        $0.correlation = publication.message.correlation
        $0.timestampMs = publication.message.timestamp.milliseconds
        $0.contentType = publication.message.contentType
        $0.exchange = publication.route.exchange
        $0.routingKey = publication.route.key
        $0.traceParent = publication.message.traceParent
      }
      // The body, most of it, goes straight where it belongs.
      bytes.append(
        field: Self.outgoingField, outgoing.bytes, and: Self.bodyField, publication.message.body)
    }
    bytes.append(field: Self.recordField, record.bytes)
    return bytes
  }

  /// Reads a stored receipt; the messages are sent by `appID` and come of `cause`.
  package init(stored: [UInt8], cause: MessageID, appID: String) throws(UndecodableMessage) {
    let wire = try WireReceipt.decoded(stored)
    record = EncodedRecord(try wire.record.model())
    publications = []
    for outgoing in wire.outgoing {
      guard let id = MessageID(wireBytes: outgoing.id) else {
        throw UndecodableMessage("a receipt's id is not 16 bytes")
      }
      publications.append(
        Publication(
          route: Route(exchange: outgoing.exchange, key: outgoing.routingKey),
          message: WireMessage(
            id: id, type: outgoing.type, correlation: outgoing.correlation,
            timestamp: try Timestamp(wire: outgoing.timestampMs, "receipt.timestamp_ms"), appID: appID,
            contentType: outgoing.contentType, causation: cause, traceParent: outgoing.traceParent,
            body: Array(outgoing.body))))
    }
  }
}
