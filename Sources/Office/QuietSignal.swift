import Synchronization

/// A request to take no new messages, which may be withdrawn. Workers look at it before each step.
public final class QuietSignal: Sendable {
  private let isRaised = Atomic(false)

  /// A signal that is not raised.
  public init() {}

  /// Whether no new messages are to be taken.
  public var isSet: Bool { isRaised.load(ordering: .relaxed) }

  /// Asks workers to take no new messages.
  public func raise() { isRaised.store(true, ordering: .relaxed) }

  /// Lets workers take messages again.
  public func lower() { isRaised.store(false, ordering: .relaxed) }
}
