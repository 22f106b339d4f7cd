import CRunMeter
import Foundation
import FuzzTargets

/// libFuzzer around one target, which the variable FUZZ_TARGET names; the arguments are libFuzzer's own.
///
/// - `fuzz --list`: the targets' names and their longest inputs.
/// - `fuzz --seeds FOLDER`: writes the inputs to start from, a folder for each target.
@main
struct Fuzz {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count == 2, arguments[1] == "--list" {
      for target in FuzzTarget.all { print(target.name, target.longestInput) }
      return
    }
    if arguments.count == 3, arguments[1] == "--seeds" {
      return try writeSeeds(to: URL(fileURLWithPath: arguments[2], isDirectory: true))
    }
    guard TargetUnderTest.current != nil else {
      FileHandle.standardError.write(Data("fuzz: set FUZZ_TARGET to one of the names of fuzz --list\n".utf8))
      exit(64)
    }
    run_meter_install()
    var count = CommandLine.argc
    var values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(LLVMFuzzerRunDriver(&count, &values) { data, size in TargetUnderTest.run(data, size) })
  }

  private static func writeSeeds(to folder: URL) throws {
    for target in FuzzTarget.all {
      let place = folder.appendingPathComponent(target.name, isDirectory: true)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for (index, seed) in try target.seeds().enumerated() {
        try Data(seed).write(to: place.appendingPathComponent("seed-\(index)"))
      }
    }
  }
}

/// The target that is fuzzed, and what one input may cost.
enum TargetUnderTest {
  static let current = warmed(FuzzTarget.named(ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""))

  /// A target that has run once: the tables that a first run makes and keeps are not held by its input.
  private static func warmed(_ target: FuzzTarget?) -> FuzzTarget? {
    try? target?.run([])
    return target
  }

  /// Bytes that any run may hold, and those for each byte of input.
  private static let baseMemory = 1 << 20
  private static let memoryPerByte = 256
  /// Seconds of processor time after which a run is taken to have no end.
  private static let limitSeconds: CInt = 20
  /// Microseconds that any run may take, and those for each byte of input. Far above what a linear reader needs, under
  /// the sanitizer and beside other programs; a quadratic one is above it at a few kilobytes.
  private static let baseMicroseconds: Int64 = 500_000
  private static let microsecondsPerByte: Int64 = 50

  static func run(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let target = current else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    let start = run_meter_microseconds()
    run_meter_start(limitSeconds)
    var broken: String?
    do {
      try target.run(bytes)
    } catch {
      broken = "\(error)"
    }
    let held = run_meter_stop()
    let taken = run_meter_microseconds() - start
    if let broken { fail("broken rule: \(broken)") }
    if held > baseMemory + size * memoryPerByte { fail("\(size) bytes of input held \(held) bytes of memory") }
    if taken > baseMicroseconds + Int64(size) * microsecondsPerByte {
      fail("\(size) bytes of input took \(taken) microseconds")
    }
    return 0
  }

  /// Ends the run as a crash, which makes libFuzzer keep the input.
  private static func fail(_ words: String) {
    FileHandle.standardError.write(Data("fuzz: \(words)\n".utf8))
    abort()
  }
}
