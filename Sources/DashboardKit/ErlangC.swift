/// How long messages wait for one of several workers: the queue M/M/c, with arrivals by chance, work times that are
/// distributed exponentially, `servers` workers that take from one queue in turn, and room for everybody.
///
/// Source: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone
/// exchanges" (1917); L. Kleinrock, Queueing Systems, volume I (1975), section 3.5. With the load a = λ/μ in erlangs:
/// Erlang's B formula by its recursion, B(0) = 1, B(k) = a·B(k−1) / (k + a·B(k−1)); the probability of having to wait
/// (Erlang's C formula) C = B(c) / (1 − (a/c)·(1 − B(c))); the mean wait C / (c·μ − λ).
public struct ErlangC: Hashable, Sendable {
  /// Messages that arrive in a second (λ).
  public let arrivals: Double
  /// Messages that one worker handles in a second (μ).
  public let service: Double
  /// The workers (c).
  public let servers: Int

  /// The most workers that are considered.
  public static let mostServers = 100_000

  /// A queue; `nil` unless arrivals are from 0, service is above 0 and there is a worker.
  public init?(arrivals: Double, service: Double, servers: Int) {
    guard arrivals.isFinite, service.isFinite, arrivals >= 0, service > 0, (1...ErlangC.mostServers).contains(servers)
    else { return nil }
    self.arrivals = arrivals
    self.service = service
    self.servers = servers
  }

  /// The load in erlangs: how many workers are busy on average.
  public var load: Double { arrivals / service }

  /// The share of time in which a worker is busy; from 1 the queue grows without end.
  public var utilization: Double { load / Double(servers) }

  /// The probability that a message has to wait; 1 when the queue grows without end.
  public var waitProbability: Double {
    guard utilization < 1 else { return 1 }
    var blocking = 1.0
    for server in 1...servers { blocking = load * blocking / (Double(server) + load * blocking) }
    return blocking / (1 - utilization * (1 - blocking))
  }

  /// The mean time from arrival to the beginning of work, in seconds; infinite when the queue grows without end.
  public var meanWait: Double {
    guard utilization < 1 else { return .infinity }
    return waitProbability / (Double(servers) * service - arrivals)
  }

  /// The smallest queue whose mean wait is at most `seconds`; `nil` when more than ``mostServers`` workers are needed.
  public static func smallest(arrivals: Double, service: Double, meanWait seconds: Double) -> ErlangC? {
    guard arrivals >= 0, service > 0, (arrivals / service).isFinite, arrivals / service < Double(mostServers) else {
      return nil
    }
    var servers = Int(arrivals / service) + 1
    while let queue = ErlangC(arrivals: arrivals, service: service, servers: servers) {
      if queue.meanWait <= seconds { return queue }
      servers += 1
    }
    return nil
  }
}
