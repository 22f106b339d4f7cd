import ClaimModel

/// Reads one 837P transaction.
///
/// The segments do not say which loop they belong to; it follows from the qualifiers and from where the last loop was:
/// an NM1*82 is the rendering provider of the claim after CLM, and of the line after LX.
///
/// Whether everything is there and well formed is the guide's to tell (`GuideWalker`); what is told here is what the guide
/// has no table for: numbers of levels, amounts, pointers and days.
public struct ProfessionalClaimsParser: TransactionParser {
  /// The set that it reads.
  public static let sets: [TransactionSet] = [.professionalClaims]

  var log = FaultLog()
  /// Its name is put into faults where there are any: naming it in the log each time would cost more than all that is noted.
  var loop = Loop.header
  var batch = ClaimBatch(
    reference: "", submitter: ClaimSubmitter(name: "", identifier: "", contactName: "", contactPhone: ""),
    receiver: ClaimReceiver(name: "", identifier: ""), claims: [])
  var billing = ProviderDraft()
  var subscriber = SubscriberDraft()
  /// The patient that is no subscriber, if there is one: asking a flag is cheaper than asking so large a value whether it is there.
  var dependent = PatientDraft()
  var hasDependent = false
  /// The claim that is being read, if any is.
  var draft = ClaimDraft()
  var hasDraft = false
  /// The line that is being read, if any is.
  var line = LineDraft()
  var hasLine = false
  /// Whether segments may have been read into a claim or line that there is not: behind a level of an unknown kind.
  var hasStrayParts = false
  /// The last day of a service, and what it was read as: lines of a claim mostly have the same.
  var lastDay: UInt64 = 0
  var lastDate = CalendarDate(daysSinceEpoch: 0)
  /// What elements were read as before.
  var texts = KnownValues<String>()
  var diagnosisCodes = KnownValues<DiagnosisCode>()
  var procedures = KnownValues<(ProcedureCode, [ProcedureModifier])>()
  var pointerLists = KnownValues<[Int]>()
  /// For fewer claims, keeping what elements were read as would cost more than it saves.
  static let claimsWithoutKnowing = 20
  /// How many claims were begun.
  var claimCount = 0
  private var levels = 0
  private var hasSubscriber = false
  var hasClaim = false

  /// A parser at the start of a transaction.
  public init(_ set: TransactionSet) {}
  /// The claim that is being read.
  public var currentClaim: PatientControlNumber? { log.claim }

  /// The claims that have been read to their ends, as a batch.
  public mutating func takeFinished() -> ClaimBatch? {
    guard !batch.claims.isEmpty else { return nil }
    let part = batch
    batch.claims = []
    // The next part probably has as many.
    batch.claims.reserveCapacity(part.claims.count)
    return part
  }

  /// Takes in a segment between ST and SE. In line, with what it calls for the segments of each claim: each of these is called
  /// from here alone.
  @inline(__always)
  public mutating func consume(_ segment: Segment) {
    let known = log.faults.count
    defer { if log.faults.count > known { log.name(loop: loop.rawValue, inLast: log.faults.count - known) } }
    // By the packed names: making a `SegmentID` of one is a comparison with each.
    switch segment.packedName {
    case SegmentID.bht.rawValue: header(segment)
    case SegmentID.hl.rawValue: level(segment)
    case SegmentID.nm1.rawValue: name(segment)
    case SegmentID.n3.rawValue: street(segment)
    case SegmentID.n4.rawValue: city(segment)
    case SegmentID.ref.rawValue: reference(segment)
    case SegmentID.per.rawValue: contact(segment)
    case SegmentID.dmg.rawValue: demographics(segment)
    case SegmentID.sbr.rawValue: insurance(segment)
    case SegmentID.prv.rawValue: specialty(segment)
    case SegmentID.clm.rawValue: beginClaim(segment)
    case SegmentID.hi.rawValue: diagnoses(segment)
    case SegmentID.lx.rawValue: beginLine(segment)
    case SegmentID.sv1.rawValue: service(segment)
    case SegmentID.dtp.rawValue: date(segment)
    case SegmentID.svd.rawValue: beginDecision(segment)
    case SegmentID.cas.rawValue: adjustments(segment)
    case SegmentID.amt.rawValue: amount(segment)
    default: break
    }
  }

  /// Ends the transaction.
  public mutating func finish(at place: SegmentPlace) -> (content: ClaimBatch?, faults: [SegmentFault]) {
    endClaim(isLast: true)
    if hasSubscriber, !hasClaim { log.missing("CLM", loop: "2300", before: place) }
    return (batch, log.faults)
  }

  /// A loop of the implementation guide; the raw value is its name.
  enum Loop: String {
    case header = ""
    case submitter = "1000A"
    case receiver = "1000B"
    case providerLevel = "2000A"
    case billing = "2010AA"
    case otherAddress = "2010AB"
    case subscriberLevel = "2000B"
    case subscriber = "2010BA"
    case payer = "2010BB"
    case patientLevel = "2000C"
    case patient = "2010CA"
    case claim = "2300"
    case rendering = "2310B"
    case otherProvider = "2310"
    case otherInsurance = "2320"
    case otherSubscriber = "2330A"
    case otherPayer = "2330B"
    case otherParty = "2330"
    case line = "2400"
    case lineRendering = "2420A"
    case lineProvider = "2420"
    case otherPayerDecision = "2430"

    /// Whether the loop belongs to a claim, its lines included.
    var isInClaim: Bool {
      switch self {
      case .claim, .rendering, .otherProvider: true
      default: isInLine || isInOtherInsurance
      }
    }

    /// Whether the loop is about another payer of the claim.
    var isInOtherInsurance: Bool {
      switch self {
      case .otherInsurance, .otherSubscriber, .otherPayer, .otherParty: true
      default: false
      }
    }

    /// Whether the loop belongs to a service line.
    var isInLine: Bool {
      switch self {
      case .line, .lineRendering, .lineProvider, .otherPayerDecision: true
      default: false
      }
    }
  }
}

// The header and the hierarchy.
extension ProfessionalClaimsParser {
  private mutating func header(_ segment: Segment) {
    if loop == .header { batch.reference = segment.text(3) }
  }

  private mutating func level(_ segment: Segment) {
    let kind = segment[3]
    // A patient's level belongs to the subscriber before it, another provider's or subscriber's does not.
    endClaim(isLast: kind.is("20") || kind.is("22"))
    if kind.is("20") {
      loop = .providerLevel
      billing = ProviderDraft()
      subscriber = SubscriberDraft()
    } else if kind.is("22") {
      loop = .subscriberLevel
      hasSubscriber = true
      subscriber.clear()
      subscriber.isOpen = true
      hasDependent = false
    } else if kind.is("23") {
      loop = .patientLevel
      (dependent, hasDependent) = (PatientDraft(), true)
    } else {
      hasStrayParts = true
    }
    number(segment, isTop: kind.is("20"))
  }

  /// Levels are numbered from 1 without a gap, and each names an earlier one as its parent.
  /// Source: 837P TR3, HL01 and HL02.
  private mutating func number(_ segment: Segment, isTop: Bool) {
    levels += 1
    if (segment.number(1) ?? segment[1].number) != levels {
      log.element(segment, 1, segment[1].isEmpty ? .missing : .invalidCode)
    }
    if isTop { return }
    let parent = segment.number(2) ?? segment[2].number ?? 0
    if parent < 1 || parent >= levels { log.element(segment, 2, segment[2].isEmpty ? .missing : .invalidCode) }
  }

  /// Starts to keep what elements are read as.
  mutating func startKnowing() {
    texts.start()
    diagnosisCodes.start()
    procedures.start()
    pointerLists.start()
  }

  private mutating func contact(_ segment: Segment) {
    guard loop == .submitter, batch.submitter.contactPhone.isEmpty else { return }
    batch.submitter.contactName = segment.text(2)
    for element in stride(from: 3, through: 7, by: 2) where segment[element].is("TE") {
      batch.submitter.contactPhone = segment.text(element + 1)
      return
    }
  }
}
