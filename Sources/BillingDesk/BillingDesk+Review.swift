import Billing
import ClaimModel
import Office

extension BillingDesk {
  /// Carries out what a person has decided about an account, unless it has changed since: then the person has not seen what
  /// it was decided on.
  func resolve(
    _ resolution: ReviewResolution, sequence: Int, _ cases: inout Cases<BillingFile>,
    _ context: inout DeskContext<PayerRequest>
  ) throws(Refusal) {
    if case .account(let file)? = cases[BillingFile.key(of: resolution.visit)], file.sequence != sequence {
      throw .never("the account has changed since that was decided: look at it again")
    }
    try apply(.reviewResolved(resolution), to: resolution.visit, &cases, &context)
  }
}
