import AlongsideCore

// Where a link worker's time goes, and the doors that stayed shut. Nobody else reads a line.
extension Phone {
  /// Writes down where time went.
  ///
  /// Fails with `Invalid` with minutes outside a day, or a day still to come.
  public func logWork(new: NewWork) throws(AlongsideError) -> EntityId {
    try call { try core.logWork(new: new) }
  }

  /// Writes down that a door stayed shut: no room, no records, nobody who would meet.
  ///
  /// Fails with `Invalid` without a place.
  public func logAccessDenied(
    place: String, denied: DeniedThing, words: String? = nil
  ) throws(AlongsideError) -> EntityId {
    try call { try core.logAccessDenied(place: place, denied: denied, words: words) }
  }

  /// This worker's time from one moment to another, the end not included, newest first.
  public func worklog(from: Timestamp, to: Timestamp) throws(AlongsideError) -> [WorklogView] {
    try call { try core.worklog(from: from, to: to) }
  }

  /// This worker's minutes by sort of work from one moment to another.
  public func workMinutes(from: Timestamp, to: Timestamp) throws(AlongsideError) -> [WorkMinutes] {
    try call { try core.workMinutes(from: from, to: to) }
  }

  /// The doors that stayed shut to this worker, newest first.
  public func accessDenied() throws(AlongsideError) -> [AccessDeniedView] {
    try call { try core.accessDenied() }
  }
}
