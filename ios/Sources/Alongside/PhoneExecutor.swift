import Dispatch

/// The one thread a phone's file is read and written on.
///
/// The core blocks for as long as a file takes. Swift's own threads are few and must never be blocked, so the actor brings a
/// queue of its own.
final class PhoneExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "org.alongside.phone", qos: .userInitiated)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }

  /// Does `work` on the queue, for what comes before there is an actor.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { done in
      queue.async { done.resume(returning: work()) }
    }
  }
}
