import Billing
import BillingDesk
import ClaimModel
import CodingDesk
import Foundation
import PayerDesk
import Testing

/// Each row of the payer's table, from the visit to the end of its account, through the real desks.
@Suite struct ScenarioTests {
  @Test(arguments: Scenario.all.indices) func accountComesToItsEnd(_ index: Int) throws {
    let scenario = Scenario.all[index]
    let (offices, visit) = try scenario.play()
    let account = try #require(offices.account(of: visit))
    let told = offices.steps.map { "\($0.day) \($0.from)>\($0.to) \($0.message): \($0.words)" }.joined(separator: "\n")
    #expect(account.state == scenario.end, "row \(scenario.row) \(scenario.title)\n\(told)")
    #expect(account.balance.isBalanced)
    #expect(account.balance.isSettled == (scenario.end == .closed))
    #expect(account.balance.insurerPaid >= .zero && account.balance.writtenOff >= .zero)
    let answers = offices.steps.filter { $0.to == "billing" }.map(\.words)
    #expect(
      scenario.answer.isEmpty || answers.contains { $0.contains(scenario.answer) },
      "answers \(scenario.answer)\n\(told)")
    #expect(offices.billing.reminders.isEmpty, "nothing is waited for any more")
  }

  @Test func everyRowOfThePayersTableIsLived() {
    #expect(Set(Scenario.all.map(\.row)) == Set(1...24))
  }

  /// A visit that an operation's fee covers is told to the payer at no charge, and nobody owes or disputes anything.
  @Test func visitOfAnOperationsFeeIsToldAndCostsNothing() throws {
    var visit = try ScenarioVisits.plain.get().visit
    visit.documentation = [
      DocumentationItem(
        kind: .note,
        text: """
          CHIEF COMPLAINT: Postoperative visit.
          HPI: 2 weeks after left total knee arthroplasty. Doing well, walks with a cane.
          ASSESSMENT: Aftercare following left total knee replacement.
          PLAN: Continue physical therapy. Return in 4 weeks.
          """, source: "note")
    ]
    var offices = ScenarioOffices(
      coding: CodingDesk(coder: try Engines.coder.get(), codeSets: try Engines.books.get()), billing: BillingDesk(),
      payers: [PayerDesk(adjudicator: try Engines.adjudicator())])
    try offices.play(visit)
    let told = offices.steps.map { "\($0.day) \($0.from)>\($0.to) \($0.message): \($0.words)" }.joined(separator: "\n")
    let account = try #require(offices.account(of: visit.id), "\(told)")
    #expect(told.contains("99024"), "\(told)")
    #expect(account.state == .closed, "\(told)")
    #expect(account.balance.charged == .zero && account.balance.isSettled)
    #expect(!told.contains("recode-requested") && !told.contains("statement-issued"), "\(told)")
  }

  /// The document is what the scenarios tell. `SCENARIOS=write` writes it (`make scenarios`).
  @Test func documentTellsWhatHappens() throws {
    var text = ScenarioDocument.head
    for scenario in Scenario.all {
      let (offices, visit) = try scenario.play()
      text += ScenarioDocument.section(scenario, offices, try #require(offices.account(of: visit)))
    }
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../docs/scenarios.md"
    ).standardized
    if ProcessInfo.processInfo.environment["SCENARIOS"] == "write" {
      try Data(text.utf8).write(to: file, options: .atomic)
    }
    #expect(
      try String(contentsOf: file, encoding: .utf8) == text, "docs/scenarios.md is not up to date: run make scenarios")
  }
}

/// docs/scenarios.md.
enum ScenarioDocument {
  static let head = """
    # Scenarios

    Every row of a payer's table of answers, from the visit to the end of its account, with the messages it took.
    Written by `make scenarios` from what the real desks of all four offices do; `ScenarioTests` holds it up to date. Days
    are counted from the visit's arrival; people are made up.

    """

  static func section(_ scenario: Scenario, _ offices: ScenarioOffices, _ account: PatientAccount) -> String {
    let answer = scenario.answer.isEmpty ? "" : " (\(scenario.answer))"
    var text = "\n## Row \(scenario.row): \(scenario.title)\(answer)\n\n\(scenario.words)\n\n"
    text += "| day | from | to | message | what it says |\n|---|---|---|---|---|\n"
    for step in offices.steps {
      text += "| \(step.day) | \(step.from) | \(step.to) | \(step.message) | \(step.words) |\n"
    }
    let balance = account.balance
    let parts = [
      ("insurers", balance.insurerPaid), ("adjusted", balance.adjusted), ("patient", balance.patientPaid),
      ("written off", balance.writtenOff), ("open", balance.open),
    ].filter { $0.1 != .zero }.map { "\($0.0) \($0.1)" }
    text += "\nEnds `\(account.state.rawValue)`: charged \(balance.charged) = " + parts.joined(separator: " + ")
    return text + (account.review.isEmpty ? "" : "; \(account.review)") + ".\n"
  }
}
