import ClaimModel
import Coding
import Testing

/// Visits of surgical and procedural clinics, written for the project and labelled by the guidelines before they were coded.
@Suite struct ClinicProcedureNoteTests {
  @Test(arguments: visits) func aProceduralClinicsVisitIsCodedAsACoderWould(visit: LabelledVisit) throws {
    let coded = try visit.coded(by: TestCoder.coder.get())
    #expect(coded.diagnoses.first == visit.diagnoses.first, "\(coded.diagnoses)")
    #expect(Set(coded.diagnoses) == Set(visit.diagnoses), "\(coded.diagnoses)")
    #expect(Set(coded.lines) == Set(visit.lines), "\(coded.lines)")
  }

  static let visits: [LabelledVisit] = [
    // Care of feet at risk: calluses and nails are apart; no visit beside them.
    LabelledVisit(
      """
      PODIATRY - at risk foot care
      Date of service: 5/4/2026
      S: Pt presents for diabetic foot care. Type 2 DM, on metformin, last A1c 7.4. Nails thick and painful in shoes, cannot reach them. Burning in both feet at night. Last seen by PCP Dr. Alvarez 3/12/26.
      O: Vasc: DP 1/4, PT nonpalpable b/l, absent hair growth, skin thin and shiny. Neuro: monofilament absent 6/10 sites b/l. Derm: nails 1-5 b/l thick, yellow, crumbly w/ subungual debris. HPK sub 1st met head R and sub 5th met head L. No open wounds.
      A: 1. Onychomycosis
      2. Calluses x2
      3. Type 2 diabetes with diabetic polyneuropathy
      P: Mycotic nails debrided x10 with nipper and burr. Calluses pared x2 with #15 blade. Class findings Q8. Diabetic shoe rx. RTC 10 wks.
      """, ["B351", "L84", "E1142", "Z7984"], lines: ["11721-59-Q8", "11056-Q8"], age: 78, sex: .female,
      payer: "Medicare Part B"),
    // A scope told under its own heading, behind a review of systems; the flare of a lasting problem is treated beside it.
    LabelledVisit(
      """
      ENT follow up 05/04/2026
      Nasal obstruction and loss of smell are worse over 2 months despite daily fluticasone. Thick drainage, facial pressure. No fever, no epistaxis. Non smoker. PMH asthma, uses albuterol rarely.
      ROS: [x] congestion [x] anosmia [ ] ear pain [ ] hoarseness
      Nasal endoscopy: After topical lidocaine/oxymetazoline a 0 degree rigid scope was passed bilaterally. Septum deviates to left. Grade 2 polyps in both middle meati with mucopus. Nasopharynx clear. Tolerated well.
      Impression:
      1) Chronic pansinusitis, flaring
      2) Nasal polyps
      3) Deviated nasal septum
      Plan - prednisone taper 40 mg x 5d then down, doxycycline 100 BID x 14 d, budesonide rinses. CT sinus w/o contrast. Consider dupilumab if fails. f/u 4 wks
      """, ["J324", "J339", "J342"], lines: ["99214-25", "31231"], age: 47, sex: .male),
    // A biopsy and the freezing of other lesions; what is to be ruled out is not coded (IV.H).
    LabelledVisit(
      """
      DERMATOLOGY 5/4/26. Est pt. Skin check, h/o melanoma of back 2019 (excised, no recurrence). New rough spots scalp, and a pearly bump on nose that bleeds.
      Exam: full body skin exam. Scalp and forehead: 7 erythematous gritty papules. L nasal ala: 5 mm pearly papule with telangiectasia. Back: well healed scar, no pigment recurrence. No lymphadenopathy.
      A/P:
      1. Actinic keratoses (7) - LN2 x 7 lesions, scalp/forehead, 2 freeze-thaw cycles. Wound care given.
      2. Neoplasm of unspecified behavior of skin, left nasal ala - r/o BCC. Shave bx done after 1% lido w epi, hemostasis w AlCl. To path.
      3. Personal hx of malignant melanoma - monthly self exams, sunscreen, RTC 6 mo.
      """, ["L570", "D492", "Z85820"], lines: ["17000-59", "17003*6", "11102"], age: 69, sex: .male),
    // The drug and its dose stand in two sentences.
    LabelledVisit(
      """
      BOTOX PROCEDURE NOTE 05/04/2026
      Indication: chronic migraine, 18+ headache days/mo before Botox, now 7. Failed topiramate, propranolol, amitriptyline.
      Here for scheduled round #6. No new neuro sx. No dysphagia after last round.
      Consent signed. OnabotulinumtoxinA 200 unit vial reconstituted w/ 4 mL saline. 155 units injected IM into 31 sites per PREEMPT protocol (frontalis, corrugator, procerus, temporalis, occipitalis, cervical paraspinal, trapezius). 45 units wasted. EBL nil. No complications.
      Dx: Chronic migraine without aura, intractable, without status migrainosus
      Next in 12 wks.
      """, ["G43719"], lines: ["64615", "J0585*155", "J0585-JW*45"], age: 45, sex: .female, payer: "Medicare Part B"),
    // A relative's cancer behind FH; what is doubted is not coded.
    LabelledVisit(
      """
      GI New Patient Consultation     05/04/2026
      Reason: heartburn, loose stools
      39 yo woman with 2 yrs of heartburn 4-5x/wk, worse lying down, partial relief w/ OTC famotidine. Also crampy lower abd pain relieved by BM, 4-5 loose stools/d, bloating, 10 yrs, worse w stress. No blood, no nocturnal stools, no wt loss, no dysphagia. Celiac serologies neg 2025. FHx: father colon ca at 58. Never smoker.
      PE: soft, mild LLQ tenderness, no mass.
      A/P
      1. GERD without esophagitis: not controlled on famotidine; start omeprazole 40 mg daily 30 min ac. EGD if no response in 8 wks.
      2. IBS-D: low FODMAP, start dicyclomine 10 mg TID prn. Fecal calprotectin, CRP. Doubt IBD.
      3. FH colon cancer in first degree relative - colonoscopy at 40, will schedule.
      """, ["K219", "K580", "Z800"], lines: ["99204"], age: 39, sex: .female, isNew: true),
    // Surveillance of polyps is a screening (I.C.21.c.5); another polyp was taken by forceps.
    LabelledVisit(
      """
      COLONOSCOPY REPORT  05/04/2026  Lakeside Endoscopy ASC
      Indication: surveillance, personal history of adenomatous colon polyps (2021)
      Sedation: MAC per anesthesia.
      Findings: prep good (BBPS 8). Scope advanced to cecum, AO and IC valve photographed. 8 mm sessile polyp ascending colon removed with cold snare, retrieved. 3 mm polyp sigmoid removed with cold biopsy forceps. Sigmoid diverticulosis. Grade I internal hemorrhoids on retroflexion. No bleeding. Withdrawal 11 min.
      Impression: 1. Ascending colon polyp s/p cold snare polypectomy
      2. Sigmoid polyp, cold forceps
      3. Diverticulosis of sigmoid colon
      4. First degree internal hemorrhoids
      Plan: path pending. Repeat 5 yrs. High fiber diet.
      """, ["Z1211", "Z860101", "K635", "K5730", "K640"], lines: ["45385-33", "45380-59-33"], age: 63, sex: .male,
      place: "24"),
    // Adjuvant treatment goes on: the cancer is current (I.C.2.m).
    LabelledVisit(
      """
      Medical Oncology follow-up
      Date: 05/04/2026
      Oncologic hx: L breast IDC, UOQ, pT2N0, ER+. Lumpectomy 3/2024, RT completed 7/2024. Anastrozole since 8/2024, plan 5 yrs adjuvant.
      Subjective: mild joint stiffness in the am, better with walking. Hot flashes tolerable. No breast lumps, no bone pain, no cough.
      Mammo 2/2026 BI-RADS 2. DEXA T -1.9 hip.
      PE: L breast scar well healed, no masses, no axillary adenopathy.
      Assessment/Plan:
      1. Malignant neoplasm of upper-outer quadrant of left breast, ER positive - NED, tolerating adjuvant anastrozole, continue. Refilled. CBC, CMP today sent to lab.
      2. Osteopenia - Ca/vit D, weight bearing exercise, repeat DEXA 2027
      RTC 6 mo
      """, ["C50412", "Z170", "Z79811", "M8580"], lines: ["99214"], age: 58, sex: .female),
    // An infusion by the clock, without a visit.
    LabelledVisit(
      """
      Hematology infusion visit 05/04/2026
      36F iron deficiency anemia from heavy menses, intolerant of oral iron (constipation, nausea). Hgb 8.9, ferritin 4, TSAT 6%.
      No chest pain. Fatigue++.
      Here for dose 1 of 2. Vitals stable. Ferric carboxymaltose (Injectafer) 750 mg IV infused in 250 mL NS over 30 min, start 1005 stop 1035. Observed 30 min, no reaction.
      Dx: Iron deficiency anemia secondary to chronic blood loss; menorrhagia with regular cycle.
      Return 1 wk for dose 2.
      """, ["D500", "N920"], lines: ["J1439*750", "96365"], age: 36, sex: .female),
    // A long line of a problem list; hypertension with kidney disease (I.C.9.a.2).
    LabelledVisit(
      """
      Rheumatology established visit 05/04/2026
      Problem list reviewed. Gout since 2015. Two flares R great toe this year. Today no pain. Takes allopurinol 100. Uric acid 8.1, creat 1.5, eGFR 50 (stable since 2024).
      Exam: no tophi. R 1st MTP mild bony enlargement non tender.
      A/P:
      1. Chronic idiopathic gout of right foot without tophus, not at urate goal: increase allopurinol to 200 mg, colchicine 0.6 daily ppx.
      2. CKD 3a: avoid NSAIDs. BMP 4 wks.
      3. Hypertension: BP 134/80, losartan continued (also uricosuric).
      """, ["M1A0710", "I129", "N1831"], lines: ["99214"], age: 66, sex: .male),
    // The operation is to come, so nothing is lost yet.
    LabelledVisit(
      """
      General Surgery New Patient
      05/04/26
      Referred by Dr. Kim for gallstones. 6 months of RUQ pain after fatty meals lasting 2-3 hrs, radiates to R scapula, w nausea. No jaundice, fever, dark urine, acholic stool. PSH c-section x2. NKDA.
      US 4/10 (report reviewed): multiple gallstones, no wall thickening, CBD 4 mm. LFTs, lipase normal (reviewed).
      Ht 5'4" Wt 201 BMI 34.5. Abd soft, mild RUQ TTP, Murphy neg.
      Assessment: Symptomatic cholelithiasis without cholecystitis. Class 1 obesity, BMI 34.5.
      Plan: laparoscopic cholecystectomy, risks incl bleeding, infection, bile duct injury, conversion discussed; consent signed. Low fat diet.
      """, ["K8020", "E66811", "Z6834"], lines: ["99204"], age: 44, sex: .female, isNew: true),
    // What was operated on is named, and no problem; pain meds are none either.
    LabelledVisit(
      """
      Post op check
      5/4/2026
      12 days s/p lap R inguinal hernia repair w mesh. Doing well, off pain meds, eating, BMs normal, voiding. No fever. Denies swelling or drainage.
      Incisions c/d/i, no erythema, no recurrence w valsalva, testes nontender.
      A: Normal post op course
      P: no lifting >20 lb until 4 wk. f/u prn
      """, ["Z48815"], lines: ["99024"], age: 52, sex: .male),
    // Two names of one condition, and w/o.
    LabelledVisit(
      """
      Pain Management Follow Up 5/4/2026
      Chronic LBP, s/p MBB with 80% relief. Avg pain 5/10 on meds, 8/10 without. Oxycodone 5 mg TID, no side effects, no aberrant behavior, PDMP reviewed and appropriate. Opioid agreement on file. Naloxone at home. Works part-time.
      Point of care UDS cup today read visually: + oxycodone, neg others. consistent.
      PE: tender L4-S1 facets b/l, pain w extension, SLR neg, strength 5/5.
      Dx:
      1 Chronic pain syndrome
      2 Lumbar facet arthropathy / spondylosis w/o myelopathy or radiculopathy
      3 Long term opioid use
      Plan: refill oxycodone #90. Schedule b/l L4-5, L5-S1 RFA. Cont gabapentin.
      """, ["G894", "M47816", "Z79891"], lines: ["99214", "80305-QW"], age: 61, sex: .male),
    // A first session of therapy: its evaluation and units.
    LabelledVisit(
      """
      PHYSICAL THERAPY INITIAL EVALUATION
      DOS 05/04/2026   Referring: Dr. Patel   Dx: Adhesive capsulitis right shoulder
      Onset 3 mo insidious. Unable to reach overhead or fasten bra. No comorbidities affecting POC.
      Objective: R shoulder flexion 95, abd 80, ER 10, IR to sacrum. Strength 4/5 in available range. Capsular end feel. QuickDASH 52.
      Assessment: low complexity evaluation; stable presentation. Good rehab potential.
      Treatment today: PT evaluation 25 min. Therapeutic exercise (pendulums, table slides, sleeper stretch) 15 min. Manual therapy GH joint mobilization grade II-III 15 min.
      Total timed minutes 30. HEP issued.
      Plan: 2x/wk x 8 wk.
      """, ["M7501"], lines: ["97161-GP", "97110-GP", "97140-GP"], age: 56, sex: .female),
    // Pollen and mites are two causes; forty pricks.
    LabelledVisit(
      """
      Allergy & Immunology new patient 5/4/2026
      Sneezing, itchy eyes, congestion Apr-June + yr round worse w dusting. Wheeze 3-4 d/wk, wakes 2x/month, albuterol helps. No ED visits. Cat at home. FHx asthma (brother). Cetirizine held 7 days.
      PE: boggy pale turbinates, cobblestoning conjunctiva, exp wheeze bilat.
      Spirometry today: FEV1 82%, ratio .74, mild obstruction.
      Percutaneous skin tests: 40 aeroallergens applied to back, read at 15 min w pos/neg controls. Positive: timothy, oak, birch, D. pter, D. farinae. Cat neg.
      Imp:
      1. Seasonal allergic rhinitis due to pollen
      2. Perennial allergic rhinitis due to dust mites
      3. Mild persistent asthma, uncomplicated
      Plan: fluticasone nasal, mattress covers, start budesonide/formoterol 80 2 puffs BID. Consider AIT. RTC 6 wks
      """, ["J301", "J3089", "J4530", "Z825"], lines: ["99204-25", "94010", "95004*40"], age: 24, sex: .female,
      isNew: true),
    // Two injections of allergens and nothing else.
    LabelledVisit(
      """
      Allergy injection visit 05/04/2026. Nurse visit, Dr Shah in office.
      Maintenance vial A (trees/grass) 0.5 mL SC L arm; vial B (cat, mite) 0.5 mL SC R arm. Peak flow ok, no illness, no beta blocker. Waited 30 min, no reaction.
      Dx allergic rhinitis due to pollen, allergic rhinitis due to animal dander
      """, ["J301", "J3081"], lines: ["95117"], age: 33, sex: .male),
    // An injection that was offered and accepted.
    LabelledVisit(
      """
      NEW PATIENT 05/04/2026 Foot & Ankle
      cc: left heel pain 4 mo, first step pain in AM. Walks 10k steps at work. Tried ibuprofen and ice. no trauma, no numbness.
      Exam L foot: TTP medial calcaneal tubercle, tight gastroc, neg Tinel, neg squeeze test.
      Xray 3 views left foot wt bearing taken & read in office: inferior calcaneal spur, no fx.
      Impression: Plantar fasciitis L. Calcaneal spur L foot.
      Plan: discussed etiology. Stretching, night splint, OTC orthotic. Injection offered and accepted: L plantar fascia origin injected from medial approach w 1 cc 0.5% marcaine + 1 cc kenalog-10 after betadine prep. No complications. Return 4 weeks.
      """, ["M722", "M7732"], lines: ["99203-25", "73630-LT", "20550-LT", "J3301"], age: 50, sex: .female, isNew: true),
    // How the wax was removed is told before the assessment; Medicare pays once for both ears.
    LabelledVisit(
      """
      ENT/Audiology visit 05/04/2026
      C/o decreased hearing both ears and ringing, gradually worse over years. No vertigo, otalgia or otorrhea. No noise exposure. Mother had hearing loss.
      Ears: bilateral canals occluded by hard wax. Under microscope cerumen removed from both ears with curette and suction. TMs intact after.
      Audiogram (comprehensive: air, bone, speech) performed today after cleaning: symmetric moderate high freq sensorineural loss AU, WRS 84/88.
      A/P
      1. Impacted cerumen, bilateral - removed as above
      2. Bilateral sensorineural hearing loss - hearing aid evaluation
      3. Tinnitus both ears - masking, reassured
      """, ["H6123", "H903", "H9313", "Z822"], lines: ["99213-25", "92557", "69210"], age: 76, sex: .female,
      payer: "Medicare Part B"),
    // A foreign body by its abbreviation.
    LabelledVisit(
      """
      OPTOMETRY - red eye visit 5/4/26
      R eye foreign body sensation and tearing since yesterday, felt something blow in. No contact lens. No vision change.
      VA 20/20 OU. SLE OD: metallic speck w small rust ring at 4 o'clock, paracentral, no infiltrate, AC quiet. Fluorescein seidel neg. OS normal.
      Procedure: proparacaine OD; FB removed from cornea at slit lamp w 25g needle, rust ring with burr. Erythromycin ung.
      Assessment: Foreign body of cornea, right eye, initial encounter.
      Plan: moxifloxacin qid, recheck 24 h.
      """, ["T1501XA"], lines: ["65222-RT"], age: 37, sex: .male),
    // Each eye's retinopathy by itself; the drug injected into one.
    LabelledVisit(
      """
      RETINA CLINIC 5/4/2026  established
      T2DM 12 yrs, on insulin. Vision OS a bit blurrier.
      BCVA OD 20/25 OS 20/50. IOP 15/16 Tono. SLE: 1+ NS OU, no NVI. DFE: OD scattered MAs and dot heme; OS MAs, hard exudates, thickening temporal to fovea.
      OCT macula OU today: OD no fluid. OS CST 412, intraretinal cysts.
      Impression:
      1. T2DM w moderate NPDR w macular edema, left eye
      2. T2DM w mild NPDR w/o macular edema, right eye
      3. Age-related nuclear cataract OU, monitor
      Procedure: Intravitreal injection of Eylea 2 mg/0.05 mL OS. Consent, time out. Betadine, lid speculum, 4 mm superotemporal. CF vision after, IOP 17. No complications.
      Plan: repeat 4 wks.
      """, ["E113312", "E113291", "H2513", "Z794"], lines: ["92014-25", "92134", "67028-LT", "J0178*2"], age: 55,
      sex: .male),
    // The angina is only suspected; a relative's disease behind Family hx.
    LabelledVisit(
      """
      Cardiology follow up 05/04/2026
      60M former smoker with HTN, HLD, seen for exertional chest tightness x 6 wks, resolves w rest, none at rest. No syncope. Father had MI at 52.
      Meds amlodipine 10, rosuvastatin 20, ASA 81.
      BP 146/88, HR 78. RRR, no murmur. Lungs clear.
      EKG today: NSR, nonspecific T wave changes, interpreted by me.
      Lipids 4/1: LDL 104.
      Assessment:
      1. Exertional chest pain - concerning for angina, r/o CAD. Order exercise nuclear stress test. SL NTG prn.
      2. Hypertension, above goal - add losartan 50 mg
      3. Mixed hyperlipidemia, LDL above goal - increase rosuvastatin to 40
      4. Family hx premature CAD
      """, ["R079", "I10", "E782", "Z8249", "Z87891", "Z7982"], lines: ["99214-25", "93000"], age: 60, sex: .male),
    // An infusion of more than three hours.
    LabelledVisit(
      """
      NEUROLOGY INFUSION VISIT 5/4/26
      Dx RRMS (relapsing-remitting multiple sclerosis) 2019. Here for maintenance Ocrevus. No new relapses, no infections, labs reviewed OK (IgG, CBC).
      Premeds: methylprednisolone 100 mg IV, Benadryl 50 mg PO, Tylenol 650 PO.
      Ocrelizumab 600 mg IV infused in 500 mL NS, start 0900 stop 1230. Monitored 60 min. No infusion reaction.
      Return 6 months.
      """, ["G35A", "Z79620"], lines: ["J2350*600", "96413", "96415*2"], age: 41, sex: .female),
    // The look is part of the banding.
    LabelledVisit(
      """
      Colorectal clinic 5/4/2026
      Bleeding w BMs on and off 1 yr, prolapse that reduces on its own. Fiber, sitz baths no help. Colonoscopy 2025 neg except hemorrhoids.
      Anoscopy: grade II internal hemorrhoids RA, RP, LL with stigmata of bleeding. No fissure or mass.
      Options reviewed and she wishes to proceed w banding today.
      Procedure: rubber band ligation of right anterior internal hemorrhoid, single band. No pain after.
      Dx: Second degree bleeding internal hemorrhoids
      F/u 3-4 wk for next band.
      """, ["K641"], lines: ["46221"], age: 48, sex: .female),
    // Chambers broken up and packed; dependence on nicotine, not use (I.C.5.b).
    LabelledVisit(
      """
      SURGERY CLINIC NEW PT 5/4/26
      L axillary boil x5 days, getting bigger, painful. No fever. Had one in same spot last yr. Non diabetic. Smokes 1/2 ppd, not ready to quit.
      3 cm fluctuant abscess L axilla w 1 cm surrounding erythema.
      I&D: After consent, prepped w chlorhexidine, 5 cc 1% lido w epi. 1.5 cm incision, 8 mL pus expressed, loculations broken, irrigated, 1/4 in packing placed. Cx sent.
      A/P: 1) Abscess left axilla s/p I&D, packing out 48 h, TMP-SMX DS bid x7d
      2) Tobacco use - cigarettes, nicotine dependence. Counseled 5 minutes on cessation, offered NRT.
      """, ["L02412", "F17210"], lines: ["99203-25", "10061", "99406"], age: 26, sex: .male, isNew: true),
    // One joint of the neck on both sides; the diagnosis stands before the procedure.
    LabelledVisit(
      """
      PROCEDURE NOTE 5/4/2026
      Preop Dx: Cervical spondylosis without myelopathy or radiculopathy, chronic neck pain
      Postop Dx: Same
      Procedure: Bilateral C5, C6 medial branch blocks (C5-6 facet joints) under fluoroscopy
      Informed consent, time-out. Prone, sterile prep. 25g needles to waist of articular pillars C5 and C6 bilat under fluoro. 0.5 mL 0.5% bupivacaine at each. No complications. Pain pre 6/10, post 1/10.
      Plan: pain diary, if >80% relief repeat block then RFA.
      """, ["M47812"], lines: ["64490-50"], age: 66, sex: .female),
  ]
}
