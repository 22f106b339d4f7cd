import ClaimModel

/// An 837P as another system writes it, segment by segment: with dependents, stated totals and units as they please.
struct ForeignClaim {
  var number = "C1"
  var member = "M2002"
  var name = "ROE*ANN"
  var born = "19800101"
  /// A dependent's given name and date of birth.
  var dependent: (first: String, born: String)?
  var day = "20261101"
  var charge = "150.00"
  var total: String?
  var units = "1"
  var procedure = "99213"
  var diagnosis = "J029"
  var frequency = "1"
  var original: String?
  var authorization: String?

  fileprivate func segments(_ level: Int) -> [String] {
    var segments = ["HL*\(level)*1*22*\(dependent == nil ? 0 : 1)", "SBR*P*\(dependent == nil ? "18" : "")*******CI"]
    segments += ["NM1*IL*1*\(name)****MI*\(member)"]
    let home = ["N3*1 MAIN ST", "N4*SPRINGFIELD*IL*627010001"]
    if dependent == nil { segments += home + ["DMG*D8*\(born)*F"] }
    segments += ["NM1*PR*2*ACME*****PI*ACMEHLTH"]
    if let dependent {
      segments += ["HL*\(level + 1)*\(level)*23*0", "PAT*19", "NM1*QC*1*ROE*\(dependent.first)"] + home
      segments += ["DMG*D8*\(dependent.born)*M"]
    }
    segments += ["CLM*\(number)*\(total ?? charge)***11:B:\(frequency)*Y*A*Y*Y"]
    if let authorization { segments += ["REF*G1*\(authorization)"] }
    if let original { segments += ["REF*F8*\(original)"] }
    segments += ["HI*ABK:\(diagnosis)", "NM1*82*1*WELBY*MARCUS****XX*\(NPI.derived(from: "doctor"))"]
    segments += ["PRV*PE*PXC*207Q00000X", "LX*1", "SV1*HC:\(procedure)*\(charge)*UN*\(units)***1"]
    return segments + ["DTP*472*D8*\(day)", "REF*6R*1"]
  }

  /// An interchange with claims.
  static func file(_ claims: [ForeignClaim]) -> [UInt8] {
    var segments = [
      "ST*837*0001*005010X222A1", "BHT*0019*00*B1*20261129*1023*CH", "NM1*41*2*CLINIC*****46*SUB1",
      "PER*IC*BOSS*TE*5555551212", "NM1*40*2*ACME*****46*ACMEHLTH", "HL*1**20*1",
      "NM1*85*2*CLINIC*****XX*\(NPI.derived(from: "practice"))", "N3*2 OAK ST", "N4*SPRINGFIELD*IL*627010001",
      "REF*EI*123456789",
    ]
    var level = 2
    for claim in claims {
      segments += claim.segments(level)
      level += claim.dependent == nil ? 1 : 2
    }
    segments += ["SE*\(segments.count + 1)*0001"]
    let header =
      "ISA*00*          *00*          *ZZ*SUB1           *ZZ*ACMEHLTH       *261129*1023*^*00501*000000001*0*P*:"
    let all =
      [header, "GS*HC*SUB1*ACMEHLTH*20261129*1023*1*X*005010X222A1"] + segments + ["GE*1*1", "IEA*1*000000001"]
    return Array((all.joined(separator: "~\n") + "~\n").utf8)
  }
}
