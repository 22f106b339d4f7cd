import ClaimModel
import PayerDesk

/// What `adjudicate --format json` prints (docs/payer.md, Offline).
struct AdjudicationDocument: Encodable {
  let schema = 3
  var files: [File] = []
  var claims: [Row] = []
  var inquiries: [Status] = []
  var rejections: [Rejection] = []
  var injected: [Injected] = []
  var summary = Summary()

  /// A file that was read, and the names of its answers.
  struct File: Encodable {
    let file: String
    let answers: [String]
  }

  struct Row: Encodable {
    let file: String
    let claim: String
    let status: String
    let turn: String?
    let charge: String
    let paid: String
    let patient: String
    let reasons: [Reason]

    init(_ claim: OfflinePayer.ClaimLine, file: String) {
      self.file = file
      self.claim = claim.controlNumber.rawValue
      status = claim.status
      turn = claim.turn
      charge = claim.charge.description
      paid = claim.paid.description
      patient = claim.patient.description
      reasons = claim.causes.map(Reason.init)
    }
  }

  struct Reason: Encodable {
    let code: String?
    let amount: String?
    let line: Int?
    let procedure: String?
    let remarks: [String]

    init(_ cause: OfflinePayer.Cause) {
      code = cause.code
      amount = cause.amount?.description
      line = cause.line
      procedure = cause.procedure?.rawValue
      remarks = cause.remarks.map(\.rawValue)
    }
  }

  /// What a question about a claim is answered.
  struct Status: Encodable {
    let file: String
    let trace: String
    let claim: String?
    let status: String
    let charge: String?
    let paid: String?

    init(_ status: OfflinePayer.StatusLine, file: String) {
      self.file = file
      trace = status.trace
      claim = status.controlNumber
      self.status = status.status
      charge = status.charge?.description
      paid = status.paid?.description
    }
  }

  /// Why a file, or a part of it, is not processed.
  struct Rejection: Encodable {
    let file: String
    let answer: String?
    let controlNumber: String?
    let code: String?
    let segment: String?
    let position: Int?
    let loop: String?
    let element: Int?
    let component: Int?
    let claim: String?
    let reason: String
    let remedy: String

    init(_ rejection: FileRejection, file: String) {
      self.file = file
      answer = rejection.answer
      controlNumber = rejection.controlNumber
      code = rejection.code
      segment = rejection.segment
      position = rejection.position
      loop = rejection.loop
      element = rejection.element
      component = rejection.component
      claim = rejection.claim
      reason = rejection.reason
      remedy = rejection.remedy
    }
  }

  /// Trouble that was made on purpose with an answer, or with the decision on a claim that it tells.
  struct Injected: Encodable {
    let file: String
    let answer: String
    let rule: String
    let claim: String?
  }

  struct Summary: Encodable {
    var claims = 0
    var accepted = 0
    var rejected = 0
    var denied = 0
    var reversals = 0
    var charged = "0.00"
    var paid = "0.00"
    var patient = "0.00"
    var refusals: [Refusal] = []
  }

  struct Refusal: Encodable {
    let reason: String
    let lines: Int
    let amount: String
  }
}
