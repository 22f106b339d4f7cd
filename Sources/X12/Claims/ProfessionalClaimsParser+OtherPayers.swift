import ClaimModel

// What other payers decided: loops 2320, 2330A and 2330B of the claim, 2430 of its lines.
//
// Source: 837P TR3 (005010X222A1) section 1.4.2 (coordination of benefits) and the segments of these loops.
extension ProfessionalClaimsParser {
  mutating func beginOtherPayer(_ segment: Segment) {
    endLine()
    loop = .otherInsurance
    let other = OtherPayerDraft(
      responsibility: responsibility(segment),
      coverage: Coverage(payer: "", payerName: "", member: "", group: segment.text(3)))
    draft.otherPayers.append(other)
  }

  /// A to H stand for a fourth to an eleventh payer, U for one whose turn is not known.
  func responsibility(_ segment: Segment) -> PayerResponsibility {
    segment[1].is("P") ? .primary : segment[1].is("S") ? .secondary : .tertiary
  }

  mutating func nameOfOtherPayer(_ segment: Segment) {
    if segment[1].is("IL") {
      loop = .otherSubscriber
      let member = MemberID(segment.text(9))
      changeOtherPayer { $0.coverage.member = member }
    } else if segment[1].is("PR") {
      loop = .otherPayer
      let (name, payer) = (segment.text(3), PayerID(segment.text(9)))
      changeOtherPayer {
        $0.coverage.payerName = name
        $0.coverage.payer = payer
      }
    } else {
      loop = .otherParty
    }
  }

  mutating func numberOfOtherPayer(_ number: PayerClaimNumber) { changeOtherPayer { $0.claimNumber = number } }

  /// 2430 SVD.
  mutating func beginDecision(_ segment: Segment) {
    guard loop.isInLine else { return }
    loop = .otherPayerDecision
    let payment = OtherPayerPayment(
      payer: PayerID(segment.text(1)), paid: log.money(segment, 2), adjustments: [])
    line.otherPayments.append(payment)
  }

  mutating func adjustments(_ segment: Segment) {
    let adjustments = log.adjustments(segment)
    if loop == .otherInsurance {
      changeOtherPayer { $0.adjustments += adjustments }
    } else if loop == .otherPayerDecision, let last = line.otherPayments.indices.last {
      line.otherPayments[last].adjustments += adjustments
    }
  }

  mutating func amount(_ segment: Segment) {
    guard loop == .otherInsurance || loop == .otherPayerDecision else { return }
    if segment[1].is("D"), loop == .otherInsurance {
      let paid = log.money(segment, 2)
      changeOtherPayer { $0.paid = paid }
    } else if segment[1].is("EAF") {
      let remaining = log.money(segment, 2)
      if loop == .otherInsurance {
        changeOtherPayer { $0.remaining = remaining }
      } else {
        changePayerOfDecision { $0.lineRemaining = ($0.lineRemaining ?? .zero) + remaining }
      }
    }
  }

  /// DTP*573.
  mutating func dayOfDecision(_ segment: Segment) {
    guard let day = log.formattedDate(segment) else { return }
    if loop == .otherPayer {
      changeOtherPayer { $0.decided = day }
    } else {
      changePayerOfDecision { $0.decided = $0.decided ?? day }
    }
  }

  private mutating func changeOtherPayer(_ change: (inout OtherPayerDraft) -> Void) {
    guard let last = draft.otherPayers.indices.last else { return }
    draft.otherPayers[last].change(change)
  }

  /// Changes the payer whose decision on a line is being read.
  private mutating func changePayerOfDecision(_ change: (inout OtherPayerDraft) -> Void) {
    guard let payer = line.otherPayments.last?.payer,
      let index = draft.otherPayers.firstIndex(where: { $0.coverage.payer == payer })
    else { return }
    draft.otherPayers[index].change(change)
  }
}

extension OtherPayerDraft {
  fileprivate mutating func change(_ change: (inout OtherPayerDraft) -> Void) { change(&self) }
}
