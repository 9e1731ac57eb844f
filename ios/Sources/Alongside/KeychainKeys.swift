#if canImport(Security)
  import AlongsideCore
  import Foundation
  import Security

  /// Keeps the key of the phone's file in the Keychain: on this device only, never in a backup, and readable after the first
  /// unlock, so that syncing in the background works on a locked phone.
  public final class KeychainKeys: KeyStore {
    private let account: String
    private static let service = "org.alongside.phone"

    /// - Parameters:
    ///   - folder: Where the phone's file is, as for ``Phone/open(folder:keyStore:transport:packSigners:clock:)``. The
    ///     Keychain outlives the app. When the folder is not there at all the app was installed anew, and the key of a file
    ///     that went with the old app is forgotten.
    ///   - account: For apps with more than one phone.
    public init(folder: URL, account: String = "phone") {
      self.account = account
      if !FileManager.default.fileExists(atPath: folder.path) {
        SecItemDelete(item() as CFDictionary)
      }
    }

    public func load() throws -> Data? {
      var found: CFTypeRef?
      let query = item().merging([kSecReturnData: true, kSecMatchLimit: kSecMatchLimitOne]) { $1 }
      switch SecItemCopyMatching(query as CFDictionary, &found) {
      case errSecSuccess:
        guard let key = found as? Data else { throw KeyStoreError.Unavailable }
        return key
      case errSecItemNotFound:
        return nil
      default:
        // Before the first unlock there may well be a key: "nothing" would be a lie.
        throw KeyStoreError.Unavailable
      }
    }

    public func save(key: Data) throws {
      let kept: [CFString: Any] = [
        kSecValueData: key, kSecAttrAccessible: kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly,
      ]
      var status = SecItemUpdate(item() as CFDictionary, kept as CFDictionary)
      if status == errSecItemNotFound {
        status = SecItemAdd(item().merging(kept) { $1 } as CFDictionary, nil)
      }
      guard status == errSecSuccess else { throw KeyStoreError.Unavailable }
    }

    private func item() -> [CFString: Any] {
      [
        kSecClass: kSecClassGenericPassword, kSecAttrService: Self.service, kSecAttrAccount: account,
        kSecAttrSynchronizable: false, kSecUseDataProtectionKeychain: true,
      ]
    }
  }
#endif
