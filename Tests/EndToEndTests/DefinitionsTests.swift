import Foundation
import TestBroker
import Testing

/// `dashboard definitions`: passwords come from the environment or a file and leave only as hashes.
@Suite(.serialized) struct DefinitionsTests {
  private struct Definitions: Decodable {
    struct User: Decodable {
      let name: String
      let passwordHash: String?
    }

    let users: [User]
  }

  @Test func importedUsersLogInWithTheirPasswords() throws {
    try Scratch.withFolder { folder in
      let passwords = folder.appending(path: "passwords").path
      try "# of the offices\ncoding=päss=Zebra9\nfront-desk=ffffffff\n".write(
        toFile: passwords, atomically: true, encoding: .utf8)
      let printed = try Executable(
        "dashboard",
        environment: ["SUPERBILL_PASSWORD_PAYER_ACMEHLTH": "acme", "SUPERBILL_PASSWORD_FRONT_DESK": "fd"]
      ).run(["definitions", "--format", "json", "--vhost", "defined", "--passwords", passwords])
      #expect(printed.status == 0, "\(printed.errors)")
      #expect(printed.errors.contains("practice, billing, payer-BEACON1, operator"), "\(printed.errors)")
      for secret in ["Zebra9", "ffffffff", "acme", "\"fd\""] { #expect(!printed.output.contains(secret)) }
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      let users = try decoder.decode(Definitions.self, from: Data(printed.output.utf8)).users
      #expect(users.filter { $0.passwordHash != nil }.map(\.name) == ["coding", "payer-ACMEHLTH", "front-desk"])

      let file = folder.appending(path: "definitions.json").path
      try renamed(Data(printed.output.utf8)).write(to: URL(filePath: file))
      let port = try #require(URL(string: try PrivateBroker.url)?.port)
      try PrivateBroker.control("import_definitions", file)
      for (user, password, status) in [
        ("coding", "päss=Zebra9", 0), ("front-desk", "fd", 0), ("payer-ACMEHLTH", "acme", 0), ("coding", "wrong", 2),
        ("billing", "", 2), ("billing", "anything", 2),
      ] as [(String, String, Int32)] {
        let outcome = try Executable("dashboard", environment: ["SUPERBILL_BROKER_PASSWORD": password]).run([
          "queues", "--broker", "amqp://defined-\(user)@127.0.0.1:\(port)/defined",
        ])
        #expect(outcome.status == status, "\(user): \(outcome.errors)")
      }
    }
  }

  /// The definitions with users of other names: those of the offices are other tests' too.
  private func renamed(_ definitions: Data) throws -> Data {
    var document = try #require(try JSONSerialization.jsonObject(with: definitions) as? [String: Any])
    for (list, key) in [("users", "name"), ("permissions", "user"), ("topic_permissions", "user")] {
      let entries = try #require(document[list] as? [[String: Any]])
      document[list] = entries.map { entry in entry.merging([key: "defined-\(entry[key] ?? "")"]) { $1 } }
    }
    return try JSONSerialization.data(withJSONObject: document)
  }

  @Test(arguments: [
    ("coding s3cret", "line 1"), ("coding=a\nnobody=s3cret", "line 2"), ("coding=", "the password of coding is empty"),
  ])
  func passwordFileThatCannotBeReadIsToldWithoutItsContent(content: String, words: String) throws {
    try Scratch.withFolder { folder in
      let passwords = folder.appending(path: "passwords").path
      try content.write(toFile: passwords, atomically: true, encoding: .utf8)
      let outcome = try Executable("dashboard").run(["definitions", "--format", "json", "--passwords", passwords])
      #expect(outcome.status == 65)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(!outcome.errors.contains("s3cret"), "\(outcome.errors)")
    }
  }

  @Test func documentedUsersAreThoseOfTheCode() throws {
    let outcome = try Executable("dashboard").run(["definitions"])
    let document = try String(contentsOf: Executable.root.appending(path: "docs/security.md"), encoding: .utf8)
    #expect(outcome.output.contains("payer-BEACON1"))
    #expect(document.contains("```\n\(outcome.output)```"), "docs/security.md does not show what is printed")
  }

  @Test func payerThatWouldReachIntoOtherKeysIsRefused() throws {
    for payer in ["A.B", "*", "#", "A B", "{username}"] {
      let outcome = try Executable("dashboard").run(["definitions", "--payers", "ACMEHLTH,\(payer)"])
      #expect(outcome.status == 64, "\(payer)")
      #expect(outcome.output.isEmpty && outcome.errors.contains("unlike '\(payer)'"), "\(outcome)")
    }
  }

  @Test(arguments: [
    ("", "unlike ''"), (",", "unlike ''"), ("A,B,A", "names A twice"), ("a.b", "unlike 'a.b'"),
  ])
  func listOfPayersThatCannotBeMeantIsRefused(payers: String, words: String) throws {
    let outcome = try Executable("dashboard").run(["definitions", "--payers", payers])
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.errors.contains(words), "\(outcome)")
  }
}
