import AlongsideCore

// Visit notes: typed on a home visit, saved as a draft, signed when they are right.
extension Phone {
  /// Begins a note about a case, of the contact it belongs to when there is one. It is on the disk when this returns.
  public func startNote(case: CaseId, contact: EntityId? = nil) throws(AlongsideError) -> EntityId {
    try call { try core.startNote(case: `case`, contact: contact) }
  }

  /// Hands over the whole text of a note after a keystroke. At most the last second or twenty characters are ever not
  /// on the disk: after `SaveWithin`, hand it over again when nobody typed on.
  ///
  /// Fails with `Invalid` when it is longer than 64 KiB or the note is signed; what was saved before stays.
  public func typeNote(note: EntityId, text: String) throws(AlongsideError) -> Typed {
    try call { try core.typeNote(note: note, text: text) }
  }

  /// Writes the whole text of a note to the disk now, as when the screen is left.
  ///
  /// Fails as `typeNote` does.
  public func keepNote(note: EntityId, text: String) throws(AlongsideError) {
    try call { try core.keepNote(note: note, text: text) }
  }

  /// Writes down what was promised.
  ///
  /// Fails as `typeNote` does.
  public func promise(note: EntityId, words: String) throws(AlongsideError) {
    try call { try core.promise(note: note, words: words) }
  }

  /// Saves a note as a draft: from here on it syncs to its author's other phones, and nobody else's.
  ///
  /// Fails with `NotFound`.
  public func saveNote(note: EntityId) throws(AlongsideError) {
    try call { try core.saveNote(note: note) }
  }

  /// Signs a note: what is on the screen is sealed in the case's record. Gives the id of the signed note.
  ///
  /// Fails with `Invalid` when it is empty or signed already.
  public func signNote(note: EntityId) throws(AlongsideError) -> EntityId {
    try call { try core.signNote(note: note) }
  }

  /// A note: a draft as its form shows it, or a signed one.
  ///
  /// Fails with `NotFound`.
  public func note(id: EntityId) throws(AlongsideError) -> NoteView {
    try call { try core.note(id: id) }
  }

  /// The signed notes of a case, newest first.
  public func notes(case: CaseId) throws(AlongsideError) -> [NoteView] {
    try call { try core.notes(case: `case`) }
  }
}
