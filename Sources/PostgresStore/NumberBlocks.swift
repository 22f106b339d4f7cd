/// Numbers of sequences that this process drew and has not given out.
///
/// Drawing locks the sequence until the transaction ends, and costs a round trip; so several are drawn at once.
struct NumberBlocks {
  /// How many numbers are drawn at once.
  static let size: Int64 = 32

  private var blocks: [String: ClosedRange<Int64>] = [:]
  /// The sequences whose block comes of a transaction that has not ended.
  private var drawn: Set<String> = []

  /// The next number of a sequence; `nil` when a block must be drawn.
  mutating func next(of sequence: String) -> Int64? {
    guard let block = blocks[sequence] else { return nil }
    blocks[sequence] = block.count > 1 ? block.lowerBound + 1...block.upperBound : nil
    return block.lowerBound
  }

  /// Takes a block that was drawn; `last` is its last number.
  mutating func take(_ sequence: String, upTo last: Int64) {
    blocks[sequence] = last - NumberBlocks.size + 1...last
    drawn.insert(sequence)
  }

  /// The transaction has ended. What it drew belongs to us only if it is known to be committed; what it gave out is
  /// not given out again, because a commit whose answer was lost may have taken place.
  mutating func settle(isCommitted: Bool) {
    if !isCommitted { for sequence in drawn { blocks[sequence] = nil } }
    drawn = []
  }
}
