import ClaimModel
import Foundation
import PayerDesk

/// What became of the claims of all files, as a table.
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

  private var rows: [Row] = []
  /// Whether no claim was rejected or denied.
  private(set) var isEveryClaimPaid = true

  mutating func add(_ claims: [OfflinePayer.ClaimLine], of file: String) {
    for claim in claims {
      isEveryClaimPaid = isEveryClaimPaid && claim.isPaid
      rows.append(
        Row(
          file: file, claim: claim.controlNumber.rawValue, status: claim.status, charge: claim.charge.description,
          paid: claim.paid.description, patient: claim.patient.description, reasons: claim.reasons))
    }
  }

  /// One line a claim and one for its reasons, within 80 columns.
  var text: String {
    var text = line("claim", "status", "charge", "paid", "patient")
    for row in rows {
      text += line(row.claim, row.status, row.charge, row.paid, row.patient)
      if !row.reasons.isEmpty { text += "  " + row.reasons.joined(separator: ", ") + "\n" }
    }
    return text
  }

  /// One JSON array with an object for each claim.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    guard let data = try? encoder.encode(rows) else { preconditionFailure("plain texts always encode") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private func line(_ claim: String, _ status: String, _ amounts: String...) -> String {
    func fill(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) }
    return claim + fill(claim, 22) + status + fill(status, 11)
      + amounts.map { fill($0, 12) + $0 }.joined() + "\n"
  }
}
