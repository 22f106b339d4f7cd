/// Where on the body a service was done, as far as its code depends on it.
enum BodySite: UInt8, Sendable, CaseIterable {
  case thumb, finger, hand, wrist, forearm, elbow, upperArm, shoulder, clavicle, acromioclavicular
  case greatToe, toe, foot, heel, ankle, lowerLeg, knee, thigh, hip, pelvis
  case chest, ribs, back, abdomen, buttock, groin, axilla, neck, trunk
  case cervicalSpine, thoracicSpine, lumbarSpine, sacrum, sinuses
  case scalp, face, ear, eyelid, nose, lip, jaw, eye

  /// The words that name it.
  var phrases: String {
    switch self {
    case .thumb: "thumb|cmc|cmc joint|first cmc|1st cmc|thumb cmc"
    case .finger:
      "finger|mcp|mcp joint|pip|pip joint|dip|dip joint|index finger|middle finger|ring finger|little finger|pinky|index|fingertip|digit"
    case .hand: "hand|palm|metacarpal"
    case .wrist: "wrist|carpal"
    case .forearm: "forearm"
    case .elbow: "elbow|olecranon|olecranon bursa"
    case .upperArm: "arm|upper arm|humerus|deltoid region"
    case .shoulder: "shoulder|subacromial|glenohumeral|subacromial space|subacromial bursa|rotator cuff"
    case .clavicle: "clavicle|collarbone"
    case .acromioclavicular: "acromioclavicular|ac joint|acromioclavicular joint"
    case .greatToe:
      "great toe|big toe|hallux|first toe|first mtp|1st mtp|first mtp joint|1st mtp joint|first mtpj|1st mtpj"
    case .toe: "toe|mtp|mtp joint|mtpj"
    case .foot: "foot|feet|plantar|metatarsal|sole"
    case .heel: "heel|calcaneus"
    case .ankle: "ankle|malleolus"
    case .lowerLeg: "leg|lower leg|shin|calf|tibia|tib fib|tibia fibula|lower extremity"
    case .knee: "knee|prepatellar|patella|pes anserine|pes anserine bursa"
    case .thigh: "thigh|femur"
    case .hip: "hip|trochanteric|greater trochanteric|trochanteric bursa|greater trochanter"
    case .pelvis: "pelvis"
    case .chest: "chest"
    case .ribs: "rib"
    case .back: "back|upper back|lower back|flank"
    case .abdomen: "abdomen|abdominal|kub"
    case .buttock: "buttock|gluteal cleft"
    case .groin: "groin|vulva|labia|labial|penis|scrotum|scrotal|perineum|genital"
    case .axilla: "axilla|axillary|armpit"
    case .neck: "neck"
    case .trunk: "trunk|torso"
    case .cervicalSpine: "cervical spine|c spine|cervical"
    case .thoracicSpine: "thoracic spine|t spine|thoracic"
    case .lumbarSpine: "lumbar spine|lumbosacral spine|ls spine|l spine|lumbar|lumbosacral"
    case .sacrum: "sacrum|coccyx|tailbone"
    case .sinuses: "sinus|paranasal sinus"
    case .scalp: "scalp"
    case .face: "face|facial|cheek|chin|forehead|eyebrow|brow|temple"
    case .ear: "ear|ear canal|canal|earlobe|auditory canal|external auditory canal"
    case .eyelid: "eyelid|upper lid|lower lid"
    case .nose: "nose|nasal|nostril"
    case .lip: "lip|oral mucosa|mouth"
    case .jaw: "jaw|temporomandibular|tmj"
    case .eye: "eye|cornea|conjunctiva|corneal|conjunctival"
    }
  }

  /// The words by which titles of diagnoses name it, as UTF-8.
  var titleWords: [[UInt8]] { BodySite.titleWords[Int(rawValue)] }

  private static let titleWords = allCases.map { site in site.namesInTitles.map { Array($0.utf8) } }

  private var namesInTitles: [String] {
    switch self {
    case .thumb: ["thumb", "finger", "hand"]
    case .finger: ["finger", "hand"]
    case .hand: ["hand", "metacarpal", "finger"]
    case .wrist: ["wrist", "carpal", "radius", "ulna"]
    case .forearm: ["forearm", "radius", "ulna"]
    case .elbow: ["elbow", "epicondyl", "olecranon"]
    case .upperArm: ["upper arm", "humerus", "upper limb"]
    case .shoulder: ["shoulder", "rotator cuff"]
    case .clavicle: ["clavicle"]
    case .acromioclavicular: ["acromioclavicular", "shoulder"]
    case .greatToe: ["toe", "hallux"]
    case .toe: ["toe"]
    case .foot: ["foot", "plantar", "metatarsal", "tarsal"]
    case .heel: ["heel", "calcane", "plantar", "foot"]
    case .ankle: ["ankle", "malleol", "fibula"]
    case .lowerLeg: ["lower leg", "tibia", "fibula", "lower limb", " leg"]
    case .knee: ["knee", "patell", "menisc", "cruciate"]
    case .thigh: ["thigh", "femur", "femoral"]
    case .hip: ["hip", "trochanteric", "femur"]
    case .pelvis: ["pelvi", "hip"]
    case .chest: ["chest", "thorax", "pneumonia", "lung", "cough", "breath", "pulmonary"]
    case .ribs: ["rib", "thorax", "chest"]
    case .back: ["back", "dorsalgia", "trunk"]
    case .abdomen: ["abdom", "calculus", "colic"]
    case .buttock: ["buttock", "pilonidal"]
    case .groin: ["groin", "genital", "vulva", "peni", "scrot", "anogenital"]
    case .axilla: ["axilla", "upper limb"]
    case .neck: ["neck", "cervic"]
    case .trunk: ["trunk", "back", "abdom", "chest"]
    case .cervicalSpine: ["cervic", "neck"]
    case .thoracicSpine: ["thoracic", "back"]
    case .lumbarSpine: ["lumb", "low back", "sciatica", "dorsalgia", "vertebrogenic"]
    case .sacrum: ["sacr", "coccy"]
    case .sinuses: ["sinus"]
    case .scalp: ["scalp", "head"]
    case .face: ["face", "cheek", "head", "eyelid and periocular", "lip"]
    case .ear: ["ear", "cerumen"]
    case .eyelid: ["eyelid"]
    case .nose: ["nose", "nasal", "epistaxis"]
    case .lip: ["lip", "oral", "mouth"]
    case .jaw: ["jaw", "temporomandibular"]
    case .eye: ["eye", "cornea", "conjunctiv"]
    }
  }

  /// Whether it is one of a pair, so that a service takes the side.
  var isPaired: Bool {
    switch self {
    case .pelvis, .chest, .back, .abdomen, .groin, .neck, .trunk, .cervicalSpine, .thoracicSpine, .lumbarSpine, .sacrum,
      .sinuses, .scalp, .face, .nose, .lip:
      false
    default: true
    }
  }

  /// How large a joint or bursa is; `nil` where there is none to inject.
  ///
  /// Source: the joints named in CPT's families 20600, 20605 and 20610, by number.
  enum JointSize: Int { case small, intermediate, large }

  var jointSize: JointSize? {
    switch self {
    case .thumb, .finger, .greatToe, .toe: .small
    case .wrist, .elbow, .ankle, .acromioclavicular, .jaw: .intermediate
    case .shoulder, .hip, .knee: .large
    default: nil
    }
  }

  /// How the repair, removal or excision of skin there is grouped.
  ///
  /// Source: the groups of CPT's ranges for repair (12001–12057) and excision (11400–11446), by number.
  enum SkinRegion { case trunkAndLimbs, scalpAndNeck, handsAndFeet, genitalia, axilla, face }

  var skinRegion: SkinRegion {
    switch self {
    case .thumb, .finger, .hand, .greatToe, .toe, .foot, .heel: .handsAndFeet
    case .scalp, .neck: .scalpAndNeck
    case .groin: .genitalia
    case .axilla: .axilla
    case .face, .ear, .eyelid, .nose, .lip, .jaw, .eye: .face
    default: .trunkAndLimbs
    }
  }
}
