/// A file as it was sent: every byte of it, cut into interchanges and segments, so that what is not changed is written back
/// as it was. For the sets that are held against a guide (837P, 276) each segment knows its loop.
///
/// ```swift
/// var file = RawFile(bytes)
/// for claim in file.interchanges[0].loops("2300") { … }
/// file.bytes == bytes          // always
/// ```
///
/// Holds the whole file; for one of any size there is ``InterchangeStream``.
public struct RawFile: Hashable, Sendable {
  /// The interchanges.
  public var interchanges: [RawInterchange] = []
  /// What stands after the last one; all of a file in which no interchange can be found.
  public var rest: [UInt8] = []

  /// Cuts up the bytes of a file.
  public init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: SegmentCursor.scratchCapacity) { scratch in
        scratch.initialize(repeating: 0)
        if let ends = scratch.baseAddress { read(buffer, ends) }
      }
    }
  }

  /// The bytes of the file.
  public var bytes: [UInt8] { interchanges.flatMap(\.bytes) + rest }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ scratch: UnsafeMutablePointer<Int>) {
    var used = 0
    var offset = 0
    while let start = InterchangeHeader.find(in: bytes, from: offset) {
      let header = InterchangeHeader(bytes, at: start)
      offset = header.end
      guard let delimiters = header.delimiters,
        var cursor = SegmentCursor(bytes, at: start, delimiters: delimiters, scratch: scratch)
      else { continue }
      var interchange = RawInterchange(prefix: Array(bytes[used..<start]), delimiters: delimiters, segments: [])
      used = RawFile.read(&interchange, from: &cursor, bytes, start: start)
      offset = max(used, header.end)
      interchanges.append(interchange)
    }
    rest = Array(bytes[used...])
  }

  /// Reads the segments of one interchange; returns where it ends.
  private static func read(
    _ interchange: inout RawInterchange, from cursor: inout SegmentCursor, _ bytes: UnsafeBufferPointer<UInt8>,
    start: Int
  ) -> Int {
    var end = start
    var loops = RawLoops()
    while let segment = cursor.next(position: 1) {
      if segment.id == .isa, segment.byteOffset > start { break }
      if let last = interchange.segments.indices.last {
        interchange.segments[last].trailer = Array(bytes[end..<segment.byteOffset])
      }
      loops.follow(segment)
      let isEnded = bytes[cursor.offset - 1] == interchange.delimiters.terminator
      end = isEnded ? cursor.offset - 1 : cursor.offset
      interchange.segments.append(
        RawSegment(
          bytes: Array(bytes[segment.byteOffset..<end]), trailer: Array(bytes[end..<cursor.offset]),
          delimiters: interchange.delimiters, loop: loops.name, depth: loops.depth, opensLoop: loops.opensLoop))
      if segment.id == .iea { return cursor.offset }
    }
    return end + (interchange.segments.last?.trailer.count ?? 0)
  }
}

/// An interchange as it was sent.
public struct RawInterchange: Hashable, Sendable {
  /// What stands before it in the file.
  public var prefix: [UInt8]
  /// Its delimiters.
  public var delimiters: Delimiters
  /// Its segments, ISA and IEA among them.
  public var segments: [RawSegment]

  /// An interchange of its parts.
  public init(prefix: [UInt8] = [], delimiters: Delimiters, segments: [RawSegment]) {
    self.prefix = prefix
    self.delimiters = delimiters
    self.segments = segments
  }

  /// The bytes of the interchange and of what stands before it.
  public var bytes: [UInt8] { prefix + segments.flatMap { $0.bytes + $0.trailer } }

  /// The loops of the given name, each from the segment that opens it to its last, inner loops included.
  public func loops(_ name: String) -> [ArraySlice<RawSegment>] {
    segments.indices.filter { segments[$0].opensLoop && segments[$0].loop == name }.map { start in
      let depth = segments[start].depth
      let end = segments[(start + 1)...].firstIndex { $0.depth < depth || ($0.depth == depth && $0.opensLoop) }
      return segments[start..<(end ?? segments.endIndex)]
    }
  }

  /// The interchange with other delimiters.
  /// - Throws: ``X12Error`` `delimiter` when a new delimiter stands in the data.
  public func with(_ new: Delimiters) throws(X12Error) -> RawInterchange {
    var changed = self
    changed.delimiters = new
    let old = delimiters
    var table = (0...255).map { UInt8($0) }
    table[Int(old.element)] = new.element
    table[Int(old.component)] = new.component
    table[Int(old.terminator)] = new.terminator
    if let from = old.repetition, let to = new.repetition { table[Int(from)] = to }
    let isOld = Set([old.element, old.component, old.terminator] + (old.repetition.map { [$0] } ?? []))
    let isNew = Set([new.element, new.component, new.terminator] + (new.repetition.map { [$0] } ?? []))
    for index in segments.indices {
      if segments[index].bytes.contains(where: { isNew.contains($0) && !isOld.contains($0) }) {
        throw X12Error(code: .delimiter, segment: String(segments[index].name.prefix(3)), position: index)
      }
      changed.segments[index].bytes = segments[index].bytes.map { table[Int($0)] }
      changed.segments[index].trailer = segments[index].trailer.map { table[Int($0)] }
      changed.segments[index].delimiters = new
    }
    return changed
  }
}

/// Finds the loops of segments while they are cut.
private struct RawLoops {
  private var walker: GuideWalker?
  private var groupVersion = ""
  private(set) var name = ""
  private(set) var depth = 0
  private(set) var opensLoop = false

  mutating func follow(_ segment: Segment) {
    (name, depth, opensLoop) = ("", 0, false)
    switch segment.id {
    case .gs: groupVersion = segment[8].string
    case .st:
      let version = segment[3].isEmpty ? groupVersion : segment[3].string
      let set = AnyTransactionParser.sets.first {
        segment[1].isEqual(to: $0.setID) && version.hasPrefix($0.versionPrefix)
      }
      walker = set?.guide.map { GuideWalker($0) }
    case .se: walker = nil
    default:
      guard walker != nil else { return }
      walker?.consume(segment)
      (name, depth, opensLoop) = (walker?.loop ?? "", walker?.depth ?? 0, walker?.opensLoop ?? false)
    }
  }
}
