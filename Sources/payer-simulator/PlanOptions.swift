import Adjudication
import ArgumentParser
import ClaimModel
import CodeSets
import Foundation
import Office
import PayerDesk
import PlanFiles
import WorkerBootstrap
import YAMLFiles

/// Which payer to play, by which plan and code sets.
struct PlanOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The payer to play: \(Plan.builtIn.map(\.payer.rawValue).joined(separator: " or ")), or one of --plan's "
        + "(default: the first).", valueName: "id"))
  var payer: String?

  @Option(help: ArgumentHelp("Plans and members in YAML (docs/payer.md).", valueName: "file"))
  var plan: String?

  @Option(
    help: ArgumentHelp(
      "Relative values for Medicare's fees: CMS's PPRRVU….csv (default: what was imported).", valueName: "file"))
  var fees: String?

  @Option(help: ArgumentHelp("Geographic indices: CMS's GPCI file as CSV.", valueName: "file"))
  var gpci: String?

  @Option(help: ArgumentHelp("The locality in --gpci: state and number, for instance MA-01.", valueName: "id"))
  var locality: String?

  @Option(help: ArgumentHelp("Dollars for a unit (default: the file's, else 33.4009).", valueName: "dollars"))
  var conversionFactor: String?

  @Option(
    help: ArgumentHelp(
      "The folder with imported code sets (default: SUPERBILL_DATA, else superbill in XDG_DATA_HOME or ~/.local/share).",
      valueName: "dir"))
  var data: String?

  func validate() throws {
    guard (gpci == nil) == (locality == nil) else { throw ValidationError("--gpci and --locality go together") }
    if let conversionFactor, PlanOptions.tenThousandths(conversionFactor) == nil {
      throw ValidationError("--conversion-factor '\(conversionFactor)' is no number such as 33.4009")
    }
  }

  /// The engine for the chosen plan, with the code sets that come with the program and those that were imported.
  /// - Throws: `CommandFailure` when a file or a code set cannot be read.
  func adjudicator() throws -> Adjudicator {
    let library: CodeLibrary
    do throws(CodeSetError) {
      library = try CodeLibrary.load(shelf: data.map(CodeShelf.init(dataFolder:)) ?? CodeShelf.current)
    } catch {
      throw CommandFailure(error.description, exitCode: .unavailable)
    }
    return Adjudicator(plan: try chosen(medicare: try medicare(library)), library: library)
  }

  private func chosen(medicare: FeeSchedule?) throws -> Plan {
    var plans = Plan.builtIn
    if let plan {
      plans = try read(plan, medicare: medicare)
    } else if let medicare, fees != nil {
      for index in plans.indices { plans[index].feeSchedule = medicare }
    }
    guard let payer else { return plans[0] }
    guard let chosen = plans.first(where: { $0.payer.rawValue == payer }) else {
      let known = plans.map(\.payer.rawValue).joined(separator: ", ")
      throw ValidationError("--payer '\(payer)' is none of \(known)")
    }
    return chosen
  }

  private func read(_ path: String, medicare: FeeSchedule?) throws -> [Plan] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("--plan: cannot read \(path)", exitCode: .badInput)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFailure("\(path): expected UTF-8, found other bytes; save it as UTF-8", exitCode: .badInput)
    }
    do throws(YAMLFault) {
      return try PlanFile(text, name: path, medicare: medicare).plans
    } catch {
      throw CommandFailure(error.description, exitCode: .badInput)
    }
  }

  /// Medicare's schedule by `--fees`, else by the release that was imported for today.
  private func medicare(_ library: CodeLibrary) throws -> FeeSchedule? {
    var builder = FeeSchedule.Medicare(
      index: try index(), conversionFactorTenThousandths: conversionFactor.flatMap(PlanOptions.tenThousandths))
    if let fees {
      do throws(CodeFileFault) {
        try CodeSetFiles.read(.rvu, [fees]).forEachRelativeValue { builder.add($0, $1, $2) }
      } catch {
        throw CommandFailure(error.description, exitCode: .badInput)
      }
    } else {
      guard plan != nil, let values = library.books(on: Timestamp.now().date).relativeValues else { return nil }
      values.forEach { builder.add($0, $1, $2) }
    }
    return builder.schedule(shareOfChargeWhenUnlisted: 60)
  }

  private func index() throws -> GeographicIndex {
    guard let gpci, let locality else { return .national }
    let indices: [String: GeographicIndex]
    do throws(CodeFileFault) {
      indices = try GeographicIndexFile.read(path: gpci)
    } catch {
      throw CommandFailure(error.description, exitCode: .badInput)
    }
    guard let index = indices[locality.uppercased()] else {
      let state = String(locality.uppercased().prefix(2))
      let near = indices.keys.filter { $0.hasPrefix(state) }.sorted()
      throw CommandFailure(
        "--locality '\(locality)' is not in \(gpci); "
          + (near.isEmpty ? "write state and number, for instance MA-01" : "it has \(near.joined(separator: ", "))"),
        exitCode: .badInput)
    }
    return index
  }

  /// `33.4009` is 334009.
  private static func tenThousandths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...999).contains(whole) else { return nil }
    guard parts.count == 2 else { return whole * 10_000 }
    guard (1...4).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
      let decimals = Int((parts[1] + "000").prefix(4))
    else { return nil }
    return whole * 10_000 + decimals
  }
}
