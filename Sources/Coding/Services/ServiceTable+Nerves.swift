import ClaimModel

/// Nerves injected, destroyed, stimulated and tested by offices of pain medicine, neurology and others. Our own words.
extension ServiceTable {
  static let nerveServices: [Line] = [
    Line(.procedure, "62320", acts: [.injected, .given], "cervical epidural without imaging"),
    Line(
      .procedure, "62322", acts: [.injected, .given], "lumbar epidural without imaging|epidural blood patch lumbar"),
    Line(.procedure, "62273", acts: [.injected, .placed], "epidural blood patch|blood patch"),
    Line(.procedure, "62370", acts: [.given, .placed], noun: true, "pump procedure|refill kit used|refill kit"),
    Line(
      .procedure, "64415", acts: [.injected, .given], side: true,
      "interscalene block|brachial plexus block|supraclavicular block|interscalene nerve block"),
    Line(.procedure, "64420", acts: [.injected, .given], side: true, "intercostal nerve block|intercostal block"),
    Line(.procedure, "64430", acts: [.injected, .given], side: true, "pudendal nerve block|pudendal block"),
    Line(.procedure, "64435", acts: [.injected, .given], "paracervical block"),
    Line(.procedure, "64445", acts: [.injected, .given], side: true, "sciatic nerve block"),
    Line(.procedure, "64447", acts: [.injected, .given], side: true, "femoral nerve block|adductor canal block"),
    Line(
      .procedure, "64451", acts: [.injected, .given], side: true,
      "sacroiliac nerve block|sacral lateral branch block|si joint nerve block|lateral branch block"),
    Line(
      .procedure, "64625", acts: [.destroyed, .given], side: true,
      "si joint radiofrequency ablation|sacroiliac radiofrequency ablation|sacral lateral branch radiofrequency ablation|si joint rfa|sacral lateral branch rfa"
    ),
    Line(
      .procedure, "64505", acts: [.injected, .given],
      "sphenopalatine ganglion block|spg block|sphenopalatine block|sphenocath"),
    Line(.procedure, "64510", acts: [.injected, .given], side: true, "stellate ganglion block"),
    Line(
      .procedure, "64520", acts: [.injected, .given], side: true,
      "lumbar sympathetic block|lumbar sympathetic nerve block"),
    Line(
      .procedure, "64566", acts: [.given, .placed],
      "ptns|posterior tibial nerve stimulation|percutaneous tibial nerve stimulation|ptns session|ptns treatment"),
    Line(
      .procedure, "64611", acts: [.injected, .given],
      "salivary gland botox|sialorrhea botox|botox salivary glands|salivary gland chemodenervation|botulinum toxin salivary glands"
    ),
    Line(
      .procedure, "64617", acts: [.injected, .given], side: true,
      "laryngeal botox|vocal cord botox|laryngeal botulinum toxin injection|thyroarytenoid botox"),
    Line(
      .procedure, "64632", acts: [.injected, .destroyed], side: true,
      "alcohol sclerosing injection|neuroma alcohol injection|alcohol injection neuroma|sclerosing alcohol injection neuroma|sclerosing alcohol injection"
    ),
    Line(
      .procedure, "64640", acts: [.destroyed], side: true,
      "peripheral nerve radiofrequency ablation|peripheral nerve ablation|peripheral nerve cryoablation"),
    Line(
      .procedure, "64650", acts: [.injected, .given],
      "axillary botox|axillary hyperhidrosis botox|botox axillary hyperhidrosis|axillary chemodenervation"),
    Line(
      .officeTest, "95970", acts: [.interpreted],
      "neurostimulator interrogation|scs interrogation|interstim interrogation|vns interrogation"),
    Line(
      .officeTest, "95971",
      "neurostimulator simple programming|interstim reprogramming|sacral neuromodulation reprogramming|interstim programming|sacral neuromodulation programming"
    ),
    Line(
      .officeTest, "95972",
      "spinal cord stimulator reprogramming|scs reprogramming|scs programming|spinal cord stimulator programming|neurostimulator complex programming"
    ),
    Line(
      .officeTest, "95977",
      "vns programming|vns reprogramming|vagus nerve stimulator programming|vagus nerve stimulator reprogramming"),
    Line(
      .officeTest, "95983",
      "dbs programming|dbs reprogramming|deep brain stimulator programming|deep brain stimulation programming"),
    Line(
      .officeTest, "95819", acts: [.obtained, .interpreted],
      "eeg awake asleep|routine eeg awake asleep|awake asleep eeg|eeg awake drowsy asleep"),
    Line(.officeTest, "95812", acts: [.obtained, .interpreted], "extended eeg|60 minute eeg"),
    Line(.officeTest, "95923", acts: [.obtained, .interpreted], "qsart|sudomotor testing|sudoscan"),
    Line(
      .officeTest, "95930", acts: [.obtained, .interpreted], "visual evoked potential|vep|visual evoked potentials"),
    Line(
      .officeTest, "95937", acts: [.obtained, .interpreted],
      "repetitive nerve stimulation|rns|repetitive stimulation study"),
    Line(.officeTest, "95874", "emg guidance|emg guided|electromyographic guidance|needle emg guidance"),
    Line(.officeTest, "95873", "electrical stimulation guidance|e stim guidance|electrical stimulation guided"),
  ]
}
