import ClaimModel
import PayerDesk
import WorkerBootstrap

/// What became of the claims of all files, as a table with a summary.
struct AdjudicationTable {
  private struct Row: Encodable {
    let file: String
    let claim: String
    let status: String
    let charge: String
    let paid: String
    let patient: String
    let reasons: [String]
  }

  /// What a question about a claim is answered.
  private struct Status: Encodable {
    let file: String
    let claim: String
    let status: String
    let charge: String?
    let paid: String?
  }

  private struct Document: Encodable {
    let schema = 2
    let claims: [Row]
    let inquiries: [Status]
    let summary: Summary
  }

  private struct Summary: Encodable {
    var claims = 0
    var accepted = 0
    var rejected = 0
    var denied = 0
    var reversals = 0
    var charged = "0.00"
    var paid = "0.00"
    var patient = "0.00"
    var refusals: [Refusal] = []
  }

  private struct Refusal: Encodable {
    let reason: String
    let lines: Int
    let amount: String
  }

  private var rows: [Row] = []
  private var inquiries: [Status] = []
  private var statuses: [String: Int] = [:]
  private var totals = (charged: Money.zero, paid: Money.zero, patient: Money.zero)
  private var refusals: [String: (lines: Int, amount: Money)] = [:]
  /// Whether no claim was rejected or denied.
  private(set) var isEveryClaimPaid = true

  mutating func add(_ claims: [OfflinePayer.ClaimLine], of file: String) {
    for claim in claims {
      isEveryClaimPaid = isEveryClaimPaid && claim.isPaid
      statuses[claim.status, default: 0] += 1
      totals.charged += claim.charge
      totals.paid += claim.paid
      totals.patient += claim.patient
      for refusal in claim.refusals {
        refusals[refusal.reason, default: (0, .zero)].lines += 1
        refusals[refusal.reason, default: (0, .zero)].amount += refusal.amount
      }
      rows.append(
        Row(
          file: file, claim: claim.controlNumber.rawValue, status: claim.status, charge: claim.charge.description,
          paid: claim.paid.description, patient: claim.patient.description, reasons: claim.reasons))
    }
  }

  mutating func add(_ answers: [OfflinePayer.StatusLine], of file: String) {
    inquiries += answers.map {
      Status(
        file: file, claim: $0.controlNumber, status: $0.status, charge: $0.charge?.description,
        paid: $0.paid?.description)
    }
  }

  private var summary: Summary {
    let rejected = statuses["rejected"] ?? 0
    let reversals = statuses["reversal"] ?? 0
    return Summary(
      claims: rows.count - reversals, accepted: rows.count - reversals - rejected, rejected: rejected,
      denied: statuses["denied"] ?? 0, reversals: reversals, charged: totals.charged.description,
      paid: totals.paid.description, patient: totals.patient.description,
      refusals: refusals.sorted { ($1.value.lines, $0.key) < ($0.value.lines, $1.key) }.map {
        Refusal(reason: $0.key, lines: $0.value.lines, amount: $0.value.amount.description)
      })
  }

  /// One line a claim and one for its reasons, within 80 columns; then the summary, and a line for each claim asked about.
  var text: String {
    var text = line("claim", "status", "charge", "paid", "patient")
    for row in rows {
      text += line(row.claim, row.status, row.charge, row.paid, row.patient)
      if !row.reasons.isEmpty { text += "  " + row.reasons.joined(separator: ", ") + "\n" }
    }
    let summary = summary
    text += "\n" + line("\(summary.claims) claims", "", summary.charged, summary.paid, summary.patient)
    text += "accepted \(summary.accepted), rejected \(summary.rejected), denied \(summary.denied)"
    text += summary.reversals == 0 ? "\n" : ", reversals \(summary.reversals)\n"
    for refusal in summary.refusals {
      text += line("  refused \(refusal.reason)", "", "\(refusal.lines)", refusal.amount)
    }
    guard !inquiries.isEmpty else { return text }
    text += "\n" + line("asked about", "status", "charge", "paid")
    for inquiry in inquiries {
      text += line(inquiry.claim, inquiry.status, inquiry.charge ?? "", inquiry.paid ?? "")
    }
    return text
  }

  /// One JSON object: `claims` and `inquiries`, arrays with an object for each claim decided and asked about, and `summary`.
  var json: String { OutputJSON.pretty(Document(claims: rows, inquiries: inquiries, summary: summary)) + "\n" }

  private func line(_ claim: String, _ status: String, _ amounts: String...) -> String {
    func fill(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) }
    return claim + fill(claim, 22) + status + fill(status, 11)
      + amounts.map { fill($0, 12) + $0 }.joined() + "\n"
  }
}
