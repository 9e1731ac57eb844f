// A contact as it is being entered.

import Alongside

/// What a link worker says of a contact. It begins as the commonest one: an agreed visit at home at which the two spoke.
public struct ContactForm: Equatable, Sendable {
  /// When, when that was not now.
  public var at: Timestamp?
  /// How the two met.
  public var mode = ContactMode.home
  /// Who began it.
  public var direction = ContactDirection.worker
  /// What it was for, in the order in which it was chosen; at least one.
  public var purposes: [ContactPurpose] = []
  /// Whether it was agreed beforehand.
  public var agreedBefore = true
  /// What came of it.
  public var outcome = ContactOutcome.twoWay
  /// How long it took, in minutes.
  public var minutes: Int64?
  /// Where.
  public var place = ""
  /// The next contact, when one was agreed.
  public var next: NextPlan?
  /// Why there is no next contact, when there is none.
  public var noNextBecause = ""
  /// The reason, where the core asked for one.
  public var reason = ""
  /// Whether it was with a carer the client agreed to, in the client's place.
  public var withCarer = false

  /// The commonest one.
  public init() {}

  /// The same with one purpose more, or without it when it was there.
  public func with(purpose: ContactPurpose) -> ContactForm {
    var form = self
    if purposes.contains(purpose) { form.purposes.removeAll { $0 == purpose } } else { form.purposes.append(purpose) }
    return form
  }

  /// As the core takes it.
  var contact: NewContact {
    NewContact(
      at: at, mode: mode, direction: direction, purposes: purposes, agreedBefore: agreedBefore, outcome: outcome,
      minutes: minutes, place: filled(place), next: next, noNextBecause: filled(noNextBecause), reason: filled(reason),
      withCarer: withCarer)
  }
}

/// The text; nothing when there is nothing but space in it.
func filled(_ text: String) -> String? {
  text.contains { !$0.isWhitespace } ? text : nil
}
