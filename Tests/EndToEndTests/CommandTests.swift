import Foundation
import Testing

/// The commands as a user meets them: exit codes, one clear line for what is wrong, offline modes.
@Suite struct CommandTests {
  @Test(arguments: [
    ("amqp://guest:guest@127.0.0.1:1/", "connect to 127.0.0.1:1"), ("http://127.0.0.1/", "amqp"),
    ("amqp://guest:guest@127.0.0.1:notaport/", "port"),
  ])
  func wrongBrokerURLGivesOneLineAndExitCodeTwo(url: String, words: String) throws {
    let outcome = try Executable("dashboard").run(["queues", "--broker", url], limit: 20)
    #expect(outcome.status == 2)
    #expect(outcome.seconds < 5)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test(arguments: [
    "amqp://coding:secret@127.0.0.1:1/", "amqp://guest:secret@127.0.0.1:1/", "amqps://coding:sec/ret@127.0.0.1:1/v",
    "amqp://:secret@127.0.0.1", "coding:secret@127.0.0.1",
  ])
  func passwordOnTheCommandLineIsRefusedAndNotRepeated(url: String) throws {
    for (program, arguments) in [
      ("dashboard", ["queues"]), ("front-desk", ["submit", "--generate", "1"]),
      ("biller-worker", ["work", "--store", "sqlite:/tmp/never-made"]),
    ] {
      let outcome = try Executable(program).run(arguments + ["--broker", url], limit: 20)
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("put it into SUPERBILL_BROKER_PASSWORD"), "\(outcome.errors)")
      #expect(!outcome.errors.contains("sec"), "\(outcome.errors)")
    }
  }

  @Test func passwordComesFromTheEnvironmentOrAFile() throws {
    try Scratch.withFolder { folder in
      // Nobody listens there: what counts is that the URL is taken, and never told.
      let file = folder.appending(path: "broker").path
      try "amqp://coding:secret@127.0.0.1:1/\n".write(toFile: file, atomically: true, encoding: .utf8)
      for (environment, arguments) in [
        (["SUPERBILL_BROKER_PASSWORD": "secret"], ["--broker", "amqp://coding@127.0.0.1:1/"]),
        (["SUPERBILL_BROKER_URL": "amqp://coding:secret@127.0.0.1:1/"], []), ([:], ["--broker-file", file]),
      ] {
        let outcome = try Executable("dashboard", environment: environment).run(["queues"] + arguments, limit: 20)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("connect to 127.0.0.1:1"), "\(outcome.errors)")
        #expect(!outcome.errors.contains("secret"), "\(outcome.errors)")
      }
    }
  }

  @Test func certificatesWithoutTLSAreRefused() throws {
    let plain = ["queues", "--broker", "amqp://127.0.0.1:1/"]
    for (environment, arguments) in [([:], ["--tls-ca", "/ca.pem"]), (["SUPERBILL_TLS_CERT": "/c.pem"], [])] {
      let outcome = try Executable("dashboard", environment: environment).run(plain + arguments, limit: 20)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("amqp, not amqps"), "\(outcome.errors)")
    }
  }

  @Test func workerWithoutBrokerEndsUnlessItIsToldToWait() throws {
    try Scratch.withFolder { folder in
      let arguments = [
        "work", "--broker", "amqp://guest:guest@127.0.0.1:1/", "--store", "sqlite:\(folder.path)/practice.sqlite",
      ]
      let outcome = try Executable("front-desk").run(arguments, limit: 20)
      #expect(outcome.status == 2)
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")

      let waiting = Executable("front-desk").process(arguments + ["--wait"])
      let errors = Pipe()
      waiting.standardError = errors
      try waiting.run()
      // The line about the first failure tells that it has tried; it must live on and still obey SIGTERM.
      let line = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
      #expect(line.contains("retry-ms"))
      #expect(waiting.isRunning)
      waiting.terminate()
      waiting.waitUntilExit()
      #expect(waiting.terminationStatus == 0)
    }
  }

  @Test func workerThatIsToldToWaitWaitsForRoomOnTheDisk() throws {
    try Scratch.withFolder { folder in
      let store = "sqlite:\(folder.path)/practice.sqlite"
      #expect(try Executable("biller-worker").run(["ledger", "--store", store]).status == 0)
      // No file may grow, and the signal that would tell so is ignored: writes fail as on a full disk.
      let worker = Executable(url: URL(filePath: "/usr/bin/prlimit")).process([
        "--fsize=0", "/usr/bin/env", "--ignore-signal=XFSZ", Executable("front-desk").url.path, "work", "--wait",
        "--broker", "amqp://guest:guest@127.0.0.1:1/", "--store", store,
      ])
      let errors = Pipe()
      worker.standardError = errors
      try worker.run()
      let line = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
      #expect(line.contains("the store failed") && line.contains("retry-ms"), "\(line)")
      #expect(worker.isRunning)
      worker.terminate()
      worker.waitUntilExit()
      #expect(worker.terminationStatus == 0)
    }
  }

  @Test func coderCodesNotesWithoutBroker() throws {
    let notes = Executable.root.appending(path: "examples/notes").path
    let outcome = try Executable("coder-worker").run(["code", notes, "--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count >= 20)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect((object["file"] as? String)?.hasPrefix(notes) == true)
      let diagnoses = try #require(object["diagnoses"] as? [[String: Any]])
      let queries = try #require(object["queries"] as? [String])
      #expect(!diagnoses.isEmpty || !queries.isEmpty)
      for diagnosis in diagnoses {
        #expect(diagnosis["code"] is String)
        #expect((diagnosis["evidence"] as? [[String: Any]])?.isEmpty == false)
        #expect(diagnosis["rule"] is String)
        #expect(diagnosis["confidence"] is Double)
      }
    }
  }

  /// A coder reads each code with the words of the note in their line.
  @Test func coderShowsTheWordsOfTheNoteWithin80Columns() throws {
    let notes = Executable.root.appending(path: "examples/notes").path
    let outcome = try Executable("coder-worker").run(["code", notes])
    #expect(outcome.status == 0 && !outcome.output.contains("\u{1b}"))
    let lines = outcome.output.split(separator: "\n")
    for line in lines where !line.hasPrefix("/") { #expect(line.count <= 80, "\(line)") }
    #expect(lines.contains(" 1. S93.491A  Sprain of other ligament of right ankle, initial encounter"))
    #expect(outcome.output.contains("\n    line 18   1. [Acute cough].\n"))
    #expect(outcome.output.contains("\n              negated: the documentation says it is absent\n"))
  }

  /// File, bytes, what is said, and the exit code; the good note beside it is coded all the same.
  @Test(arguments: [
    ("empty.txt", "", "empty-note", Int32(65)), ("empty.json", "", "not-json", 65), ("x.txt", "a\0b", "not-text", 65),
    ("x.pdf", "%PDF-1.7", "a PDF", 65), ("x.docx", "PK\u{3}\u{4}", "office document", 65),
    ("x.xml", "<?xml version='1.0'?>", "XML", 65), ("x.rst", "Sore throat.", "", 0),
    ("none.json", "{\"resourceType\": \"Bundle\"}", "no outpatient encounter", 0),
  ]) func oddInputIsNamedAndTheRestIsCoded(name: String, content: String, said: String, status: Int32) throws {
    try Scratch.withFolder { folder in
      let (odd, good) = (folder.appending(path: name), folder.appending(path: "good.txt"))
      try Data(content.utf8).write(to: odd)
      try Data("Sore throat.".utf8).write(to: good)
      let outcome = try Executable("coder-worker").run(["code", odd.path, good.path])
      #expect(outcome.status == status && outcome.output.contains("J02.9"))
      #expect(said.isEmpty ? outcome.errors.isEmpty : outcome.errors.contains(said) && outcome.errors.contains(name))
    }
  }

  @Test func missingFileGivesOneLineAndExitCode65() throws {
    let outcome = try Executable("coder-worker").run(["code", "/no/such/note.txt"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("/no/such/note.txt"))
  }

  /// File, bytes, command, and what is said of it.
  @Test(arguments: [
    ("empty.835", "", "post", "it is empty"), ("letter.835", "Dear billing office", "post", "it is not X12"),
    ("claim.835", claim, "post", "it is not an 835: ST01 is 837"),
    ("none.json", "[]", "claims", "there is no superbill"),
    ("empty.json", "", "claims", "there is no superbill"), ("broken.json", "{", "claims", "broken.json:2:1"),
  ]) func billerSaysWhatIsWrongWithAFile(name: String, content: String, command: String, words: String) throws {
    try Scratch.withFolder { folder in
      let file = folder.appending(path: name)
      try Data(content.utf8).write(to: file)
      let outcome = try Executable("biller-worker").run([command, file.path], limit: 30)
      #expect(outcome.status == 65 && outcome.output.isEmpty, "\(outcome)")
      #expect(outcome.errors.contains(words) && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }
  }

  /// A wrong name makes a new store: whoever reads "nothing to work" must know that there is nothing at all.
  @Test(arguments: [["worklist"], ["worklist", "--format", "json"], ["ledger"], ["report"]])
  func billerSaysWhenAStoreHoldsNoAccount(arguments: [String]) throws {
    try Scratch.withFolder { folder in
      let store = "sqlite:\(folder.path)/new.sqlite"
      let outcome = try Executable("biller-worker").run(arguments + ["--store", store], limit: 30)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.errors == "there is no account in this store: is it the billing office's?\n", "\(outcome)")
    }
  }

  @Test func payerAdjudicatesAFileWithoutBroker() throws {
    try Scratch.withFolder { folder in
      let file = folder.appending(path: "claim.837")
      try Data(Self.claim.utf8).write(to: file)
      let payer = Executable("payer-simulator")
      let outcome = try payer.run([
        "adjudicate", file.path, "--on", "2026-05-01", "--out", folder.path, "--format", "json",
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("\"paid\" : \"64.00\""), "\(outcome.output)")
      for set in ["999", "277CA", "835"] {
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "claim.\(set)").path))
      }
      let broken = try payer.run(["adjudicate", "/dev/null"])
      #expect(broken.status == 65)
      #expect(broken.errors.hasPrefix("/dev/null: an empty file"), "\(broken.errors)")
    }
  }

  /// Answers to files of one name, from whatever folder and however often, do not overwrite each other.
  @Test func answersToFilesOfOneNameHaveNamesOfTheirOwn() throws {
    try Scratch.withFolder { folder in
      let other = folder.appending(path: "other")
      try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
      let files = ["r7.837", "other/r7.837", "R7.edi", "y.837", "y.2.837", "z.837"].map {
        folder.appending(path: $0).path
      }
      for file in files { try Data(Self.claim.utf8).write(to: URL(filePath: file)) }
      let out = folder.appending(path: "out")
      let outcome = try Executable("payer-simulator").run(
        ["adjudicate"] + files + [files[0], "--on", "2026-05-01", "--out", out.path, "--format", "json"])
      #expect(outcome.status == 1, "\(outcome.errors)")
      let names = Set(try FileManager.default.contentsOfDirectory(atPath: out.path).map { $0.lowercased() })
      let stems = ["r7.837-1", "r7.837-2", "r7.837-3", "r7.edi", "y.837", "y.2.837", "z"]
      #expect(names == Set(stems.flatMap { stem in ["999", "277ca", "835"].map { "\(stem).\($0)" } }), "\(names)")
      #expect(outcome.output.contains("\"r7.837-3.835\""), "\(outcome.output)")
    }
  }

  @Test func fileThatIsRefusedIsInTheJSON() throws {
    try Scratch.withFolder { folder in
      let file = folder.appending(path: "claim.837")
      try Data(Self.claim.replacing("SE*25*", with: "SE*99*").utf8).write(to: file)
      let outcome = try Executable("payer-simulator").run(["adjudicate", file.path, "--format", "json"])
      #expect(outcome.status == 65)
      for words in [
        "\"schema\" : 3", "\"answer\" : \"999\"", "\"code\" : \"4\"", "\"reason\" : \"SE01 says 99, counted 25\"",
      ] { #expect(outcome.output.contains(words), "\(words): \(outcome.output)") }
      #expect(outcome.errors.contains("SE01 says 99, counted 25 (999 code 4); write"), "\(outcome.errors)")
    }
  }

  /// A full disk is no outcome of the work: exit code 1 would say that a claim was denied.
  @Test(arguments: [("payer-simulator", "adjudicate"), ("biller-worker", "triage")])
  func outputThatCannotBeWrittenIsTold(program: String, command: String) throws {
    try Scratch.withFolder { folder in
      let file = folder.appending(path: "claim.837")
      try Data(Self.claim.utf8).write(to: file)
      let path = Executable(program).url.path
      let arguments = command == "adjudicate" ? "adjudicate '\(file.path)' --on 2026-05-01" : command
      let outcome = try Executable(url: URL(filePath: "/bin/sh")).run(["-c", "'\(path)' \(arguments) >/dev/full"])
      #expect(outcome.status == 74, "\(outcome)")
      #expect(outcome.errors.hasPrefix("\(program): cannot write to standard output: No space left"), "\(outcome)")
    }
  }

  @Test(arguments: ["payer-simulator", "biller-worker", "coder-worker", "front-desk", "dashboard"])
  func programsHaveAVersion(program: String) throws {
    let outcome = try Executable(program).run(["--version"], limit: 30)
    #expect(outcome.status == 0 && outcome.output.split(separator: ".").count == 3, "\(outcome)")
  }

  /// One office visit of a fictional patient, charged at $165.
  static let claim = """
    ISA*00*          *00*          *ZZ*SUPERBILL      *ZZ*ACMEHLTH       *260501*0900*^*00501*000000001*0*T*:~
    GS*HC*SUPERBILL*ACMEHLTH*20260501*0900*1*X*005010X222A1~
    ST*837*0001*005010X222A1~
    BHT*0019*00*B1*20260501*0900*CH~
    NM1*41*2*SUPERBILL*****46*SUPERBILL~
    PER*IC*BILLING OFFICE*TE*5555550100~
    NM1*40*2*ACME HEALTH PLAN*****46*ACMEHLTH~
    HL*1**20*1~
    NM1*85*2*EXAMPLE CLINIC*****XX*1245319599~
    N3*1 EXAMPLE STREET~
    N4*SPRINGFIELD*IL*627010001~
    REF*EI*123456789~
    HL*2*1*22*0~
    SBR*P*18*******CI~
    NM1*IL*1*EXAMPLE*PAT****MI*M1~
    N3*2 EXAMPLE STREET~
    N4*SPRINGFIELD*IL*62701~
    DMG*D8*19800101*F~
    NM1*PR*2*ACME HEALTH PLAN*****PI*ACMEHLTH~
    CLM*V0000000000000AA-1*165***11:B:1*Y*A*Y*Y~
    HI*ABK:I10~
    NM1*82*1*EXAMPLE*DOC****XX*1245319599~
    PRV*PE*PXC*207Q00000X~
    LX*1~
    SV1*HC:99213*165*UN*1***1~
    DTP*472*D8*20260415~
    SE*25*0001~
    GE*1*1~
    IEA*1*000000001~
    """
}
