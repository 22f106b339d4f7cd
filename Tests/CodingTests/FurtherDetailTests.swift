import ClaimModel
import Coding
import Testing

/// What the words around a condition tell of it, and words that only look like a condition.
@Suite struct FurtherDetailTests {
  private func codes(_ assessment: String, hpi: String = "Here today.", age: Int = 60, sex: Sex = .female) throws
    -> Set<String>
  {
    Set(
      try CodedNote("HPI: \(hpi)\n\nA/P:\n\(assessment)\n", [], sex: sex, age: age).codes(by: TestCoder.coder.get()))
  }

  @Test(arguments: [
    ("BP high today, recheck with PCP.", ["R030"]), ("Low iron anemia - too much milk.", ["D508"]),
    ("Anemia from blood loss.", ["D500"]), ("Liver enzymes up, stop alcohol.", ["R7401"]),
    ("Anemia - expected effect of chemo.\nColon cancer, cecum.", ["D6481", "C180", "T451X5A"]),
    ("Atherosclerotic PAD both legs with intermittent claudication.", ["I70213"]),
    ("Atherosclerotic PAD with claudication, right leg.", ["I70211"]),
    ("Insomnia, chronic, psychophysiological.", ["F5104"]),
    ("Crohn's of small and large bowel with rectal bleeding.", ["K50811"]),
    ("Ingrown nail of the right great toe with paronychia.", ["L600", "L03031"]),
    ("Paronychia left index finger.", ["L03012"]),
    ("Catheter associated UTI, Pseudomonas. SPT in place.", ["T83510A", "N390", "B965"]),
    ("B12 deficiency w/ neuropathy.", ["E538", "G63"]),
    ("Anaphylaxis to amoxicillin.", ["T886XXA", "T360X5A"]),
    ("Right carpal tunnel syndrome.\nLeft carpal tunnel syndrome.", ["G5603"]),
    ("Osteoarthritis right knee.\nOsteoarthritis left knee.", ["M170"]),
    (
      "CKD 5 from DM2.\nSecondary hyperparathyroidism of renal origin.\nDiabetic nephropathy.",
      ["E1122", "N185", "N2581"]
    ),
    ("HIV, asympt, suppressed.", ["Z21"]), ("Syphilis contact.\nAnal warts.", ["Z202", "A630"]),
    ("Well woman exam.\nBacterial vaginosis.", ["Z01411", "N760", "B9689"]),
    ("Accidental ingestion of clonidine.", ["T465X1A"]),
    ("Accidental clonidine swallowing (grandmother's), drowsy.", ["T465X1A", "R400"]),
    ("R pyelo, E coli ESBL producer.", ["N10", "B9620", "Z1612"]),
    ("Snuff, quit cigarettes 20 years ago.\nLeukoplakia of tongue.", ["K1321", "F17220"]),
    ("Intentional sertraline overdose.", ["T43222A"]),
    ("Homelessness, sleeping in his truck.", ["Z5902"]), ("Homelessness, stays at shelter.", ["Z5901"]),
    ("Weight gain on olanzapine.", ["R635", "T43595A"]),
    ("Zoster, localized, in pt immunosuppressed by transplant drugs.", ["B029", "D84821"]),
    ("IUP 33+4 w/ essential hypertension, above goal.", ["O10013", "Z3A33"]),
    ("COPD, quit cigarettes 2005.", ["J449", "Z87891"]), ("Prior c-section.", ["Z98891"]),
  ]) func detailsAreCoded(line: (String, [String])) throws {
    let found = try codes(line.0)
    #expect(found == Set(line.1), "\(line.0): \(found.sorted())")
  }

  /// Codes that words only seem to ask for.
  @Test(arguments: [
    ("1 DM2 2 HTN 3 CHF 4 CKD 5 hyperlipidemia", "N184"), ("Knee pain. Prior to knee replacement.", "Z96659"),
    ("Superficial wound infection. Periprosthetic infection considered and thought very unlikely.", "T8450XA"),
    ("BPPV right. Stroke / vestibular neuritis not supported by exam.", "I639"),
    ("BPPV right. Stroke / vestibular neuritis not supported by exam.", "H8120"),
    ("Hoarseness. I am not certain about reflux laryngitis.", "K219"),
    ("Bacterial vaginosis. HPV series complete.", "B977"), ("Osteoporosis. Failed oral bisphosphonate.", "Z7983"),
    ("Anemia, no chemo yet. Colon cancer.", "D6481"),
    ("High blood pressure, on lisinopril.", "R030"), ("Homelessness. Shelter list given.", "Z5901"),
    ("Safe sleep, car seat reviewed. Eczema.", "Z5902"), ("Hypertension. Advised to quit cigarettes.", "Z87891"),
    ("Anaphylaxis to peanut.", "T886XXA"), ("Cough. SpO2 98 RA.", "M069"),
    ("Eczema. Safe sleep, fever >100.4 reviewed.", "R509"),
    ("Actinic keratosis. Follow up: suture removal 6 d.", "Z4802"), ("DM2. Insulin pump no - pens.", "Z9641"),
    ("Osteoporosis with T11 fracture, low energy.", "R5383"),
  ]) func whatOnlySeemsSoIsNotCoded(line: (String, String)) throws {
    let found = try codes(line.0)
    #expect(!found.isEmpty && !found.contains(line.1), "\(line.0): \(found.sorted())")
  }

  /// The end of a cancer is told again at a visit of surveillance.
  @Test func surveillanceOfACancerThatIsOver() throws {
    let hpi = "Here for surveillance cystoscopy."
    #expect(try codes("1) Hx of bladder cancer, NED.", hpi: hpi) == ["Z08", "Z8551"])
    #expect(try !codes("1) Hypertension.\n2) Hx of bladder cancer, NED.", hpi: hpi).contains("Z08"))
  }

  @Test func poisoningComesFirst() throws {
    let note = "HPI: Here.\n\nA/P:\nDrowsy and slow pulse from accidental clonidine ingestion.\n"
    let found = try CodedNote(note, [], sex: .male, age: 2).codes(by: TestCoder.coder.get())
    #expect(found.first == "T465X1A" && Set(found) == ["T465X1A", "R400", "R001"], "\(found)")
  }

  /// Lines that a reviewer broke earlier versions with: what must be there, and what must not.
  @Test(arguments: [
    ("HTN, BP high today.", "I10", "R030"), ("High BP, on amlodipine.", "I10", "R030"),
    ("Heart failure on apixaban.", "Z7901", ""), ("Failed metformin, DM2 on insulin.", "Z794", "Z7984"),
    ("Hip fracture follow up, low potassium.", "E876", ""), ("Cough > 3 weeks.", "R059", ""),
    ("Follow up for suture removal today.", "Z4802", ""), ("New liver lesion on CT.", "K7689", "Z944"),
    ("Iron deficiency anemia, continue diabetic diet.", "D509", "D508"),
    ("Anemia. Next chemo in a week. Colon cancer.", "D630", "D6481"),
    ("CAUTI, Foley. Suprapubic tenderness.", "T83511A", "T83510A"),
    ("Crohn's of small bowel, colon normal.", "K5090", "K5080"),
    ("PAD with neurogenic claudication and aortic atherosclerosis.", "I739", "I70219"),
    ("Colon cancer; cecum normal.", "C189", "C180"), ("Eczema. No housing concerns.", "L309", "Z5900"),
    ("B12 deficiency. Neuropathy likely hereditary.", "G629", "G63"),
    ("Nosebleed, d/t warfarin over-anticoagulation.", "D6832", ""), ("BP not at goal, add losartan.", "I10", ""),
    ("Anemia due to pemetrexed. Lung cancer.", "D6481", "D630"),
    ("Focal seizures w/ loss of awareness. I wouldn't call him refractory.", "G40209", "G40219"),
    ("Bladder infection from the Foley, ESBL E. coli.", "T83511A", "N390"),
    ("Median neuropathy at the wrist R.\nMedian neuropathy at the wrist L, mild.", "G5603", "G5613"),
    ("High potassium from the ACE inhibitor dose.", "T464X5A", ""), ("Ankle sprain L, CFL.", "S93412A", "S93402A"),
    ("CHF, preserved EF - acute on chronic.", "I5033", "I509"),
    ("Acute suppurative ear infection R, drum intact.", "H66001", "H9211"),
    ("Well woman exam. Menopausal symptoms.", "Z01419", "Z01411"), ("#3 CKD stage 2", "N182", "N1830"),
    ("1 CKD 3b 2 HTN", "N1832", "N189"), ("Weight gain, on metformin.", "R635", "T383X5A"),
    ("Presence of left knee prosthesis prior to dental work.", "Z96652", ""),
    ("Knee pain. Hx of breast cancer, NED, mammogram surveillance.", "M25569", "Z08"),
    ("Eczema. Metformin ingestion with food advised.", "L309", "T383X1A"),
  ]) func reviewedLines(line: (String, String, String)) throws {
    let found = try codes(line.0)
    #expect(found.contains(line.1) && !found.contains(line.2), "\(line.0): \(found.sorted())")
  }

  /// A place and an activity of an accident, and a school that a vaccine was given in.
  @Test func accidentsOfBoardsAndBoxes() throws {
    let skater = try codes(
      "Abrasion of right elbow.", hpi: "At the skate park he flew off his board onto his hand this morning.", age: 13,
      sex: .male)
    #expect(skater.isSuperset(of: ["S50311A", "V00131A", "Y9351"]), "\(skater)")
    let packer = try codes(
      "Laceration left index finger.",
      hpi: "Workers comp visit. The box cutter slipped and cut his finger. Last tetanus shot in high school.", age: 30,
      sex: .male)
    #expect(packer.isSuperset(of: ["S61211A", "W260XXA", "Y990"]), "\(packer)")
    #expect(packer.isDisjoint(with: ["W010XXA", "Y92213"]), "\(packer)")
    let climber = try codes("Scraped knee, left.", hpi: "She fell off the jungle gym at recess.", age: 8)
    #expect(climber.isSuperset(of: ["S80212A", "W092XXA"]), "\(climber)")
  }
}
