import ClaimModel
import X12

/// Why a file, or a part of it, is not processed: what is wrong, where, and what to do about it.
public struct FileRejection: Hashable, Sendable {
  /// What tells the sender: `TA1` of an envelope, `999` of a group, a transaction or a segment; `nil` where nothing can be
  /// answered.
  public var answer: String?
  /// The control number of what is refused: ISA13, GS06 or ST02.
  public var controlNumber: String?
  /// The code of the answer: TA105, AK905, IK502, IK304 or IK403.
  public var code: String?
  /// The segment, for instance `SE`.
  public var segment: String?
  /// Its position in the transaction, ST being 1.
  public var position: Int?
  /// The loop.
  public var loop: String?
  /// The element, from 1.
  public var element: Int?
  /// The component in it, from 1.
  public var component: Int?
  /// The claim (CLM01).
  public var claim: String?
  /// What is wrong, for people.
  public var reason: String
  /// What to do about it.
  public var remedy: String

  /// A rejection of its parts.
  public init(
    answer: String? = nil, controlNumber: String? = nil, code: String? = nil, segment: String? = nil,
    position: Int? = nil, loop: String? = nil, element: Int? = nil, component: Int? = nil, claim: String? = nil,
    reason: String, remedy: String
  ) {
    self.answer = answer
    self.controlNumber = controlNumber
    self.code = code
    self.segment = segment
    self.position = position
    self.loop = loop
    self.element = element
    self.component = component
    self.claim = claim
    self.reason = reason
    self.remedy = remedy
  }

  /// One line for people: where, what and the remedy, and the code of the answer.
  public var description: String {
    let source = answer.map { " (\($0)\(code.map { " code \($0)" } ?? ""))" } ?? ""
    return reason + source + "; " + remedy
  }
}

extension FileRejection {
  /// A file that is sound and asks for nothing.
  static let nothingToAnswer = FileRejection(
    reason: "nothing in it is for a payer to answer", remedy: "send an 837P or 276; a 999 or TA1 is not answered")

  /// Why the bytes of a file are not processed; empty when all of them are.
  static func all(of bytes: [UInt8]) -> [FileRejection] {
    guard bytes.contains(where: { $0 > 32 }) else {
      return [FileRejection(reason: "an empty file", remedy: "send an interchange that begins with ISA")]
    }
    let stated = StatedTrailers.all(of: bytes)
    var rejections: [FileRejection] = []
    var index = -1
    for interchange in PayerTransactionParser.read(bytes) {
      if !interchange.isRemainder { index += 1 }
      let stated = stated[at: index, interchange.controlNumber]
      rejections += interchange.faults.map { rejection($0, interchange, stated) }
      guard interchange.isSound else { continue }
      for (index, group) in interchange.groups.enumerated() where !group.isAcknowledgment {
        let stated = stated?.inner[at: index, group.controlNumber]
        rejections += group.faults.map { rejection($0, group, stated) }
        for (index, transaction) in group.transactions.enumerated() where !transaction.isAccepted {
          rejections += self.rejections(transaction, stated?.inner[at: index, transaction.controlNumber])
        }
      }
    }
    return rejections
  }

  private static func rejection<Content>(
    _ fault: EnvelopeFault, _ interchange: ReceivedInterchange<Content>, _ stated: StatedTrailers?
  ) -> FileRejection {
    let words =
      interchange.isRemainder
      ? (
        reason: "at byte \(fault.byteOffset) segments go on behind the interchange's IEA, outside of any",
        remedy: "send them in an interchange of their own, ISA to IEA, or before the IEA; they were not processed"
      ) : fault.code.words(stated, groups: interchange.groups.count)
    // A header without a sender can be answered by nobody.
    let isAnswered = interchange.envelope.map { !$0.sender.isEmpty } ?? false
    return FileRejection(
      answer: isAnswered ? "TA1" : nil,
      controlNumber: interchange.controlNumber.isEmpty ? nil : interchange.controlNumber,
      code: isAnswered ? fault.code.rawValue : nil, segment: fault.code.segment, element: fault.element,
      reason: words.reason, remedy: words.remedy)
  }

  private static func rejection<Content>(
    _ fault: GroupFault, _ group: ReceivedGroup<Content>, _ stated: StatedTrailers?
  ) -> FileRejection {
    let words = fault.words(group.functionalID, group.version, stated, transactions: group.transactions.count)
    return FileRejection(
      answer: "999", controlNumber: group.controlNumber, code: fault.rawValue, segment: fault.segment,
      reason: words.reason, remedy: words.remedy)
  }

  private static func rejections<Content>(
    _ transaction: ReceivedTransaction<Content>, _ stated: StatedTrailers?
  ) -> [FileRejection] {
    let whole = transaction.faults.filter { $0 != .segmentsInError && $0 != .implementationSegmentsInError }
    return whole.map { fault in
      let words = fault.words(transaction.setID, transaction.version, stated, segments: transaction.segmentCount)
      return FileRejection(
        answer: "999", controlNumber: transaction.controlNumber, code: fault.rawValue, segment: fault.segment,
        reason: words.reason, remedy: words.remedy)
    } + transaction.segmentFaults.flatMap { rejections($0, transaction.controlNumber) }
  }

  private static func rejections(_ fault: SegmentFault, _ transaction: String) -> [FileRejection] {
    let place =
      "\(fault.segment) at segment \(fault.position)"
      + (fault.loop.isEmpty ? "" : " in loop \(fault.loop)")
      + (fault.claim.map { " of claim \($0)" } ?? "")
    func rejection(_ code: String, _ words: (reason: String, remedy: String), _ element: ElementFault? = nil)
      -> FileRejection
    {
      FileRejection(
        answer: "999", controlNumber: transaction, code: code, segment: fault.segment, position: fault.position,
        loop: fault.loop.isEmpty ? nil : fault.loop, element: element?.element, component: element?.component,
        claim: fault.claim?.rawValue, reason: words.reason, remedy: words.remedy)
    }
    guard !fault.elements.isEmpty else {
      let words = fault.code.words(fault.segment)
      return [rejection(fault.code.rawValue, ("\(place): \(words.reason)", words.remedy))]
    }
    return fault.elements.map { element in
      let name =
        fault.segment + (element.element < 10 ? "0" : "") + String(element.element)
        + (element.component.map { "-\($0)" } ?? "")
      let words = element.words(in: fault.segment)
      return rejection(element.code.rawValue, ("\(place): \(name) \(words.reason)", words.remedy), element)
    }
  }
}

/// What an interchange, a group or a transaction says of itself: the number in its header, count and number in its trailer.
struct StatedTrailers {
  var headerNumber = ""
  var count = ""
  var controlNumber = ""
  /// The groups of an interchange, the transactions of a group.
  var inner: [StatedTrailers] = []

  /// The interchanges of a file, in order.
  static func all(of bytes: [UInt8]) -> [StatedTrailers] {
    RawFile(bytes).interchanges.map { interchange in
      var stated = StatedTrailers()
      for segment in interchange.segments {
        let group = stated.inner.count - 1
        switch segment.name {
        case "ISA": stated.headerNumber = segment[13]
        case "IEA": stated.end(segment)
        case "GS": stated.inner.append(StatedTrailers(headerNumber: segment[6]))
        case "GE" where group >= 0: stated.inner[group].end(segment)
        case "ST" where group >= 0: stated.inner[group].inner.append(StatedTrailers(headerNumber: segment[2]))
        case "SE" where group >= 0 && !stated.inner[group].inner.isEmpty:
          stated.inner[group].inner[stated.inner[group].inner.count - 1].end(segment)
        default: break
        }
      }
      return stated
    }
  }

  private mutating func end(_ segment: RawSegment) { (count, controlNumber) = (segment[1], segment[2]) }
}

extension [StatedTrailers] {
  /// What the one at an index says, when it has the number.
  fileprivate subscript(at index: Int, number: String) -> StatedTrailers? {
    indices.contains(index) && self[index].headerNumber == number ? self[index] : nil
  }
}
