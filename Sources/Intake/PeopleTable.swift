import ClaimModel

/// Names and places to make people of. Nobody in particular; the ZIP codes belong to the cities.
enum PeopleTable {
  static let lastNames = [
    "Abbott", "Barrow", "Castillo", "Dunmore", "Ellery", "Fairfax", "Garland", "Hollis", "Iverson", "Jessup", "Kessler",
    "Lambert", "Marchetti", "Novak", "Okafor", "Paredes", "Quimby", "Rasmussen", "Sandoval", "Thackeray", "Underhill",
    "Vasquez", "Whitcomb", "Yamada", "Zeller", "Ashworth", "Bellamy", "Chandra", "Delgado", "Eastman", "Fontaine",
    "Grady", "Hathaway", "Ingram", "Jaworski", "Kimura", "Lindqvist", "Montrose", "Nakamura", "Oyelaran",
  ]

  static func firstNames(_ sex: Sex) -> [String] { sex == .male ? male : female }

  private static let female = [
    "Adele", "Bianca", "Corinne", "Daphne", "Elena", "Fiona", "Gwen", "Hanna", "Imani", "Josephine", "Keiko", "Lucia",
    "Maren", "Nadia", "Odette", "Priya", "Rosalind", "Selma", "Tamsin", "Valeria", "Wilma", "Yolanda",
  ]

  private static let male = [
    "Anselm", "Bruno", "Caspian", "Dmitri", "Emeka", "Felix", "Gideon", "Hassan", "Isaac", "Jorge", "Kenji", "Leopold",
    "Marcel", "Nolan", "Otis", "Percy", "Quentin", "Rafael", "Silas", "Tobias", "Viktor", "Wesley",
  ]

  static let streets = [
    "Alder Street", "Birch Avenue", "Cedar Lane", "Dogwood Drive", "Elm Street", "Foxglove Road", "Garden Way",
    "Harbor Street", "Ivy Court", "Juniper Avenue", "Kestrel Lane", "Larch Road", "Mill Street", "North Road",
  ]

  static let places: [(city: String, state: String, zip: String)] = [
    ("Springfield", "IL", "62704"), ("Dayton", "OH", "45402"), ("Boise", "ID", "83702"), ("Tacoma", "WA", "98402"),
    ("Macon", "GA", "31201"), ("Duluth", "MN", "55802"), ("Topeka", "KS", "66603"), ("Fresno", "CA", "93721"),
    ("Worcester", "MA", "01608"), ("Lubbock", "TX", "79401"), ("Erie", "PA", "16501"), ("Reno", "NV", "89501"),
  ]
}
