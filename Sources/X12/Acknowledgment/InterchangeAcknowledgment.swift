/// The answer to one interchange's envelope: a TA1 segment.
///
/// Source: X12.5, TA1 segment; 999 TR3 005010X231A1, appendix C.
public struct InterchangeAcknowledgment: Hashable, Sendable {
  /// The control number of the interchange that is answered (TA101), nine digits.
  public var controlNumber: String
  /// Its date, six digits (TA102).
  public var date: String
  /// Its time, four digits (TA103).
  public var time: String
  /// The verdict (TA104).
  public var verdict: Verdict
  /// What is wrong (TA105); `nil` when nothing is.
  public var fault: EnvelopeFault.Code?

  /// An answer to the given interchange.
  public init(controlNumber: String, date: String, time: String, verdict: Verdict, fault: EnvelopeFault.Code? = nil) {
    self.controlNumber = controlNumber
    self.date = date
    self.time = time
    self.verdict = verdict
    self.fault = fault
  }

  /// The answer that a TA1 segment holds.
  init(_ segment: Segment) {
    controlNumber = segment[1].string
    date = segment[2].string
    time = segment[3].string
    verdict = Verdict(rawValue: segment[4].string) ?? .rejected
    fault = EnvelopeFault.Code(rawValue: segment[5].string)
  }

  /// The verdict on an envelope.
  /// Source: X12 data element I17.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The envelope is sound.
    case accepted = "A"
    /// It is taken, though errors were noted.
    case acceptedWithErrors = "E"
    /// It is not taken, and nothing in it is processed.
    case rejected = "R"
  }
}

extension ReceivedInterchange {
  /// What to answer to the envelope: of several faults the first. What stands behind an interchange does not undo it.
  public var acknowledgment: InterchangeAcknowledgment {
    func digits(_ text: String, _ count: Int) -> String {
      let isGood = text.utf8.count == count && text.utf8.allSatisfy { (48...57).contains($0) }
      return isGood ? text : String(repeating: "0", count: count)
    }
    return InterchangeAcknowledgment(
      controlNumber: digits(controlNumber, 9), date: digits(dateText, 6), time: digits(timeText, 4),
      verdict: isSound ? .accepted : isRemainder ? .acceptedWithErrors : .rejected, fault: faults.first?.code)
  }
}
