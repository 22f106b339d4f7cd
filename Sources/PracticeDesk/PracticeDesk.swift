import ClaimModel
import Messages
import Office

/// The practice's desk: answers documentation and registration queries, and plays the patient who receives statements and
/// pays. What was registered is as correct as it can be: it has nothing to correct.
public struct PracticeDesk: Desk {
  /// A message between offices.
  public typealias Input = OfficeMessage
  /// What the practice keeps of a visit.
  public typealias Case = PracticeFile

  /// The practice.
  public let office = OfficeID.practice

  /// The clinician's standing answer to a documentation query: nothing more is known.
  static let nothingToAdd = "The clinician has reviewed the documentation and has nothing more specific to add."

  /// A practice's desk.
  public init() {}

  /// Decodes a message between offices.
  public func read(_ message: WireMessage) throws(UndecodableMessage) -> OfficeMessage {
    try OfficeMessage(reading: message)
  }

  /// The visit.
  public func visits(of input: OfficeMessage, known: Cases<PracticeFile>) -> [VisitID] { [input.visit] }

  /// The visit's file.
  public func cases(for input: OfficeMessage, known: Cases<PracticeFile>) -> [CaseKey] {
    [PracticeDesk.key(of: input.visit)]
  }

  /// The key of a visit's file.
  public static func key(of visit: VisitID) -> CaseKey { CaseKey(kind: "visit", id: visit.rawValue) }

  /// Handles one message.
  public func handle(
    _ input: OfficeMessage, _ cases: inout Cases<PracticeFile>, _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    let key = PracticeDesk.key(of: input.visit)
    var file = cases[key] ?? PracticeFile()
    file.sequence += 1
    switch input {
    case .documentationQueried(let visit, let specialty, let round, _):
      file.queries = max(file.queries, round)
      let answer = DocumentationItem(
        kind: .amendment, text: PracticeDesk.nothingToAdd, source: "amendment-\(round)")
      context.send(.documentationAmended(visit: visit, item: answer), specialty: specialty)
    case .registrationQueried(let query):
      file.queries += 1
      context.send(
        .registrationCorrected(visit: query.visit, round: query.round, registration: nil, authorization: ""))
    case .refundIssued(_, _, let amount):
      guard amount > .zero, amount <= file.paid else { throw .never("a refund must be of what was paid") }
      file.paid -= amount
    case .statementIssued(let visit, let number, let amount, _):
      guard amount > .zero else { throw .never("a statement must ask for an amount above zero") }
      file.statements = max(file.statements, number)
      file.billed += amount
      file.paid += amount
      guard file.billed.isCarried, file.paid.isCarried else {
        throw .never("the statements of a visit ask for more than $99,999,999.99")
      }
      context.send(.patientPaid(visit: visit, statement: number, amount: amount))
    case .accountClosed: file.isClosed = true
    default: throw .never("\(input.type.rawValue) is not for the practice")
    }
    cases[key] = file
    context.record(
      Fact(
        visit: input.visit,
        .state(
          office: "practice", name: file.isClosed ? "closed" : file.statements > 0 ? "paid" : "queried",
          sequence: file.sequence, open: .zero, isFinal: file.isClosed)))
  }
}
