/// The words of the cues; our own table.
extension CueTable {
  /// Two words that only look like a cue.
  static let impostors = """
    gram negative|coagulase negative|no change|no longer|not only|no increase|no improvement|not improve|no response|\
    without improvement|without response|not respond|without treatment|no treatment|no further|not certain|not sure|no doubt|\
    no relevant|no significant|no toxic|no known|no interest|no allergies|no allergy|no medical|no personal|\
    no pathological|no past|without relevant|free interval|disease free|lack scarring|no complications|\
    without change|not tolerate|not controlled|without success|none right|none left|receptor negative|triple negative|her2 negative|neu negative|er negative|pr negative|rh negative|rh neg|er neg|pr neg|her2 neg|neu neg|gram neg|triple neg|receptor neg|o neg|b neg|ab neg|coag neg|may 2|\
    not resolved|no contraindication|no contraindications|no possibility|no need|without need|no option|no options|\
    no cure|no mo|without irradiation|without radiation|no irradiation|no radiation|not radiate|not radiating|\
    considered have|considered be|considered having|considered stable|lack response|absence response|lack treatment|lack improvement|absence treatment|no alternative|\
    holter monitor|event monitor|glucose monitor|pressure monitor|without contrast|no contrast|family physician|family doctor|family practice|family medicine|family practitioner|family planning|family support|\
    family situation|family environment|family meeting|family dinner|family life|family conflict|family stress|\
    family problems|family dynamics|nuclear family
    """

  /// What each word says.
  static let words: [(String, Cue)] = [
    ("no denies denied denying deny without never neither nor none free absence lacks lack", .negation),
    ("not cannot", .shortNegation),
    ("negative neg absent unlikely unremarkable", .negationBothWays),
    ("excluded excluding discarded ruled supported", .negationBefore),
    ("resolved cleared outgrew outgrown cured eradicated", .resolved),
    (
      """
      possible possibly probable probably suspect suspected suspicious suspicion suspecting likely questionable doubt favor appear seem look worrisome equivocal working doubtful indicative \
      rule concern concerning suggestive suggest suggesting suggested consistent compatible may might could \
      presumed presumptive apparent considered considering consider certain sure
      """, .uncertainty
    ),
    ("versus vs", .choice), ("differential ddx", .differential),
    (
      """
      if risk prevent prevention avoid return screening screen monitor watch precautions unless should develop \
      prophylaxis prophylactic pep evaluate against ruling exclude sooner rtc rto can call warn warned screened cautioned counseled \
      counselled educated notify fear afraid anxious concerned question education
      """, .hypothesis
    ),
    (
      """
      mother father brother sister grandmother grandfather aunt uncle parents sibling siblings cousin paternal \
      maternal familial family son daughter relatives relative husband wife mom dad grandparents nephew niece spouse \
      boyfriend girlfriend roommate fam fh fhx famhx fmhx
      """, .family
    ),
    ("history previous previously prior former past status remote antecedents antecedent s hx h", .history),
    ("sequela sequelae", .history),
    (
      """
      reports reported endorses endorse complains complained states notes says admits today currently consulted \
      referred attended came revealed
      """, .end
    ),
    ("presents presented presenting who developed showed", .endUnlessPredicate),
    (
      """
      notice notices noticed noted observes observed points pointed fighting treating brings brought takes took found finds describes described thinks \
      thought believes worried worries wants asks asked gives gave
      """, .endOfFamily
    ),
    ("he she him patient", .patient),
    ("showing revealing demonstrating demonstrated", .finding),
    ("confirmed confirming confirms confirmation", .confirmation),
    ("but however except though although", .turn),
    (
      """
      with w it they which where being was is has had so detected occasional occasionally intermittent \
      mild sporadic remained making radiating irradiating
      """, .endAfterComma
    ),
    ("diagnosed underwent suffers suffered suffering positive followed", .endOfDenial),
    ("vaccine vaccination vaccinated immunization immunized booster toxoid shot utd immune nonimmune", .inoculation),
    (
      """
      mmr mmrv tdap dtap ipv hib pcv13 pcv15 pcv20 pcv21 ppsv23 prevnar pneumovax gardasil hpv9 shingrix rotateq rotarix menactra \
      menveo menquadfi menacwy bexsero trumenba pediarix pentacel vaxelis kinrix proquad varivax havrix vaqta engerix boostrix
      """, .vaccine
    ),
    ("effect", .effect),
    (
      "clinic center nurse hotline foundation society warning handout brochure educator specialist genetic protocol exposure sign study questionnaire inventory coverage series",
      .label
    ),
    ("sent ordered order pending drawn check checked collected obtained send", .test),
    ("follow followup postop recheck", .followUp), ("visit appointment", .visit),
    (
      """
      admitted admission readmitted readmission hospitalized hospitalization icu ward discharge discharged inpatient \
      postoperative
      """, .hospital
    ),
  ]
}
