import ClaimModel

extension AdjustmentReason {
  /// What the reason says, in our own words; `nil` of one that is rare enough to be looked up.
  ///
  /// Source: X12 external code list 139 by number; the wording is ours.
  public var words: String? { AdjustmentReason.wording[rawValue] }

  private static let wording: [String: String] = [
    "1": "deductible", "2": "coinsurance", "3": "co-payment", "4": "modifier does not fit the procedure",
    "5": "place of service does not fit", "6": "age does not fit the procedure", "7": "sex does not fit the procedure",
    "8": "clinician's type does not fit the procedure", "9": "age does not fit the diagnosis",
    "10": "sex does not fit the diagnosis", "11": "diagnosis does not support the procedure",
    "13": "date of death is before the service", "14": "date of birth is after the service",
    "15": "authorization number missing or not for this", "16": "something is missing or invalid: see the remark",
    "18": "decided on before", "19": "injury at work", "20": "injury covered by liability insurance",
    "21": "injury covered by no-fault insurance", "22": "another payer comes first",
    "23": "what earlier payers paid and adjusted", "24": "covered by a capitation agreement",
    "26": "before the coverage began", "27": "after the coverage ended", "29": "filed too late",
    "31": "member not known", "32": "dependent not covered", "33": "dependents not covered",
    "34": "newborns not covered",
    "35": "lifetime maximum reached", "39": "authorization was denied", "42": "above the fee schedule",
    "44": "discount for prompt payment",
    "45": "above the fee schedule", "49": "routine examination not covered", "50": "not seen as medically necessary",
    "54": "several surgeons not covered", "55": "seen as experimental", "58": "place of service invalid or not proper",
    "59": "reduced for several procedures", "66": "blood deductible", "89": "professional fees removed",
    "94": "processed above the charge", "95": "plan's procedures not followed", "96": "not covered",
    "97": "included in another service", "100": "paid to the patient", "104": "withheld by contract",
    "107": "related claim not found", "109": "another payer's claim", "110": "billed before the service",
    "119": "maximum for the time reached", "131": "negotiated discount", "136": "earlier payer's rules not followed",
    "137": "surcharge or tax of the state", "140": "member number and name do not match",
    "144": "incentive", "146": "diagnosis not valid on the day", "149": "lifetime maximum for the service reached",
    "150": "documentation does not support the level", "151": "documentation does not support so many services",
    "163": "attachment not received", "164": "attachment not received in time",
    "167": "diagnosis not covered", "170": "not payable to this type of clinician",
    "171": "not payable to this clinician in this place", "172": "reduced for the specialty",
    "177": "requirements of eligibility not met", "181": "procedure not valid on the day",
    "182": "modifier not valid on the day", "185": "clinician not eligible for the service",
    "187": "paid from a spending account", "197": "no authorization", "198": "authorization exceeded",
    "199": "revenue code and procedure do not match", "200": "lapse in coverage",
    "204": "not covered by the patient's plan", "206": "NPI missing", "207": "NPI invalid", "208": "NPI not matched",
    "222": "more than the contract allows", "223": "adjusted by law", "226": "records from the provider incomplete",
    "227": "information from the patient missing", "231": "procedures that exclude each other",
    "234": "not paid separately", "236": "not together with another procedure of the day",
    "237": "penalty by law", "242": "outside the network", "243": "not authorized by the network's physician",
    "246": "reported for information only", "251": "attachment incomplete", "252": "records wanted",
    "253": "sequestration", "256": "not payable under the contract", "273": "coverage limits exceeded",
    "A0": "refund to the patient", "A1": "denied: see the remark", "B1": "not a covered visit",
    "B5": "coverage guidelines exceeded", "B7": "clinician not certified on the day", "B9": "patient is in a hospice",
    "B10": "allowed amount reduced", "B11": "sent on to the right payer", "B13": "paid before",
    "B15": "another service must be there first", "B16": "new-patient rules not met",
  ]
}
