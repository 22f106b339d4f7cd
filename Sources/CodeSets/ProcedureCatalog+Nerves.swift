import ClaimModel

/// Nerves injected, destroyed, stimulated and tested by offices of pain medicine, neurology and others. Labels are our own words.
extension ProcedureCatalog {
  static let nerveServices: [ProcedureEntry] = [
    ProcedureEntry("62320", "epidural space of neck or chest injected without an image", .surgery),
    ProcedureEntry("62322", "epidural space of the lower back injected without an image", .surgery),
    ProcedureEntry("62273", "blood put into the epidural space", .surgery),
    ProcedureEntry("64415", "nerves of the arm injected at the neck", .surgery),
    ProcedureEntry("64420", "nerve between ribs injected", .surgery),
    ProcedureEntry("64430", "pudendal nerve injected", .surgery),
    ProcedureEntry("64435", "nerves beside the cervix injected", .surgery, sex: .female),
    ProcedureEntry("64445", "sciatic nerve injected", .surgery),
    ProcedureEntry("64447", "femoral nerve injected", .surgery),
    ProcedureEntry("64451", "nerves of the sacroiliac joint injected under an image", .surgery),
    ProcedureEntry("64625", "nerves of the sacroiliac joint destroyed under an image", .surgery),
    ProcedureEntry("64505", "nerve knot behind the nose injected", .surgery),
    ProcedureEntry("64510", "nerve knot of the neck injected", .surgery),
    ProcedureEntry("64520", "nerve knots of the lower back injected", .surgery),
    ProcedureEntry("64566", "nerve at the ankle stimulated for the bladder", .surgery),
    ProcedureEntry("64611", "salivary glands injected with toxin", .surgery),
    ProcedureEntry("64617", "larynx injected with toxin", .surgery),
    ProcedureEntry("64632", "nerve between toes destroyed", .surgery),
    ProcedureEntry("64640", "another nerve destroyed", .surgery),
    ProcedureEntry("64650", "sweat glands of the armpits injected with toxin", .surgery),
    ProcedureEntry("95970", "nerve stimulator asked for its data", .diagnosticTest),
    ProcedureEntry("95971", "nerve stimulator programmed, simple", .diagnosticTest),
    ProcedureEntry("95972", "nerve stimulator programmed, complex", .diagnosticTest),
    ProcedureEntry("95977", "vagus nerve stimulator programmed, complex", .diagnosticTest),
    ProcedureEntry("95983", "brain stimulator programmed, first 15 minutes", .diagnosticTest),
    ProcedureEntry("95819", "brain waves recorded awake and asleep", .diagnosticTest),
    ProcedureEntry("95812", "brain waves recorded, 41 to 60 minutes", .diagnosticTest),
    ProcedureEntry("95923", "sweating of the skin tested", .diagnosticTest),
    ProcedureEntry("95930", "answers of the brain to light", .diagnosticTest),
    ProcedureEntry("95937", "nerve and muscle tested by repeated stimulation", .diagnosticTest),
    ProcedureEntry("95874", "needle of an injection guided by muscle recording", .diagnosticTest),
    ProcedureEntry("95873", "needle of an injection guided by stimulation", .diagnosticTest),
  ]
}
