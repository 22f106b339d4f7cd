import ClaimModel
import Messages
import Office
import Simulation

/// A desk that now and then puts a message off before the real desk has seen it, as an office does that is not ready.
/// It may also handle messages twice: a deliberate fault in a desk.
struct ReluctantDesk<D: Desk>: Desk where D.Case: Equatable, D.Input: Sendable {
  typealias Input = D.Input
  typealias Case = D.Case
  typealias Part = D.Part

  let desk: D
  let fate: Fate
  /// Who remembers the desk's cases.
  let memory: CaseMemory<D.Case>
  /// Who remembers what the desk has read.
  let inputs: InputMemory<D.Input>
  let handlesTwice: Bool
  /// Told of each case that is not read as it was written; `nil` where nobody looks.
  var onMisread: (@Sendable (CaseKey) -> Void)?

  var office: OfficeID { desk.office }
  var bundleLimit: Int { desk.bundleLimit }

  func read(_ message: WireMessage) throws(UndecodableMessage) -> D.Input {
    try inputs.input(of: message) { message throws(UndecodableMessage) in try desk.read(message) }
  }

  func visits(of input: D.Input, known: Cases<D.Case>) -> [VisitID] { desk.visits(of: input, known: known) }

  func cases(for input: D.Input, known: Cases<D.Case>) -> [CaseKey] { desk.cases(for: input, known: known) }

  func read(stored: [UInt8], of key: CaseKey) throws(UndecodableMessage) -> D.Case { try memory.body(key, stored) }

  func stored(_ body: D.Case, of key: CaseKey) -> [UInt8] {
    let stored = memory.stored(body, of: key)
    if let onMisread, (try? desk.read(stored: stored, of: key)) != body { onMisread(key) }
    return stored
  }

  func handle(_ input: D.Input, _ cases: inout Cases<D.Case>, _ context: inout DeskContext<D.Part>) throws(Refusal) {
    if fate.strikes(.postponed) { throw .later("the office is not ready") }
    try desk.handle(input, &cases, &context)
    if handlesTwice { try desk.handle(input, &cases, &context) }
  }

  func bundle(
    _ parts: [D.Part], key: String, _ cases: inout Cases<D.Case>, _ context: inout DeskContext<D.Part>
  ) throws(Refusal) {
    try desk.bundle(parts, key: key, &cases, &context)
  }
}
