#if canImport(Darwin)
  import Network

  /// Whether what is sent now costs the person money, or they asked for their network to be spared. Watches until it is let
  /// go of.
  public final class NetworkCost: @unchecked Sendable {
    /// It may be asked from any thread.
    private let monitor = NWPathMonitor()

    public init() {
      monitor.start(queue: .global(qos: .utility))
    }

    deinit {
      monitor.cancel()
    }

    /// Also while nothing is known of a network: what is large waits rather than costs.
    public var isMetered: Bool {
      let path = monitor.currentPath
      return path.status != .satisfied || path.isExpensive || path.isConstrained
    }
  }
#endif
