/// One connection through a proxy: two ends and a pipe each way. Decides what to read, write and close; does no input or
/// output itself.
public struct Passage: Sendable {
  /// A side of the proxy.
  public enum End: String, CaseIterable, Hashable, Sendable {
    /// Who connected to the proxy.
    case client
    /// Whom the proxy connected to.
    case server

    /// The other side.
    public var opposite: End { self == .client ? .server : .client }
  }

  /// The bytes on their way from one end.
  private struct Pipe {
    var bytes: [UInt8] = []
    /// Nothing is taken from the source and nothing is handed on.
    var isStalled = false
    /// The source sends no more.
    var isEnded = false
    /// That was told to the destination.
    var isEndPassedOn = false
  }

  /// How an end stands.
  private enum Standing {
    case open
    /// The other end is gone and this one is not told: what it sends is swallowed.
    case abandoned
    case closed
  }

  /// How many bytes may be on their way in one direction.
  public static let capacity = 64 << 10

  private var fromClient = Pipe()
  private var fromServer = Pipe()
  private var client = Standing.open
  private var server = Standing.open
  /// Whether the ends are to be reset instead of closed.
  public private(set) var isReset = false

  /// A connection with nothing on its way.
  public init() {}

  /// Whether both ends are closed.
  public var isFinished: Bool { self[standing: .client] == .closed && self[standing: .server] == .closed }

  /// Whether an end must be closed by now.
  public func isClosed(_ end: End) -> Bool { self[standing: end] == .closed }

  /// Whether an end is left without the other and was not told.
  public func isAbandoned(_ end: End) -> Bool { self[standing: end] == .abandoned }

  /// Whether both ends are there.
  public var isWhole: Bool { client == .open && server == .open }

  /// Whether to take bytes from an end.
  public func wantsToRead(from end: End) -> Bool {
    switch self[standing: end] {
    case .closed: false
    case .abandoned: true
    case .open: !self[from: end].isStalled && !self[from: end].isEnded && self[from: end].bytes.count < Passage.capacity
    }
  }

  /// Whether there are bytes to hand to an end.
  public func wantsToWrite(to end: End) -> Bool {
    let pipe = self[from: end.opposite]
    return self[standing: end] == .open && !pipe.isStalled && !pipe.bytes.isEmpty
  }

  /// Whether an end is to be told that nothing more comes.
  public func wantsToEnd(_ end: End) -> Bool {
    let pipe = self[from: end.opposite]
    return self[standing: end] == .open && pipe.isEnded && !pipe.isEndPassedOn && pipe.bytes.isEmpty && !pipe.isStalled
  }

  /// The bytes to hand to an end.
  public func bytes(for end: End) -> [UInt8] { self[from: end.opposite].bytes }
}

/// What happens to it.
extension Passage {
  /// Bytes came from an end.
  public mutating func received(_ bytes: ArraySlice<UInt8>, from end: End) {
    if self[standing: end] == .open { self[from: end].bytes += bytes }
  }

  /// An end took bytes.
  public mutating func sent(_ count: Int, to end: End) { self[from: end.opposite].bytes.removeFirst(count) }

  /// An end sends no more.
  public mutating func ended(_ end: End) {
    // The one that was left has noticed by itself.
    if self[standing: end] == .abandoned { return failed(end) }
    self[from: end].isEnded = true
  }

  /// An end was told that nothing more comes; the connection is over when both were.
  public mutating func endPassedOn(to end: End) {
    self[from: end.opposite].isEndPassedOn = true
    if fromClient.isEndPassedOn, fromServer.isEndPassedOn {
      client = .closed
      server = .closed
    }
  }

  /// An end is gone. The other one learns of it, unless its direction is stalled: then when bytes go on.
  public mutating func failed(_ end: End) {
    let isTold = self[standing: end] == .open && !self[from: end].isStalled
    self[standing: end] = .closed
    self[from: end.opposite].bytes = []
    if isTold { self[standing: end.opposite] = .closed }
  }

  /// Stops the bytes that come from the given ends.
  public mutating func stall(from ends: Set<End>) { for end in ends { self[from: end].isStalled = true } }

  /// Lets bytes go on.
  public mutating func resume() {
    for end in End.allCases {
      self[from: end].isStalled = false
      // What was hidden by the silence.
      if self[standing: end] == .closed, self[standing: end.opposite] == .open {
        self[standing: end.opposite] = .closed
      }
    }
  }

  /// Resets both ends.
  public mutating func cut() {
    isReset = true
    client = .closed
    server = .closed
  }

  /// Closes the server's or the client's end and leaves the other one as if nothing had happened.
  public mutating func abandon(_ end: End) {
    guard self[standing: end] == .open, self[standing: end.opposite] == .open else { return }
    self[standing: end.opposite] = .closed
    self[standing: end] = .abandoned
    fromClient = Pipe()
    fromServer = Pipe()
  }
}

extension Passage {
  private subscript(from end: End) -> Pipe {
    get { end == .client ? fromClient : fromServer }
    set { if end == .client { fromClient = newValue } else { fromServer = newValue } }
  }

  private subscript(standing end: End) -> Standing {
    get { end == .client ? client : server }
    set { if end == .client { client = newValue } else { server = newValue } }
  }
}
