import Foundation
import Synchronization

/// The wish of the user, or of the system, that the run ends: Ctrl-C, `kill`, a closed terminal.
enum StopSignal {
  private static let received = Atomic<Int32>(0)

  /// The number of the signal that came; 0 while there is none.
  static var number: Int32 { received.load(ordering: .relaxed) }

  /// From now on the first signal is noted; a second one ends the program at once.
  static func watch() {
    // Whoever started the program may have them blocked.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      unsafe sigaddset(&signals, number)
      signal(number) { number in
        StopSignal.received.store(number, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    // A closed pipe shows where it is written to.
    signal(SIGPIPE, SIG_IGN)
  }
}
