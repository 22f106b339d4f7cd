/// What each file in ../shared/data/x12 is answered; the notation is that of ``SampleAnswerTests/answers(to:)``.
///
/// Files of one folder that are answered alike stand together.
enum SampleAnswers {
  static let table: [String: [String]] = Dictionary(
    uniqueKeysWithValues: rows.flatMap { row in row.files.map { ("\(row.folder)/\($0)", row.answers) } })

  /// Files of a folder and the answers to each.
  private struct Row {
    let folder: String
    let files: [String]
    let answers: [String]
  }

  private static let imsweb: [Row] = [
    Row(
      folder: "imsweb",
      files: [
        "x12_277CA_accepted.txt",
        "x12_277CA_rejected.txt",
      ],
      answers: [
        "HN A"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_277_x212.txt"
      ],
      answers: [
        "TA1 R 001 @3298"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_999_accepted.txt"
      ],
      answers: [
        "TA1 R 001 @282"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_999_rejected.txt"
      ],
      answers: [
        "(no answer) FA A"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_ambiguous_loop.txt",
        "x12_writer_test.txt",
      ],
      answers: [
        "HC R: 987654 R 4"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_bad_first_line.txt",
        "x12_no_isa_line.txt",
      ],
      answers: [
        "TA1 R 022 @0"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_bad_segment_identifier.txt"
      ],
      answers: [
        "HC R: 987654 R 4 5 |  4 1000A 1, PER 5 1000A 3, Nd4 9 2010AA 1, N4 10 2010AA 3, NM3 18 2000B 1, "
          + "NM1 20 2010BA 3, N3 20 2010BA 3, N4 20 2010BA 3, DMG 20 2010BA 3, HI 21 2300 1.2=1 2.1=7 2.2=1 "
          + "3.2=1 4.1=7 4.2=1, HL 25 2000B 1=7 2=7, N3 29 2010BA 3, N4 29 2010BA 3, DMG 29 2010BA 3, HI 30 "
          + "2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_bad_valid_code.txt"
      ],
      answers: [
        "HC R: 987654 R 4 5 | NM1 7 2010AA 1=7, N3 20 2010BA 3, N4 20 2010BA 3, DMG 20 2010BA 3, HI 21 "
          + "2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, HL 25 2000B 1=7 2=7, N3 29 2010BA 3, N4 29 2010BA 3, "
          + "DMG 29 2010BA 3, HI 30 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_complex.txt"
      ],
      answers: [
        "HC R 5: 987654 R 4 5 | N3 25 2010BA 3, N4 25 2010BA 3, DMG 25 2010BA 3, HI 26 2300 1.2=1 2.1=7 "
          + "2.2=1 3.2=1 4.1=7 4.2=1, NM1 31 2310B 8=7, OI 36 2320 4=7, OI 40 2320 4=7, REF 44 2330C 3, OI "
          + "45 2320 4=7, REF 49 2330C 3, FRM 60 2440 2=2, HL 64 2000B 1=7 2=7, HL 68 2000C 1=7, HI 75 2300 "
          + "1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, OI 90 2320 4=7, REF 94 2330C 3, REF 95 2330C 3, NM1 114 "
          + "2420D 8=7, FRM 128 2440 2=2, HI 130 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, NM1 133 2310B "
          + "8=7, FRM 144 2440 2=2, FRM 146 2440 2=2: 987655 R 4 5 | N3 25 2010BA 3, N4 25 2010BA 3, DMG 25 "
          + "2010BA 3, HI 26 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, NM1 31 2310B 8=7, OI 36 2320 4=7, OI "
          + "40 2320 4=7, REF 44 2330C 3, OI 45 2320 4=7, REF 49 2330C 3, FRM 60 2440 2=2, HL 64 2000B 1=7 "
          + "2=7, HL 68 2000C 1=7, HI 75 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, OI 90 2320 4=7, REF 94 "
          + "2330C 3, REF 95 2330C 3, NM1 114 2420D 8=7, FRM 128 2440 2=2, HI 130 2300 1.2=1 2.1=7 2.2=1 "
          + "3.2=1 4.1=7 4.2=1, NM1 133 2310B 8=7, FRM 144 2440 2=2, FRM 146 2440 2=2"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_loop_errors1_exceeds_max_1_parent.txt"
      ],
      answers: [
        "HC R: 987654 R 4 5 | NM1 13 2010AA 4, N3 26 2010BA 3, N4 26 2010BA 3, DMG 26 2010BA 3, HI 27 "
          + "2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_loop_errors2_exceeds_max_repeats_multiple_parents.txt"
      ],
      answers: [
        "HC R: 987654 R 4 5 | N3 20 2010BA 3, N4 20 2010BA 3, DMG 20 2010BA 3, HI 21 2300 1.2=1 2.1=7 "
          + "2.2=1 3.2=1 4.1=7 4.2=1, HL 25 2000A 1=7, NM1 32 2010AA 4, HL 41 2000B 1=7, N3 45 2010BA 3, N4 "
          + "45 2010BA 3, DMG 45 2010BA 3, HI 46 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_loop_errors3_missing_loops.txt"
      ],
      answers: [
        "HC R: 987654 R 4 5 | NM1 10 2010AA 3, N3 14 2010BA 3, N4 14 2010BA 3, DMG 14 2010BA 3, HI 15 "
          + "2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_many_claims.txt"
      ],
      answers: [
        "HC R: 987654 R 4 5 | N3 20 2010BA 3, N4 20 2010BA 3, DMG 20 2010BA 3, HI 21 2300 1.2=1 2.1=7 "
          + "2.2=1 3.2=1 4.1=7 4.2=1, HL 25 2000B 1=7 2=7, N3 29 2010BA 3, N4 29 2010BA 3, DMG 29 2010BA 3, "
          + "HI 30 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, HL 34 2000A 1=7, HL 44 2000B 1=7, N3 48 2010BA "
          + "3, N4 48 2010BA 3, DMG 48 2010BA 3, HI 49 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, HL 53 2000B "
          + "1=7, N3 57 2010BA 3, N4 57 2010BA 3, DMG 57 2010BA 3, HI 58 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 "
          + "4.2=1, HL 62 2000A 1=7, HL 72 2000B 1=7, N3 76 2010BA 3, N4 76 2010BA 3 and 376 more"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_missing_elements.txt"
      ],
      answers: [
        "HC R: 987654 R 4 5 | NM1 5 1000B 2=1, N3 20 2010BA 3, N4 20 2010BA 3, DMG 20 2010BA 3, HI 21 "
          + "2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, HL 25 2000B 1=7 2=7, CLM 29 2300 5=1, N3 29 2010BA 3, "
          + "N4 29 2010BA 3, DMG 29 2010BA 3, HI 30 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_missing_required_loop_in_one_repeat.txt"
      ],
      answers: [
        "HC R: 987654 R 4 5 | HL 16 2000B 2=7, NM1 19 2010BA 3, N3 19 2010BA 3, N4 19 2010BA 3, DMG 19 "
          + "2010BA 3, HI 20 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, HL 24 2000A 1=7, HL 31 2000B 1=7, N3 "
          + "35 2010BA 3, N4 35 2010BA 3, DMG 35 2010BA 3, HI 36 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_missing_required_loops_mult_repeats.txt"
      ],
      answers: [
        "HC R: 987654 R 4 5 | N3 20 2010BA 3, N4 20 2010BA 3, DMG 20 2010BA 3, HI 21 2300 1.2=1 2.1=7 "
          + "2.2=1 3.2=1 4.1=7 4.2=1, HL 25 2000B 1=7 2=7, N3 29 2010BA 3, N4 29 2010BA 3, DMG 29 2010BA 3, "
          + "HI 30 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, SV1 31 2300 2, DTP 32 2300 2, LX 33 2400 3, HL "
          + "33 2000B 1=7, N3 37 2010BA 3, N4 37 2010BA 3, DMG 37 2010BA 3, HI 38 2300 1.2=1 2.1=7 2.2=1 "
          + "3.2=1 4.1=7 4.2=1, HL 42 2000B 1=7, N3 46 2010BA 3, N4 46 2010BA 3, DMG 46 2010BA 3, HI 47 2300 "
          + "1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, HL 51 2000B 1=7, N3 55 2010BA 3 and 6 more"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_multiple_gs.txt"
      ],
      answers: [
        "TA1 R 021 @3394"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_multiple_isa.txt"
      ],
      answers: [
        "2 x HC R: 987654 R 4 5 | N3 20 2010BA 3, N4 20 2010BA 3, DMG 20 2010BA 3, HI 21 2300 1.2=1 "
          + "2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, HL 25 2000B 1=7 2=7, N3 29 2010BA 3, N4 29 2010BA 3, DMG 29 "
          + "2010BA 3, HI 30 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_multiple_st.txt"
      ],
      answers: [
        "HC R 5: 987654 R 4 5 | N3 20 2010BA 3, N4 20 2010BA 3, DMG 20 2010BA 3, HI 21 2300 1.2=1 2.1=7 "
          + "2.2=1 3.2=1 4.1=7 4.2=1, HL 25 2000B 1=7 2=7, N3 29 2010BA 3, N4 29 2010BA 3, DMG 29 2010BA 3, "
          + "HI 30 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1: 987654 R 23 4 5 | N3 20 2010BA 3, N4 20 2010BA "
          + "3, DMG 20 2010BA 3, HI 21 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, HL 25 2000B 1=7 2=7, N3 29 "
          + "2010BA 3, N4 29 2010BA 3, DMG 29 2010BA 3, HI 30 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_multiple_transactions.txt"
      ],
      answers: [
        "312 x HC R: 987654 R 4 5 | N3 20 2010BA 3, N4 20 2010BA 3, DMG 20 2010BA 3, HI 21 2300 1.2=1 "
          + "2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, HL 25 2000B 1=7 2=7, N3 29 2010BA 3, N4 29 2010BA 3, DMG 29 "
          + "2010BA 3, HI 30 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_no_errors.txt"
      ],
      answers: [
        "HC R: 987654 R 4 5 | N3 20 2010BA 3, N4 20 2010BA 3, DMG 20 2010BA 3, HI 21 2300 1.2=1 2.1=7 "
          + "2.2=1 3.2=1 4.1=7 4.2=1, HL 25 2000A 1=7, HL 32 2000B 1=7, N3 36 2010BA 3, N4 36 2010BA 3, DMG "
          + "36 2010BA 3, HI 37 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_segment_errors.txt"
      ],
      answers: [
        "HC R: 987654 R 4 5 | N3 8 2010AA 3, REF 10 2010AA 5, N3 19 2010BA 3, N4 19 2010BA 3, DMG 19 "
          + "2010BA 3, HI 20 2300 3"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_segments_out_of_order.txt"
      ],
      answers: [
        "HC R: 987654 R 4 5 | N4 10 2010AA 7, N3 15 2010AB 7, N3 20 2010BA 3, N4 20 2010BA 3, DMG 20 "
          + "2010BA 3, HI 21 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1, HL 25 2000B 1=7 2=7, N3 29 2010BA 3, "
          + "N4 29 2010BA 3, DMG 29 2010BA 3, HI 30 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x12_valid.txt",
        "x12_valid_different_separators.txt",
      ],
      answers: [
        "HC R: 987654 R 4 5 | N3 20 2010BA 3, N4 20 2010BA 3, DMG 20 2010BA 3, HI 21 2300 1.2=1 2.1=7 "
          + "2.2=1 3.2=1 4.1=7 4.2=1, HL 25 2000B 1=7 2=7, N3 29 2010BA 3, N4 29 2010BA 3, DMG 29 2010BA 3, "
          + "HI 30 2300 1.2=1 2.1=7 2.2=1 3.2=1 4.1=7 4.2=1"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x223-test.txt"
      ],
      answers: [
        "HC R: 987654 R I6 4"
      ]),
    Row(
      folder: "imsweb",
      files: [
        "x270.txt",
        "x271.txt",
      ],
      answers: [
        "TA1 R 003 @0"
      ]),
  ]

  private static let linuxforhealth: [Row] = [
    Row(
      folder: "linuxforhealth",
      files: [
        "claim-level-status-ncpdp.277",
        "claim-level-status.277",
        "information-receiver-level-status.277",
        "provider-level-status.277",
      ],
      answers: [
        "HN A"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "cob-contractural-adjustment.835"
      ],
      answers: [
        "HP R: 0001 R 5 | BPR 2  16=1, SVC 19 2110 1.2=1"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "demo.ambulance.example5.837"
      ],
      answers: [
        "HC R: 000017712 R 5 | CLM 21 2300 5.2=1"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "demo.autoaccident.837",
        "demo.cob.example3.B.837",
        "demo.cob.example3.C.837",
        "demo.drug.example10.1.837",
        "demo.drug.example10.2.837",
        "demo.drug.example10.3.837",
        "demo.example1.837",
        "demo.example2.837",
        "demo.example7.837",
        "demo.example8.837",
      ],
      answers: [
        "HC A"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "demo.cob.2ndary.example4.837",
        "demo.example6.837",
      ],
      answers: [
        "HC R: 3701 R 5 | CLM 19 2300 5.1=5 5.2=1 5.3=1, HI 24 2300 1.1=7 1.2=1, SV1 26 2400 1.1=7 1.2=1"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "demo.cob.example3.A.837"
      ],
      answers: [
        "HC R: 0021 R 5 | NM1 42 2330B 3"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "demo.cob.example4.837"
      ],
      answers: [
        "HC R: 0002 R 5 | AMT 29 2320 1=7"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "demo.example11.837"
      ],
      answers: [
        "HC R: 1002 R 5 | CLM 19 2300 5.1=5 5.2=1 5.3=1, HI 22 2300 1.1=7 1.2=1 2.1=7 2.2=1, SV1 30 2400 "
          + "1.1=7 1.2=1 7.1=6, SV1 34 2400 1.1=7 1.2=1"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "demo.example12.837"
      ],
      answers: [
        "HC R: 1024 R 5 | CLM 24 2300 5.1=5 5.2=1 5.3=1, HI 27 2300 1.1=7 1.2=1, SV1 37 2400 1.1=7 1.2=1"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "demo.example9.837"
      ],
      answers: [
        "HC R: 0001 R 5 | CLM 18 2300 5.1=5 5.2=1 5.3=1, HI 19 2300 1.1=7 1.2=1, SV1 27 2400 1.1=7 1.2=1 "
          + "7.1=6"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "dependent-health-benefit-check.270",
        "subscriber-health-benefit-check.270",
      ],
      answers: [
        "HS R 1: 1234 R 1"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "dependent-health-benefit-check.271",
        "subscriber-health-benefit-check.271",
      ],
      answers: [
        "HB R 1: 4321 R 1"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "managed-care.835"
      ],
      answers: [
        "HP R: 112233 R 5 | BPR 2  16=8"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "medicare-part-a.835"
      ],
      answers: [
        "HP A"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "secondary-payment.835"
      ],
      answers: [
        "HP R: 1234 R 5 | BPR 2  16=1, SVC 27 2110 1.2=1, SVC 32 2110 1.2=1"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "subscriber-health-benefit-check-error.271"
      ],
      answers: [
        "HB R 1: 4321 R 1 3"
      ]),
    Row(
      folder: "linuxforhealth",
      files: [
        "tertiary-payment.835"
      ],
      answers: [
        "HP R: 0001 R 5 | BPR 2  16=1, SVC 18 2110 1.2=1"
      ]),
  ]

  private static let probes: [Row] = [
    Row(
      folder: "probes",
      files: [
        "277ca_min.edi",
        "277ca_no2200C.edi",
      ],
      answers: [
        "HN A"
      ]),
    Row(
      folder: "probes",
      files: [
        "999_accept.edi",
        "999_accept_A1vs.edi",
        "999_reject_ctx.edi",
        "999_reject_ctx_clm.edi",
      ],
      answers: [
        "(no answer) FA A"
      ]),
  ]

  private static let stupidedi: [Row] = [
    Row(
      folder: "stupidedi",
      files: [
        "X186A1 AG824 Application Reporting For "
          + "Insurance__pass__complete-transaction-set-reject-reporting.edi"
      ],
      answers: [
        "AG R 1: 021390002 R 1"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X186A1 AG824 Application Reporting For "
          + "Insurance__pass__partial-transaction-set-reject-reporting.edi"
      ],
      answers: [
        "AG R 1: 0001 R 1"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X186A1 AG824 Application Reporting For Insurance__pass__positive-acknowledgment.edi"
      ],
      answers: [
        "AG R 1: 021390001 R 1"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X212 HN277 Health Care Claim Status Request and Response__pass__claim-ncpdp-response.edi",
        "X212 HN277 Health Care Claim Status Request and Response__pass__claim-response.edi",
        "X212 HN277 Health Care Claim Status Request and Response__pass__info-receiver-response.edi",
        "X212 HN277 Health Care Claim Status Request and Response__pass__provider-response.edi",
      ],
      answers: [
        "HN A"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X212 HR276 Health Care Claim Status Request and Response__case__1.edi",
        "X212 HR276 Health Care Claim Status Request and Response__pass__claim-ncpdp-request.edi",
        "X212 HR276 Health Care Claim Status Request and Response__pass__claim-request.edi",
        "X212 HR276 Health Care Claim Status Request and Response__pass__info-receiver-request.edi",
        "X212 HR276 Health Care Claim Status Request and Response__pass__provider-request.edi",
      ],
      answers: [
        "HR A"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X212 HR277 Heatlh Care Information Status Notification__pass__1.era"
      ],
      answers: [
        "TA1 R 001 @616"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X221 HP835 Health Care Claim Payment Advice__case__1.edi",
        "X221 HP835 Health Care Claim Payment Advice__case__2.edi",
        "X221A1 HP835 Health Care Claim Payment Advice__pass__dollars-and-data-sent-separate.edi",
        "X221A1 HP835 Health Care Claim Payment Advice__pass__dollars-and-data-sent-together.edi",
        "X221A1 HP835 Health Care Claim Payment Advice__pass__era-sample.edi",
        "X221A1 HP835 Health Care Claim Payment Advice__pass__multiple-claims-single-check.edi",
        "X221A1 HP835 Health Care Claim Payment "
          + "Advice__pass__secondary-payment-with-higher-fee-schedule.edi",
        "X221A1 HP835 Health Care Claim Payment Advice__pass__secondary-payments.edi",
        "X221A1 HP835 Health Care Claim Payment Advice__pass__tertiary-payments.edi",
      ],
      answers: [
        "HP A"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X221 HP835 Health Care Claim Payment Advice__case__3a.edi"
      ],
      answers: [
        "HP R: 0001 R 4"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X222 HC837 Health Care Claim Professional__case__1.edi",
        "X222A1 HC837 Health Care Claim "
          + "Professional__pass__COB-claim-from-billing-provider-to-payer-a.edi",
        "X222A1 HC837 Health Care Claim "
          + "Professional__pass__COB-claim-from-billing-provider-to-payer-b.edi",
        "X222A1 HC837 Health Care Claim "
          + "Professional__pass__COB-claim-from-payer-a-to-payer-b-in-payer-to-payer.edi",
        "X222A1 HC837 Health Care Claim Professional__pass__ambulance.edi",
        "X222A1 HC837 Health Care Claim Professional__pass__anesthesia.edi",
        "X222A1 HC837 Health Care Claim Professional__pass__chiropractic.edi",
        "X222A1 HC837 Health Care Claim Professional__pass__commercial-health-insurance.edi",
        "X222A1 HC837 Health Care Claim Professional__pass__drug-administered-in-the-physician-office.edi",
        "X222A1 HC837 Health Care Claim Professional__pass__encounter.edi",
        "X222A1 HC837 Health Care Claim "
          + "Professional__pass__home-infusion-therapy-pharmacy-(adjudicated-with-HCPCS-in-loop-2400-or-NDC-i"
          + "n-loop-2410).edi",
        "X222A1 HC837 Health Care Claim "
          + "Professional__pass__home-infusion-therapy-pharmacy-(adjudicated-with-NDC-in-loop-2410).edi",
        "X222A1 HC837 Health Care Claim Professional__pass__medicare-secondary-payer-COB.edi",
        "X222A1 HC837 Health Care Claim Professional__pass__out-of-network-repriced-claim.edi",
        "X222A1 HC837 Health Care Claim Professional__pass__oxygen.edi",
        "X222A1 HC837 Health Care Claim Professional__pass__ppo-repriced-claim.edi",
        "X222A1 HC837 Health Care Claim Professional__pass__wheelchair.edi",
      ],
      answers: [
        "HC A"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X223A2 HC837 Health Care Claim Institutional__pass__837-institutional-claim.edi",
        "X223A2 HC837 Health Care Claim Institutional__pass__two-claims-for-the-same-provider.edi",
        "X292 HC837 Health Care Predetermination Institutional__pass__837-institutional-claim.edi",
        "X292 HC837 Health Care Predetermination "
          + "Institutional__pass__two-claims-for-the-same-provider.edi",
      ],
      answers: [
        "HC R: 987654 R I6"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X223A2 HC837 Health Care Claim Institutional__pass__automobile-accident.edi"
      ],
      answers: [
        "HC R: 557766 R I6"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X223A2 HC837 Health Care Claim Institutional__pass__out-of-network-repriced-claim.edi",
        "X292 HC837 Health Care Predetermination Institutional__pass__out-of-network-repriced-claim.edi",
      ],
      answers: [
        "HC R: 1024 R I6"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X223A2 HC837 Health Care Claim Institutional__pass__ppo-repriced-claim.edi",
        "X291 HC837 Health Care Predetermination Professional__pass__ppo-repriced-claim.edi",
        "X292 HC837 Health Care Predetermination Institutional__pass__ppo-repriced-claim.edi",
      ],
      answers: [
        "HC R: 1002 R I6"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X230 FA997 Functional Acknowledgment for Health Care "
          + "Insurance__pass__response-to-functional-group-containing-837s.edi"
      ],
      answers: [
        "(no answer) FA R: 2870001 R 1"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X231A1 FA999 Implementation Acknowledgment for Health Care "
          + "Insurance__pass__response-to-functional-group-containing-3-837s.edi"
      ],
      answers: [
        "(no answer) FA A"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X279 HB271 Health Care Eligibility Benefit Inquiry and "
          + "Response__pass__response-to-generic-request-by-clinic-for-patient-(subscriber)-eligibility.edi"
      ],
      answers: [
        "HB R 1: 4321 R 1"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X279 HB271 Health Care Eligibility Benefit Inquiry and "
          + "Response__pass__response-to-generic-request-by-physician-for-patient-(dependent)-eligibility.edi"
      ],
      answers: [
        "HB R 1: 4322 R 1"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X279A1 HB271 Health Care Eligibility Benefit Inquiry and "
          + "Response__pass__error-response-from-payer-to-clinic-not-eligible-for-inquiries-with-payer.edi"
      ],
      answers: [
        "HB R 1: 4323 R 1"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X279A1 HS270 Health Care Eligibility Benefit Inquiry and "
          + "Response__pass__generic-request-by-clinic-for-patient-(subscriber)-eligibility.edi"
      ],
      answers: [
        "HS R 1: 1234 R 1"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X279A1 HS270 Health Care Eligibility Benefit Inquiry and "
          + "Response__pass__generic-request-by-physician-for-patient-(dependent)-eligibility.edi"
      ],
      answers: [
        "HS R 1: 1235 R 1"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X291 HC837 Health Care Predetermination Professional__pass__ambulance.edi"
      ],
      answers: [
        "HC R: 000017712 R I6"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X291 HC837 Health Care Predetermination Professional__pass__anesthesia.edi",
        "X291 HC837 Health Care Predetermination Professional__pass__oxygen.edi",
      ],
      answers: [
        "HC R: 0001 R I6"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X291 HC837 Health Care Predetermination Professional__pass__chiropractic.edi"
      ],
      answers: [
        "HC R: 3701 R I6"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X291 HC837 Health Care Predetermination Professional__pass__commercial-health-insurance.edi",
        "X291 HC837 Health Care Predetermination Professional__pass__hmo-plan.edi",
        "X298 HC837 Post Adjudicated Claims Data Reporting "
          + "Professional__pass__pacdr-professional-external-example.edi",
      ],
      answers: [
        "HC R: 0021 R I6"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X291 HC837 Health Care Predetermination "
          + "Professional__pass__drug-administered-in-the-physician-office.edi",
        "X291 HC837 Health Care Predetermination "
          + "Professional__pass__home-infusion-therapy-pharmacy-(adjudicated-with-HCPCS-in-loop-2400-or-NDC-i"
          + "n-loop-2410).edi",
        "X291 HC837 Health Care Predetermination "
          + "Professional__pass__home-infusion-therapy-pharmacy-(adjudicated-with-NDC-in-loop-2410.edi",
      ],
      answers: [
        "HC R: 0711 R I6"
      ]),
    Row(
      folder: "stupidedi",
      files: [
        "X291 HC837 Health Care Predetermination Professional__pass__wheelchair.edi"
      ],
      answers: [
        "HC R: 112233 R I6"
      ]),
  ]

  private static let rows = imsweb + linuxforhealth + probes + stupidedi
}
