import ClaimModel

/// Drugs of psychiatry, hematology, lungs, infections, headaches and eyes.
extension InjectedDrug {
  static let furtherDrugs: [InjectedDrug] = [
    InjectedDrug(
      phrases: "abilify maintena|aripiprazole maintena",
      products: [Product(procedure: "J0401", dose: milligram)], isSingleDose: true, isPrescribed: true),
    InjectedDrug(
      phrases: "aristada|aripiprazole lauroxil", products: [Product(procedure: "J1944", dose: milligram)],
      isSingleDose: true, isPrescribed: true),
    InjectedDrug(
      phrases: "paliperidone palmitate|invega sustenna|invega trinza",
      products: [Product(procedure: "J2426", dose: milligram)], isSingleDose: true, isPrescribed: true),
    InjectedDrug(
      phrases: "haloperidol decanoate|haldol decanoate|haldol dec",
      products: [Product(procedure: "J1631", dose: 50 * milligram)], isPrescribed: true),
    InjectedDrug(
      phrases: "fluphenazine decanoate|prolixin decanoate",
      products: [Product(procedure: "J2680", dose: 25 * milligram)], isPrescribed: true),
    InjectedDrug(
      phrases: "risperdal consta|risperidone microspheres",
      products: [Product(procedure: "J2794", dose: milligram / 2)], isSingleDose: true, isPrescribed: true),
    InjectedDrug(
      phrases: "vivitrol|naltrexone er|naltrexone extended release",
      products: [Product(procedure: "J2315", dose: milligram)], isSingleDose: true, isPrescribed: true),
    InjectedDrug(
      phrases: "romosozumab|evenity", products: [Product(procedure: "J3111", dose: milligram)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "epoetin|epoetin alfa|procrit|epogen", products: [Product(procedure: "J0885", dose: 1_000)],
      isInUnits: true, isSingleDose: true, isPrescribed: true),
    InjectedDrug(
      phrases: "filgrastim|neupogen", products: [Product(procedure: "J1442", dose: 1)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "pegfilgrastim|neulasta", products: [Product(procedure: "J2506", dose: milligram / 2)],
      isSingleDose: true, isPrescribed: true),
    InjectedDrug(
      phrases: "estradiol valerate", products: [Product(procedure: "J1380", dose: 10 * milligram)], isPrescribed: true),
    InjectedDrug(
      phrases: "testosterone enanthate", products: [Product(procedure: "J3121", dose: milligram)], isPrescribed: true),
    InjectedDrug(
      phrases: "benralizumab|fasenra", products: [Product(procedure: "J0517", dose: milligram)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "mepolizumab|nucala", products: [Product(procedure: "J2182", dose: milligram)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "tezepelumab|tezspire", products: [Product(procedure: "J2356", dose: milligram)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "certolizumab|cimzia|certolizumab pegol", products: [Product(procedure: "J0717", dose: milligram)],
      isSingleDose: true, isPrescribed: true),
    InjectedDrug(
      phrases: "ustekinumab|stelara", products: [Product(procedure: "J3357", dose: milligram)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "ertapenem|invanz", products: [Product(procedure: "J1335", dose: 500 * milligram)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "gentamicin", products: [Product(procedure: "J1580", dose: 80 * milligram)], isPrescribed: true),
    InjectedDrug(
      phrases: "cefazolin|ancef", products: [Product(procedure: "J0690", dose: 500 * milligram)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "hydroxyzine hcl|vistaril", products: [Product(procedure: "J3410", dose: 25 * milligram)],
      isPrescribed: true),
    InjectedDrug(
      phrases: "prochlorperazine|compazine", products: [Product(procedure: "J0780", dose: 10 * milligram)],
      isPrescribed: true),
    InjectedDrug(
      phrases: "metoclopramide|reglan", products: [Product(procedure: "J2765", dose: 10 * milligram)],
      isPrescribed: true),
    InjectedDrug(
      phrases: "sumatriptan", products: [Product(procedure: "J3030", dose: 6 * milligram)], isPrescribed: true),
    InjectedDrug(
      phrases: "dihydroergotamine|dhe", products: [Product(procedure: "J1110", dose: milligram)], isPrescribed: true),
    InjectedDrug(
      phrases: "lorazepam|ativan", products: [Product(procedure: "J2060", dose: 2 * milligram)], isPrescribed: true),
    InjectedDrug(
      phrases: "thiamine", products: [Product(procedure: "J3411", dose: 100 * milligram)], isPrescribed: false),
    InjectedDrug(
      phrases: "octreotide lar|sandostatin lar", products: [Product(procedure: "J2353", dose: milligram)],
      isSingleDose: true, isPrescribed: true),
    InjectedDrug(
      phrases: "lanreotide|somatuline", products: [Product(procedure: "J1930", dose: milligram)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "goserelin|zoladex", products: [Product(procedure: "J9202", dose: 3_600)], isSingleDose: true,
      isHormone: true, isPrescribed: true),
    InjectedDrug(
      phrases: "brolucizumab|beovu", products: [Product(procedure: "J0179", dose: milligram)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "eylea hd|aflibercept hd", products: [Product(procedure: "J0177", dose: milligram)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "ozurdex|dexamethasone intravitreal implant",
      products: [Product(procedure: "J7312", dose: milligram / 10)], isSingleDose: true, isPrescribed: true),
    InjectedDrug(
      phrases: "dysport|abobotulinumtoxina", products: [Product(procedure: "J0586", dose: 5)], isInUnits: true,
      isSingleDose: true, isPrescribed: true),
    InjectedDrug(
      phrases: "xeomin|incobotulinumtoxina", products: [Product(procedure: "J0588", dose: 1)], isInUnits: true,
      isSingleDose: true, isPrescribed: true),
    InjectedDrug(
      phrases: "orphenadrine|norflex", products: [Product(procedure: "J2360", dose: 60 * milligram)], isPrescribed: true
    ),
    InjectedDrug(
      phrases: "ibandronate|boniva", products: [Product(procedure: "J1740", dose: milligram)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "inclisiran|leqvio", products: [Product(procedure: "J1306", dose: milligram)], isSingleDose: true,
      isPrescribed: true),
    InjectedDrug(
      phrases: "epoetin alfa epbx|retacrit", products: [Product(procedure: "Q5106", dose: 1_000)], isInUnits: true,
      isSingleDose: true, isPrescribed: true),
    // Not what a local anesthetic is mixed with: "lidocaine with epinephrine 1:100,000".
    InjectedDrug(
      phrases: "epinephrine|adrenaline",
      products: [
        Product(procedure: "J0165", dose: milligram / 10, from: CalendarDate(year: 2025, month: 7, day: 1)),
        Product(procedure: "J0171", dose: milligram / 10),
      ]),
    InjectedDrug(
      phrases: "sublocade|buprenorphine extended release|buprenorphine xr",
      products: [Product(procedure: "Q9992", dose: 1_000 * milligram)], isSingleDose: true),
  ]
}
