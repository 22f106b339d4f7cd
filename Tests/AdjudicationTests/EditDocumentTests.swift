import Adjudication
import Foundation
import Testing

/// The tables of docs/payer.md are those of the code.
///
/// `UPDATE_DOCS=1` writes them anew.
@Suite struct EditDocumentTests {
  private static let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/payer.md").standardizedFileURL

  private static var edits: String {
    var text = "| row | edit | refuses | answer | source |\n|---|---|---|---|---|\n"
    for edit in PayerEdit.standard {
      let answers = edit.answers.map(\.description).joined(separator: "; ")
      text += "| \(edit.row) | `\(edit.name.rawValue)` | \(edit.refuses) | \(answers) | \(edit.source) |\n"
    }
    return text
  }

  private static var frontEnd: String {
    var text = "| status | rejects | source |\n|---|---|---|\n"
    for edit in FrontEndEdit.standard { text += "| \(edit.status) | \(edit.rejects) | \(edit.source) |\n" }
    return text
  }

  private static var categories: String {
    BenefitCategory.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ") + "\n"
  }

  @Test func tablesAreThoseOfTheCode() throws {
    let old = try String(contentsOf: Self.document, encoding: .utf8)
    var text = old
    for (name, table) in [("edits", Self.edits), ("front-end", Self.frontEnd), ("categories", Self.categories)] {
      let parts = text.components(separatedBy: "<!-- \(name) -->\n")
      #expect(parts.count == 3, "docs/payer.md has the mark \(name) twice")
      guard parts.count == 3 else { continue }
      text = parts[0] + "<!-- \(name) -->\n" + table + "<!-- \(name) -->\n" + parts[2]
    }
    if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
      try text.write(to: Self.document, atomically: true, encoding: .utf8)
    } else {
      #expect(text == old, "run the test with UPDATE_DOCS=1")
    }
  }
}
