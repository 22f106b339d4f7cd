import Dispatch
import Foundation

/// The signals that an operator sends to a worker.
enum OperatorSignal: String, CaseIterable, Sendable {
  /// Drain and end.
  case terminate = "SIGTERM"
  /// Drain and end, from a terminal.
  case interrupt = "SIGINT"
  /// Drain and end, because the terminal is gone.
  case hangUp = "SIGHUP"
  /// Take no new messages.
  case quiet = "SIGTSTP"
  /// Take messages again.
  case resume = "SIGCONT"

  fileprivate var number: Int32 {
    switch self {
    case .terminate: SIGTERM
    case .interrupt: SIGINT
    case .hangUp: SIGHUP
    case .quiet: SIGTSTP
    case .resume: SIGCONT
    }
  }
}

/// Hands signals to a handler on a queue of its own, which nothing else can hold up, in place of what they would do to
/// the process.
///
/// `@unchecked Sendable` because the sources are made once and then only kept and cancelled.
final class ProcessSignals: @unchecked Sendable {
  private let sources: [any DispatchSourceSignal]

  /// Takes the signals from now on.
  init(on queue: DispatchQueue, handler: @escaping @Sendable (OperatorSignal) -> Void) {
    sources = OperatorSignal.allCases.filter { $0 != .hangUp || !Self.isIgnored($0) }.map { signal in
      let source = DispatchSource.makeSignalSource(signal: signal.number, queue: queue)
      source.setEventHandler { handler(signal) }
      return source
    }
    let registered = DispatchGroup()
    for source in sources {
      registered.enter()
      source.setRegistrationHandler { registered.leave() }
      source.resume()
    }
    // A signal that came before would end or stop the process.
    registered.wait()
  }

  /// Whether whoever started the process wants a signal ignored, as `nohup` does.
  private static func isIgnored(_ signal: OperatorSignal) -> Bool {
    var action = sigaction()
    guard sigaction(signal.number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  deinit { for source in sources { source.cancel() } }
}
