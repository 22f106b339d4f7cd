import Billing
import ClaimModel
import YAMLFiles

/// Reads a price list from YAML: `prices:` and under it one `code: dollars` a line. With `base: built-in` the built-in
/// prices stand for what the file leaves out; without it a procedure that is not listed has no price, and its claim waits.
public enum ChargemasterFile {
  /// The prices in the text of a file.
  /// - Throws: `YAMLFault` at the first thing that is not as it should be.
  public static func read(_ text: String, name: String) throws(YAMLFault) -> Chargemaster {
    var root = try YAMLSection(try YAMLDocument.root(of: text, name: name), in: name, what: "a price list")
    var prices: [ProcedureCode: Money] = [:]
    if try root.word("base", as: Base.self) == .builtIn { prices = Chargemaster.builtIn.prices }
    guard var section = try root.section("prices") else {
      throw YAMLFault(root.node, in: name, expected: "the key prices", found: "none", remedy: "add a line 'prices:'")
    }
    for (key, value) in section.entries() { prices[try section.procedure(key)] = try section.money(value) }
    try section.finish()
    try root.finish()
    return Chargemaster(prices: prices)
  }

  private enum Base: String, CaseIterable {
    case builtIn = "built-in"
  }
}
