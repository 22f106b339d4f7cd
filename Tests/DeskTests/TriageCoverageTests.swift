import Adjudication
import Billing
import ClaimModel
import Testing

/// The billing office has an answer for whatever the payers refuse.
@Suite struct TriageCoverageTests {
  @Test(arguments: PayerEdit.standard.flatMap(\.answers))
  func refusalHasARow(answer: EditAnswer) {
    let isKnown = DenialTriage.standard.rules.contains { rule in
      (rule.groups.isEmpty || rule.groups.contains(answer.group))
        && (rule.reasons.isEmpty || rule.reasons.contains(answer.reason))
        && (rule.remarks.isEmpty || answer.remarks.contains(where: rule.remarks.contains))
    }
    #expect(isKnown, "\(answer.description)")
  }
}
