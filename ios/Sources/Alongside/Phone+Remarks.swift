import AlongsideCore

// Changes of this phone that did not simply apply.
extension Phone {
  /// Changes of this phone that did not simply apply, newest first.
  public func remarks() throws(AlongsideError) -> [Remark] {
    try call { try core.remarks() }
  }
}
