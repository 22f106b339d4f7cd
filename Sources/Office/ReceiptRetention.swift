import ClaimModel

/// Purges receipts that are older than a message may take to come again, a few at a time between batches.
///
/// Called after each batch it deletes at most twice as many receipts as the batch added, so the table stops growing
/// and no call takes long.
///
/// A worker whose clock is far ahead must not take young receipts for old ones. So the time counts that both its clock and
/// the clocks of those who sent to it have reached; a receipt is dated by the later of the two for the same reason.
///
/// A message may come again for as long as the system's clock says, however fast business time passes: times are those of
/// business, in which the retention is that much longer.
struct ReceiptRetention {
  /// How long receipts are kept, in milliseconds of business time; `nil` keeps them for ever.
  let retentionMilliseconds: Int64?
  /// The most receipts deleted by one call.
  let limit: Int
  /// Milliseconds to the next look when there was nothing more to delete.
  static let intervalMilliseconds: Int64 = 60_000
  /// The same in business time.
  private let businessIntervalMilliseconds: Int64
  private var nextLook = Timestamp(milliseconds: .min)
  private var latestSent: Timestamp?

  init(_ configuration: WorkerConfiguration, clock: BusinessClock = .system) {
    retentionMilliseconds = configuration.receiptRetentionMilliseconds.map { clock.milliseconds(in: $0) }
    businessIntervalMilliseconds = clock.milliseconds(in: ReceiptRetention.intervalMilliseconds)
    limit = 2 * configuration.batchLimit
  }

  /// Notes when a message that was handled had been sent.
  mutating func note(sent: Timestamp) { latestSent = latestSent.map { max($0, sent) } ?? sent }

  /// Deletes receipts when it is time to; `now` is business time. Before any message was handled there is nothing to make room for.
  /// - Returns: how many were deleted.
  @discardableResult
  mutating func purge(_ store: any Store, now: Timestamp) throws(StoreError) -> Int {
    guard let retentionMilliseconds, let latestSent, now >= nextLook else { return 0 }
    // Even when the store refuses: the next batch needs it more than we do.
    nextLook = now.adding(milliseconds: businessIntervalMilliseconds)
    let oldest = min(now, latestSent).adding(milliseconds: -retentionMilliseconds)
    let limit = limit
    let count = try store.transaction { transaction throws(StoreError) in
      try transaction.purgeReceipts(handledBefore: oldest, limit: limit)
    }
    if count == limit { nextLook = now }
    return count
  }
}
