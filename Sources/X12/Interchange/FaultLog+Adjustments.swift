import ClaimModel

extension FaultLog {
  /// The reasons of a CAS segment: up to six of one group.
  ///
  /// `CR`, corrections and reversals, which version 5010 of the 835 no longer has and the 837P still does, is read as `OA`.
  /// Source: 835 TR3 loops 2100 and 2110, 837P TR3 loops 2320 and 2430, CAS.
  mutating func adjustments(_ segment: Segment) -> [Adjustment] {
    let code = segment[1]
    guard let group = code.is("CR") ? .otherAdjustment : AdjustmentGroup(rawValue: code.string) else {
      element(segment, 1, code.isEmpty ? .missing : .invalidCode)
      return []
    }
    var adjustments: [Adjustment] = []
    for position in stride(from: 2, through: 17, by: 3) {
      if segment[position].isEmpty {
        if position == 2 { element(segment, position, .missing) }
        continue
      }
      let reason = AdjustmentReason(text(segment, position, max: 5))
      adjustments.append(Adjustment(group: group, reason: reason, amount: money(segment, position + 1)))
    }
    return adjustments
  }
}
