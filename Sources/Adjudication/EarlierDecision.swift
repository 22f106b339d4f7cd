import ClaimModel

/// What the last of the earlier payers left to the patient, line by line.
///
/// A payer tells its decision on each line, on the claim as a whole, or both. What it left to the patient on the claim as a
/// whole is laid on the lines in their order, on each at most what is not accounted for there.
///
/// Source: 837P TR3 (005010X222A1) section 1.4.2 (coordination of benefits), loops 2320 (CAS, AMT*EAF) and 2430 (SVD, CAS).
struct EarlierDecision {
  /// What each line's patient owed after it, at least nothing and at most the charge; `nil` for a line on which no payer
  /// has decided.
  private(set) var left: [Money?]

  /// The decision of the last earlier payer on a claim; none where the claim carries none.
  init(_ claim: Claim) {
    let last = claim.otherPayers.max { $0.responsibility.turn < $1.responsibility.turn }
    let isLineByLine = claim.lines.contains { !$0.otherPayments.isEmpty }
    left = Array(repeating: last == nil || isLineByLine ? nil : .zero, count: claim.lines.count)
    guard last != nil || isLineByLine else { return }
    var rooms = claim.lines.map(\.charge)
    for (index, line) in claim.lines.enumerated() where isLineByLine {
      let decision = line.otherPayments.last { $0.payer == last?.coverage.payer } ?? line.otherPayments.last
      guard let decision else { continue }
      let owed = min(max(.zero, decision.patientResponsibility), line.charge)
      left[index] = owed
      rooms[index] = max(.zero, min(decision.paid, line.charge - owed))
    }
    guard let last else { return }
    var rest = last.adjustments.filter { $0.group == .patientResponsibility }.map(\.amount).sum()
    if !isLineByLine, last.adjustments.isEmpty { rest = last.remaining }
    for index in left.indices where rest > .zero {
      guard let owed = left[index] else { continue }
      let part = min(rest, rooms[index])
      left[index] = owed + part
      rest -= part
    }
  }
}

extension PayerResponsibility {
  /// Its place among the payers of a claim, from 0.
  fileprivate var turn: Int { PayerResponsibility.allCases.firstIndex(of: self) ?? 0 }
}
