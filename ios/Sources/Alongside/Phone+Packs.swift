import AlongsideCore
import Foundation

// Instruments beyond those that ship: packs their licence holders have signed.
extension Phone {
  /// The instruments an assessment can be begun with, each in the version it begins with.
  public func instruments() -> [InstrumentSummary] {
    core.instruments()
  }

  /// Every instrument this phone knows, in every version: also those that are only read.
  public func listInstruments() -> [InstrumentSummary] {
    core.listInstruments()
  }

  /// What a pack is and whether it would be taken, without taking it: for a screen that shows its licence first.
  public func checkPack(pack: Data) -> PackCheck {
    core.checkPack(pack: pack)
  }

  /// Takes a pack: an instrument that an organisation has a licence for, or the word that one is withdrawn. It is kept
  /// on this phone, encrypted. A new version stands beside the old one, in which drafts that were begun with it end.
  ///
  /// Fails with `Invalid` for the field `pack`; `checkPack` says why in words. Nothing was taken then, and nothing that
  /// was there is changed.
  public func loadPack(pack: Data) throws(AlongsideError) {
    try call { try core.loadPack(pack: pack) }
  }
}
