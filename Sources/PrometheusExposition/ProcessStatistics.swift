import Foundation

/// What the kernel knows about this process.
///
/// Source: proc(5), `/proc/self/stat` (fields 14, 15, 22, 24) and `btime` in `/proc/stat`.
struct ProcessStatistics {
  /// Processor time in user and system mode, in seconds.
  var cpuSeconds: Double
  /// Memory in use, in bytes.
  var residentBytes: Double
  /// When the process started, in seconds since 1970.
  var startSeconds: Double

  /// Reads the kernel's files; `nil` when they are not there or read otherwise than expected.
  static func read() -> ProcessStatistics? {
    guard let own = contents("/proc/self/stat"), let system = contents("/proc/stat") else { return nil }
    return ProcessStatistics(
      processStat: own, systemStat: system, ticksPerSecond: Double(sysconf(Int32(_SC_CLK_TCK))),
      pageBytes: Double(sysconf(Int32(_SC_PAGESIZE))))
  }

  /// Reads what the kernel wrote.
  init?(processStat: String, systemStat: String, ticksPerSecond: Double, pageBytes: Double) {
    // The program's name, in parentheses, may hold spaces and parentheses itself.
    guard let nameEnd = processStat.lastIndex(of: ")") else { return nil }
    let fields = processStat[processStat.index(after: nameEnd)...].split(whereSeparator: \.isWhitespace)
    func field(_ number: Int) -> Double? { fields.indices.contains(number - 3) ? Double(fields[number - 3]) : nil }
    let boot = systemStat.split(separator: "\n").first { $0.hasPrefix("btime ") }?.split(separator: " ").last
    guard let user = field(14), let system = field(15), let start = field(22), let pages = field(24),
      let bootSeconds = boot.flatMap({ Double($0) }), ticksPerSecond > 0
    else { return nil }
    cpuSeconds = (user + system) / ticksPerSecond
    residentBytes = pages * pageBytes
    startSeconds = bootSeconds + start / ticksPerSecond
  }

  private static func contents(_ path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path), let data = try? file.readToEnd() else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}

extension PrometheusRegistry {
  /// Adds the metrics that Prometheus' own clients tell about their process.
  public func observeProcess() {
    observe("process_cpu_seconds_total", .counter, help: "Processor time spent, in seconds.") {
      ProcessStatistics.read()?.cpuSeconds
    }
    observe("process_resident_memory_bytes", .gauge, help: "Memory in use, in bytes.") {
      ProcessStatistics.read()?.residentBytes
    }
    observe("process_start_time_seconds", .gauge, help: "When the process started, in seconds since 1970.") {
      ProcessStatistics.read()?.startSeconds
    }
  }
}
