/// Puts an interchange together while its segments are read, and checks counts and control numbers.
struct InterchangeAssembly<Parser: TransactionParser> {
  /// What was read so far.
  private(set) var interchange: ReceivedInterchange<Parser.Content>
  private var group: ReceivedGroup<Parser.Content>?
  private var transaction: ReceivedTransaction<Parser.Content>?
  private var parser = Parser()
  private var controlNumbers: Set<String> = []
  /// Segments of the transaction so far.
  private var position = 0
  /// How many more segment faults are told. A file of nothing but broken transactions is not described to the end: its
  /// description would be far larger than the file.
  private var faultBudget = 2_000

  /// An interchange that starts with `header`.
  init(_ header: InterchangeHeader) {
    interchange = ReceivedInterchange(
      envelope: header.envelope, controlNumber: header.controlNumber, faults: header.faults, groups: [])
  }

  /// Reads up to the end of the interchange; returns where the next one may start.
  mutating func take(from cursor: inout SegmentCursor, start: Int) -> Int {
    while let segment = cursor.next(position: position + 1) {
      switch segment.id {
      case .isa:
        close(at: segment.byteOffset)
        return segment.byteOffset
      case .iea:
        end(segment)
        return cursor.offset
      case .gs: begin(group: segment)
      case .ge: end(group: segment)
      case .st: begin(transaction: segment)
      case .se: end(transaction: segment)
      default: content(segment)
      }
    }
    close(at: cursor.offset)
    return cursor.offset
  }

  private mutating func content(_ segment: Segment) {
    if transaction != nil {
      position += 1
      parser.consume(segment)
    } else if segment.id != .ta1 {
      misplaced(segment)
    }
  }

  /// Something stands where it may not; of several in a row the first is told.
  private mutating func misplaced(_ segment: Segment) {
    guard interchange.faults.last?.code != .invalidContent else { return }
    interchange.faults.append(EnvelopeFault(.invalidContent, byteOffset: segment.byteOffset))
  }

  private mutating func end(_ segment: Segment) {
    closeGroup(at: segment.place)
    if segment[1].number != interchange.groups.count {
      interchange.faults.append(EnvelopeFault(.groupCountMismatch, element: 1, byteOffset: segment.byteOffset))
    }
    if segment[2].string != interchange.controlNumber {
      interchange.faults.append(EnvelopeFault(.controlNumberMismatch, element: 2, byteOffset: segment.byteOffset))
    }
  }

  private mutating func close(at byteOffset: Int) {
    closeGroup(at: SegmentPlace(position: position + 1, byteOffset: byteOffset))
    interchange.faults.append(EnvelopeFault(.missingTrailer, byteOffset: byteOffset))
  }
}

// Functional groups.
extension InterchangeAssembly {
  private mutating func begin(group segment: Segment) {
    closeGroup(at: segment.place)
    controlNumbers.removeAll()
    var faults: [GroupFault] = []
    if !segment[1].isEqual(to: Parser.functionalID) { faults.append(.notSupported) }
    if segment[6].number == nil || segment[6].count > 9 { faults.append(.invalidControlNumber) }
    group = ReceivedGroup(
      functionalID: segment[1].string, sender: segment[2].trimmed, receiver: segment[3].trimmed,
      controlNumber: segment[6].string, version: segment[8].string, faults: faults, includedCount: 0,
      transactions: [])
  }

  private mutating func end(group segment: Segment) {
    closeTransaction(at: segment.place)
    guard var ended = group else { return misplaced(segment) }
    if segment[1].number != ended.transactions.count { ended.faults.append(.transactionCountMismatch) }
    if !segment[2].isEqual(to: ended.controlNumber) { ended.faults.append(.controlNumberMismatch) }
    ended.includedCount = min(segment[1].number ?? ended.transactions.count, 999_999)
    interchange.groups.append(ended)
    group = nil
  }

  private mutating func closeGroup(at place: SegmentPlace) {
    closeTransaction(at: place)
    guard var ended = group else { return }
    ended.faults.append(.missingTrailer)
    ended.includedCount = ended.transactions.count
    interchange.groups.append(ended)
    group = nil
  }
}

// Transactions.
extension InterchangeAssembly {
  private mutating func begin(transaction segment: Segment) {
    closeTransaction(at: segment.place)
    guard let group else { return misplaced(segment) }
    let version = segment[3].string
    let number = segment[2].string
    var faults: [TransactionFault] = []
    if segment[1].isEmpty {
      faults.append(.invalidIdentifier)
    } else if !segment[1].isEqual(to: Parser.setID) {
      faults.append(.notSupported)
    } else if !(version.isEmpty ? group.version : version).hasPrefix(Parser.versionPrefix) {
      faults.append(.implementationNotSupported)
    }
    if !(4...9).contains(segment[2].count) { faults.append(.invalidControlNumber) }
    if !controlNumbers.insert(number).inserted { faults.append(.duplicateControlNumber) }
    transaction = ReceivedTransaction(
      setID: segment[1].string, controlNumber: number, version: version, segmentCount: 0, faults: faults,
      segmentFaults: [], content: nil)
    parser = Parser()
    position = 1
  }

  private mutating func end(transaction segment: Segment) {
    guard let open = transaction else {
      content(segment)
      return
    }
    position += 1
    var faults: [TransactionFault] = []
    if segment[1].number != position { faults.append(.segmentCountMismatch) }
    if !segment[2].isEqual(to: open.controlNumber) { faults.append(.controlNumberMismatch) }
    finish(adding: faults, at: segment.place)
  }

  private mutating func closeTransaction(at place: SegmentPlace) {
    guard transaction != nil else { return }
    finish(adding: [.missingTrailer], at: SegmentPlace(position: position + 1, byteOffset: place.byteOffset))
  }

  private mutating func finish(adding faults: [TransactionFault], at place: SegmentPlace) {
    guard var ended = transaction else { return }
    transaction = nil
    ended.segmentCount = position
    position = 0
    ended.faults += faults
    // What another kind of transaction lacks as one of ours tells nothing.
    if !ended.faults.contains(.notSupported), !ended.faults.contains(.implementationNotSupported) {
      let result = parser.finish(at: place)
      ended.segmentFaults = Array(result.faults.prefix(faultBudget))
      faultBudget -= ended.segmentFaults.count
      if result.faults.contains(where: { !$0.isImplementationFault }) { ended.faults.append(.segmentsInError) }
      if result.faults.contains(where: \.isImplementationFault) { ended.faults.append(.implementationSegmentsInError) }
      if ended.faults.isEmpty { ended.content = result.content }
    }
    group?.transactions.append(ended)
  }
}

extension Element {
  func isEqual(to text: String) -> Bool { bytes.elementsEqual(text.utf8) }
}

extension SegmentFault {
  /// Whether only the implementation guide is broken, not the standard: all codes start with `I`.
  var isImplementationFault: Bool {
    code == .elementErrors ? elements.allSatisfy { $0.code.rawValue.hasPrefix("I") } : code.rawValue.hasPrefix("I")
  }
}
