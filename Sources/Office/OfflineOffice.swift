import ClaimModel
import Messages

/// Runs a desk without broker and store: messages go in, the desk's messages come out, cases are kept in memory. For
/// the commands that use an engine at a shell prompt. Parts are not bundled.
public struct OfflineOffice<D: Desk> {
  private let desk: D
  private var cases = Cases<D.Case>()
  private var numbers = OfflineNumbers()

  /// An office whose desk has seen nothing.
  public init(desk: D) { self.desk = desk }

  /// Handles one message.
  /// - Throws: `UndecodableMessage` or ``Refusal``.
  public mutating func handle(_ message: WireMessage) throws -> [Outgoing] {
    let input = try desk.read(message)
    let numbers = numbers
    var context = DeskContext<D.Part>(message: message.key, now: message.timestamp) { name throws(StoreError) in
      numbers.next(name)
    }
    try desk.handle(input, &cases, &context)
    return context.outgoing
  }
}

/// Number sequences in memory.
private final class OfflineNumbers {
  private var last: [String: Int64] = [:]

  func next(_ name: String) -> Int64 {
    last[name, default: 0] += 1
    return last[name, default: 0]
  }
}
