import ArgumentParser
import ClaimModel
import Foundation
import Office
import RabbitMQBroker
import WorkerBootstrap

struct Definitions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the broker's users and what each may do; with --format json, a file for the broker to import.",
    discussion: """
      Connects to nothing. Import with `rabbitmqctl import_definitions FILE`, or name the file as load_definitions in
      rabbitmq.conf; importing again is harmless.

      A user's password comes from SUPERBILL_PASSWORD_USER in the environment (SUPERBILL_PASSWORD_PAYER_ACMEHLTH for
      payer-ACMEHLTH), or from a line user=password in the file named by --passwords. Only a salted SHA-256 of it is
      printed. A user without a password is defined and cannot log in.
      """)

  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("The payers, with commas between.", valueName: "ids"))
  var payers: String = "ACMEHLTH,BEACON1"

  @Option(help: "The virtual host.")
  var vhost: String = "/"

  @Option(help: ArgumentHelp("A file of lines user=password.", valueName: "path"))
  var passwords: String?

  func validate() throws { _ = try payerIDs }

  func run() throws {
    let permissions = Permissions(payers: try payerIDs)
    switch output.format {
    case .text: Terminal.print(permissions.text, terminator: "")
    case .json:
      let hashes = try passwords(of: permissions.users.map(\.name)).mapValues { PasswordHash($0).text }
      let missing = permissions.users.map(\.name).filter { hashes[$0] == nil }
      if !missing.isEmpty {
        Terminal.progress("without a password, so that they cannot log in: \(missing.joined(separator: ", "))")
      }
      Terminal.print(BrokerDefinitions(payers: try payerIDs, virtualHost: vhost, passwordHashes: hashes).json)
    }
  }

  private var payerIDs: [PayerID] {
    get throws {
      let ids = try payers.split(separator: ",").map { name in
        let id = name.trimmingCharacters(in: .whitespaces)
        // It becomes one word of a routing key.
        guard !id.isEmpty, id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        else { throw ValidationError("--payers: an id has letters, digits, - and _ only, unlike '\(id)'") }
        return PayerID(id)
      }
      guard !ids.isEmpty else { throw ValidationError("--payers '\(payers)' names no payer") }
      for (index, id) in ids.enumerated() where ids[..<index].contains(id) {
        throw ValidationError("--payers names \(id) twice")
      }
      return ids
    }
  }

  private func passwords(of users: [String]) throws -> [String: String] {
    var found = try passwordsInFile(for: users)
    let environment = ProcessInfo.processInfo.environment
    for user in users {
      let variable = "SUPERBILL_PASSWORD_\(user.uppercased().replacingOccurrences(of: "-", with: "_"))"
      if let password = environment[variable] { found[user] = password }
    }
    for (user, password) in found where password.isEmpty {
      throw CommandFailure("the password of \(user) is empty", exitCode: .badInput)
    }
    return found
  }

  private func passwordsInFile(for users: [String]) throws -> [String: String] {
    guard let passwords else { return [:] }
    guard let text = try? String(contentsOfFile: passwords, encoding: .utf8) else {
      throw CommandFailure("--passwords: cannot read \(passwords)", exitCode: .badInput)
    }
    var found: [String: String] = [:]
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      // A line that is not understood may be a password: it is not repeated.
      guard parts.count == 2, users.contains(String(parts[0])) else {
        throw CommandFailure(
          "--passwords: line \(number + 1) of \(passwords) is not user=password for one of \(users.joined(separator: ", "))",
          exitCode: .badInput)
      }
      found[String(parts[0])] = String(parts[1])
    }
    return found
  }
}
