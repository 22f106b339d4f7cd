import ClaimModel

/// Puts an interchange together while its segments are read, and checks counts and control numbers.
struct InterchangeAssembly<Parser: TransactionParser> {
  /// Something that was read to its end.
  typealias Event = InterchangeEvent<Parser.Content>

  private var interchange: ReceivedInterchange<Parser.Content>
  private var groupCount = 0
  private var group: ReceivedGroup<Parser.Content>?
  private var groupSets: [TransactionSet] = []
  private var transactionCount = 0
  private var transaction: ReceivedTransaction<Parser.Content>?
  /// Reads the transaction, if it is one of ours. Always there, because it is asked for at every segment.
  private var parser = Parser(Parser.sets[0])
  private var isParsing = false
  /// Follows it through its guide, if it has one. Always there, as the parser is.
  private var walker = GuideWalker(.professionalClaims)
  private var isWalking = false
  private var controlNumbers: Set<String> = []
  private var groupNumbers: Set<Int> = []
  /// Segments of the transaction so far.
  private var position = 0
  /// How many more segment faults are told. A file of nothing but broken transactions is not described to the end: its
  /// description would be far larger than the file.
  private var faultBudget = 2_000
  private let givesParts: Bool

  /// An interchange that starts with `header`.
  init(_ header: InterchangeHeader, givesParts: Bool) {
    interchange = header.interchange()
    self.givesParts = givesParts
  }

  /// Reads on; returns whether the interchange has ended.
  mutating func take(from cursor: inout SegmentCursor, events: inout [Event]) -> Bool {
    while let segment = cursor.next(position: position &+ 1) {
      // Most segments are content.
      guard segment.isOfEnvelope else {
        if isParsing { parsed(segment, &events) } else { content(segment, &events) }
        continue
      }
      switch segment.id {
      case .isa:
        // Another begins: it is read again as a header.
        cursor.stepBack(to: segment)
        close(for: .missingTrailer, at: segment.byteOffset, events: &events)
        return true
      case .iea:
        end(segment, &events)
        return true
      case .gs: begin(group: segment, &events)
      case .ge: end(group: segment, &events)
      case .st: begin(transaction: segment, &events)
      case .se: end(transaction: segment, &events)
      default: content(segment, &events)
      }
    }
    return false
  }

  /// Ends the interchange where it should not end.
  mutating func close(for code: EnvelopeFault.Code, at byteOffset: Int, events: inout [Event]) {
    closeGroup(at: SegmentPlace(position: position + 1, byteOffset: byteOffset), &events)
    interchange.faults.append(EnvelopeFault(code, byteOffset: byteOffset))
    events.append(.interchange(interchange))
  }

  /// Tells what has been read to its end of the transaction that is open.
  mutating func tellPart(_ events: inout [Event]) {
    if givesParts, isParsing, let part = parser.takeFinished() { events.append(.part(part)) }
  }

  @inline(__always)
  private mutating func parsed(_ segment: Segment, _ events: inout [Event]) {
    position &+= 1
    parser.consume(segment)
    if isWalking { walk(segment) }
  }

  @inline(never)
  private mutating func content(_ segment: Segment, _ events: inout [Event]) {
    if isParsing {
      parsed(segment, &events)
    } else if transaction != nil {
      position += 1
    } else if segment.id == .ta1 {
      interchange.acknowledgments.append(InterchangeAcknowledgment(segment))
    } else {
      misplaced(segment)
    }
  }

  @inline(__always)
  private mutating func walk(_ segment: Segment) {
    let count = walker.consume(segment)
    if count > 0 { nameClaim(inLast: count) }
  }

  @inline(never)
  private mutating func nameClaim(inLast count: Int) {
    if let claim = parser.currentClaim { walker.name(claim, inLast: count) }
  }

  /// Something stands where it may not; of several in a row the first is told.
  private mutating func misplaced(_ segment: Segment) {
    guard interchange.faults.last?.code != .invalidContent else { return }
    interchange.faults.append(EnvelopeFault(.invalidContent, byteOffset: segment.byteOffset))
  }

  private mutating func end(_ segment: Segment, _ events: inout [Event]) {
    closeGroup(at: segment.place, &events)
    if segment[1].number != groupCount {
      interchange.faults.append(EnvelopeFault(.groupCountMismatch, element: 1, byteOffset: segment.byteOffset))
    }
    if segment[2].string != interchange.controlNumber {
      interchange.faults.append(EnvelopeFault(.controlNumberMismatch, element: 2, byteOffset: segment.byteOffset))
    }
    events.append(.interchange(interchange))
  }
}

// Functional groups.
extension InterchangeAssembly {
  private mutating func begin(group segment: Segment, _ events: inout [Event]) {
    closeGroup(at: segment.place, &events)
    controlNumbers.removeAll()
    groupSets = Parser.sets.filter { segment[1].isEqual(to: $0.functionalID) }
    var faults: [GroupFault] = []
    if groupSets.isEmpty { faults.append(.notSupported) }
    if let number = segment[6].number, segment[6].count <= 9 {
      if !groupNumbers.insert(number).inserted { faults.append(.duplicateControlNumber) }
    } else {
      faults.append(.invalidControlNumber)
    }
    transactionCount = 0
    group = ReceivedGroup(
      functionalID: segment[1].string, sender: segment[2].trimmed, receiver: segment[3].trimmed,
      controlNumber: segment[6].string, version: segment[8].string, faults: faults, includedCount: 0,
      transactions: [])
  }

  private mutating func end(group segment: Segment, _ events: inout [Event]) {
    closeTransaction(at: segment.place, &events)
    guard let open = group else { return misplaced(segment) }
    if segment[1].number != transactionCount { group?.faults.append(.transactionCountMismatch) }
    if !segment[2].isEqual(to: open.controlNumber) { group?.faults.append(.controlNumberMismatch) }
    endGroup(including: min(segment[1].number ?? transactionCount, 999_999), &events)
  }

  private mutating func closeGroup(at place: SegmentPlace, _ events: inout [Event]) {
    closeTransaction(at: place, &events)
    guard group != nil else { return }
    group?.faults.append(.missingTrailer)
    endGroup(including: transactionCount, &events)
  }

  private mutating func endGroup(including count: Int, _ events: inout [Event]) {
    guard var ended = group else { return }
    group = nil
    ended.includedCount = count
    groupCount += 1
    events.append(.group(ended))
  }
}

// Transactions.
extension InterchangeAssembly {
  private mutating func begin(transaction segment: Segment, _ events: inout [Event]) {
    closeTransaction(at: segment.place, &events)
    guard let group else { return misplaced(segment) }
    let version = segment[3].string
    let number = segment[2].string
    let ofSet = groupSets.filter { segment[1].isEqual(to: $0.setID) }
    let set = ofSet.first { (version.isEmpty ? group.version : version).hasPrefix($0.versionPrefix) }
    var faults: [TransactionFault] = []
    if segment[1].isEmpty {
      faults.append(.invalidIdentifier)
    } else if ofSet.isEmpty {
      faults.append(.notSupported)
    } else if set == nil {
      faults.append(.implementationNotSupported)
    } else if let set, set.mustBeNamed {
      if version.isEmpty { faults.append(.implementationNotSupported) }
      // The group's guide is the one of its transactions.
      if !group.version.hasPrefix(set.versionPrefix), !group.faults.contains(.versionNotSupported) {
        self.group?.faults.append(.versionNotSupported)
      }
    }
    if !(4...9).contains(segment[2].count) { faults.append(.invalidControlNumber) }
    if !controlNumbers.insert(number).inserted { faults.append(.duplicateControlNumber) }
    transaction = ReceivedTransaction(
      setID: segment[1].string, controlNumber: number, version: version, segmentCount: 0, faults: faults,
      segmentFaults: [], content: nil)
    transactionCount += 1
    isParsing = set != nil
    if let set { parser = Parser(set) }
    if let guide = set?.guide {
      walker = GuideWalker(guide)
      isWalking = true
    }
    position = 1
  }

  private mutating func end(transaction segment: Segment, _ events: inout [Event]) {
    guard let open = transaction else { return content(segment, &events) }
    position += 1
    var faults: [TransactionFault] = []
    if segment[1].number != position { faults.append(.segmentCountMismatch) }
    if !segment[2].isEqual(to: open.controlNumber) { faults.append(.controlNumberMismatch) }
    finish(adding: faults, at: segment.place, &events)
  }

  private mutating func closeTransaction(at place: SegmentPlace, _ events: inout [Event]) {
    guard transaction != nil else { return }
    finish(
      adding: [.missingTrailer], at: SegmentPlace(position: position + 1, byteOffset: place.byteOffset), &events)
  }

  private mutating func finish(
    adding faults: [TransactionFault], at place: SegmentPlace, _ events: inout [Event]
  ) {
    guard var ended = transaction else { return }
    transaction = nil
    ended.segmentCount = position
    position = 0
    ended.faults += faults
    // What is not one of ours was not read.
    if isParsing {
      let result = parser.finish(at: place)
      if isWalking { walker.finish(at: place) }
      let found = (isWalking ? walker.faults : []).merged(with: result.faults)
      let grave = found.filter(\.isGrave)
      ended.segmentFaults = Array(grave.prefix(faultBudget))
      ended.notes = Array(found.filter { !$0.isGrave }.prefix(faultBudget - ended.segmentFaults.count))
      faultBudget -= ended.segmentFaults.count + ended.notes.count
      if grave.contains(where: { !$0.isImplementationFault }) { ended.faults.append(.segmentsInError) }
      if grave.contains(where: \.isImplementationFault) { ended.faults.append(.implementationSegmentsInError) }
      if ended.faults.isEmpty { ended.content = result.content }
    }
    parser = Parser(Parser.sets[0])
    isParsing = false
    if isWalking { walker = GuideWalker(.professionalClaims) }
    isWalking = false
    events.append(.transaction(ended))
  }
}

extension Element {
  func isEqual(to text: String) -> Bool { bytes.elementsEqual(text.utf8) }
}
