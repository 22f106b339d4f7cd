import ClaimModel
import Messages

/// What one office does with its messages: a pure state machine.
///
/// A desk reads no clock and does no I/O. What it must see to decide comes in as cases; what it decides goes out as
/// changed cases and through the ``DeskContext``. So the same desk runs under the worker runtime and in a simulation.
public protocol Desk: Sendable {
  /// A message, decoded.
  associatedtype Input
  /// What the office keeps of a visit or claim.
  associatedtype Case: CaseBody
  /// Something that several messages of a batch contribute to one outgoing message; `Never` when there is none.
  associatedtype Part = Never

  /// The office whose desk this is.
  var office: OfficeID { get }

  /// The most parts in one bundle.
  var bundleLimit: Int { get }

  /// Decodes a message.
  func read(_ message: WireMessage) throws(UndecodableMessage) -> Input

  /// The visits a message is about, for the journal, as far as the message and its cases tell.
  func visits(of input: Input, known: Cases<Case>) -> [VisitID]

  /// The cases that must be seen to handle a message. Asked again with what was found, until it names nothing new: so
  /// a case may name further ones.
  func cases(for input: Input, known: Cases<Case>) -> [CaseKey]

  /// Handles one message.
  /// - Throws: ``Refusal`` to put the message off or to park it; the cases are then left as they were.
  func handle(_ input: Input, _ cases: inout Cases<Case>, _ context: inout DeskContext<Part>) throws(Refusal)

  /// Does what an operator asks of the desk itself, from the next message on.
  /// - Throws: ``Refusal`` when it is nothing this desk does, or cannot be read; the desk is then left as it was.
  mutating func obey(_ order: ControlOrder) throws(Refusal)

  /// Reads a case out of its stored form.
  func read(stored: [UInt8], of key: CaseKey) throws(UndecodableMessage) -> Case

  /// The stored form of a case.
  func stored(_ body: Case, of key: CaseKey) -> [UInt8]

  /// Makes one message of the parts that a batch of messages contributed under `key`. New cases may be made.
  func bundle(
    _ parts: [Part], key: String, _ cases: inout Cases<Case>, _ context: inout DeskContext<Part>
  ) throws(Refusal)
}

extension Desk {
  /// One hundred.
  public var bundleLimit: Int { 100 }

  /// Reads it.
  public func read(stored: [UInt8], of key: CaseKey) throws(UndecodableMessage) -> Case { try Case(stored: stored) }

  /// Makes it.
  public func stored(_ body: Case, of key: CaseKey) -> [UInt8] { body.stored() }

  /// Refuses every order that is about the desk.
  public mutating func obey(_ order: ControlOrder) throws(Refusal) {
    throw .never("this office does nothing of the kind")
  }
}

extension Desk where Part == Never {
  /// Never called: there are no parts.
  public func bundle(
    _ parts: [Never], key: String, _ cases: inout Cases<Case>, _ context: inout DeskContext<Never>
  ) {}
}

/// What an office keeps in a case: a value with a stored form.
public protocol CaseBody: Sendable {
  /// Reads the stored form.
  init(stored: [UInt8]) throws(UndecodableMessage)
  /// The stored form.
  func stored() -> [UInt8]
}

/// Why a desk does not handle a message now.
public struct Refusal: Error, Hashable, Sendable {
  /// What becomes of the message.
  public enum Disposition: Hashable, Sendable {
    /// It is tried again later, on the retry ladder.
    case later
    /// A person must look: it is parked.
    case never
  }

  /// What becomes of the message.
  public let disposition: Disposition
  /// Why, in words that quote nothing of the message but ids.
  public let reason: String

  /// The message is tried again later.
  public static func later(_ reason: String) -> Refusal { Refusal(disposition: .later, reason: reason) }
  /// The message is parked.
  public static func never(_ reason: String) -> Refusal { Refusal(disposition: .never, reason: reason) }
}

/// The cases of a batch, loaded and changed.
public struct Cases<Body: CaseBody>: Sendable {
  private var bodies: [CaseKey: Body]
  private(set) var changed: Set<CaseKey> = []
  private var missing: Set<CaseKey> = []
  /// What the cases changed since the last mark were before.
  private var former: [(key: CaseKey, body: Body?, wasChanged: Bool)] = []

  /// The given cases, none changed.
  public init(_ bodies: [CaseKey: Body] = [:]) { self.bodies = bodies }

  /// A case, `nil` when it does not exist. Setting `nil` is not allowed: offices forget nothing.
  public subscript(key: CaseKey) -> Body? {
    get { bodies[key] }
    set {
      guard let newValue else { preconditionFailure("a case is never deleted") }
      let old = bodies.updateValue(newValue, forKey: key)
      former.append((key, old, !changed.insert(key).inserted))
    }
  }

  /// Whether the case was looked for and does not exist: then what it would have led to must be found in another way.
  public func isMissing(_ key: CaseKey) -> Bool { bodies[key] == nil && missing.contains(key) }

  /// Takes in cases that were loaded later; those of `keys` that are not among them do not exist.
  mutating func merge(_ loaded: [CaseKey: Body], of keys: [CaseKey]) {
    bodies.merge(loaded) { kept, _ in kept }
    if loaded.count < keys.count { missing.formUnion(keys.lazy.filter { loaded[$0] == nil }) }
  }

  /// Sets the mark to which ``revert()`` goes back.
  mutating func mark() { former.removeAll(keepingCapacity: true) }

  /// Undoes every change since the mark.
  mutating func revert() {
    for (key, body, wasChanged) in former.reversed() {
      bodies[key] = body
      if !wasChanged { changed.remove(key) }
    }
    former.removeAll(keepingCapacity: true)
  }

  /// The changed cases in the order of their keys, in the form that `stored` gives them.
  func changes(_ stored: (Body, CaseKey) -> [UInt8] = { body, _ in body.stored() }) -> [(key: CaseKey, body: [UInt8])] {
    var keys = Array(changed)
    CaseKey.sort(&keys)
    return keys.map { key in (key, bodies[key].map { stored($0, key) } ?? []) }
  }
}
