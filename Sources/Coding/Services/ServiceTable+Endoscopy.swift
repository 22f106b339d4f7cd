import ClaimModel

/// Endoscopies of the bowel and the stomach, and what was done through the scope; our own words.
extension ServiceTable {
  static let endoscopies: [Line] = [
    Line(
      .colonoscopy, "45378",
      "colonoscopy|screening colonoscopy|diagnostic colonoscopy|surveillance colonoscopy|flexible colonoscopy|complete colonoscopy|total colonoscopy|colonoscope"
    ),
    Line(
      .colonoscopy, "45378", says: .performed,
      "advanced cecum|passed cecum|inserted cecum|intubated cecum|scope cecum|advanced terminal ileum|cecum was reached"
    ),
    Line(
      .upperEndoscopy, "43235",
      "egd|esophagogastroduodenoscopy|upper endoscopy|upper gi endoscopy|upper gastrointestinal endoscopy|gastroscopy|diagnostic egd|diagnostic upper endoscopy"
    ),
    Line(
      .scopeSnare, acts: [.removed, .excised, .cauterized],
      "snare|cold snare|hot snare|snare polypectomy|cold snare polypectomy|hot snare polypectomy|snare cautery|electrocautery snare|polypectomy snare|snare technique|cold snare technique|hot snare technique"
    ),
    Line(
      .scopeHotForceps, acts: [.removed, .excised, .cauterized, .destroyed],
      "hot forceps|hot biopsy forceps|hot biopsy|bipolar cautery"),
    Line(
      .scopeBiopsy, acts: [.obtained, .biopsied, .removed, .excised],
      "biopsy|bx|cold forceps|cold biopsy forceps|biopsy forceps|jumbo forceps|cold biopsy|random biopsy|forceps biopsy|multiple biopsy|cold forceps biopsy"
    ),
    Line(.scopeBiopsy, acts: [.biopsied], says: .biopsied, "biopsied"),
    Line(
      .scopeInjection, acts: [.injected, .placed, .performed],
      "submucosal injection|submucosal saline|saline lift|tattoo|spot tattoo|india ink|spot ink|submucosal tattoo|tattooed"
    ),
  ]
}
