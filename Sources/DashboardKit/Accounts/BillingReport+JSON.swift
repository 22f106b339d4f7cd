import Billing

extension BillingReport {
  /// The report as one line of JSON (docs/billing.md).
  public var json: String { encodeJSON(document, pretty: false) }
}
