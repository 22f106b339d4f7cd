import Billing
import ClaimModel
import Office

/// A payment that matches nothing, where a person has placed it. The command that previews it and the desk that carries it
/// out both look here whether it can be there.
struct PlacedPayment {
  /// The payment as it waits on the work list.
  let unmatched: BillingFile.UnmatchedPayment
  /// To which account it is applied, and as what; `nil` when it goes back to its payer.
  let destination: (visit: VisitID, payment: ClaimPayment)?

  /// Why a payment cannot be placed so.
  struct Obstacle: Error {
    /// One line.
    let reason: String
  }

  /// A payment placed so, held against what is filed.
  init(_ placement: PaymentPlacement, in file: (CaseKey) -> BillingFile?) throws(Obstacle) {
    guard case .unmatched(let unmatched)? = file(BillingFile.key(ofUnmatched: placement.payment)) else {
      throw Obstacle(reason: "there is no payment \(placement.payment) on the work list")
    }
    guard unmatched.isOpen else {
      let place = unmatched.matched.map { "was posted to \($0)" } ?? "went back to \(unmatched.payer)"
      throw Obstacle(reason: "payment \(placement.payment) waits for nobody any more: it \(place)")
    }
    self.unmatched = unmatched
    guard let number = placement.controlNumber else {
      destination = nil
      return
    }
    guard let visit = number.visit, case .account(let account)? = file(BillingFile.key(of: visit)) else {
      throw Obstacle(reason: "'\(number)' is no number of a claim of ours")
    }
    var payment = unmatched.payment
    payment.controlNumber = number
    if let reason = account.account.reasonToSetAside(payment, unmatched.payer) {
      throw Obstacle(reason: "payment \(placement.payment) cannot be applied to \(number): \(reason.words)")
    }
    destination = (visit, payment)
  }
}
