import ArgumentParser
import ClaimModel
import Foundation

/// The payers that a command line names, with commas between.
public enum PayerList {
  /// Source: X12 NM109: at most 80 characters.
  private static let longest = 80

  /// The payers in the text of `--payers`.
  /// - Throws: `ValidationError` with the rule: an id is one word of routing keys and of queues' names.
  public static func read(_ text: String) throws -> [PayerID] {
    let ids = try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let id = part.trimmingCharacters(in: .whitespaces)
      guard !id.isEmpty, id.count <= longest,
        id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
      else {
        throw ValidationError(
          "--payers: an id has 1 to \(longest) letters, digits, - and _, with commas between ids; unlike '\(id)'")
      }
      return PayerID(id)
    }
    for (index, id) in ids.enumerated() where ids[..<index].contains(id) {
      throw ValidationError("--payers names \(id) twice")
    }
    return ids
  }
}
