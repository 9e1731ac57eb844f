import AlongsideCore

// Whose phone this is.
extension Phone {
  /// Whose phone this is; nothing before it was enrolled.
  public func me() throws(AlongsideError) -> Me? {
    try call { try core.me() }
  }

  /// Makes this phone one of the service's, with the one-time code its person was given. Needs a connection.
  ///
  /// `server` is the address, such as `https://alongside.example.org`; `platform` is `android`, `ios`, or what else
  /// runs this. Fails with `Invalid` for the field `code` (`Unknown`, `Used`, `Expired`) or `server`, or with
  /// `Offline`: then the same code can be tried again.
  public func enrol(server: String, code: String, platform: String) async throws(AlongsideError) -> Me {
    try await wait {
      try await self.core.enrol(server: server, code: code, platform: platform)
    }
  }
}
