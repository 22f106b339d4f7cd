import ArgumentParser
import ClaimModel
import Foundation
import X12

/// Measures how fast claims are read and written on one core, and what a file of any size takes.
@main struct X12Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "x12-bench", abstract: "Measures the reading and writing of X12.",
    subcommands: [Generate.self, Measure.self, Read.self, Write.self, Hostile.self])

  /// Processor time of this process in seconds.
  static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  /// The most memory this process has had, in megabytes.
  static var peakMegabytes: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1_024
  }
}

/// Writes a file of invented claims.
struct Generate: ParsableCommand {
  @Option(help: "How large the file is to be, in millions of bytes.") var megabytes = 50
  @Option(help: "Claims in a transaction.") var batch = 1_000
  @Argument(help: "The file.") var file: String

  func run() throws {
    var claims = InventedClaims(seed: 1)
    var batches: [ClaimBatch] = []
    var size = 0
    while size < megabytes * 1_000_000 {
      let made = claims.batch(batch)
      size += try ProfessionalClaimsWriter.write([made], in: InventedClaims.envelope).count
      batches.append(made)
    }
    let bytes = try ProfessionalClaimsWriter.write(batches, in: InventedClaims.envelope)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }
}

/// Reads a file as a whole and piece by piece, and writes its claims, each transaction in an interchange of its own as the
/// billing office sends them.
struct Measure: ParsableCommand {
  @Option(help: "Processor time of each measurement in seconds.") var seconds = 5.0
  @Argument(help: "A file of claims.") var file: String

  func run() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    let batches = ProfessionalClaimsReader.read(bytes).flatMap(\.accepted)
    let claims = batches.reduce(0) { $0 + $1.claims.count }
    guard claims > 0 else { throw ValidationError("the file has no accepted claims") }
    let read = rate(bytes.count) { ProfessionalClaimsReader.read(bytes).count }
    let streamed = rate(bytes.count) { Measure.stream(bytes) }
    let raw = rate(bytes.count) { RawFile(bytes).interchanges.count }
    let wrote = rate(try write(batches)) { (try? write(batches)) ?? 0 }
    print(
      """
      {"bytes": \(bytes.count), "claims": \(claims), "readMegabytesPerSecond": \(read), \
      "streamMegabytesPerSecond": \(streamed), "rawMegabytesPerSecond": \(raw), "writeMegabytesPerSecond": \(wrote), \
      "claimsReadPerSecond": \(Int(read * 1e6 / Double(bytes.count) * Double(claims)))}
      """)
  }

  private func write(_ batches: [ClaimBatch]) throws -> Int {
    try batches.reduce(0) { $0 + (try ProfessionalClaimsWriter.write([$1], in: InventedClaims.envelope)).count }
  }

  /// Megabytes per second of processor time.
  private func rate(_ size: Int, _ body: () -> Int) -> Double {
    var sink = body()
    let start = X12Bench.processorSeconds
    var rounds = 0
    while rounds < 2 || X12Bench.processorSeconds - start < seconds {
      sink &+= body()
      rounds += 1
    }
    let rate = Double(size * rounds) / (X12Bench.processorSeconds - start) / 1e6
    return sink == Int.min ? 0 : (rate * 10).rounded() / 10
  }

  /// Reads a file piece by piece; returns how many claims it has.
  static func stream(_ bytes: [UInt8]) -> Int {
    var stream = InterchangeStream<ProfessionalClaimsParser>()
    var claims = 0
    let piece = 1 << 18
    for start in stride(from: 0, to: bytes.count, by: piece) {
      for event in stream.read(Array(bytes[start..<min(bytes.count, start + piece)])) {
        switch event {
        case .part(let part): claims += part.claims.count
        case .transaction(let transaction): claims += transaction.content?.claims.count ?? 0
        default: break
        }
      }
    }
    _ = stream.finish()
    return claims
  }
}

/// Does nothing but read a file, for those who count instructions: the difference of two numbers of rounds.
struct Read: ParsableCommand {
  @Option(help: "How often the file is read.") var rounds = 10
  @Flag(help: "Read it piece by piece.") var pieces = false
  @Flag(help: "Read it as a payer does, who is sent questions too.") var payer = false
  @Argument(help: "A file of claims.") var file: String

  func run() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    var claims = 0
    for _ in 0..<rounds { claims += payer ? readByPayer(bytes) : pieces ? Measure.stream(bytes) : read(bytes) }
    print(claims)
  }

  private func read(_ bytes: [UInt8]) -> Int {
    ProfessionalClaimsReader.read(bytes).flatMap(\.accepted).reduce(0) { $0 + $1.claims.count }
  }

  private func readByPayer(_ bytes: [UInt8]) -> Int {
    PayerTransactionParser.read(bytes).flatMap(\.accepted).reduce(0) { claims, content in
      if case .claims(let batch) = content { claims + batch.claims.count } else { claims }
    }
  }
}

/// Does little but write the claims of a file again, for those who count instructions.
struct Write: ParsableCommand {
  @Option(help: "How often they are written.") var rounds = 10
  @Argument(help: "A file of claims.") var file: String

  func run() throws {
    let batches = ProfessionalClaimsReader.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))))
      .flatMap(\.accepted)
    var size = 0
    for _ in 0..<rounds { size += try ProfessionalClaimsWriter.write(batches, in: InventedClaims.envelope).count }
    print(size)
  }
}

/// Reads files that are made as they are read: a segment without end, and claims without end.
struct Hostile: ParsableCommand {
  @Option(help: "Millions of bytes of each file.") var megabytes = 1_000

  func run() throws {
    var claims = InventedClaims(seed: 2)
    let good = try ProfessionalClaimsWriter.write([claims.batch(1)], in: InventedClaims.envelope)
    let head = Array(good[..<(good.firstIndex(of: UInt8(ascii: "\n")) ?? 0)])
    try report("one segment of \(megabytes) MB", first: head + Array("\nGS*HC*".utf8)) {
      [UInt8](repeating: UInt8(ascii: "7"), count: 1 << 18)
    }
    let mark = good.firstRange(of: Array("HL*2*1".utf8))?.lowerBound ?? 0
    let end = good.firstRange(of: Array("SE*".utf8))?.lowerBound ?? good.count
    let claim = Array(good[mark..<end])
    var made = Array(claim)
    while made.count < 1 << 18 { made += claim }
    try report("one transaction of \(megabytes) MB", first: Array(good[..<mark])) { made }
    try report("\(megabytes) MB of empty segments", first: head) {
      [UInt8](repeating: UInt8(ascii: "~"), count: 1 << 18)
    }
  }

  private func report(_ name: String, first: [UInt8], _ piece: () -> [UInt8]) throws {
    var stream = InterchangeStream<ProfessionalClaimsParser>()
    var claims = 0
    var faults: [String] = []
    func take(_ events: [InterchangeEvent<ClaimBatch>]) {
      for event in events {
        switch event {
        case .part(let part): claims += part.claims.count
        case .transaction(let transaction): faults += transaction.faults.map { "IK502 \($0.rawValue)" }
        case .interchange(let interchange):
          faults += interchange.faults.map { "TA1 \($0.code.rawValue) at \($0.byteOffset)" }
        case .group: break
        }
      }
    }
    let start = X12Bench.processorSeconds
    take(stream.read(first))
    var size = first.count
    let next = piece()
    while size < megabytes * 1_000_000 {
      take(stream.read(next))
      size += next.count
    }
    take(stream.finish())
    let seconds = X12Bench.processorSeconds - start
    print(
      "\(name): \(claims) claims, \(faults.joined(separator: ", ")); \(Int(Double(size) / 1e6 / seconds)) MB/s, "
        + "resident at most \(Int(X12Bench.peakMegabytes)) MB")
  }
}
