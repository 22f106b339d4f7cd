/// How much a worker takes at once.
extension OfficeWorker {
  /// The most unacknowledged deliveries of a queue. At a person's pace no more than are worked on: what one cannot get to
  /// is left for the others. On trial no more than are handled: each delivery that goes back
  /// unhandled counts against its queue's delivery limit.
  var prefetch: Int {
    let limit = min(configuration.prefetch, configuration.pace?.batchLimit ?? .max)
    guard let allowance = killSwitch?.allowance else { return limit }
    return min(limit, max(1, allowance / max(1, configuration.queues.count)))
  }

  /// The most messages of a batch.
  var batchLimit: Int {
    min(configuration.batchLimit, killSwitch?.allowance ?? .max, configuration.pace?.batchLimit ?? .max)
  }
}
