import ClaimModel

/// Care between and beside visits, and further tests and drugs. Labels are our own words.
extension ProcedureCatalog {
  static let care: [ProcedureEntry] = [
    ProcedureEntry("82272", "blood in a stool, one sample for a symptom", .laboratory),
    ProcedureEntry("87428", "coronavirus and influenza, one antigen test", .laboratory),
    ProcedureEntry("99490", "month of care for lasting illnesses by staff, first 20 minutes", .counseling),
    ProcedureEntry("99439", "month of care for lasting illnesses by staff, each 20 minutes more", .counseling),
    ProcedureEntry("99491", "month of care for lasting illnesses by the clinician, first 30 minutes", .counseling),
    ProcedureEntry("99437", "month of care for lasting illnesses by the clinician, each 30 minutes more", .counseling),
    ProcedureEntry("93793", "clotting test looked at and the drug adjusted", .counseling),
    ProcedureEntry("99483", "thinking assessed and care planned", .officeVisit),
    ProcedureEntry(
      "58110", "lining of the womb taken beside a look at the cervix", .surgery, ages: 10...70, sex: .female),
    ProcedureEntry("96161", "instrument about whoever cares for the patient, scored", .diagnosticTest),
    ProcedureEntry("95806", "breathing in sleep recorded at home", .diagnosticTest),
    ProcedureEntry("J7613", "albuterol breathed in, 1 mg", .drug),
    ProcedureEntry("J7620", "albuterol and ipratropium breathed in", .drug),
    ProcedureEntry("J0881", "darbepoetin, 1 microgram, no dialysis", .drug),
    ProcedureEntry("J2790", "antibody against Rh, one full dose", .drug),
    ProcedureEntry("Q5103", "infliximab-dyyb, biosimilar, 10 mg", .drug),
    ProcedureEntry("96375", "another drug pushed into a vein", .drug),
    ProcedureEntry("25605", "broken end of the radius set without cutting", .surgery),
    ProcedureEntry("G0444", "screening for depression once a year, Medicare", .counseling),
    ProcedureEntry("99408", "counseling about alcohol or drugs, 15 to 30 minutes", .counseling),
    ProcedureEntry("99409", "counseling about alcohol or drugs, more than 30 minutes", .counseling),
    ProcedureEntry("20611", "large joint injected under ultrasound", .surgery),
    ProcedureEntry("20606", "middle joint injected under ultrasound", .surgery),
    ProcedureEntry("20604", "small joint injected under ultrasound", .surgery),
    ProcedureEntry("G0283", "muscles stimulated by current, unattended", .counseling),
    ProcedureEntry("97014", "muscles stimulated by current, unattended", .counseling),
    ProcedureEntry("76815", "unborn child seen by ultrasound, limited", .imaging, ages: 10...70, sex: .female),
  ]
}
