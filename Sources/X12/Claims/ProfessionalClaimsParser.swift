import ClaimModel

/// Reads one 837P transaction.
///
/// The segments do not say which loop they belong to; it follows from the qualifiers and from where the last loop was:
/// an NM1*82 is the rendering provider of the claim after CLM, and of the line after LX.
public struct ProfessionalClaimsParser: TransactionParser {
  /// `HC`, health care claim.
  public static let functionalID = "HC"
  /// `837`.
  public static let setID = "837"
  /// Any addenda of X222.
  public static let versionPrefix = "005010X222"

  var log = FaultLog()
  var loop = Loop.header { didSet { log.loop = loop.rawValue } }
  var batch = ClaimBatch(
    reference: "", submitter: ClaimSubmitter(name: "", identifier: "", contactName: "", contactPhone: ""),
    receiver: ClaimReceiver(name: "", identifier: ""), claims: [])
  var billing = ProviderDraft()
  var subscriber = SubscriberDraft()
  var dependent: PatientDraft?
  var claim: ClaimDraft?
  var line: LineDraft?
  var seen: Seen = []

  /// A parser at the start of a transaction.
  public init() {}

  /// Takes in a segment between ST and SE.
  public mutating func consume(_ segment: Segment) {
    switch segment.id {
    case .bht: header(segment)
    case .hl: level(segment)
    case .nm1: name(segment)
    case .n3: street(segment)
    case .n4: city(segment)
    case .ref: reference(segment)
    case .per: contact(segment)
    case .dmg: demographics(segment)
    case .sbr: insurance(segment)
    case .prv: specialty(segment)
    case .clm: beginClaim(segment)
    case .hi: diagnoses(segment)
    case .lx: beginLine(segment)
    case .sv1: service(segment)
    case .dtp: serviceDate(segment)
    case .svd: if loop.isInLine { loop = .otherPayerDecision }
    case nil: unknown(segment)
    default: break
    }
  }

  /// Ends the transaction.
  public mutating func finish(at place: SegmentPlace) -> (content: ClaimBatch?, faults: [SegmentFault]) {
    endSubscriber(before: place)
    if !seen.contains(.header) { log.missing("BHT", loop: "", before: place) }
    if !seen.contains(.submitter) { log.missing("NM1", loop: "1000A", before: place) }
    if !seen.contains(.receiver) { log.missing("NM1", loop: "1000B", before: place) }
    if !seen.contains(.provider) { log.missing("HL", loop: "2000A", before: place) }
    if seen.contains(.provider), !seen.contains(.subscriber) { log.missing("HL", loop: "2000B", before: place) }
    if seen.contains(.subscriber), !seen.contains(.claim) { log.missing("CLM", loop: "2300", before: place) }
    return (batch, log.faults)
  }

  /// What a transaction must have and has had.
  struct Seen: OptionSet {
    let rawValue: UInt8
    static let header = Seen(rawValue: 1)
    static let submitter = Seen(rawValue: 2)
    static let receiver = Seen(rawValue: 4)
    static let provider = Seen(rawValue: 8)
    static let subscriber = Seen(rawValue: 16)
    static let claim = Seen(rawValue: 32)
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
    case otherParty = "2330"
    case line = "2400"
    case lineRendering = "2420A"
    case lineProvider = "2420"
    case otherPayerDecision = "2430"

    /// Whether the loop belongs to a claim, its lines included.
    var isInClaim: Bool {
      switch self {
      case .claim, .rendering, .otherProvider, .otherInsurance, .otherParty: true
      default: isInLine
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
    guard loop == .header, !seen.contains(.header) else { return log.segment(segment, .outOfSequence) }
    seen.insert(.header)
    batch.reference = log.text(segment, 3, max: 50)
    if !segment[1].is("0019") { log.element(segment, 1, segment[1].isEmpty ? .missing : .invalidCode) }
    if !segment[2].is("00"), !segment[2].is("18") {
      log.element(segment, 2, segment[2].isEmpty ? .missing : .invalidCode)
    }
    _ = log.date(segment, 4)
  }

  private mutating func level(_ segment: Segment) {
    let kind = segment[3]
    if segment[1].number == nil { log.element(segment, 1, segment[1].isEmpty ? .missing : .invalidCharacter) }
    endSubscriber(before: segment.place)
    if kind.is("20") {
      loop = .providerLevel
      seen.insert(.provider)
      billing = ProviderDraft()
      subscriber = SubscriberDraft()
    } else if kind.is("22") {
      endProvider(before: segment.place)
      loop = .subscriberLevel
      seen.insert(.subscriber)
      subscriber = SubscriberDraft()
      subscriber.isOpen = true
      dependent = nil
    } else if kind.is("23") {
      if !subscriber.isOpen { log.segment(segment, .outOfSequence) }
      checkSubscriber(before: segment.place)
      loop = .patientLevel
      dependent = PatientDraft()
    } else {
      log.element(segment, 3, kind.isEmpty ? .missing : .invalidCode)
    }
  }

  private mutating func unknown(_ segment: Segment) {
    // Segments of the standard that are not read here are skipped; what is no segment name at all is an error.
    let name = segment[0]
    let isName =
      (2...3).contains(name.count) && name.bytes.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    if !isName { log.segment(segment, .unrecognized) }
  }

  private mutating func contact(_ segment: Segment) {
    guard loop == .submitter, batch.submitter.contactPhone.isEmpty else { return }
    batch.submitter.contactName = log.optionalText(segment, 2, max: 60)
    for element in stride(from: 3, through: 7, by: 2) where segment[element].is("TE") {
      batch.submitter.contactPhone = log.text(segment, element + 1, max: 256)
      return
    }
  }
}
