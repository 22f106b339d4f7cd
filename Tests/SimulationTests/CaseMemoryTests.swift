import ClaimModel
import Office
import Simulation
import Testing

@testable import SimulatedOffices

/// What an office stored is taken for what would be read, so it must be read as it was stored.
@Suite struct CaseMemoryTests {
  /// Every file that an office writes, in every trial.
  @Test(arguments: stride(from: 1, to: 201, by: 50).map { $0 }) func everyFileIsReadAsItWasWritten(from first: UInt64)
    throws
  {
    let trial = try Trial(caseload: Caseload(count: 48), size: Trial.Size(visits: 6), rereading: 1)
    for seed in first..<first + 50 { #expect(trial.run(seed: seed).violations.isEmpty, "seed \(seed)") }
  }

  @Test func rereadingChangesNothing() throws {
    let caseload = try Caseload(count: 48)
    let all = try Trial(caseload: caseload, size: Trial.Size(visits: 6), rereading: 1)
    let hardlyAny = try Trial(caseload: caseload, size: Trial.Size(visits: 6), rereading: 1_000)
    for seed in UInt64(1)...40 { #expect(all.run(seed: seed).trace == hardlyAny.run(seed: seed).trace, "seed \(seed)") }
  }

  @Test func fileThatIsReadOtherThanItWasWrittenIsNoticed() throws {
    let misread = Misread()
    let desk = LossyDesk.reluctant { misread.keys.append($0) }
    let key = CaseKey(kind: "count", id: "a")
    let stored = desk.stored(Count(number: 7), of: key)
    #expect(misread.keys.isEmpty, "small numbers are stored whole")
    #expect(try desk.read(stored: stored, of: key) == Count(number: 7))
    _ = desk.stored(Count(number: 300), of: key)
    #expect(misread.keys == [key], "one byte does not hold 300")
  }

  @Test func bytesThatNobodyWroteAreRead() throws {
    let desk = LossyDesk.reluctant()
    #expect(try desk.read(stored: [9], of: CaseKey(kind: "count", id: "a")) == Count(number: 9))
  }

  @Test func messageIsReadOnceUntilItSaysSomethingElse() throws {
    let memory = InputMemory<Int>()
    var read = 0
    func size(_ message: WireMessage) throws -> Int {
      try memory.input(of: message) { message in
        read += 1
        return message.body.count
      }
    }
    func message(_ correlation: String, _ type: String, _ body: [UInt8]) -> WireMessage {
      WireMessage(
        id: MessageID(high: 1, low: 1), type: type, correlation: correlation,
        timestamp: Timestamp(milliseconds: Int64(read)),
        appID: "tests/\(read)", contentType: "text/plain", body: body)
    }
    #expect(try size(message("a", "x", [1])) == 1)
    #expect(try size(message("a", "x", [1])) == 1)
    #expect(read == 1)
    #expect(try size(message("a", "x", [1, 2])) == 2, "another body under the same id is another question")
    #expect(try size(message("b", "x", [1, 2])) == 2)
    #expect(try size(message("b", "y", [1, 2])) == 2)
    #expect(read == 4)
    let reminder = message("b", "reminder-due.v1", [])
    #expect(try size(reminder) + size(reminder) == 0)
    #expect(read == 6, "a reminder tells of itself in its headers")
  }
}

/// Unchecked because one test in one thread writes to it.
private final class Misread: @unchecked Sendable {
  var keys: [CaseKey] = []
}

/// A number of which one byte is stored.
private struct Count: CaseBody, Equatable {
  var number: Int

  init(number: Int) { self.number = number }

  init(stored: [UInt8]) { number = stored.reduce(0) { $0 << 8 | Int($1) } }

  func stored() -> [UInt8] { [UInt8(truncatingIfNeeded: number)] }
}

/// A desk that loses what does not fit into a byte.
private struct LossyDesk: Desk {
  typealias Case = Count

  let office = OfficeID.practice

  static func reluctant(onMisread: (@Sendable (CaseKey) -> Void)? = nil) -> ReluctantDesk<LossyDesk> {
    ReluctantDesk(
      desk: LossyDesk(), fate: Fate(seed: 1, plan: .calm), memory: CaseMemory(latest: 2), inputs: InputMemory(),
      handlesTwice: false, onMisread: onMisread)
  }

  func read(_ message: WireMessage) -> Int { 0 }
  func visits(of input: Int, known: Cases<Count>) -> [VisitID] { [] }
  func cases(for input: Int, known: Cases<Count>) -> [CaseKey] { [] }
  func handle(_ input: Int, _ cases: inout Cases<Count>, _ context: inout DeskContext<Never>) {}
}
