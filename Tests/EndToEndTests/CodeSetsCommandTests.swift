import Foundation
import Testing

/// `coder-worker codesets` as a user meets it.
@Suite struct CodeSetsCommandTests {
  private func run(_ arguments: [String], in folder: URL) throws -> Executable.Outcome {
    try Executable("coder-worker").run(["codesets"] + arguments + ["--data", folder.path], limit: 60)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func file(_ name: String, _ text: String, in folder: URL) throws -> String {
    let path = folder.appending(path: name).path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private static let units = "HCPCS/CPT Code,Practitioner Services MUE Values,MAI,Rationale\n99213,7,3 x,ours\n"

  @Test func showPrintsADiagnosisWithItsNotes() throws {
    try Scratch.withFolder { folder in
      let outcome = try run(["show", "e11.9", "--on", "2026-05-01"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      for words in [
        "E11.9  Type 2 diabetes mellitus without complications", "billable", "2015-10-01 on",
        "E11  Type 2 diabetes mellitus", "type 1 diabetes mellitus (E10.-)", "insulin (Z79.4)", "built in",
      ] { #expect(outcome.output.contains(words), "\(words)") }
      let json = try object(try run(["show", "E11", "--on", "2026-05-01", "--format", "json"], in: folder).output)
      let diagnosis = try #require(json["diagnosis"] as? [String: Any])
      #expect(diagnosis["header"] as? Bool == true && diagnosis["billable"] as? Bool == false)
      #expect((diagnosis["children"] as? [String])?.contains("E11.9") == true)
      let early = try run(["show", "E11.9", "--on", "2015-09-30"], in: folder)
      #expect(early.status == 0 && early.output.contains("not billable"))
    }
  }

  @Test func unknownCodeEndsWithOneAndNamesNearOnes() throws {
    try Scratch.withFolder { folder in
      let outcome = try run(["show", "E11.99", "--on", "2026-05-01"], in: folder)
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.errors.split(separator: "\n").count == 1 && outcome.errors.contains("near it: E11.9,"))
      let json = try run(["show", "E11.99", "--on", "2026-05-01", "--format", "json"], in: folder)
      #expect(json.status == 1)
      #expect((try object(json.output)["near"] as? [String])?.first == "E11.9")
      #expect(try run(["show", "E11.9", "--on", "tomorrow"], in: folder).status == 64)
    }
  }

  @Test func importedReleaseIsListedAndShownFromItsDate() throws {
    try Scratch.withFolder { folder in
      let path = try file("mue.csv", Self.units, in: folder)
      let imported = try run(["import", "mue", path, "--effective", "2026-04-01", "--format", "json"], in: folder)
      #expect(imported.status == 0, "\(imported.errors)")
      #expect(try object(imported.output)["count"] as? Int == 1)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/codesets")
      #expect(names == ["mue-20260401.codes"])
      #expect(try run(["list"], in: folder).output.contains("mue      2026-04-01 on"))
      let shown = try run(["show", "99213", "--on", "2026-04-01"], in: folder).output
      #expect(shown.contains("7 units, indicator 3, ours"), "\(shown)")
      #expect(!(try run(["show", "99213", "--on", "2026-03-31"], in: folder).output.contains("7 units")))
      // The environment's folder is used without the option.
      let other = try Executable("coder-worker", environment: ["XDG_DATA_HOME": folder.path]).run(["codesets", "list"])
      #expect(other.status == 0 && !other.output.contains("mue "))
    }
  }

  @Test func overlapIsRefusedUnlessItReplaces() throws {
    try Scratch.withFolder { folder in
      let path = try file("mue.csv", Self.units, in: folder)
      func add(_ options: String...) throws -> Executable.Outcome {
        try run(["import", "mue", path] + options, in: folder)
      }
      #expect(try add("--effective", "2026-04-01", "--until", "2026-06-30").status == 0)
      let same = try add("--effective", "2026-04-01")
      #expect(same.status == 1 && same.errors.contains("overlaps the release for 2026-04-01 to 2026-06-30"))
      #expect(same.errors.contains("--replace"))
      #expect(try add("--effective", "2026-06-30").status == 1)
      #expect(try add("--effective", "2026-07-01").status == 0)
      #expect(try add("--effective", "2026-01-01", "--until", "2026-04-01").status == 1)
      #expect(try add("--effective", "2026-04-01", "--replace").status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/codesets").sorted()
      #expect(names == ["mue-20260401.codes", "mue-20260701.codes"])
      #expect(try add("--effective", "2026-05-01", "--until", "2026-04-01").status == 64)
      #expect(try add().status == 64)
    }
  }

  @Test func malformedFileGivesOneLineAndLeavesNothing() throws {
    try Scratch.withFolder { folder in
      let path = try file("mue.csv", Self.units + "36415,many,3 x,y\n", in: folder)
      let outcome = try run(["import", "mue", path, "--effective", "2026-04-01"], in: folder)
      #expect(outcome.status == 65)
      #expect(outcome.errors.split(separator: "\n").count == 1)
      #expect(outcome.errors.contains("mue.csv:3:7: expected a number of units, found 'many'"), "\(outcome.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/codesets").isEmpty)
      #expect(try run(["import", "mue", "/no/such", "--effective", "2026-04-01"], in: folder).status == 65)
      #expect(try run(["import", "nothing", path, "--effective", "2026-04-01"], in: folder).status == 64)
    }
  }

  @Test func damagedReleaseIsNamed() throws {
    try Scratch.withFolder { folder in
      let path = try file("mue.csv", Self.units, in: folder)
      #expect(try run(["import", "mue", path, "--effective", "2026-04-01"], in: folder).status == 0)
      let release = folder.appending(path: "codesets/mue-20260401.codes")
      var data = try Data(contentsOf: release)
      data[data.count - 1] ^= 1
      try data.write(to: release)
      let list = try run(["list"], in: folder)
      #expect(list.status == 2 && list.errors.contains("mue-20260401.codes: damaged"))
      try data.prefix(100).write(to: release)
      #expect(try run(["show", "99213", "--on", "2026-05-01"], in: folder).status == 2)
    }
  }

  @Test func coderUsesTheReleaseOfTheDateOfService() throws {
    try Scratch.withFolder { folder in
      // Without I10 a note of hypertension in May cannot be coded to it; a note of March still is.
      let order = try file("order.txt", "00001 R69     1 Illness, unspecified\n", in: folder)
      let imported = try run(["import", "icd10cm", order, "--effective", "2026-04-01"], in: folder)
      #expect(imported.status == 0, "\(imported.errors)")
      for (day, isCoded) in [("2026-03-31", true), ("2026-05-01", false)] {
        let note = try file(
          "note.md",
          "---\npatient: Example, Pat\nbirth-date: 1980-01-01\nsex: F\ndate: \(day)\n---\nASSESSMENT\nEssential hypertension.\n",
          in: folder)
        let outcome = try Executable("coder-worker").run(["code", note, "--data", folder.path, "--format", "json"])
        #expect(outcome.output.contains("\"I10\"") == isCoded, "\(day): \(outcome.output)\(outcome.errors)")
      }
    }
  }
}
