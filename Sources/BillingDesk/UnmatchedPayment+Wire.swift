import Billing
import ClaimModel
import Messages
import SwiftProtobuf

extension BillingFile.UnmatchedPayment {
  /// The payment as the store keeps it.
  var wire: WireUnmatchedCase {
    WireUnmatchedCase.with {
      $0.payer = payer.rawValue
      $0.traceNumber = traceNumber
      $0.payment = WireClaimPayment(payment)
      $0.reason = reason.rawValue
      $0.receivedMs = received.milliseconds
      $0.matchedVisit = matched?.rawValue ?? ""
      $0.isReturned = isReturned
      $0.placedBy = placedBy
      $0.placedReason = placedReason
    }
  }

  /// Reads what the store kept.
  init(_ wire: WireUnmatchedCase) throws(UndecodableMessage) {
    self.init(
      payer: PayerID(wire.payer), traceNumber: wire.traceNumber, payment: try wire.payment.model(),
      reason: try known(wire.reason, "unmatched.reason"),
      received: try Timestamp(wire: wire.receivedMs, "unmatched.received_ms"),
      matched: wire.matchedVisit.isEmpty ? nil : VisitID(wire.matchedVisit),
      isReturned: wire.isReturned, placedBy: wire.placedBy, placedReason: wire.placedReason)
  }
}
