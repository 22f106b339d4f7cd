import CRabbitMQ
import Glibc

/// A descriptor that wakes a thread out of `poll` (`eventfd`).
final class WakeUp: Sendable {
  /// The descriptor to poll for reading.
  let descriptor: Int32

  init() {
    descriptor = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
    precondition(descriptor >= 0, "eventfd failed: the process has no descriptors left")
  }

  deinit { close(descriptor) }

  /// Wakes the thread.
  func signal() { eventfd_write(descriptor, 1) }

  /// Makes the descriptor wait for the next signal.
  func clear() {
    var count: eventfd_t = 0
    eventfd_read(descriptor, &count)
  }
}

/// A second descriptor of a connection's socket, for another thread to cut a connection that does not end by itself.
final class SocketCutter: Sendable {
  private let descriptor: Int32

  /// Duplicates `socket`: the library may close its own descriptor at any time, and the number be given to another file.
  init(socket: Int32) { descriptor = fcntl(socket, F_DUPFD_CLOEXEC, 0) }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Ends both directions; whoever reads or writes fails at once.
  func cut() { if descriptor >= 0 { shutdown(descriptor, Int32(SHUT_RDWR)) } }
}

/// The stack of our threads; only what is used of it takes memory.
///
/// The library decodes a header that holds an array that holds an array… by calling itself, without a limit of its own. In
/// a frame of 128 KiB, the largest we agree to, that goes 26,000 deep and takes between 2 and 3 MiB; a thread's stack has
/// only 2 MiB where the limit of stacks is lifted, and less in some containers. Whoever may publish could end a consumer.
private let threadStackBytes = 16 << 20

/// Runs `body` on a thread of its own, named for debuggers (at most 15 bytes are kept).
func startThread(named name: String, _ body: sending @escaping () -> Void) {
  final class Start {
    let name: String
    let body: () -> Void
    init(name: String, body: @escaping () -> Void) {
      self.name = name
      self.body = body
    }
  }
  let start = Unmanaged.passRetained(Start(name: String(name.prefix(15)), body: body))
  var thread = pthread_t()
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, threadStackBytes)
  let status = pthread_create(
    &thread, &attributes,
    { argument in
      guard let argument else { return nil }
      let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
      superbill_name_thread(start.name)
      start.body()
      return nil
    }, start.toOpaque())
  precondition(status == 0, "pthread_create failed: the process has no threads left")
  pthread_detach(thread)
}
