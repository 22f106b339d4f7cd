/// What an earlier payer decided on a service line (837P loop 2430): carried to the next payer with every reason.
///
/// Source: 837P TR3 (005010X222A1) loop 2430, SVD and CAS; charge = payment + sum of adjustments.
public struct OtherPayerPayment: Hashable, Sendable {
  /// The earlier payer (SVD01).
  public var payer: PayerID
  /// What it paid for the line (SVD02).
  public var paid: Money
  /// Why it paid no more (CAS).
  public var adjustments: [Adjustment]

  /// A decision of an earlier payer.
  public init(payer: PayerID, paid: Money, adjustments: [Adjustment]) {
    self.payer = payer
    self.paid = paid
    self.adjustments = adjustments
  }

  /// What it left to the patient.
  public var patientResponsibility: Money {
    adjustments.filter { $0.group == .patientResponsibility }.map(\.amount).sum()
  }
}
