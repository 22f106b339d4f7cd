import Billing
import BillingDesk
import ClaimModel
import Foundation
import Testing
import X12

/// Claims of every kind against the validators of others. `X12_FILES` names a folder to keep the files in.
@Suite struct OutsideValidatorTests {
  /// First claims, replacements, claims to a second payer and with an authorization as the billing desk sends them, and a
  /// void made at the prompt.
  @Test func claimsOfEveryKindPass() throws {
    let wanted: Set<Int> = [5, 6, 12, 18, 23]
    var files: [(name: String, bytes: [UInt8])] = []
    for (index, scenario) in Scenario.all.enumerated() where wanted.contains(scenario.row) {
      let claims = try scenario.play().offices.claims
      files += claims.enumerated().map { ("837-row\(scenario.row)-\(index)-\($0 + 1).edi", $1) }
    }
    files.append(("837-void.edi", try Self.void()))
    let claims = files.flatMap { ProfessionalClaimsReader.read($0.bytes) }.flatMap(\.accepted).flatMap(\.claims)
    #expect(Set(claims.map(\.frequency)) == Set(ClaimFrequency.allCases))
    #expect(claims.contains { $0.responsibility == .secondary && !$0.otherPayers.isEmpty })
    #expect(claims.contains { !$0.authorizationNumber.isEmpty })
    for claim in claims {
      #expect(claim.balancesOtherPayers, "\(claim.controlNumber)")
      #expect((claim.originalClaimNumber == nil) == (claim.frequency == .original))
    }
    try validate(files)
  }

  private static func void() throws -> [UInt8] {
    let now = Timestamp(startOf: Engines.visit().registration.dateOfService.adding(days: 20))
    var office = OfflineClaims(rules: .standard, now: now, batchLimit: 10)
    office.take(try Engines.superbill(), correcting: .init(.void, of: "20260000000000000001"))
    #expect(office.findings.isEmpty)
    return try #require(office.interchanges().first).bytes
  }

  /// Where the validators can be had beside the project, every file must pass pyx12.
  private func validate(_ files: [(name: String, bytes: [UInt8])]) throws {
    let kept = ProcessInfo.processInfo.environment["X12_FILES"].map { URL(fileURLWithPath: $0) }
    let folder = kept ?? FileManager.default.temporaryDirectory.appendingPathComponent("claims-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { if kept == nil { try? FileManager.default.removeItem(at: folder) } }
    for file in files { try Data(file.bytes).write(to: folder.appendingPathComponent(file.name)) }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../shared/tools/x12check.sh").standardized
    guard FileManager.default.fileExists(atPath: script.path) else { return }
    let check = Process()
    check.executableURL = script
    check.arguments = files.map { folder.appendingPathComponent($0.name).path }
    let output = Pipe()
    check.standardOutput = output
    try check.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    check.waitUntilExit()
    #expect(check.terminationStatus == 0, "\(said.suffix(2_000))")
  }
}
