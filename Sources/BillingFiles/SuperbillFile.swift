import ClaimModel
import YAMLFiles
import Yams

/// Reads superbills from JSON: what `coder-worker code --format json` prints, one object a line, with the registration
/// beside the codes; docs/billing.md describes it.
public enum SuperbillFile {
  /// The superbills in the text of a file. `registration` stands for that of superbills without one.
  /// - Throws: `YAMLFault` at the first thing that is not as it should be.
  public static func read(
    _ text: String, name: String, registration: Registration? = nil
  ) throws(YAMLFault) -> [Superbill] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isOneEachLine = lines.allSatisfy { line in
      let bare = line.filter { !$0.isWhitespace }
      return bare.isEmpty || (bare.hasPrefix("{") && bare.hasSuffix("}"))
    }
    guard isOneEachLine else {
      let root = try YAMLDocument.root(of: text, name: name)
      var superbills: [Superbill] = []
      for node in root.sequence.map(Array.init) ?? [root] {
        superbills.append(try superbill(node, in: name, registration))
      }
      return superbills
    }
    var superbills: [Superbill] = []
    for (index, line) in lines.enumerated() where line.contains("{") {
      do throws(YAMLFault) {
        superbills.append(try superbill(try YAMLDocument.root(of: String(line), name: name), in: name, registration))
      } catch {
        var fault = error
        fault.line = index + 1
        throw fault
      }
    }
    return superbills
  }

  /// A registration of its own, for superbills without one.
  /// - Throws: `YAMLFault`.
  public static func registration(_ text: String, name: String) throws(YAMLFault) -> Registration {
    try RegistrationReader(YAMLSection(try YAMLDocument.root(of: text, name: name), in: name, what: "a registration"))
      .registration()
  }

  private static func superbill(
    _ node: YAMLNode, in name: String, _ registration: Registration?
  ) throws(YAMLFault) -> Superbill {
    var section = try YAMLSection(node, in: name, what: "a superbill")
    let visit = try section.text(try section.needed("visit"), "the visit's id")
    let specialty = try section.word("specialty", as: Specialty.self) ?? .primaryCare
    var diagnoses: [DiagnosisCode] = []
    _ = try section.needed("diagnoses")
    for node in try section.list("diagnoses") {
      // A code alone, or an object with its evidence.
      let code = node.string == nil ? try coded(node, in: name, "a diagnosis") : try section.text(node, "a diagnosis")
      diagnoses.append(DiagnosisCode(code))
    }
    _ = try section.needed("services")
    var services: [ServiceLine] = []
    for element in try section.sections("services") ?? [] { services.append(try service(element)) }
    guard let own = try section.section("registration") else {
      guard let registration else {
        throw YAMLFault(
          node, in: name, expected: "the key registration", found: "none",
          remedy: "add it, or give one for all with --registration")
      }
      return Superbill(
        visit: VisitID(visit), registration: registration, specialty: specialty, diagnoses: diagnoses,
        services: services)
    }
    return Superbill(
      visit: VisitID(visit), registration: try RegistrationReader(own).registration(), specialty: specialty,
      diagnoses: diagnoses, services: services)
  }

  private static func coded(_ node: YAMLNode, in name: String, _ what: String) throws(YAMLFault) -> String {
    var section = try YAMLSection(node, in: name, what: what)
    return try section.text(try section.needed("code"), "a code")
  }

  private static func service(_ section: YAMLSection) throws(YAMLFault) -> ServiceLine {
    var section = section
    let code = try section.text(try section.needed("code"), "a procedure code")
    var modifiers: [ProcedureModifier] = []
    for node in try section.list("modifiers") {
      modifiers.append(ProcedureModifier(try section.text(node, "a modifier")))
    }
    var pointers: [Int] = []
    _ = try section.needed("pointers")
    for node in try section.list("pointers") { pointers.append(try section.number(node, in: 1...12)) }
    return ServiceLine(
      procedure: ProcedureCode(code), modifiers: modifiers,
      units: try section.number("units", in: 1...99_999_999) ?? 1, diagnosisPointers: pointers)
  }
}
