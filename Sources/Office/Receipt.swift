import ClaimModel
import Messages

/// What handling a message gave rise to, kept under its id: enough to send it all again, word for word.
///
/// Stored as `Receipt` in store.proto, written and read field by field.
package struct Receipt: Hashable, Sendable {
  /// What was sent.
  package var publications: [Publication]
  /// What the journal was told.
  var record: EncodedRecord

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
      let message = publication.message
      bytes.append(field: 1, atLeast: message.body.count) {
        $0.append(field: 1, message.id)
        $0.append(field: 2, message.type)
        $0.append(field: 3, message.correlation)
        $0.append(field: 4, message.timestamp.milliseconds)
        $0.append(field: 5, message.contentType)
        $0.append(field: 6, publication.route.exchange)
        $0.append(field: 7, publication.route.key)
        if !message.body.isEmpty { $0.append(field: 8, message.body) }
        $0.append(field: 9, message.traceParent)
      }
    }
    bytes.append(field: 2, record.bytes)
    return bytes
  }

  /// Reads a stored receipt; the messages are sent by `appID` and come of `cause`.
  package init(stored: [UInt8], cause: MessageID, appID: String) throws(UndecodableMessage) {
    var fields = FieldReader(stored)
    var record: EncodedRecord?
    publications = []
    while try fields.next() {
      switch fields.number {
      case 1: publications.append(try Receipt.publication(try fields.message(), cause: cause, appID: appID))
      case 2: record = try EncodedRecord(encoded: try fields.content())
      default: break
      }
    }
    guard let record else { throw UndecodableMessage("a receipt has no record") }
    self.record = record
  }

  private static func publication(
    _ reader: FieldReader, cause: MessageID, appID: String
  ) throws(UndecodableMessage) -> Publication {
    var fields = reader
    var id: MessageID?
    var sent = Timestamp(milliseconds: 0)
    var (type, correlation, contentType, traceParent) = ("", "", "", "")
    var route = Route(exchange: "", key: "")
    var body: [UInt8] = []
    while try fields.next() {
      switch fields.number {
      case 1: id = try fields.id()
      case 2: type = try fields.text()
      case 3: correlation = try fields.text()
      case 4: sent = try Timestamp(wire: try fields.integer(), "receipt.timestamp_ms")
      case 5: contentType = try fields.text()
      case 6: route.exchange = try fields.text()
      case 7: route.key = try fields.text()
      case 8: body = try fields.content()
      case 9: traceParent = try fields.text()
      default: break
      }
    }
    guard let id else { throw UndecodableMessage("a receipt's id is not 16 bytes") }
    return Publication(
      route: route,
      message: WireMessage(
        id: id, type: type, correlation: correlation, timestamp: sent, appID: appID, contentType: contentType,
        causation: cause, traceParent: traceParent, body: body))
  }
}
