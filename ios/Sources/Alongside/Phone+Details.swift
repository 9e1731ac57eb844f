import AlongsideCore

// What is known of a client beside the name.
extension Phone {
  /// Writes down details of a client. What is absent stays as it is; an empty text clears it.
  ///
  /// Fails with `Invalid` with an NHS number whose check digit does not fit, or a date on which nobody can be born, or
  /// with `NotFound`.
  public func setClientDetails(case: CaseId, details: ClientDetails) throws(AlongsideError) {
    try call { try core.setClientDetails(case: `case`, details: details) }
  }

  /// Writes down how often the two agreed to speak, and how much support, with the reason for that much.
  ///
  /// Fails with `Invalid` with days outside a year, or an amount of support without its reason, or with `NotFound`.
  public func agreeRhythm(
    case: CaseId, everyDays: Int64? = nil, intensity: Intensity? = nil, why: String? = nil
  ) throws(AlongsideError) {
    try call { try core.agreeRhythm(case: `case`, everyDays: everyDays, intensity: intensity, why: why) }
  }

  /// Cases on this phone that may be of one person, for somebody to look at. Nothing is ever merged by itself.
  public func possibleDuplicates() throws(AlongsideError) -> [MatchView] {
    try call { try core.possibleDuplicates() }
  }
}
