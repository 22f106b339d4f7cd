import ClaimModel

/// The drugs that are infused, by names, HCPCS code, milligrams of a unit, and whether giving them counts as chemotherapy.
///
/// Source: HCPCS Level II (CMS, public), by number and dose; the words are ours.
extension InfusionServices {
  static let drugs: [Drug] = [
    Drug("ferric carboxymaltose|injectafer", "J1439"), Drug("iron sucrose|venofer", "J1756"),
    Drug("ferumoxytol|feraheme", "Q0138"), Drug("inflectra|infliximab dyyb", "Q5103", dose: 10, isComplex: true),
    Drug("infliximab|remicade", "J1745", dose: 10, isComplex: true),
    Drug("zoledronic acid|reclast|zometa", "J3489"), Drug("tocilizumab|actemra", "J3262", isComplex: true),
    Drug("rituximab|rituxan", "J9312", dose: 10, isComplex: true),
    Drug("ocrelizumab|ocrevus", "J2350", isComplex: true),
    Drug("vedolizumab|entyvio", "J3380", isComplex: true),
    Drug("abatacept|orencia", "J0129", dose: 10, isComplex: true),
    Drug("belimumab|benlysta", "J0490", dose: 10, isComplex: true),
    Drug("golimumab|simponi aria", "J1602", isComplex: true),
    Drug("natalizumab|tysabri", "J2323", isComplex: true),
    Drug("pembrolizumab|keytruda", "J9271", isComplex: true),
    Drug("nivolumab|opdivo", "J9299", isComplex: true),
    Drug("carboplatin", "J9045", dose: 50, isComplex: true),
    Drug("paclitaxel|taxol", "J9267", isComplex: true),
    Drug("bevacizumab|avastin", "J9035", dose: 10, isComplex: true),
    Drug("gemcitabine|gemzar", "J9201", dose: 200, isComplex: true),
    Drug("docetaxel|taxotere", "J9171", isComplex: true),
    Drug("cisplatin", "J9060", dose: 10, isComplex: true),
    Drug("doxorubicin|adriamycin", "J9000", dose: 10, isComplex: true),
    Drug("trastuzumab|herceptin", "J9355", dose: 10, isComplex: true),
    Drug("iron dextran|infed", "J1750", dose: 50),
    Drug("ferric derisomaltose|monoferric", "J1437", dose: 10),
    Drug("daptomycin|cubicin", "J0878"),
    Drug("dalbavancin|dalvance", "J0875", dose: 5),
    Drug("vancomycin", "J3370", dose: 500),
    Drug("eptinezumab|vyepti", "J3032"),
    Drug("pemetrexed|alimta", "J9305", dose: 10, isComplex: true),
    Drug("oxaliplatin|eloxatin", "J9263", micrograms: 500, isComplex: true),
    Drug("irinotecan|camptosar", "J9206", dose: 20, isComplex: true),
    Drug("etoposide", "J9181", dose: 10, isComplex: true),
    Drug("fluorouracil|5 fu|5fu|adrucil", "J9190", dose: 500, isComplex: true),
    Drug("leucovorin", "J0640", dose: 50),
    Drug("palonosetron|aloxi", "J2469", micrograms: 25),
    Drug("fosaprepitant|emend iv", "J1453"),
    Drug("dexamethasone|decadron", "J1100"),
    Drug("magnesium sulfate", "J3475", dose: 500),
  ]
}
