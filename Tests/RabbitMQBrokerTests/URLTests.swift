import Office
import RabbitMQBroker
import Testing

@Suite struct URLTests {
  @Test(arguments: [
    ("amqp://host", "host", 5_672, "/", "guest", "guest"),
    ("amqp://host/", "host", 5_672, "/", "guest", "guest"),
    ("AMQP://u:p@host:99/v", "host", 99, "v", "u", "p"),
    ("amqp://u@host/%2F", "host", 5_672, "/", "u", ""),
    ("amqp://u%40x:p%3a%2F@host/a%2fb", "host", 5_672, "a/b", "u@x", "p:/"),
    ("amqp://u:p@x@host", "host", 5_672, "/", "u", "p@x"),
    ("amqp://u:a:b@host", "host", 5_672, "/", "u", "a:b"),
    ("amqp://[::1]:7", "::1", 7, "/", "guest", "guest"),
    ("amqp://u:p@[fe80::1]", "fe80::1", 5_672, "/", "u", "p"),
  ])
  func partsAreRead(
    url: String, host: String, port: Int, virtualHost: String, user: String, password: String
  ) throws {
    let configuration = try RabbitMQConfiguration(url: url)
    #expect(configuration.host == host)
    #expect(configuration.port == port)
    #expect(configuration.virtualHost == virtualHost)
    #expect(configuration.user == user)
    #expect(configuration.password == password)
    #expect(configuration.tls == nil)
  }

  @Test func nodesOfABrokerAreReadInOrder() throws {
    let configuration = try RabbitMQConfiguration(url: "amqp://u:p@one:99,two,[::1]:7/v")
    #expect(configuration.host == "one" && configuration.port == 99)
    #expect(configuration.alternatives == [.init(host: "two", port: 5_672), .init(host: "::1", port: 7)])
    #expect(configuration.description == "amqp://u@one:99,two:5672,[::1]:7/v")
    #expect(try RabbitMQConfiguration(url: "amqps://one,two").alternatives == [.init(host: "two", port: 5_671)])
  }

  @Test(arguments: ["amqp://one,", "amqp://,one", "amqp://one,,two", "amqp://one,two:x"])
  func nodeThatIsWrittenWrongIsAnError(url: String) {
    #expect(throws: BrokerError.self) { try RabbitMQConfiguration(url: url) }
  }

  @Test func secureURLVerifiesPeerAndHostByDefault() throws {
    let configuration = try RabbitMQConfiguration(url: "amqps://host")
    #expect(configuration.port == 5_671)
    #expect(configuration.tls?.verifiesPeer == true)
    #expect(configuration.tls?.verifiesHostname == true)
  }

  @Test func optionsOfASecureURLAreRead() throws {
    let url = "amqps://u:p@host:99/v?cacertfile=/c%20a.pem&certfile=/cert.pem&keyfile=/key.pem&verify=verify_peer"
    let configuration = try RabbitMQConfiguration(url: url)
    #expect(configuration.virtualHost == "v")
    #expect(
      configuration.tls
        == .init(authorityFile: "/c a.pem", certificateFile: "/cert.pem", keyFile: "/key.pem"))
    let lax = try RabbitMQConfiguration(url: "amqps://host?verify=verify_none&server_name_indication=disable")
    #expect(lax.host == "host")
    #expect(lax.tls?.verifiesPeer == false)
    #expect(lax.tls?.verifiesHostname == false)
    let named = try RabbitMQConfiguration(url: "amqps://host/?server_name_indication=host")
    #expect(named.tls == .init())
  }

  @Test(arguments: [
    ("u:s3cret@host", "it has no scheme"),
    ("http://u:s3cret@host", "neither amqp nor amqps"),
    ("amqp://", "host is empty"),
    ("amqp://u:s3cret@", "host is empty"),
    ("amqp://u:s3cret@:5672", "host is empty"),
    ("amqp://:s3cret@host", "user is empty"),
    ("amqp://u:s3cret@host:0", "port is not a number"),
    ("amqp://u:s3cret@host:70000", "port is not a number"),
    ("amqp://u:s3cret@host:", "port is not a number"),
    ("amqp://u:s3cret@host:+1", "port is not a number"),
    ("amqp://u:s3/cret@host", "there is an @ after the host"),
    ("amqp://u:s3#cret@host", "there is an @ after the host"),
    ("amqp://u:s3cret%@host", "% in its password"),
    ("amqp://u%zz:s3cret@host", "% in its user"),
    ("amqp://u:s3cret%ff@host", "password is not a text"),
    ("amqp://u:s3cret@host/a/b", "second /"),
    ("amqp://u:s3cret@host/?cacertfile=/ca.pem", "only amqps takes options"),
    ("amqps://u:s3cret@host/?heartbeat=1", "options are not among"),
    ("amqps://u:s3cret@host/?verify=s3cret", "neither verify_peer nor verify_none"),
    ("amqps://u:s3cret@host?certfile=", "has no value"),
    ("amqps://u:s3cret@host?certfile=%zz", "% in its options"),
    ("amqps://u:s3cret@host?server_name_indication=other", "neither its host nor disable"),
    ("amqp://u:s3cret@host/v#x", "# after the host"),
    ("amqp://u:s3cret@[::1", "has no ]"),
  ])
  func errorNamesThePartThatIsWrongAndNoSecret(url: String, words: String) {
    let error = #expect(throws: BrokerError.self) { try RabbitMQConfiguration(url: url) }
    #expect(error?.code == .misconfigured)
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("cret") == false)
  }

  @Test func descriptionHasNoPassword() throws {
    let configuration = try RabbitMQConfiguration(url: "amqps://u:s3cret@host/v")
    var dumped = ""
    dump(configuration, to: &dumped)
    #expect("\(configuration)" == "amqps://u@host:5671/v")
    #expect(!"\(configuration) \(String(reflecting: configuration)) \(dumped)".contains("s3cret"))
  }
}
