import ClaimModel
import Testing
import X12
@Suite struct Explore {
  @Test func show() throws {
    func dump<C>(_ p: String, _ r: [ReceivedInterchange<C>], _ d: (C) -> String) {
      print("##", p)
      for i in r {
        if !i.isSound { print("   ENV", i.faults.map { "\($0.code) \($0.element ?? 0) @\($0.byteOffset)" }) }
        for g in i.groups {
          if !g.faults.isEmpty { print("   GROUP", g.faults) }
          for t in g.transactions {
            print("   ", t.controlNumber, t.faults, t.content.map(d) ?? "-")
            for f in t.segmentFaults { print("       ", f.segment, f.position, f.loop, f.code.rawValue, f.elements.map { "\($0.element).\($0.component ?? 0) \($0.code.rawValue)" }) }
          }
        }
      }
    }
    for p in try Samples.paths(containing: "005010X222", in: ["linuxforhealth", "stupidedi", "imsweb"]) { dump(p, ProfessionalClaimsReader.read(try Samples.bytes(p))) { "\($0.claims.count) claims \($0.claims.map(\.lines.count))" } }
    for p in try Samples.paths(containing: "005010X221", in: ["linuxforhealth", "stupidedi", "imsweb"]) { dump(p, RemittanceReader.read(try Samples.bytes(p))) { "\($0.remittance.claims.count) claims \($0.amount) \($0.remittance.total) \($0.remittance.claims.map(\.isBalanced))" } }
    for p in try Samples.paths(containing: "005010X231", in: ["probes", "stupidedi", "imsweb"]) { dump(p, ImplementationAcknowledgmentReader.read(try Samples.bytes(p))) { "\($0.verdict) \($0.transactions.map { "\($0.isAccepted) \($0.segmentFaults.count)" })" } }
    for p in try Samples.paths(containing: "005010X214", in: ["probes", "stupidedi", "imsweb"]) { dump(p, ClaimAcknowledgmentReader.read(try Samples.bytes(p))) { "\($0.claims.map { $0.status.description + " \($0.isAccepted)" })" } }
  }
}
