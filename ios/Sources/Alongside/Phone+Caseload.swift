import AlongsideCore

// The list of cases: the first screen of a link worker.
extension Phone {
  /// All cases on this phone, by name.
  public func caseload() throws(AlongsideError) -> [CaseSummary] {
    try call { try core.caseload() }
  }
}
