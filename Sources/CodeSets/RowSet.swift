/// A set of codes by their positions, a bit for each: asked before a table is searched that has nothing on most codes.
package struct RowSet: Sendable {
  @usableFromInline
  let bits: [UInt64]

  /// The set of the given positions.
  package init(_ rows: some Collection<Int32>) {
    var bits = [UInt64](repeating: 0, count: rows.max().map { Int($0) / 64 + 1 } ?? 0)
    for row in rows { bits[Int(row) / 64] |= 1 << UInt64(row % 64) }
    self.bits = bits
  }

  /// Whether the code at a position is one of them.
  @inlinable
  package func contains(_ row: Int) -> Bool { row >> 6 < bits.count && bits[row >> 6] >> UInt64(row & 63) & 1 != 0 }
}
