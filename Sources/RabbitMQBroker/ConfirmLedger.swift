import ClaimModel
import Office

/// What was published and not yet answered for, by the broker's numbers: one connection's confirm mode.
///
/// A publication is unsettled until the broker acknowledges or refuses it. One that no queue takes is returned first
/// and acknowledged then. Batches are kept as they were handed over, so nothing is copied for the ordinary case.
struct ConfirmLedger {
  private struct Batch {
    let first: UInt64
    var publications: [Publication]
    /// Which have been settled out of order; empty while none has.
    var settled: [Bool] = []
    /// How many are settled from the start on.
    var prefix = 0
    /// The broker's words by index.
    var returned: [Int: String] = [:]

    var last: UInt64 { first + UInt64(publications.count) - 1 }

    /// Whether the publication at `index` has been answered for.
    func isSettled(_ index: Int) -> Bool { index < prefix || !settled.isEmpty && settled[index] }

    /// Moves the prefix over what was settled out of order.
    mutating func skipSettled() {
      while prefix < settled.count, settled[prefix] { prefix += 1 }
    }
  }

  private var batches: [Batch] = []
  private var head = 0
  private var failures: [(sequence: UInt64, failure: PublishFailure)] = []
  /// The sequence from which the next returned message is looked for: returns come in the order of publishing.
  private var returnCursor: UInt64 = 0

  /// The number of the last publication.
  private(set) var lastSequence: UInt64 = 0
  /// How many publications are unsettled.
  private(set) var unsettledCount = 0

  /// Numbers `publications` in order.
  mutating func append(_ publications: [Publication]) {
    guard !publications.isEmpty else { return }
    batches.append(Batch(first: lastSequence + 1, publications: publications))
    lastSequence += UInt64(publications.count)
    unsettledCount += publications.count
  }

  /// Notes a publication that cannot be sent at all; it is reported with everything up to the last number.
  mutating func reject(_ publication: Publication, reason: String) {
    failures.append((lastSequence, PublishFailure(publication: publication, reason: .returned(reason))))
  }

  /// The broker's answer for publication `sequence`, or for everything up to it.
  ///
  /// Numbers that are unknown or already settled are ignored.
  mutating func settle(_ sequence: UInt64, multiple: Bool, isRefused: Bool) {
    if multiple {
      // Zero means everything.
      let limit = sequence == 0 ? lastSequence : min(sequence, lastSequence)
      var batch = head
      while batch < batches.count, batches[batch].first <= limit {
        let end = Int(min(limit, batches[batch].last) - batches[batch].first) + 1
        if end > batches[batch].prefix {
          for index in batches[batch].prefix..<end { settle(index, in: batch, isRefused: isRefused) }
          batches[batch].prefix = end
          batches[batch].skipSettled()
        }
        batch += 1
      }
    } else if let (batch, index) = locate(sequence), index >= batches[batch].prefix {
      settle(index, in: batch, isRefused: isRefused)
      if batches[batch].settled.isEmpty {
        batches[batch].settled = Array(repeating: false, count: batches[batch].publications.count)
      }
      batches[batch].settled[index] = true
      batches[batch].skipSettled()
    }
    dropSettledBatches()
  }

  /// Notes the broker's words for a message that it gives back; its acknowledgement follows.
  /// - Returns: false when no unsettled publication fits.
  mutating func markReturned(id: MessageID?, route: Route, reason: String) -> Bool {
    guard let id, let found = find(id, route, from: returnCursor) ?? find(id, route, from: 0) else { return false }
    batches[found.batch].returned[found.index] = reason
    returnCursor = batches[found.batch].first + UInt64(found.index) + 1
    return true
  }

  /// Whether everything up to `sequence` is settled.
  func isSettled(upTo sequence: UInt64) -> Bool {
    guard head < batches.count else { return true }
    return batches[head].first + UInt64(batches[head].prefix) > sequence
  }

  /// What failed up to `sequence`, once.
  mutating func takeFailures(upTo sequence: UInt64) -> [PublishFailure] {
    guard !failures.isEmpty else { return [] }
    let taken = failures.filter { $0.sequence <= sequence }.sorted { $0.sequence < $1.sequence }
    failures.removeAll { $0.sequence <= sequence }
    return taken.map(\.failure)
  }

  private mutating func settle(_ index: Int, in batch: Int, isRefused: Bool) {
    if batches[batch].isSettled(index) { return }
    unsettledCount -= 1
    let reason: PublishFailure.Reason
    if isRefused {
      reason = .refused
    } else if !batches[batch].returned.isEmpty, let words = batches[batch].returned[index] {
      reason = .returned(words)
    } else {
      return
    }
    failures.append(
      (
        batches[batch].first + UInt64(index),
        PublishFailure(publication: batches[batch].publications[index], reason: reason)
      ))
  }

  /// Removes settled batches at the front.
  private mutating func dropSettledBatches() {
    while head < batches.count, batches[head].prefix == batches[head].publications.count {
      // The memory goes at once, the place in the array later.
      batches[head].publications = []
      head += 1
    }
    if head == batches.count {
      batches.removeAll(keepingCapacity: true)
      head = 0
    } else if head > 256 {
      batches.removeFirst(head)
      head = 0
    }
  }

  private func locate(_ sequence: UInt64) -> (batch: Int, index: Int)? {
    var low = head
    var high = batches.count
    while low < high {
      let middle = (low + high) / 2
      if batches[middle].last < sequence { low = middle + 1 } else { high = middle }
    }
    guard low < batches.count, batches[low].first <= sequence else { return nil }
    return (low, Int(sequence - batches[low].first))
  }

  private func find(_ id: MessageID, _ route: Route, from sequence: UInt64) -> (batch: Int, index: Int)? {
    for batch in head..<batches.count where batches[batch].last >= sequence {
      let start = sequence > batches[batch].first ? Int(sequence - batches[batch].first) : 0
      for index in max(start, batches[batch].prefix)..<batches[batch].publications.count
      where batches[batch].publications[index].message.id == id && batches[batch].publications[index].route == route
        && batches[batch].returned[index] == nil && !batches[batch].isSettled(index)
      {
        return (batch, index)
      }
    }
    return nil
  }
}
