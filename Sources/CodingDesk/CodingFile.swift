import ClaimModel
import Coding
import Messages
import Office
import SwiftProtobuf

/// What the coding office keeps of a visit. The only place beside the practice where the chart is.
public struct CodingFile: CaseBody, Hashable {
  /// Where the coding of a visit stands.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// The practice was asked what is missing. Goes to coded, inReview.
    case queried
    /// Codes were sent to the billing office. Goes to queried, recoded, upheld.
    case coded
    /// Changed codes were sent. Goes to queried, recoded, upheld.
    case recoded
    /// The codes stand. Goes to queried, recoded, upheld.
    case upheld
    /// A person must look. Goes to recoded or upheld when a round that is still allowed is asked for.
    case inReview
  }

  /// The visit with everything documented so far.
  public var visit: Visit
  /// The diagnoses last sent to the billing office.
  public var diagnoses: [DiagnosisCode] = []
  /// The services last sent to the billing office.
  public var services: [ServiceLine] = []
  /// Where the coding stands.
  public var state = State.queried
  /// Counts the changes.
  public var sequence = 0
  /// Documentation queries sent.
  public var queries = 0
  /// The newest round of recoding that was asked for.
  public var recodeRounds = 0
  /// A recode request that waits for the practice's answer.
  public var pending: RecodeRequest?
  /// The slip in the codes that were sent last.
  public var slip: Slip?

  /// The file of a visit that nothing was done with.
  public init(visit: Visit) { self.visit = visit }

  /// Reads the stored form.
  public init(stored: [UInt8]) throws(UndecodableMessage) {
    let wire = try WireCodingCase.decoded(stored)
    visit = try wire.visit.model()
    diagnoses = wire.diagnoses.map { DiagnosisCode($0) }
    services = wire.services.map { $0.model() }
    guard let state = State(rawValue: wire.state) else {
      throw UndecodableMessage("coding_case.state is not one of its known values")
    }
    self.state = state
    sequence = Int(wire.sequence)
    queries = Int(wire.queries)
    recodeRounds = Int(wire.recodeRounds)
    // A slip of a later version is none of ours, and no reason to lose the file.
    slip = Slip(rawValue: wire.slip)
    if wire.pendingRound > 0 {
      var refusals: [RecodeRequest.Refusal] = []
      for refusal in wire.pendingRefusals { refusals.append(try refusal.model()) }
      pending = RecodeRequest(visit: visit.id, round: Int(wire.pendingRound), refusals: refusals)
    }
  }

  /// The stored form.
  public func stored() -> [UInt8] {
    WireCodingCase.with {
      $0.visit = WireVisit(visit)
      $0.diagnoses = diagnoses.map(\.rawValue)
      $0.services = services.map(WireServiceLine.init)
      $0.state = state.rawValue
      $0.sequence = Int32(clamping: sequence)
      $0.queries = Int32(clamping: queries)
      $0.recodeRounds = Int32(clamping: recodeRounds)
      $0.pendingRefusals = (pending?.refusals ?? []).map(WireRefusal.init)
      $0.pendingRound = Int32(clamping: pending?.round ?? 0)
      $0.slip = slip?.rawValue ?? ""
    }.bytes
  }
}
