import ArgumentParser
import ClaimModel
import CodeSets
import Coding
import Foundation
import Intake

/// Measures the coder on notes of 2 KB: how many in a second of one core, how long it takes to start, how much memory.
@main
struct CoderBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coder-bench",
    abstract: "Codes notes of about 2 KB again and again on one core and prints one JSON object.",
    discussion: "Scripts/bench-coder runs it beside a bare Aho–Corasick scan of the same notes.")

  @Argument(help: "Notes (.txt, .md) or folders of them.")
  var paths: [String]

  @Option(help: "How long to code.")
  var seconds = 5.0

  @Option(help: "Where to write the notes as they are coded, one after the other.")
  var writeText: String?

  /// What was measured.
  private struct Figures: Encodable {
    var notes = 0
    var bytesPerNote = 0
    var notesPerSecond = 0.0
    var megabytesPerSecond = 0.0
    var startMilliseconds = 0.0
    var residentMegabytes = 0.0
    var codes = 0
  }

  func run() throws {
    let texts = try CoderBench.pieces(of: paths)
    if let writeText { try Data(texts.joined(separator: "\n").utf8).write(to: URL(filePath: writeText)) }
    let start = ContinuousClock.now
    let coder = Coder(codeSets: try CodeBooks.load())
    let started = (ContinuousClock.now - start).components
    var figures = Figures()
    figures.startMilliseconds = (Double(started.attoseconds) / 1e13).rounded() / 100
    let visits = try texts.enumerated().flatMap { number, text in
      try VisitReader(options: IntakeOptions(missingRegistration: .synthesize))
        .visits(from: Array(text.utf8), name: "note-\(number).txt")
    }
    guard !visits.isEmpty else { throw ValidationError("there are no notes in \(paths.joined(separator: ", "))") }
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    figures.bytesPerNote = bytes / texts.count
    let began = CoderBench.processorSeconds
    var elapsed = 0.0
    repeat {
      for visit in visits {
        if case .coded(let coding) = coder.code(visit) { figures.codes += coding.diagnoses.count }
      }
      figures.notes += visits.count
      elapsed = CoderBench.processorSeconds - began
    } while elapsed < seconds
    figures.codes /= figures.notes / visits.count
    figures.notesPerSecond = (Double(figures.notes) / elapsed).rounded()
    figures.megabytesPerSecond = (Double(figures.notes / visits.count * bytes) / elapsed / 1e4).rounded() / 100
    figures.residentMegabytes = CoderBench.residentMegabytes
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    print(String(decoding: try encoder.encode(figures), as: UTF8.self))
  }

  /// Processor time of this process: what else the machine does costs a note nothing.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The texts of all files, cut at the ends of lines into pieces of 2 KB; a rest that is much shorter is left out.
  private static func pieces(of paths: [String]) throws -> [String] {
    var pieces: [String] = []
    for path in paths.sorted() {
      var piece = ""
      for line in try text(path).split(separator: "\n", omittingEmptySubsequences: false) {
        piece += line + "\n"
        if piece.utf8.count >= 2_048 {
          pieces.append(piece)
          piece = ""
        }
      }
    }
    return pieces
  }

  private static func text(_ path: String) throws -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return try String(contentsOfFile: path, encoding: .utf8)
    }
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }
      .map { try String(contentsOfFile: path + "/" + $0, encoding: .utf8) }.joined(separator: "\n")
  }

  /// The resident set, from the kernel.
  private static var residentMegabytes: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0
    return (kilobytes / 102.4).rounded() / 10
  }
}
