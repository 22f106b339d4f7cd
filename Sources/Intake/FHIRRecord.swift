import ClaimModel

/// A bundle's resources, found by the references that point to them.
///
/// A reference is resolved as FHIR asks for bundles: by the entry's `fullUrl` (`urn:uuid:…` or an absolute URL), or by
/// type and id (`Patient/123`), with or without a server in front and a version behind;
/// `Practitioner?identifier=…` finds
/// the resource that has the identifier. Source: HL7 FHIR R4 (4.0.1), section 3.1.0.7.
struct FHIRRecord {
  let entries: [FHIREntry]
  private var positions: [String: Int] = [:]
  private var identified: [String: Int] = [:]

  init(entries: [FHIREntry]) {
    self.entries = entries
    for (position, entry) in entries.enumerated() {
      guard let resource = entry.resource else { continue }
      var names: [String] = []
      if let url = entry.fullUrl { names.append(url) }
      if let id = resource.id { names += ["\(resource.type)/\(id)", "urn:uuid:\(id)"] }
      for name in names where positions[name] == nil { positions[name] = position }
      for identifier in resource.resource.identifiers {
        guard let value = identifier.value else { continue }
        for token in ["\(identifier.system ?? "")|\(value)", value] where identified["\(resource.type)?\(token)"] == nil
        {
          identified["\(resource.type)?\(token)"] = position
        }
      }
    }
  }

  /// The position of the entry that `reference` points to; `nil` if the bundle does not hold it.
  func position(of reference: String) -> Int? {
    if let position = positions[reference] { return position }
    if let (type, token) = Self.search(reference) { return identified["\(type)?\(token)"] }
    var parts = reference.split(separator: "/")
    if parts.count >= 4, parts[parts.count - 2] == "_history" { parts.removeLast(2) }
    guard parts.count >= 2 else { return nil }
    return positions["\(parts[parts.count - 2])/\(parts[parts.count - 1])"]
  }

  /// The resource type and the identifier of a conditional reference, `Practitioner?identifier=system|value`.
  static func search(_ reference: String) -> (type: Substring, token: Substring)? {
    guard let mark = reference.firstIndex(of: "?") else { return nil }
    let query = reference[reference.index(after: mark)...]
    guard query.hasPrefix("identifier=") else { return nil }
    return (reference[..<mark], query.dropFirst("identifier=".count))
  }

  /// The position that `reference`, at `path` of the resource `owner`, points to; `nil` when there is no reference.
  /// - Throws: ``IntakeError/Code/unresolvedReference``.
  func resolve(_ reference: FHIRReference?, at path: String, of owner: String) throws(IntakeError) -> Int? {
    guard let text = reference?.reference, !text.isEmpty else { return nil }
    if let position = position(of: text) { return position }
    throw IntakeError(
      .unresolvedReference, at: "\(owner) \(path)",
      "the reference \(IntakeError.token(text)) points to nothing in the bundle.",
      remedy: "Add that resource as an entry whose fullUrl, or type and id, is what the reference says.")
  }
}

extension FHIRResource {
  /// What the resource is called in other systems; only for those that are found by it.
  fileprivate var identifiers: [FHIRIdentifier] {
    switch self {
    case .practitioner(let practitioner): practitioner.identifier ?? []
    case .organization(let organization): organization.identifier ?? []
    default: []
    }
  }
}
