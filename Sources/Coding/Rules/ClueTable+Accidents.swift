/// How, where and doing what somebody was hurt, by the words that tell it; our own table.
extension ClueTable {
  /// The External Cause Index. The first line that is documented is taken: a fall from a ladder before a fall.
  static let causes: [Line] = [
    ("W11", "fell from ladder|fell off ladder|fall from ladder|fall off ladder"),
    (
      "W109",
      "fell down stairs|fall down stairs|fell down steps|fell on stairs|fell down flight stairs|fall on stairs|slipped on stairs|tripped on stairs|slipped on steps|missed step"
    ),
    ("W06", "fell from bed|fell out bed|fell off bed|fall from bed"), ("W07", "fell from chair|fell off chair"),
    ("W101", "fell off curb|fell from curb|tripped on curb|tripped over curb"),
    ("V00841", "electric scooter|e scooter|fell off electric scooter|stand up electric scooter"),
    ("W092", "fell off jungle gym|fell from jungle gym|jungle gym fall"),
    ("W091", "fell off swing|fell from swing|fell off playground swing"), ("W090", "fell off slide|fell from slide"),
    ("W098", "fell off trampoline|fell from monkey bars|fell off monkey bars"),
    (
      "W000",
      "slipped on ice|slipping on ice|fell on ice|fall on ice|slipped fell on ice|slipped patch ice|slipped on black ice|slipped icy|slipped snow|fell patch ice|slipped fell on patch of ice"
    ),
    (
      "V4352",
      "driver car rear ended|driver rear ended by another car|driver car struck by another car|driver rear ended by car"
    ),
    (
      "V00131",
      "flew off his board|flew off her board|flew off skateboard|off his skateboard|off her skateboard|skateboard fall|fell off skateboard|fall from skateboard|fell skateboarding|skateboarding fall"
    ),
    ("V199", "fell off bicycle|fell off bike|bicycle accident|bike accident|fell from bicycle"),
    ("V299", "motorcycle accident|motorcycle crash|motorcycle collision"),
    (
      "V892",
      "motor vehicle accident|motor vehicle collision|motor vehicle crash|mva|mvc|car accident|car crash|auto accident|traffic accident"
    ),
    (
      "W1843",
      "stepped off curb|stepping off curb|step off curb|stepped down off curb|stepped down from curb|missed curb"
    ),
    ("W010", "slipped|tripped|slipping|tripping|tripped over|slipped and fell|tripped and fell"),
    ("W1849", "stumbled|stumbling"),
    (
      "W208",
      "dropped|hit by falling|struck by falling|fell onto foot|fell on foot|dropped on foot|dropped on toe|fell on toe"
    ),
    (
      "W230",
      "caught in door|slammed in door|closed in door|shut in door|car door|jammed in door|finger in door|thumb in door|hand in door"
    ),
    ("W03", "another player ran into|another person ran into|knocked over|knocked down"),
    ("W500", "elbowed|kicked by another player|hit by another player|struck by another player"),
    (
      "W51",
      "collided with another player|hit heads with another|player fall|bumped heads|knocked heads|struck heads|head to head|collided with teammate|collided with another person"
    ),
    ("W2101", "hit by football|struck by football"), ("W2103", "hit by baseball|struck by baseball"),
    ("W2105", "hit by basketball"), ("W2102", "hit by soccer ball|struck by soccer ball"),
    ("W2104", "hit by golf ball|struck by golf ball"), ("W2106", "hit by volleyball|struck by volleyball"),
    ("W2107", "hit by softball|struck by softball"),
    (
      "W2109",
      "hit by ball|struck by ball|hit leg with ball|hit her leg with ball|hit his leg with ball|bowling ball|tennis ball"
    ),
    (
      "W228",
      "hit head against|struck against|bumped into|bumped against|banged against|stubbed|banged into|walked into"
    ),
    ("X100", "hot coffee|hot tea|hot drink|spilled coffee|hot chocolate|hot soup"),
    ("X12", "boiling water|hot water spilled|spilled hot water|scalded|scald|hot water splash|hot water on"),
    ("X150", "hot stove|stove burner"), ("X153", "hot pan|hot skillet|frying pan|hot pot"),
    ("X102", "hot grease|hot oil|cooking oil"), ("X158", "curling iron|hot iron"),
    ("W278", "struck with hammer|hit with hammer|hammer|screwdriver|wrench"),
    (
      "W25",
      "broken glass|broken drinking glass|glass broke|glass shattered|sharp glass|shard of glass|piece of glass|glass shard|cut on glass"
    ),
    ("W450", "stepped on nail|rusty nail"), ("W268", "box cutter|razor|razor blade|can lid|tin can|scissors"),
    (
      "X500",
      "lifting heavy|heavy lifting|lifting boxes|lifting box|lifted heavy|while lifting|picking up heavy|lifting furniture|moving furniture|was lifting|lifting a case|lifting case|lifting patient|lifting bag|lifting a bag|lifted some heavy|lifting some heavy|move some heavy|moved some heavy|moving heavy|moved heavy|move heavy|lifted boxes|lifted box|picked up heavy|carrying heavy|carried heavy|moving boxes|moving some heavy|pushing heavy|pulling heavy"
    ),
    ("X503", "overuse|repetitive motion|repetitive movements|repetitive use"),
    ("W19", "fell|fall|fallen|falling|falls"),
    ("W460", "needlestick|needle stick|needlestick injury"), ("W540", "dog bite|bitten dog|bit dog|dog bit"),
    ("W5501", "cat bite|bitten cat|cat bit"),
    ("W5503", "cat scratch|scratched cat"),
    ("W57", "insect bite|mosquito bite|tick bite|bug bite|spider bite"), ("W503", "human bite"),
    ("W260", "knife|knife slipped|box cutter|box cutter slipped|utility knife|utility knife slipped|boxcutter"),
    ("W3400", "gunshot|firearm"), ("W312", "table saw|circular saw|power saw"),
    ("W311", "bench grinder|metal lathe"),
    ("Y040", "fist fight|punched|brawl"),
    ("W2209", "punched wall|punched door|punched locker|punched refrigerator|punched dashboard|hit wall"),
    ("Y09", "assaulted|assault"),
  ]

  /// The External Cause Index, Place of occurrence. In a home of which no kind is told it is that of an unspecified one;
  /// ``AdditionalCodes`` takes that of a house or an apartment.
  static let places: [Line] = [
    ("Y92511", "restaurant kitchen"), ("Y92000", "kitchen"),
    ("Y92030", "kitchen of apartment|kitchen of her apartment|apartment kitchen"),
    ("Y92002", "bathroom|shower|bathtub"),
    ("Y92003", "bedroom"), ("Y92014", "driveway"),
    ("Y92015", "garage"), ("Y92007", "backyard|back yard|front yard|garden|yard"),
    ("Y92008", "living room|family room|basement|stairs at home|stairs home|porch|deck|hallway at home|hallway home"),
    ("Y92310", "basketball court"), ("Y92320", "baseball field"), ("Y92321", "football field"),
    ("Y92322", "soccer field"), ("Y92330", "ice rink|skating rink"), ("Y92331", "roller rink"),
    ("Y92129", "nursing home|skilled nursing facility"), ("Y92210", "daycare|day care|preschool"),
    ("Y92211", "elementary school|elementary playground|playground elementary school"), ("Y92212", "middle school"),
    ("Y92213", "high school"),
    ("Y92214", "college|university"), ("Y92219", "school|school playground"),
    ("Y9234", "public pool|swimming pool"), ("Y9239", "gym|gymnasium|golf course|trampoline park|health club"),
    ("Y92410", "crossing street|middle road|roadway"),
    ("Y92411", "interstate|interstate highway|freeway|highway"),
    ("Y92480", "sidewalk"), ("Y92481", "parking lot"), ("Y92482", "bike path|bicycle path"),
    ("Y92510", "bank"), ("Y92511", "restaurant|cafe"), ("Y92512", "grocery store|supermarket"),
    ("Y92513", "store|shop|mall"), ("Y92524", "gas station"), ("Y9259", "warehouse|office building"),
    ("Y9261", "construction site"), ("Y9263", "factory|machine shop|packing line|assembly line|production line"),
    ("Y9271", "barn"), ("Y9273", "farm field"),
    ("Y92830", "public park|park"), ("Y92832", "beach"), ("Y92838", "playground"), ("Y92821", "forest|woods"),
  ]

  /// The External Cause Index, Activity.
  static let activities: [Line] = [
    ("Y9302", "while running|while jogging|was running|was jogging|went running|out running"),
    ("Y9301", "while hiking|while walking|was walking|was hiking|went hiking|out walking"),
    ("Y9361", "playing football|football game|football practice"),
    ("Y9364", "playing baseball|playing softball|baseball game|softball game|baseball practice"),
    ("Y9366", "playing soccer|soccer game|soccer practice|soccer match"),
    ("Y9367", "playing basketball|basketball game|basketball practice"),
    ("Y9368", "playing volleyball|volleyball game|volleyball practice"),
    ("Y9373", "playing tennis|playing pickleball|pickleball|racquetball"),
    ("Y9353", "golfing|playing golf|golf swing|swinging golf club"),
    ("Y9354", "bowling"), ("Y9363", "playing rugby|rugby"), ("Y9374", "frisbee"), ("Y9371", "boxing|kickboxing"),
    ("Y9365", "playing lacrosse|lacrosse game|field hockey"), ("Y9322", "playing hockey|ice hockey|hockey game"),
    ("Y9321", "ice skating"), ("Y9324", "cross country skiing"), ("Y9317", "water skiing|waterskiing|wakeboarding"),
    ("Y9323", "skiing|snowboarding|skied|snowboarded"), ("Y9313", "water polo"), ("Y9318", "surfing"),
    ("Y9316", "kayaking|canoeing|rafting|rowing"),
    ("Y9351", "skate park|skatepark|skateboard|skateboarding|roller skating|rollerblading"),
    ("Y9355", "biking|cycling|riding bike|riding bicycle"), ("Y9352", "horseback riding|riding horse"),
    ("Y9311", "swimming"), ("Y9343", "gymnastics"), ("Y9344", "trampoline|jumping trampoline"), ("Y9341", "dancing"),
    ("Y9342", "yoga"), ("Y93B4", "pilates"), ("Y93A3", "zumba|aerobics class"), ("Y9356", "jumping rope"),
    ("Y93B3", "lifting weights|weight lifting|weightlifting|bench press"),
    ("Y9345", "cheerleading|cheer practice"),
    ("Y93A1", "on treadmill|treadmill"),
    ("Y93H2", "yard work|yardwork|gardening|mowing|mowing lawn|raking|landscaping"),
    ("Y93H1", "shoveling|shoveling snow"), ("Y9372", "wrestling|wrestling practice|wrestling match"),
    ("Y9375", "karate|martial arts"),
    ("Y9331", "rock climbing|mountain climbing"),
    ("Y93G1", "chopping vegetable|cutting vegetable|slicing|washing dish|chopping|cutting onion|peeling"),
    ("Y93G3", "cooking|baking|frying"), ("Y93G2", "grilling|barbecuing"), ("Y93E3", "vacuuming"),
    ("Y93E2", "doing laundry|folding laundry|laundry basket|carrying laundry"),
    ("Y93K1", "walking dog|walking her dog|walking his dog"),
    ("Y93H3", "remodeling|framing|roofing"), ("Y93E6", "packing boxes|unpacking boxes|moving house|moving apartments"),
    ("Y93E9", "changing light bulb|change light bulb|changing lightbulb|change lightbulb"),
    ("Y93E5", "mopping|cleaning house"),
    ("Y93H9", "cleaning gutters|hanging christmas lights"), ("Y93F2", "lifting patient"),
    ("Y9383", "roughhousing|horseplay"),
  ]
}
