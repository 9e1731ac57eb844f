import AlongsideCore

/// What is not one of the core's own errors, as one: a panic caught at the border, or a reply the generated code could not
/// read. Neither ends the app, and neither says anything about a person.
func typed(_ error: any Error) -> AlongsideError {
  error as? AlongsideError ?? .Unexpected(reference: "swift_\(type(of: error))")
}
