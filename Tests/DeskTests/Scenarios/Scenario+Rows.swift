import Adjudication
import Billing
import ClaimModel
import Coding
import Messages
import Office

extension Scenario {
  /// Every row of the payer's table, some in more than one way.
  static let all = [
    Scenario(
      row: 1, title: "The envelope is broken", answer: "",
      words: "A TA1 refuses an interchange whose end is missing. The claim is sent again as a new one."
    ) { setting in
      var isCut = false
      setting.onTheWay = { message, _ in
        guard message.type == .professionalClaims, !isCut else { return .arrives }
        isCut = true
        message.body = Array(message.body.dropLast(20))
        return .arrives
      }
    },
    Scenario(
      row: 1, title: "The claim never arrives", answer: "A4:35",
      words: """
        Nothing comes. After 30 days the office asks with a 276, and sends the claim again because the payer knows nothing \
        of it.
        """
    ) { setting in
      var isLost = false
      setting.onTheWay = { message, _ in
        guard message.type == .professionalClaims, !isLost else { return .arrives }
        isLost = true
        return .lost
      }
    },
    Scenario(
      row: 2, title: "Syntax", answer: "",
      words: "A 999 refuses the interchange, in which a segment was lost. The claim is sent again as a new one."
    ) { setting in
      var isBroken = false
      setting.onTheWay = { message, _ in
        guard message.type == .professionalClaims, !isBroken else { return .arrives }
        isBroken = true
        let segments = String(decoding: message.body, as: UTF8.self).split(separator: "~")
        message.body = Array(segments.filter { !$0.contains("HI*ABK") }.joined(separator: "~").utf8 + Array("~".utf8))
        return .arrives
      }
    },
    Scenario(
      row: 3, title: "Front-end edits", answer: "A7:562:82",
      words: "A 277CA rejects the clinician's number. The practice corrects it, and a new claim goes out."
    ) { setting in
      setting.trouble = ["277CA:A7:562:82@provider=\(setting.visit.registration.rendering.npi)"]
      setting.corrects { $0.rendering.npi = .derived(from: "another clinician") }
    },
    Scenario(
      row: 4, title: "Member unknown", answer: "CO-31",
      words:
        "The practice corrects the member's number. A first claim goes out, not a replacement, since it is another member's."
    ) { setting in
      setting.acme.enrollment = Enrollment(members: ["M500": Member()])
      setting.corrects { $0.coverages[0].member = "M500" }
    },
    Scenario(
      row: 4, title: "Coverage has ended", answer: "PR-27",
      words: "The practice has nothing to correct, there is no other insurance, and so the patient pays."
    ) { setting in
      let member = setting.visit.registration.coverages[0].member
      let ended = ValidPeriod(from: nil, through: setting.visit.registration.dateOfService.adding(days: -1))
      setting.acme.enrollment = Enrollment(members: [member: Member(periods: [ended])])
    },
    Scenario(
      row: 5, title: "Wrong payer", answer: "OA-109",
      words: "The services are another payer's: the visit's second insurance is billed, as if it were the first."
    ) { setting in
      setting.hasSecondInsurance()
      setting.acme.coverage.carveOuts = [
        CoverageRules.CarveOut("00000-99999", payer: setting.beacon.payer)
      ]
    },
    Scenario(
      row: 6, title: "Another payer is primary", answer: "CO-22",
      words: "The other insurance is billed first, then this one again with what the other decided."
    ) { setting in
      setting.hasSecondInsurance()
      let member = setting.visit.registration.coverages[0].member
      setting.acme.enrollment = Enrollment(
        members: [member: Member(primaryInsurances: [PrimaryInsurance(payer: setting.beacon.payer)])])
    },
    Scenario(
      row: 7, title: "Duplicate", answer: "OA-18",
      words: """
        All answers to the first claim, and to the question about it, are lost or late. The claim is sent again and is a \
        duplicate; the account waits for the first decision, which then comes.
        """
    ) { setting in
      var (received, accepted, paid) = (0, 0, 0)
      setting.onTheWay = { message, _ in
        switch message.type {
        case .implementationAcknowledgment:
          received += 1
          return received == 1 ? .lost : .arrives
        case .claimAcknowledgment:
          accepted += 1
          return accepted == 1 ? .lost : .arrives
        case .claimStatusResponse: return .lost
        case .remittanceAdvice:
          paid += 1
          return paid == 1 ? .delayed(days: 50) : .arrives
        default: return .arrives
        }
      }
    },
    Scenario(
      row: 8, title: "Filed too late", answer: "CO-29",
      words: "The denial is appealed, stands, and what it refuses is written off within the limit."
    ) { setting in
      setting.visit.registration.dateOfService = setting.visit.registration.dateOfService.adding(days: -420)
      setting.visit.registration.patient.birthDate = setting.visit.registration.patient.birthDate.adding(days: -420)
    },
    Scenario(
      row: 9, title: "Provider not eligible", answer: "CO-B7",
      words: "The practice corrects who rendered the services, and the claim is replaced."
    ) { setting in
      let day = setting.visit.registration.dateOfService
      setting.acme.coverage.providers = [
        setting.visit.registration.rendering.npi: ValidPeriod(from: nil, through: day.adding(days: -1))
      ]
      setting.corrects { $0.rendering.npi = .derived(from: "another clinician") }
    },
    Scenario(
      row: 10, title: "Invalid data: returned as unprocessable", answer: "CO-16 N329 MA130",
      words: "No appeal is possible. The practice corrects the date of birth, and a new claim goes out."
    ) { setting in
      let member = setting.visit.registration.coverages[0].member
      let born = setting.visit.registration.patient.birthDate
      setting.acme.enrollment = Enrollment(members: [member: Member(born: born)])
      setting.visit.registration.patient.birthDate = born.adding(days: -30)
      setting.corrects { $0.patient.birthDate = born }
    },
    Scenario(
      row: 10, title: "Missing data: the clinician's number", answer: "CO-16 N290",
      words: "The practice says who rendered the services, and the claim is replaced."
    ) { setting in
      let clinician = setting.visit.registration.rendering
      let practice = setting.visit.registration.billing
      setting.visit.registration.rendering.npi = practice.npi
      setting.visit.registration.rendering.name = PersonName(last: practice.name, first: "")
      setting.corrects { $0.rendering = clinician }
    },
    Scenario(
      row: 11, title: "Records wanted", answer: "CO-252",
      words: """
        The account goes to the work list, with nothing written off. A person sends the records, and the payer decides again.
        """, decision: .sendRecords
    ) { setting in
      setting.acme.coverage.needsRecords = CodeRanges(stringLiteral: setting.procedures[1])
    },
    Scenario(
      row: 12, title: "Code not valid on the date", answer: "CO-146",
      words: "The coders give the whole code, and the claim is replaced."
    ) { try $0.makesSlip(.truncatedDiagnosis, refused: "146") },
    Scenario(
      row: 13, title: "Modifier", answer: "CO-4 N519",
      words: "The coders stand by their codes, the denial is appealed, and the payer withdraws it."
    ) { $0.trouble = ["CO-4+N519"] },
    Scenario(
      row: 14, title: "Age", answer: "CO-6",
      words: "The coders give the check-up's code for the patient's age, and the claim is replaced."
    ) { try $0.makesSlip(.checkUpOfAnotherAge, refused: "6") },
    Scenario(
      row: 15, title: "The diagnosis does not support the procedure", answer: "CO-11",
      words: "The coders find that the visit was a check-up, and the claim is replaced."
    ) { try $0.makesSlip(.problemVisitForCheckUp, refused: "11") },
    Scenario(
      row: 16, title: "Bundled", answer: "CO-236",
      words: "The coders add the modifier that the note supports, and the claim is replaced."
    ) { try $0.makesSlip(.missingModifier, refused: "236") },
    Scenario(
      row: 17, title: "Units", answer: "CO-151",
      words: "The coders correct the units, and the claim is replaced."
    ) { try $0.makesSlip(.wrongUnits, refused: "151") },
    Scenario(
      row: 18, title: "No authorization", answer: "CO-197",
      words: "The practice gets one from the payer, and the claim is replaced with it."
    ) { setting in
      let member = setting.visit.registration.coverages[0].member
      let procedure = setting.procedures[1]
      setting.acme.coverage.needsAuthorization = CodeRanges(stringLiteral: procedure)
      setting.acme.enrollment = Enrollment(members: [member: Member()], isOpen: true)
      var granted = setting.acme
      granted.enrollment.members[member]?.authorizations = [
        Authorization(number: "AUTH7", procedures: CodeRanges(stringLiteral: procedure))
      ]
      setting.corrects(authorization: "AUTH7") { _ in }
      let corrects = setting.onTheWay
      let authorized = granted
      setting.onTheWay = { message, offices in
        if message.type == .registrationQueried { try offices.replacePlan(by: authorized) }
        return try corrects(&message, &offices)
      }
    },
    Scenario(
      row: 19, title: "Medical necessity", answer: "CO-50",
      words: "The coders stand by their codes, the denial is appealed, and the payer withdraws it."
    ) { $0.trouble = ["CO-50+N386"] },
    Scenario(
      row: 20, title: "Level of service", answer: "CO-150",
      words: "The coders stand by their codes, the denial is appealed, and the payer withdraws it."
    ) { setting in setting.trouble = ["CO-150@procedure=99213"] },
    Scenario(
      row: 21, title: "Not in the benefit", answer: "PR-204",
      words: "The payer puts the charge on the patient, who pays it."
    ) { setting in setting.acme.coverage.notInBenefit = CodeRanges(stringLiteral: setting.procedures[1]) },
    Scenario(
      row: 21, title: "Excluded by contract", answer: "CO-96",
      words: "The denial is appealed, stands, and is written off within the limit."
    ) { setting in
      setting.acme.coverage.exclusions = [
        CoverageRules.Exclusion(
          CodeRanges(stringLiteral: setting.procedures[1]), group: .contractualObligation, remark: "N130")
      ]
    },
    Scenario(
      row: 22, title: "Price above the fee schedule", answer: "CO-45",
      words: "What the payer allows is less than the charge: the difference is given up by contract."
    ) { $0.acme.benefits = Benefits() },
    Scenario(
      row: 23, title: "Cost share", answer: "PR-3",
      words: "The co-pay goes on a statement, and the patient pays it."
    ) { _ in },
    Scenario(
      row: 23, title: "Cost share with a second insurance", answer: "PR-3",
      words:
        "What the first payer leaves to the patient is billed to the second, and what that one leaves is the patient's."
    ) { $0.hasSecondInsurance() },
    Scenario(
      row: 23, title: "Cost share that is not paid", answer: "PR-3",
      words: "Three statements, thirty days apart; then an agency collects, and the money comes in."
    ) { setting in
      setting.onTheWay = { message, _ in
        guard case .patientPaid(_, let statement, _)? = try? OfficeMessage(type: message.type, body: message.body)
        else {
          return .arrives
        }
        return statement < 3 ? .lost : .delayed(days: 45)
      }
    },
    Scenario(
      row: 24, title: "Payment that comes twice", answer: "PR-3",
      words: "The second copy of the 835 posts nothing."
    ) { $0.trouble = ["duplicate@set=835"] },
    Scenario(
      row: 24, title: "Payment that is too high", answer: "PR-3",
      words:
        "A payer that pays more than it allows has a credit, which it does not take back: it is returned after 60 days."
    ) { $0.trouble = ["overpay=100%:10%"] },
  ]
}

extension Scenario.Setting {
  /// Begins with a visit whose coder makes a slip that the payer refuses for the reason.
  mutating func makesSlip(_ slip: Slip, refused reason: AdjustmentReason) throws {
    let found = try ScenarioVisits.slipping(slip, refused: reason)
    visit = found.visit
    slips = Slips(rate: 1, seed: found.seed)
  }
}
