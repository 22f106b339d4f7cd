import Foundation
import Office
import PostgresStore
import SQLiteStore
import TestPostgres
import Testing

/// The store options as a user meets them.
@Suite struct StoreCommandTests {
  private func ledger(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Executable.Outcome {
    try Executable("biller-worker", environment: environment).run(["ledger"] + arguments, limit: 30)
  }

  private func expectOneLine(_ outcome: Executable.Outcome, _ words: String) {
    #expect(outcome.status == 2)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(!outcome.errors.contains("canary"), "\(outcome.errors)")
  }

  @Test func storeIsNamedByOptionFileOrVariable() throws {
    try Scratch.withFolder { folder in
      let url = "sqlite:\(folder.path)/billing.sqlite"
      let file = folder.appending(path: "store-url")
      try Data((url + "\n").utf8).write(to: file)
      for outcome in [
        try ledger(["--store", url]), try ledger(["--store-file", file.path]),
        try ledger([], ["SUPERBILL_STORE_URL": url]),
        // What is nearer to the user wins.
        try ledger(["--store", url, "--store-file", "/no/such/file"], ["SUPERBILL_STORE_URL": "canary"]),
        try ledger(["--store-file", file.path], ["SUPERBILL_STORE_URL": "canary"]),
      ] {
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Ledger: 0 lines"))
      }
    }
  }

  @Test func postgresStoreTakesItsPasswordFromTheURLOrTheEnvironment() throws {
    let url = try PrivatePostgres.newDatabase()
    let match = try #require(try /superbill:([0-9a-f]+)@/.firstMatch(in: url))
    let bare = url.replacing(":\(match.1)@", with: "@")
    for outcome in [
      try ledger([], ["SUPERBILL_STORE_URL": url]), try ledger(["--store", bare], ["PGPASSWORD": String(match.1)]),
      try ledger(["--store", bare.replacing("postgres:", with: "postgresql:")], ["PGPASSWORD": String(match.1)]),
    ] {
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("Ledger: 0 lines"))
    }
  }

  @Test(arguments: [
    "postgres://u:canary@127.0.0.1:1/db", "postgresql://:canary@127.0.0.1:1/db", "postgres//me:canary@db/billing",
    "postgres://u:can?ary@127.0.0.1:1/db", "postgres://127.0.0.1:1/db?user=u&password=canary",
    "postgres://u@127.0.0.1:1/db?ssl%70assword=canary",
  ])
  func passwordOnTheCommandLineIsRefusedAndNotRepeated(url: String) throws {
    for (program, arguments) in [
      ("biller-worker", ["report"]), ("biller-worker", ["ledger"]), ("biller-worker", ["worklist"]),
      ("biller-worker", ["resolve", "V1", "refund"]), ("biller-worker", ["place", "P1", "V1-1"]),
      ("biller-worker", ["account", "V1"]), ("biller-worker", ["work"]),
      ("coder-worker", ["work", "--wait"]), ("front-desk", ["work"]),
      ("payer-simulator", ["work", "--payer", "ACMEHLTH"]),
    ] {
      let outcome = try Executable(program).run(arguments + ["--store", url], limit: 20)
      #expect(outcome.status == 64, "\(program) \(arguments)")
      #expect(outcome.output.isEmpty)
      for way in ["PGPASSWORD", "~/.pgpass", "SUPERBILL_STORE_URL", "--store-file"] {
        #expect(outcome.errors.contains(way), "\(program) \(arguments): \(outcome.errors)")
      }
      #expect(!outcome.errors.contains("can"), "\(outcome.errors)")
    }
  }

  @Test(arguments: [
    "postgres://u@127.0.0.1:1/db", "postgres://127.0.0.1:1/db?user=u&passfile=/no/file",
    "postgres://u@127.0.0.1:1/db?application_name=a@b",
  ])
  func storeURLWithoutAPasswordIsTaken(url: String) throws {
    expectOneLine(try ledger(["--store", url]), "connect to 127.0.0.1:1")
  }

  @Test func storeThatCannotBeUsedGivesOneLineAndExitCodeTwo() throws {
    expectOneLine(try ledger([], ["SUPERBILL_STORE_URL": ""]), "no store: give --store")
    expectOneLine(try ledger(["--store-file", "/no/such/file"]), "/no/such/file")
    expectOneLine(try ledger(["--store", "postgres//me@canary/billing"]), "--store: it is neither")
    expectOneLine(
      try ledger([], ["SUPERBILL_STORE_URL": "postgres//me:canary@db/billing"]), "SUPERBILL_STORE_URL: it is neither")
    expectOneLine(try ledger(["--store", "sqlite:"]), "--store: it is neither")
    expectOneLine(
      try ledger([], ["SUPERBILL_STORE_URL": "postgres://me:canary@127.0.0.1:1/billing"]),
      "SUPERBILL_STORE_URL: connect to 127.0.0.1:1")
    let wrong = try PrivatePostgres.shared.url.replacing(/:[0-9a-f]+@/, with: ":canary@")
    expectOneLine(try ledger([], ["SUPERBILL_STORE_URL": wrong]), "wrong user or password")
  }

  @Test func newerSchemaIsRefusedWithOneLineAndExitCodeTwo() throws {
    let newer = StoreSchema.version + 1
    let url = try PrivatePostgres.newDatabase()
    try PostgresStore(url: url).close()
    try PrivatePostgres.query("INSERT INTO schema_version VALUES (\(newer))", in: url)
    expectOneLine(try ledger([], ["SUPERBILL_STORE_URL": url]), "schema version \(newer)")
    try Scratch.withFolder { folder in
      let path = "\(folder.path)/billing.sqlite"
      try SQLiteStore(path: path).close()
      let sqlite = Executable(url: URL(filePath: "/usr/bin/python3"))
      let change =
        "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('INSERT INTO schema_version VALUES (\(newer))'); c.commit()"
      #expect(try sqlite.run(["-c", change, path]).status == 0)
      expectOneLine(try ledger(["--store", "sqlite:\(path)"]), "schema version \(newer)")
    }
  }

  @Test func storeOfAnotherOfficeIsRefused() throws {
    let postgres = try PrivatePostgres.newDatabase()
    try Scratch.withFolder { folder in
      for url in ["sqlite:\(folder.path)/coding.sqlite", postgres] {
        func start(_ program: String, _ arguments: String...) throws -> Executable.Outcome {
          // Nobody listens there: a worker that accepts its store says so.
          try Executable(program, environment: ["SUPERBILL_STORE_URL": url])
            .run(["work", "--broker", "amqp://127.0.0.1:1/"] + arguments, limit: 30)
        }
        for _ in 1...2 { expectOneLine(try start("coder-worker"), "connect to 127.0.0.1:1") }
        expectOneLine(try start("biller-worker"), "it is the store of the office coding, not of billing")
        expectOneLine(try start("biller-worker", "--wait"), "it is the store of the office coding, not of billing")
        expectOneLine(
          try start("payer-simulator", "--payer", "ACMEHLTH"), "of the office coding, not of payer.ACMEHLTH")
      }
    }
  }

  @Test func storeThatCanOnlyBeReadIsRefusedByAWorker() throws {
    try Scratch.withFolder { folder in
      let path = "\(folder.path)/billing.sqlite"
      try SQLiteStore(path: path).close()
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: "\(folder.path)/\(name)")
      }
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path)
      // Permissions are nothing to root, so that whoever tests as root runs the worker as somebody else.
      let program = Executable("biller-worker").url.path
      let prefix = geteuid() == 0 ? ["/usr/bin/setpriv", "--reuid", "65534", "--clear-groups", program] : [program]
      func run(_ arguments: String...) throws -> Executable.Outcome {
        try Executable(url: URL(filePath: prefix[0]))
          .run(prefix.dropFirst() + arguments + ["--store", "sqlite:\(path)"], limit: 30)
      }
      expectOneLine(
        try run("work", "--broker", "amqp://127.0.0.1:1/"), "--store: open the store: the file can only be read")
      #expect(try run("ledger").status == 0, "what only reads needs no more")
    }
  }

  @Test func processesMayMigrateANewStoreAtTheSameMoment() throws {
    let postgres = try PrivatePostgres.newDatabase()
    try Scratch.withFolder { folder in
      for url in ["sqlite:\(folder.path)/billing.sqlite", postgres] {
        let processes = (0..<4).map { _ in
          Executable("biller-worker", environment: ["SUPERBILL_STORE_URL": url]).process(["ledger"])
        }
        for process in processes {
          process.standardOutput = FileHandle.nullDevice
          try process.run()
        }
        for process in processes {
          process.waitUntilExit()
          #expect(process.terminationStatus == 0, "\(url)")
        }
      }
    }
  }

  @Test(arguments: ["30", "1w", "-1d", "59m", "0d"]) func retentionThatIsNoTimeIsWrongUsage(_ time: String) throws {
    let outcome = try Executable("front-desk").run([
      "work", "--store", "sqlite:/no/such/folder/x", "--receipt-retention=\(time)",
    ])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--receipt-retention"), "\(outcome.errors)")
  }
}
