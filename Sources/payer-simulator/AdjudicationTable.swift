import ClaimModel
import PayerDesk
import WorkerBootstrap

/// What became of the claims of all files, as a table with a summary.
struct AdjudicationTable {
  private var document = AdjudicationDocument()
  private var statuses: [String: Int] = [:]
  private var totals = (charged: Money.zero, paid: Money.zero, patient: Money.zero)
  private var refusals: [String: (lines: Int, amount: Money)] = [:]
  /// Whether no claim was rejected or denied.
  private(set) var isEveryClaimPaid = true

  /// Adds what a file is answered; `answers` are the names of the files of answers.
  mutating func add(_ outcome: OfflinePayer.Outcome, of file: String, answers: [String]) {
    document.files.append(.init(file: file, answers: answers))
    document.rejections += outcome.rejections.map { .init($0, file: file) }
    document.inquiries += outcome.statuses.map { .init($0, file: file) }
    document.injected += outcome.injected.map {
      .init(file: file, answer: $0.set, rule: $0.rule, claim: $0.claim?.rawValue)
    }
    for claim in outcome.claims {
      isEveryClaimPaid = isEveryClaimPaid && claim.isPaid
      statuses[claim.status, default: 0] += 1
      totals.charged += claim.charge
      totals.paid += claim.paid
      totals.patient += claim.patient
      for refusal in claim.refusals {
        refusals[refusal.reason, default: (0, .zero)].lines += 1
        refusals[refusal.reason, default: (0, .zero)].amount += refusal.amount
      }
      document.claims.append(.init(claim, file: file))
      reasons.append(claim.reasons.joined(separator: ", "))
    }
  }

  /// The reasons of each claim as people read them.
  private var reasons: [String] = []

  private var summary: AdjudicationDocument.Summary {
    let rejected = statuses["rejected"] ?? 0
    let reversals = statuses["reversal"] ?? 0
    let claims = document.claims.count - reversals
    return AdjudicationDocument.Summary(
      claims: claims, accepted: claims - rejected, rejected: rejected, denied: statuses["denied"] ?? 0,
      reversals: reversals, charged: totals.charged.description, paid: totals.paid.description,
      patient: totals.patient.description,
      refusals: refusals.sorted { ($1.value.lines, $0.key) < ($0.value.lines, $1.key) }.map {
        AdjudicationDocument.Refusal(
          reason: $0.key, lines: $0.value.lines, amount: $0.value.amount.description)
      })
  }

  /// One line a claim and one for its reasons, within 80 columns; then the summary, what was injected into answers, and a
  /// line for each claim asked about. Of several files each is named above its claims.
  var text: String {
    var text = line("claim", "status", "charge", "paid", "patient")
    var file: String?
    for (row, reasons) in zip(document.claims, reasons) {
      if document.files.count > 1, row.file != file {
        file = row.file
        text += "\(row.file):\n"
      }
      text += line(row.claim, row.status, row.charge, row.paid, row.patient)
      if !reasons.isEmpty { text += "  " + reasons + "\n" }
    }
    let summary = summary
    text +=
      "\n"
      + line(
        summary.claims == 1 ? "1 claim" : "\(summary.claims) claims", "", summary.charged, summary.paid,
        summary.patient)
    text += "accepted \(summary.accepted), rejected \(summary.rejected), denied \(summary.denied)"
    text += summary.reversals == 0 ? "\n" : ", reversals \(summary.reversals)\n"
    for refusal in summary.refusals {
      text += line("  refused \(refusal.reason)", "", "\(refusal.lines)", refusal.amount)
    }
    for injected in document.injected {
      let claim = injected.claim.map { " for \($0)" } ?? ""
      text += "injected: \(injected.rule) into the \(injected.answer) of \(injected.file)\(claim)\n"
    }
    guard !document.inquiries.isEmpty else { return text }
    text += "\n" + line("asked about", "status", "charge", "paid")
    for inquiry in document.inquiries {
      text += line(inquiry.claim ?? inquiry.trace, inquiry.status, inquiry.charge ?? "", inquiry.paid ?? "")
    }
    return text
  }

  /// One JSON object (docs/payer.md, Offline).
  var json: String {
    var document = document
    document.summary = summary
    return OutputJSON.pretty(document) + "\n"
  }

  private func line(_ claim: String, _ status: String, _ amounts: String...) -> String {
    func fill(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) }
    return claim + fill(claim, 22) + status + fill(status, 11)
      + amounts.map { fill($0, 12) + $0 }.joined() + "\n"
  }
}
