import DashboardKit
import Glibc
import Office

/// The terminal as a screen: keys one by one, lines drawn in place. However the process ends, also by a signal or a crash,
/// the terminal is as it was before.
final class TerminalScreen {
  private let isColoured: Bool
  private var drawn: [String] = []

  /// Takes the terminal over; `nil` when standard input or output is none.
  init?(isColoured: Bool) {
    self.isColoured = isColoured
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, tcgetattr(STDIN_FILENO, &Takeover.before) == 0 else {
      return nil
    }
    Takeover.catchSignals()
    Takeover.begin()
  }

  deinit { leave() }

  /// Gives the terminal back.
  func leave() { Takeover.end() }

  /// The signal that asked the process to end; `nil` when none did.
  var endingSignal: Int32? { Takeover.endingSignal == 0 ? nil : Takeover.endingSignal }

  /// The terminal's size.
  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// What was typed, after at most `milliseconds`: nothing when nothing was, or a signal came (a new size among them).
  /// - Returns: `nil` when nothing can be typed any more.
  func read(within milliseconds: Int32) -> [UInt8]? {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else { return count < 0 && errno == EINTR ? [] : nil }
    return Array(bytes[..<count])
  }

  /// Draws the lines that are not there already.
  func draw(_ lines: [StyledLine]) {
    if Takeover.mustRedraw {
      Takeover.mustRedraw = false
      drawn = []
    }
    let texts = lines.map { $0.terminalText(isColoured: isColoured) }
    var output = drawn.count == texts.count ? "" : "\u{1b}[2J"
    for (row, text) in texts.enumerated() where drawn.count != texts.count || drawn[row] != text {
      output += "\u{1b}[\(row + 1);1H\(text)\u{1b}[K"
    }
    drawn = texts
    Takeover.write(Array(output.utf8))
  }
}

/// What signal handlers need to know: they may use nothing but plain variables and calls that are safe in them.
private enum Takeover {
  // Written before the handlers are set, or by them; the main thread only reads.
  nonisolated(unsafe) static var before = termios()
  nonisolated(unsafe) static var isOn = false
  nonisolated(unsafe) static var mustRedraw = false
  nonisolated(unsafe) static var endingSignal: Int32 = 0

  /// Another screen, no cursor.
  private static let beginning: StaticString = "\u{1b}[?1049h\u{1b}[?25l\u{1b}[2J"
  /// Back again, whatever was on.
  private static let ending: StaticString = "\u{1b}[0m\u{1b}[?25h\u{1b}[?1049l"

  static func begin() {
    var raw = before
    cfmakeraw(&raw)
    // Ctrl-C and ctrl-Z still mean what they do.
    raw.c_lflag |= tcflag_t(ISIG)
    tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    write(beginning)
    isOn = true
    mustRedraw = true
  }

  static func end() {
    guard isOn else { return }
    isOn = false
    write(ending)
    tcsetattr(STDIN_FILENO, TCSANOW, &before)
  }

  static func catchSignals() {
    // A new size only has to interrupt what waits.
    signal(SIGWINCH) { _ in Takeover.mustRedraw = true }
    for number in [SIGTERM, SIGINT, SIGHUP, SIGQUIT] { signal(number) { Takeover.endingSignal = $0 } }
    for number in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE] {
      signal(number) { number in
        Takeover.end()
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    signal(SIGTSTP) { _ in
      Takeover.end()
      raise(SIGSTOP)
      Takeover.begin()
    }
  }

  private static func write(_ text: StaticString) {
    _ = Glibc.write(STDOUT_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Writes all of it; what a terminal that is gone does not take is lost.
  static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
    }
  }
}
