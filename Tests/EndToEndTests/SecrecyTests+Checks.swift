import Foundation
import Messages
import Office
import TestBroker
import Testing

extension SecrecyTests {
  /// The run must have met with what could leak: denials, recodes, queries, retries after errors, parked messages.
  func checkThatAllHappened(_ evidence: Evidence) {
    let types = Set(evidence.messages.compactMap { $0.message?.type })
    for type: MessageType in [
      .visitDocumented, .documentationQueried, .documentationAmended, .visitCoded, .recodeRequested, .visitRecoded,
      .professionalClaims, .remittanceAdvice, .statementIssued, .patientPaid, .accountClosed, .journalBatch, .heartbeat,
    ] {
      #expect(types.contains(type.rawValue), "no \(type.rawValue) in this run")
    }
    #expect(evidence.outputs["dashboard tail --format json"]?.contains("\"denial\"") == true)
    // Nobody speaks in the journal for another.
    #expect(evidence.outputs["dashboard tail --format json"]?.contains("coding/honest") == true)
    #expect(evidence.outputs["dashboard tail --format json"]?.contains("billing/forger") == false)
    let logs = evidence.logs.values.joined()
    for words in ["parked", "lost the broker", "the store failed", "batch settled", "drained"] {
      #expect(logs.contains(words), "no log tells '\(words)'")
    }
  }

  /// Where each canary is, message by message. That it is found where it belongs shows that it would be found.
  func checkMessages(_ evidence: Evidence) {
    var noteSeen = 0
    var patientsSeenInClaims: Set<String> = []
    for delivery in evidence.messages {
      guard case .message(let message) = delivery.content else {
        Issue.record("a message of ours is malformed")
        continue
      }
      let place = "\(message.type) to \(delivery.route.exchange)/\(delivery.route.key)"
      #expect(found(in: message, evidence).isEmpty, "properties of \(place)")
      let isNote = !Canaries.found([Canaries.note], in: message.body).isEmpty
      if isNote {
        noteSeen += 1
        #expect(
          message.type == MessageType.visitDocumented.rawValue && delivery.route.exchange == "practice", "\(place)")
        #expect(delivery.userID == "front-desk")
      }
      if delivery.route.exchange == "journal" || delivery.route.exchange == "status" {
        #expect(words(evidence, in: message.body).isEmpty, "body of \(place)")
      }
      if message.type == MessageType.professionalClaims.rawValue {
        patientsSeenInClaims.formUnion(Canaries.found(Canaries.patient, in: message.body))
      }
    }
    #expect(noteSeen >= evidence.visits)
    #expect(patientsSeenInClaims == Set(Canaries.patient))
  }

  /// What was parked keeps its body, and its headers tell why without quoting it.
  func checkParked(_ evidence: Evidence) {
    let reasons = evidence.parked.compactMap { $0.message?.headers["parked-reason"] }
    #expect(reasons.count == evidence.parked.count)
    for words in [
      "not a Protocol Buffers", "specialty is not one of its known values",
      "transaction 1 of the answer is broken: IK502 1", "IK304 3 at segment", "envelope is broken",
      "sent by user 'payer-BEACON1', who may not send this",
      "sent by user 'guest', who is no office's",
    ] {
      #expect(reasons.contains { $0.contains(words) }, "nothing was parked because '\(words)': \(reasons)")
    }
    for delivery in evidence.parked {
      guard let message = delivery.message else { continue }
      #expect(found(in: message, evidence).isEmpty, "\(message.headers)")
      #expect(!Canaries.found([Canaries.malformed], in: message.body).isEmpty, "\(message.type)")
    }
  }

  /// What people see: logs, errors, the dashboard.
  func checkTexts(_ evidence: Evidence) {
    #expect(evidence.logs.count == 6 && evidence.logs.values.allSatisfy { !$0.isEmpty })
    for (name, text) in evidence.logs.merging(evidence.outputs, uniquingKeysWith: +) {
      #expect(words(evidence, in: Array(text.utf8)).isEmpty, "\(name): \(text.prefix(2_000))")
      for password in GuardedOffices.passwords { #expect(!text.contains(password), "\(name)") }
    }
  }

  func checkStores(_ offices: GuardedOffices) throws {
    for office in ["coding", "billing", "practice", "payer-ACMEHLTH", "payer-BEACON1"] {
      // What the last of several workers has not moved out of the write-ahead log is in the store all the same.
      let log = URL(filePath: offices.store(office).path + "-wal")
      let bytes = try Data(contentsOf: offices.store(office)) + ((try? Data(contentsOf: log)) ?? Data())
      #expect(Canaries.found([Canaries.note], in: bytes).isEmpty == (office != "coding"), "\(office)")
      let patients = Canaries.found(Canaries.patient, in: bytes)
      #expect(patients.isEmpty == (office == "practice"), "\(office)")
    }
  }

  /// The canaries in a message's properties.
  private func found(in message: WireMessage, _ evidence: Evidence) -> [String] {
    let texts =
      [message.type, message.correlation, message.appID, message.contentType, message.traceParent]
      + message.headers.flatMap { [$0.key, $0.value] }
    return words(evidence, in: Array(texts.joined(separator: "\n").utf8))
  }

  /// Every canary in `bytes`.
  private func words(_ evidence: Evidence, in bytes: [UInt8]) -> [String] {
    Canaries.found(Canaries.patient + [Canaries.note, Canaries.malformed] + evidence.birthDates, in: bytes)
  }
}
