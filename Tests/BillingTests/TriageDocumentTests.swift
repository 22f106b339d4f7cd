import Billing
import Foundation
import Testing

/// docs/billing.md shows the built-in tables as they are. `biller-worker triage` prints them.
@Suite struct TriageDocumentTests {
  private static func document() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("docs/billing.md"), encoding: .utf8)
  }

  @Test func documentShowsTheTriageTable() throws {
    #expect(try Self.document().contains(DenialTriage.standard.table))
  }

  @Test func documentShowsTheTableOfRejections() throws {
    #expect(try Self.document().contains(DenialTriage.standard.rejectionTable))
  }

  @Test func documentNamesEveryStateAndEveryKindOfEntry() throws {
    let document = try Self.document()
    for state in PatientAccount.State.allCases { #expect(document.contains("`\(state.rawValue)`"), "\(state)") }
    for kind in LedgerEntry.Kind.allCases { #expect(document.contains("`\(kind.rawValue)`"), "\(kind)") }
    for account in LedgerAccount.allCases { #expect(document.contains("`\(account.rawValue)`"), "\(account)") }
  }
}
