import CRabbitMQ
import Glibc
import Office

extension Connection {
  /// A socket for `state`, not yet connected; the connection frees it.
  static func socket(
    _ state: amqp_connection_state_t, _ tls: RabbitMQConfiguration.TLS?
  ) throws(BrokerError) -> OpaquePointer {
    guard let tls else {
      guard let socket = amqp_tcp_socket_new(state) else { preconditionFailure("out of memory") }
      return socket
    }
    guard let socket = amqp_ssl_socket_new(state) else {
      throw BrokerError(.misconfigured, operation: "set up TLS", reason: "the TLS library does not start")
    }
    try check(
      amqp_ssl_socket_set_ssl_versions(socket, AMQP_TLSv1_2, AMQP_TLSvLATEST), "ask for TLS 1.2 or later")
    amqp_ssl_socket_set_verify_peer(socket, tls.verifiesPeer ? 1 : 0)
    superbill_prepare_tls(amqp_ssl_socket_get_context(socket), tls.verifiesPeer ? 1 : 0)
    // What others on this thread have left must not be taken for our reason.
    _ = superbill_tls_reason()
    amqp_ssl_socket_set_verify_hostname(socket, tls.verifiesHostname ? 1 : 0)
    // The library trusts nobody by itself.
    var authorities = tls.authorityFile
    if authorities == nil, tls.verifiesPeer { authorities = try systemAuthorities() }
    if let authorities {
      try checkReadable(authorities)
      try check(amqp_ssl_socket_set_cacert(socket, authorities), "read the authorities' certificates in \(authorities)")
    }
    switch (tls.certificateFile, tls.keyFile) {
    case (let certificate?, let key?):
      try checkReadable(certificate)
      try checkReadable(key)
      try check(
        amqp_ssl_socket_set_key(socket, certificate, key),
        "read the client's certificate \(certificate) and key \(key), PEM and not encrypted")
    case (nil, nil):
      break
    default:
      throw BrokerError(
        .misconfigured, operation: "set up TLS", reason: "a client's certificate and its key go together")
    }
    return socket
  }

  private static func systemAuthorities() throws(BrokerError) -> String {
    let bundles = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"]
    guard let bundle = bundles.first(where: { access($0, R_OK) == 0 }) else {
      throw BrokerError(
        .misconfigured, operation: "set up TLS", reason: "no authorities' certificates are installed; name a file")
    }
    return bundle
  }

  private static func checkReadable(_ file: String) throws(BrokerError) {
    guard access(file, R_OK) == 0 else {
      throw BrokerError(.misconfigured, operation: "set up TLS", reason: "cannot read \(file)")
    }
  }

  private static func check(_ status: Int32, _ operation: String) throws(BrokerError) {
    guard status == AMQP_STATUS_OK.rawValue else {
      let words = superbill_tls_reason() ?? amqp_error_string2(status)
      throw BrokerError(.misconfigured, operation: operation, reason: words.map { String(cString: $0) } ?? "")
    }
  }

  /// `error` with OpenSSL's words for it, when there are any: the library tells only that something about TLS failed.
  ///
  /// To be asked right after the failure, on its thread. With TLS 1.3 a broker refuses a client's certificate only after
  /// the client is through with the handshake, so the words may belong to the login.
  static func explained(_ error: BrokerError, _ tls: RabbitMQConfiguration.TLS?) -> BrokerError {
    guard tls != nil, let words = superbill_tls_reason() else { return error }
    let reason = String(cString: words)
    let isCertificate = reason.contains("certificate") || error.code == .denied
    return BrokerError(
      isCertificate ? .denied : error.code, operation: error.operation, reason: "TLS failed: \(reason)")
  }
}
