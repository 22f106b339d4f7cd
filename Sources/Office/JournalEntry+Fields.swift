import ClaimModel
import Messages

/// `JournalRecord` in journal.proto, written and read field by field.
extension JournalEntry {
  /// The Protocol Buffers form.
  func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(192 + 96 * facts.count)
    bytes.append(field: 1, messageID)
    bytes.append(field: 2, type)
    for visit in visits { bytes.append(field: 3, each: visit.rawValue) }
    bytes.append(field: 4, sender)
    bytes.append(field: 5, handler)
    bytes.append(field: 6, sent.milliseconds)
    bytes.append(field: 7, handled.milliseconds)
    bytes.append(field: 8, outcome.wire)
    bytes.append(field: 9, Int64(Int32(clamping: attempt)))
    bytes.append(field: 10, reason)
    if let causation { bytes.append(field: 11, causation) }
    for fact in facts { bytes.append(field: 12) { fact.append(to: &$0) } }
    return bytes
  }

  /// Reads the Protocol Buffers form.
  init(fields: FieldReader) throws(UndecodableMessage) {
    var fields = fields
    var id: MessageID?
    var outcome: Outcome?
    self.init(
      messageID: MessageID(high: 0, low: 0), type: "", visits: [], sender: "", handler: "",
      sent: Timestamp(milliseconds: 0), handled: Timestamp(milliseconds: 0), outcome: .handled)
    while try fields.next() {
      switch fields.number {
      case 1: id = try fields.id()
      case 2: type = try fields.text()
      case 3: visits.append(VisitID(rawValue: try fields.text()))
      case 4: sender = try fields.text()
      case 5: handler = try fields.text()
      case 6: sent = try Timestamp(wire: try fields.integer(), "sent_ms")
      case 7: handled = try Timestamp(wire: try fields.integer(), "handled_ms")
      case 8: outcome = Outcome(wire: try fields.integer())
      case 9: attempt = try fields.smallInteger()
      case 10: reason = try fields.text()
      case 11: causation = try fields.id()
      case 12: facts.append(try Fact(fields: try fields.message(), likelyAbout: visits.first))
      default: break
      }
    }
    guard let id else { throw UndecodableMessage("message_id is not 16 bytes") }
    guard let outcome else { throw UndecodableMessage("outcome is not one of its known values") }
    messageID = id
    self.outcome = outcome
  }
}

extension JournalEntry.Outcome {
  fileprivate var wire: Int64 {
    switch self {
    case .handled: 1
    case .postponed: 2
    case .parked: 3
    case .submitted: 4
    case .requeued: 5
    case .discarded: 6
    }
  }

  fileprivate init?(wire: Int64) {
    switch wire {
    case 1: self = .handled
    case 2: self = .postponed
    case 3: self = .parked
    case 4: self = .submitted
    case 5: self = .requeued
    case 6: self = .discarded
    default: return nil
    }
  }
}

/// `Fact` in journal.proto.
extension Fact {
  fileprivate func append(to bytes: inout [UInt8]) {
    bytes.append(field: 1, visit.rawValue)
    switch what {
    case .state(let office, let name, let sequence, let open, let isFinal):
      bytes.append(field: 2) {
        $0.append(field: 1, office)
        $0.append(field: 2, name)
        $0.append(field: 3, Int64(Int32(clamping: sequence)))
        $0.append(field: 4, Int64(open.cents))
        $0.append(field: 5, isFinal ? 1 : 0)
      }
    case .movement(let kind, let amount):
      bytes.append(field: 3) {
        $0.append(field: 1, kind.rawValue)
        $0.append(field: 2, Int64(amount.cents))
      }
    case .denial(let payer, let group, let reason, let remarks, let amount):
      bytes.append(field: 4) {
        $0.append(field: 1, payer.rawValue)
        $0.append(field: 2, group.rawValue)
        $0.append(field: 3, reason.rawValue)
        for remark in remarks { $0.append(field: 4, each: remark.rawValue) }
        $0.append(field: 5, Int64(amount.cents))
      }
    case .injection(let payer, let rule):
      bytes.append(field: 5) {
        $0.append(field: 1, payer.rawValue)
        $0.append(field: 2, rule)
      }
    case .claim(let step, let payer, let provider, let specialty, let submission, let amount):
      bytes.append(field: 6) {
        $0.append(field: 1, step.rawValue)
        $0.append(field: 2, payer.rawValue)
        $0.append(field: 3, provider.rawValue)
        $0.append(field: 4, specialty.rawValue)
        $0.append(field: 5, Int64(Int32(clamping: submission)))
        $0.append(field: 6, Int64(amount.cents))
      }
    }
  }

  /// Reads a fact, which is most likely about the visit that the entry names.
  fileprivate init(fields: FieldReader, likelyAbout likely: VisitID?) throws(UndecodableMessage) {
    var fields = fields
    var visit = ""
    var what: What?
    while try fields.next() {
      switch fields.number {
      case 1: visit = try fields.text(orRather: likely?.rawValue)
      case 2: what = try Fact.state(try fields.message())
      case 3: what = try Fact.movement(try fields.message())
      case 4: what = try Fact.denial(try fields.message())
      case 5: what = try Fact.injection(try fields.message())
      case 6: what = try Fact.claim(try fields.message())
      default: break
      }
    }
    guard let what else { throw UndecodableMessage("a fact says nothing") }
    self.init(visit: VisitID(rawValue: visit), what)
  }

  private static func state(_ reader: FieldReader) throws(UndecodableMessage) -> What {
    var fields = reader
    var (office, name, sequence, open, isFinal) = ("", "", 0, Money.zero, false)
    while try fields.next() {
      switch fields.number {
      case 1: office = try fields.text()
      case 2: name = try fields.text()
      case 3: sequence = try fields.smallInteger()
      case 4: open = try Money(wire: try fields.integer(), "state.open_cents")
      case 5: isFinal = try fields.integer() != 0
      default: break
      }
    }
    return .state(office: office, name: name, sequence: sequence, open: open, isFinal: isFinal)
  }

  private static func movement(_ reader: FieldReader) throws(UndecodableMessage) -> What {
    var fields = reader
    var kind: MovementKind?
    var amount = Money.zero
    while try fields.next() {
      switch fields.number {
      case 1: kind = MovementKind(rawValue: try fields.text())
      case 2: amount = try Money(wire: try fields.integer(), "movement.cents")
      default: break
      }
    }
    guard let kind else { throw UndecodableMessage("movement.kind is not one of its known values") }
    return .movement(kind: kind, amount: amount)
  }

  private static func injection(_ reader: FieldReader) throws(UndecodableMessage) -> What {
    var fields = reader
    var (payer, rule) = ("", "")
    while try fields.next() {
      switch fields.number {
      case 1: payer = try fields.text()
      case 2: rule = try fields.text()
      default: break
      }
    }
    return .injection(payer: PayerID(rawValue: payer), rule: rule)
  }

  private static func claim(_ reader: FieldReader) throws(UndecodableMessage) -> What {
    var fields = reader
    var (step, specialty): (ClaimStep?, Specialty?) = (nil, nil)
    var (payer, provider, submission, amount) = ("", "", 0, Money.zero)
    while try fields.next() {
      switch fields.number {
      case 1: step = ClaimStep(rawValue: try fields.text())
      case 2: payer = try fields.text()
      case 3: provider = try fields.text()
      case 4: specialty = Specialty(rawValue: try fields.text())
      case 5: submission = try fields.smallInteger()
      case 6: amount = try Money(wire: try fields.integer(), "claim_step.cents")
      default: break
      }
    }
    guard let step, let specialty else {
      throw UndecodableMessage("claim_step has a step or specialty that is not known")
    }
    return .claim(
      step: step, payer: PayerID(rawValue: payer), provider: NPI(rawValue: provider), specialty: specialty,
      submission: submission, amount: amount)
  }

  private static func denial(_ reader: FieldReader) throws(UndecodableMessage) -> What {
    var fields = reader
    var (payer, reason, amount) = ("", "", Money.zero)
    var group: AdjustmentGroup?
    var remarks: [RemarkCode] = []
    while try fields.next() {
      switch fields.number {
      case 1: payer = try fields.text()
      case 2: group = AdjustmentGroup(rawValue: try fields.text())
      case 3: reason = try fields.text()
      case 4: remarks.append(RemarkCode(rawValue: try fields.text()))
      case 5: amount = try Money(wire: try fields.integer(), "denial.cents")
      default: break
      }
    }
    guard let group else { throw UndecodableMessage("denial.group is not one of its known values") }
    return .denial(
      payer: PayerID(rawValue: payer), group: group, reason: AdjustmentReason(rawValue: reason), remarks: remarks,
      amount: amount)
  }
}
