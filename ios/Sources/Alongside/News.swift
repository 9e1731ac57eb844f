import AlongsideCore

/// What there is to hear of: what the core tells of, and when an exchange with the service begins and ends, which it does not.
enum Signal: Sendable, Equatable {
  case change(Change)
  case exchangeBegan
  case exchangeEnded
}

/// Hears of changes from the core, on whatever thread made them, and passes them on.
final class News: ChangeListener {
  /// Each says only "look again", so a listener that is slow misses nothing by hearing the newest.
  let signals = Broadcast<Signal>(keeping: 16)

  func changed(change: Change) {
    signals.tell(.change(change))
  }
}
