import ClaimModel

/// What the last of the earlier payers left to the patient, line by line.
///
/// A payer tells its decision on each line, in several parts where it split the service, on the claim as a whole, or both.
/// What it left to the patient on the claim as a whole is laid on the lines in their order, on each at most what is not
/// accounted for there. The amount that remains (AMT*EAF) is what it left in all: where that is more than its reasons say,
/// the rest is laid on the lines in their order too; where it is less, the last lines give way.
///
/// Source: 837P TR3 (005010X222A1) section 1.4.2 (coordination of benefits), loops 2320 (CAS, AMT*EAF) and 2430 (SVD, CAS).
struct EarlierDecision {
  /// What each line's patient owed after it, at least nothing and at most the charge; `nil` for a line on which no payer
  /// has decided, and on all lines of a claim to the primary payer.
  private(set) var left: [Money?]

  /// The decision of the last earlier payer on a claim; none where the claim carries none.
  init(_ claim: Claim) {
    left = Array(repeating: nil, count: claim.lines.count)
    guard claim.responsibility != .primary else { return }
    let last = claim.otherPayers.max { $0.responsibility.turn < $1.responsibility.turn }
    let isLineByLine = claim.lines.contains { !$0.otherPayments.isEmpty }
    if !isLineByLine, last != nil { left = Array(repeating: .zero, count: claim.lines.count) }
    var parts = claim.lines.map { $0.parts(of: last?.coverage.payer) }
    for (index, line) in claim.lines.enumerated() where !parts[index].isEmpty {
      left[index] = min(max(.zero, parts[index].map(\.patientResponsibility).sum()), line.charge)
    }
    guard let last else { return }
    let ofClaim = last.adjustments.filter { $0.group == .patientResponsibility }.map(\.amount).sum()
    let paid = parts.map { $0.map(\.paid).sum() }
    lay(ofClaim, on: Array(left.indices)) { index, owed in
      isLineByLine ? min(paid[index], claim.lines[index].charge - owed) : claim.lines[index].charge - owed
    }
    // Lines on which only another payer has decided are none of what the last one left, unless it speaks of none.
    if parts.contains(where: { $0.first?.payer == last.coverage.payer }) {
      for index in parts.indices where parts[index].first?.payer != last.coverage.payer { parts[index] = [] }
    } else if last.remaining == ofClaim {
      return
    }
    let reasons = parts.joined().map(\.patientResponsibility).sum() + ofClaim
    guard last.remaining != reasons else { return }
    let own = left.indices.filter { !isLineByLine || !parts[$0].isEmpty }
    let rest = max(.zero, last.remaining) - own.compactMap { left[$0] }.sum()
    take(-rest, from: own)
    let unpaid = lay(rest, on: own) { index, owed in claim.lines[index].charge - paid[index] - owed }
    lay(unpaid, on: own) { index, owed in claim.lines[index].charge - owed }
  }

  /// Lays an amount on lines in their order, on each at most its room; returns what found none.
  @discardableResult
  private mutating func lay(_ amount: Money, on lines: [Int], room: (Int, Money) -> Money) -> Money {
    var rest = amount
    for index in lines where rest > .zero {
      guard let owed = left[index] else { continue }
      let part = min(rest, max(.zero, room(index, owed)))
      left[index] = owed + part
      rest -= part
    }
    return rest
  }

  /// Takes an amount from lines, from the last one first.
  private mutating func take(_ amount: Money, from lines: [Int]) {
    var rest = amount
    for index in lines.reversed() where rest > .zero {
      guard let owed = left[index] else { continue }
      let part = min(rest, owed)
      left[index] = owed - part
      rest -= part
    }
  }
}

extension ClaimLine {
  /// What a payer decided on the line, in one part or several; another one's decision where it told none.
  fileprivate func parts(of payer: PayerID?) -> [OtherPayerPayment] {
    let last = otherPayments.last { $0.payer == payer } ?? otherPayments.last
    return last.map { decision(of: $0.payer) } ?? []
  }
}

extension PayerResponsibility {
  /// Its place among the payers of a claim, from 0.
  fileprivate var turn: Int { PayerResponsibility.allCases.firstIndex(of: self) ?? 0 }
}
