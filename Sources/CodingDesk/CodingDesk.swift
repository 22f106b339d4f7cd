import ClaimModel
import CodeSets
import Coding
import Messages
import Office

/// The coding office's desk: codes documented visits, queries the practice, answers recode requests.
public struct CodingDesk: Desk {
  /// A message between offices.
  public typealias Input = OfficeMessage
  /// What the coding office keeps of a visit.
  public typealias Case = CodingFile

  /// The coding office.
  public let office = OfficeID.coding
  /// How many documentation queries a visit gets before a person looks at it.
  public let maximumQueries: Int

  /// How many rounds of recoding a visit gets before a person decides.
  public let maximumRounds: Int

  private let coding: @Sendable (CalendarDate) -> DatedCoding
  private let slips: Slips

  /// A desk with one coder and its code sets for all dates of service; `slips` are what a hurried person gets wrong the
  /// first time.
  public init(
    coder: Coder, codeSets: CodeBooks, slips: Slips = Slips(rate: 0, seed: 0), maximumQueries: Int = 3,
    maximumRounds: Int = 3
  ) {
    let coding = DatedCoding(coder: coder, codeSets: codeSets)
    self.init(
      codingByDate: { _ in coding }, slips: slips, maximumQueries: maximumQueries, maximumRounds: maximumRounds)
  }

  /// A desk that codes each date of service by the code sets of that date.
  public init(
    codingByDate coding: @escaping @Sendable (CalendarDate) -> DatedCoding, slips: Slips = Slips(rate: 0, seed: 0),
    maximumQueries: Int = 3, maximumRounds: Int = 3
  ) {
    self.coding = coding
    self.slips = slips
    self.maximumQueries = maximumQueries
    self.maximumRounds = maximumRounds
  }

  /// Decodes a message between offices.
  public func read(_ message: WireMessage) throws(UndecodableMessage) -> OfficeMessage {
    try OfficeMessage(reading: message)
  }

  /// The visit.
  public func visits(of input: OfficeMessage, known: Cases<CodingFile>) -> [VisitID] { [input.visit] }

  /// The visit's file.
  public func cases(for input: OfficeMessage, known: Cases<CodingFile>) -> [CaseKey] {
    [CodingDesk.key(of: input.visit)]
  }

  /// The key of a visit's file.
  public static func key(of visit: VisitID) -> CaseKey { CaseKey(kind: "visit", id: visit.rawValue) }

  /// Handles one message.
  public func handle(
    _ input: OfficeMessage, _ cases: inout Cases<CodingFile>, _ context: inout DeskContext<Never>
  ) throws(Refusal) {
    let key = CodingDesk.key(of: input.visit)
    var file: CodingFile
    switch input {
    case .visitDocumented(let visit):
      // The same visit under another message id: submitted twice. What was coded stands.
      guard cases[key] == nil else { return }
      file = CodingFile(visit: visit)
      code(&file, &context)
    case .documentationAmended(_, let item):
      guard let known = cases[key] else { throw .later("documentation was amended before the visit arrived") }
      file = known
      file.visit.documentation.append(item)
      if let request = file.pending {
        recode(&file, request, isAfterQuery: true, &context)
      } else {
        code(&file, &context)
      }
    case .recodeRequested(let request, _):
      guard let known = cases[key] else { throw .later("a recode was requested before the visit arrived") }
      file = known
      file.recodeRounds = max(file.recodeRounds, request.round)
      if request.round > maximumRounds {
        handOver(request, &file, &context)
      } else {
        recode(&file, request, isAfterQuery: false, &context)
      }
    default: throw .never("\(input.type.rawValue) is not for the coding office")
    }
    file.sequence += 1
    cases[key] = file
    context.record(
      Fact(
        visit: file.visit.id,
        .state(
          office: "coding", name: file.state.rawValue, sequence: file.sequence, open: .zero,
          isFinal: file.state == .inReview)))
  }

  /// Codes the visit, or asks what is missing.
  private func code(_ file: inout CodingFile, _ context: inout DeskContext<Never>) {
    let dated = self.coding(file.visit.registration.dateOfService)
    switch dated.code(file.visit) {
    case .coded(let careful):
      let (coding, slip) = slips.apply(to: careful, visit: file.visit, codeSets: dated.codeSets)
      file.take(coding, slip: slip)
      file.state = .coded
      context.send(.visitCoded(Superbill(visit: file.visit, coding: coding)))
    case .query(let query): ask(query.question, &file, &context)
    }
  }

  /// Answers a recode request: changed codes, upheld codes, a query, or that there is no answer. The careful coder makes
  /// no slips.
  private func recode(
    _ file: inout CodingFile, _ request: RecodeRequest, isAfterQuery: Bool, _ context: inout DeskContext<Never>
  ) {
    file.pending = nil
    let visit = file.visit.id
    let dated = coding(file.visit.registration.dateOfService)
    let question = RecodeQuestion(
      request: request, visit: file.visit, diagnoses: file.diagnoses, services: file.services,
      isAfterQuery: isAfterQuery)
    switch dated.recode(question) {
    case .changed(let coding, let findings):
      file.take(coding, slip: nil)
      file.state = .recoded
      context.send(
        .visitRecoded(
          Superbill(visit: file.visit, coding: coding), round: request.round, reasons: findings.map(\.text)))
    case .upheld(let findings):
      file.state = .upheld
      context.send(.codingUpheld(visit: visit, round: request.round, reasons: findings.map(\.text)))
    case .query(let query):
      file.pending = request
      ask(query.question, &file, &context)
    case .unanswerable(let reason):
      file.state = .inReview
      context.send(.recodeUnanswerable(visit: visit, round: request.round, reason: reason))
    }
  }

  /// Leaves a request to a person: the message goes to the parking lot, and the billing office, which waits for an
  /// answer to it, is told that none will come by itself.
  private func handOver(_ request: RecodeRequest, _ file: inout CodingFile, _ context: inout DeskContext<Never>) {
    let reason = "round \(request.round) of recoding, of at most \(maximumRounds): a person must decide"
    file.pending = nil
    file.state = .inReview
    context.send(.recodeUnanswerable(visit: file.visit.id, round: request.round, reason: reason))
    context.park(reason)
  }

  /// Asks the practice, a bounded number of times.
  private func ask(_ question: String, _ file: inout CodingFile, _ context: inout DeskContext<Never>) {
    guard file.queries < maximumQueries else {
      file.state = .inReview
      if let request = file.pending {
        file.pending = nil
        context.send(
          .recodeUnanswerable(
            visit: file.visit.id, round: request.round, reason: "the practice has not answered what is missing"))
      }
      return
    }
    file.queries += 1
    file.state = .queried
    context.send(
      .documentationQueried(
        visit: file.visit.id, specialty: file.visit.specialty, round: file.queries, question: question))
  }
}

extension CodingFile {
  /// Keeps the codes that are sent to the billing office.
  fileprivate mutating func take(_ coding: CodedVisit, slip: Slip?) {
    diagnoses = coding.diagnoses.map(\.code)
    services = coding.services.map(\.line)
    self.slip = slip
  }
}
