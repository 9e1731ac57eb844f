// An exchange that somebody asked for while another was under way.

import Alongside

/// Exchanges; nothing when an exchange is under way already, which brings what was asked for: nobody has to hear that they
/// pressed at the wrong moment.
@MainActor
func unlessUnderWay<Report: Sendable>(_ exchange: @MainActor () async throws -> Report) async throws -> Report? {
  do {
    return try await exchange()
  } catch AlongsideError.Offline(why: .alreadyRunning) {
    return nil
  }
}
