import AlongsideCore

// Words that somebody has begun to type in a form and not said yet. They are on this phone alone.
extension Phone {
  /// Keeps words that are being typed: hand over the whole text at each keystroke. What it gives says whether they are on the
  /// disk by now. They end by themselves when the same words are said.
  ///
  /// Fails with `Invalid` when they are too long.
  public func typeWords(saying: Saying, words: String) throws(AlongsideError) -> Typed {
    try call { try core.typeWords(saying: saying, words: words) }
  }

  /// Puts words that are being typed on the disk as they are now, as when their screen is left; without any there are none
  /// any more.
  ///
  /// Fails with `Invalid` when they are too long.
  public func keepWords(saying: Saying, words: String) throws(AlongsideError) {
    try call { try core.keepWords(saying: saying, words: words) }
  }

  /// The words that were begun and not said; nothing when there are none.
  public func begunWords(saying: Saying) throws(AlongsideError) -> String? {
    try call { try core.begunWords(saying: saying) }
  }
}
