import Alongside

/// The error with which `work` was refused; nothing when it went through.
///
/// Swift 6.0's own `#expect(throws:)` crashes the compiler on a closure with a typed error.
public func refusal<Value>(_ work: () async throws -> Value) async -> AlongsideError? {
  do {
    _ = try await work()
    return nil
  } catch {
    return error as? AlongsideError
  }
}
