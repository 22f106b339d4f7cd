import Foundation
import Synchronization

/// The command lines of our programs as the process list shows them while something runs.
struct CommandLines {
  private final class Seen: Sendable {
    let lines = Mutex<Set<String>>([])
  }

  private let seen = Seen()
  private let timer: any DispatchSourceTimer

  /// Looks at once and then five times a second, at the processes that have `mark` in their environment.
  init(ofProcessesWith mark: String) {
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "command-lines"))
    timer.schedule(deadline: .now(), repeating: .milliseconds(200))
    timer.setEventHandler { [seen] in
      let lines = CommandLines.current(mark)
      seen.lines.withLock { $0.formUnion(lines) }
    }
    timer.resume()
  }

  /// Ends looking.
  /// - Returns: every command line seen.
  func stop() -> Set<String> {
    timer.cancel()
    return seen.lines.withLock { $0 }
  }

  private static func current(_ mark: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { $0.allSatisfy(\.isNumber) }.compactMap { name in
      guard let environment = FileManager.default.contents(atPath: "/proc/\(name)/environ"),
        environment.range(of: Data(mark.utf8)) != nil,
        let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else { return nil }
      return String(decoding: line.map { $0 == 0 ? 32 : $0 }, as: UTF8.self)
    }
  }
}
