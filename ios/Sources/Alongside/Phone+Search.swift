import AlongsideCore

// Finding words in what is on this phone.
extension Phone {
  /// Records that hold every word of `words`, best first, or those that came last where there are thousands; at most
  /// `limit`. The last word may be unfinished from its second letter on; accents and case do not matter. Works with no
  /// signal; nothing of it leaves the phone. After a first sync what came with it is found once `waitForNews` was called.
  public func search(words: String, limit: UInt32) throws(AlongsideError) -> [Found] {
    try call { try core.search(words: words, limit: limit) }
  }
}
