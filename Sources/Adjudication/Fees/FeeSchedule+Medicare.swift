import ClaimModel
import CodeSets

extension FeeSchedule {
  /// Builds a schedule from relative value units, service by service.
  ///
  /// ```swift
  /// var builder = FeeSchedule.Medicare(index: .national, conversionFactorTenThousandths: 323_465)
  /// draft.forEachRelativeValue { builder.add($0, $1, $2) }
  /// plan.feeSchedule = builder.schedule(shareOfChargeWhenUnlisted: 60)
  /// ```
  ///
  /// Source: 42 CFR 414.20 and 414.22: payment = (work × work GPCI + practice × practice GPCI + malpractice × malpractice
  /// GPCI) × conversion factor, rounded to a cent. Services whose status is not active (A), restricted (R) or paid
  /// beside others (T) have no price.
  public struct Medicare: Sendable {
    private let index: GeographicIndex
    private let factor: Int?
    private var fees: [ProcedureCode: Fee] = [:]
    private var parts: [ProcedureModifier: [ProcedureCode: Fee]] = [:]

    /// The conversion factor of 2026 for most physicians, which is used where a file has none.
    ///
    /// Source: CMS, Physician Fee Schedule final rule for 2026.
    public static let conversionFactorTenThousandths = 334_009

    /// A builder for a locality; `conversionFactorTenThousandths` takes the place of the file's.
    public init(index: GeographicIndex, conversionFactorTenThousandths: Int? = nil) {
      self.index = index
      factor = conversionFactorTenThousandths
    }

    /// Adds a service, or its professional (26) or technical (TC) part.
    public mutating func add(_ code: ProcedureCode, _ modifier: ProcedureModifier?, _ value: RelativeValue) {
      guard ["", "A", "R", "T"].contains(value.status) else { return }
      let fee = Fee(
        price(value, practice: value.practiceHundredths),
        facility: price(value, practice: value.facilityPracticeHundredths))
      guard fee.office > .zero || fee.facility > .zero else { return }
      if let modifier {
        parts[modifier, default: [:]][code] = fee
      } else {
        fees[code] = fee
      }
    }

    /// The schedule; `shareOfChargeWhenUnlisted` is in percent.
    public func schedule(shareOfChargeWhenUnlisted: Int) -> FeeSchedule {
      FeeSchedule(fees: fees, parts: parts, shareOfChargeWhenUnlisted: shareOfChargeWhenUnlisted)
    }

    /// Values and indices are bounded by their readers: 11 digits, and ten times; the product fits.
    private func price(_ value: RelativeValue, practice: Int) -> Money {
      let units =
        min(value.workHundredths, 1_000_000) * index.workThousandths
        + min(practice, 1_000_000) * index.practiceThousandths
        + min(value.malpracticeHundredths, 1_000_000) * index.malpracticeThousandths
      let factor =
        factor ?? value.conversionFactorTenThousandths ?? Medicare.conversionFactorTenThousandths
      // Hundredths, thousandths and ten-thousandths of a dollar: a cent is ten millions of them.
      return Money(cents: (units * min(factor, 10_000_000) + 5_000_000) / 10_000_000)
    }
  }
}
