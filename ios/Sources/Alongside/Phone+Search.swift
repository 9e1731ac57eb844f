import AlongsideCore

// Finding words in what is on this phone.
extension Phone {
  /// Records that hold every word of `words`, best first, at most `limit`. The last word may be unfinished; accents and
  /// case do not matter. Works with no signal; nothing of it leaves the phone.
  public func search(words: String, limit: UInt32) throws(AlongsideError) -> [Found] {
    try call { try core.search(words: words, limit: limit) }
  }
}
