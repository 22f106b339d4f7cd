import Billing
import BillingDesk
import ClaimModel
import Foundation
import Testing

/// The 835 samples of ../shared/data are explained without loss.
@Suite struct RemittanceExplanationTests {
  private static let folder = "../shared/data/x12"

  private static func samples() -> [String] {
    guard let walker = FileManager.default.enumerator(atPath: folder) else { return [] }
    return walker.compactMap { $0 as? String }.filter { path in
      let data = FileManager.default.contents(atPath: "\(folder)/\(path)") ?? Data()
      return data.range(of: Data("*835*".utf8)) != nil || data.range(of: Data("ST*835".utf8)) != nil
    }.sorted()
  }

  @Test func everyAmountOfTheSamplesIsInTheExplanation() throws {
    var explained = 0
    for path in Self.samples() {
      let bytes = Array(try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(path)")))
      let outcome = OfflinePosting.explain(bytes, rules: .standard)
      for explanation in outcome.explanations {
        explained += 1
        let text = explanation.text
        for claim in explanation.remittance.claims {
          #expect(text.contains(claim.controlNumber.rawValue), "\(path)")
          for line in claim.lines { #expect(text.contains(line.procedure.rawValue), "\(path)") }
          for adjustment in claim.allAdjustments {
            #expect(text.contains("\(adjustment.group.rawValue)-\(adjustment.reason)"), "\(path)")
            #expect(text.contains((-adjustment.amount).description), "\(path)")
          }
        }
        for adjustment in explanation.remittance.providerAdjustments {
          #expect(text.contains((-adjustment.amount).description), "\(path)")
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 }, "\(path)")
        for claim in explanation.claims where claim.payment.isBalanced && claim.payment.status != .reversal {
          let posting = claim.posting
          let earlier = claim.payment.allAdjustments.filter { $0.reason == "23" }.map(\.amount).sum()
          let isLater = [.processedAsSecondary, .processedAsTertiary].contains(claim.payment.status)
          if isLater { continue }
          #expect(
            posting.paid + posting.contractual + posting.patient + posting.open == claim.payment.charge,
            "\(path) \(claim.payment.controlNumber) \(earlier)")
        }
      }
    }
    #expect(explained > 5 || Self.samples().isEmpty, "there are samples")
  }

  /// Each sample is explained and adds up, or what is wrong with it is said: nothing is passed over.
  @Test func samplesAddUpOrAreToldToBeBroken() throws {
    guard FileManager.default.fileExists(atPath: Self.folder) else { return }
    var broken: [String: [String]] = [:]
    var explained = 0
    for path in Self.samples() {
      let bytes = Array(try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(path)")))
      let outcome = OfflinePosting.explain(bytes, rules: .standard)
      #expect(outcome.explanations.isEmpty != outcome.problems.isEmpty, "\(path)")
      broken[String(path.split(separator: "/").last ?? "")] = outcome.problems.isEmpty ? nil : outcome.problems
      for explanation in outcome.explanations {
        explained += 1
        #expect(explanation.findings.isEmpty, "\(path): \(explanation.findings)")
        #expect(explanation.text.contains("Everything adds up"), "\(path)")
        let claims = explanation.remittance.claims
        let taken = explanation.remittance.providerAdjustments.map(\.amount).sum()
        #expect(claims.map(\.paid).sum() - taken == explanation.amount, "\(path)")
        for (claim, told) in zip(claims, explanation.claims) {
          let settled = claim.paid + claim.allAdjustments.map(\.amount).sum()
          #expect(settled == claim.charge && told.payment == claim, "\(path) \(claim.controlNumber)")
        }
      }
    }
    #expect(explained >= 9, "\(explained) of \(Self.samples().count)")
    // Published by others with dates that no calendar has, and one cut short.
    #expect(
      Set(broken.keys) == [
        "cob-contractural-adjustment.835", "managed-care.835", "secondary-payment.835", "tertiary-payment.835",
        "X221 HP835 Health Care Claim Payment Advice__case__3a.edi",
      ], "\(broken)")
  }

  @Test(arguments: [
    ("", "it is empty"), ("Dear billing office,", "does not begin with an ISA segment"),
  ]) func whatIsNoRemittanceIsToldInWords(text: String, words: String) {
    let outcome = OfflinePosting.explain(Array(text.utf8), rules: .standard)
    #expect(outcome.explanations.isEmpty && outcome.problems.count == 1)
    #expect(outcome.problems.first?.contains(words) == true, "\(outcome.problems)")
  }

  @Test func eachLevelThatDoesNotAddUpIsNamed() {
    let line = ServicePayment(
      procedure: "99213", modifiers: [], charge: Money(cents: 10_000), paid: Money(cents: 6_000), units: 1,
      dateOfService: CalendarDate(daysSinceEpoch: 20_000),
      adjustments: [Adjustment(group: .contractualObligation, reason: "45", amount: Money(cents: 3_000))])
    let claim = ClaimPayment(
      controlNumber: "C1", status: .processedAsPrimary, charge: Money(cents: 11_000), paid: Money(cents: 6_000),
      payerClaimNumber: "P1", patientName: PersonName(last: "", first: ""), member: "M", lines: [line])
    let remittance = Remittance(
      payer: "ACME", payerName: "Acme", payeeNPI: "", payeeName: "", payeeTaxID: "", traceNumber: "T1",
      paymentDate: CalendarDate(daysSinceEpoch: 20_000), claims: [claim])
    let findings = RemittanceExplanation(remittance, amount: Money(cents: 1)).findings
    #expect(findings.count == 4)
    for mark in ["(SVC03)", "(CLP04)", "(CLP03)", "(BPR02)"] {
      #expect(findings.contains { $0.contains(mark) }, "\(mark)")
    }
  }

  @Test func lessThanAgreedIsPointedOut() {
    var rules = BillingRules.standard
    rules.payers["ACME"] = PayerTerms(fees: ["99213": Money(cents: 9_210)])
    var line = ServicePayment(
      procedure: "99213", modifiers: [], charge: Money(cents: 10_000), paid: Money(cents: 8_000), units: 1,
      dateOfService: CalendarDate(daysSinceEpoch: 20_000), allowed: Money(cents: 8_000),
      adjustments: [Adjustment(group: .contractualObligation, reason: "45", amount: Money(cents: 2_000))])
    func underpayments() -> [String] {
      let claim = ClaimPayment(
        controlNumber: "C1", status: .processedAsPrimary, charge: Money(cents: 10_000), paid: line.paid,
        payerClaimNumber: "P1", patientName: PersonName(last: "", first: ""), member: "M", lines: [line])
      let remittance = Remittance(
        payer: "ACME", payerName: "Acme", payeeNPI: "", payeeName: "", payeeTaxID: "", traceNumber: "T1",
        paymentDate: CalendarDate(daysSinceEpoch: 20_000), claims: [claim])
      return RemittanceExplanation(remittance, amount: line.paid, rules: rules).claims.flatMap(\.underpayments)
    }
    #expect(underpayments() == ["line 1: 80.00 allowed, 92.10 agreed"])
    line.allowed = Money(cents: 9_210)
    #expect(underpayments().isEmpty)
  }
}
