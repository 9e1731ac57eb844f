import AlongsideCore

// Everything on this phone, for exports and checks.
extension Phone {
  /// Every record on this phone, in the order in which it came. Megabytes for a full caseload: for exports and checks,
  /// not for screens.
  public func records() throws(AlongsideError) -> [StoredRecord] {
    try call { try core.records() }
  }
}
