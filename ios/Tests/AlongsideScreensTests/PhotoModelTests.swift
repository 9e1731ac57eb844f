import Alongside
import AlongsideTesting
import Foundation
import Testing

@testable import AlongsideScreens

/// A photo with a check-in, from the client's screen to the link worker's.
@MainActor
struct PhotoModelTests {
  private let visiting: Visiting
  private let opened: CaseId
  private let goal: EntityId
  private let client: InHand

  init() async throws {
    visiting = try await Visiting()
    opened = try await visiting.aCase()
    goal = try await visiting.phone.agreeGoal(case: opened, new: NewGoal(wording: "The garden", wordingBy: .client))
    client = try await visiting.phone(ofClient: opened)
  }

  /// The client says how it is going with a photo; what they wrote is with the worker, the photo still here.
  private func say() async throws -> PhotoView {
    let model = CheckInModel(phone: client.phone, case: opened, goal: goal)
    await model.refresh()
    await model.choosePhoto { aPhoto() }
    model.typeCaption("My first rhubarb")
    await model.send()
    _ = try await client.phone.synchronise()
    _ = try await visiting.phone.synchronise()
    let goals = GoalsModel(phone: visiting.phone, case: opened)
    await goals.refresh()
    return try #require(goals.state.current.first?.allPhotos.first)
  }

  @Test func aPhotoAloneSaysHowItIsGoing() async throws {
    let model = CheckInModel(phone: client.phone, case: opened, goal: goal)
    await model.refresh()
    await model.choosePhoto { throw AlongsideError.Invalid(field: "photo", reason: .wrongType) }
    #expect(model.state.doing.refusal?.field == "photo" && model.state.photo == nil && !model.state.canSend)
    await model.choosePhoto { aPhoto(bytes: 500) }
    await model.choosePhoto { aPhoto() }
    #expect(model.state.photo == aPhoto() && model.state.canSend && model.state.doing.refusal == nil)
    model.typeCaption("My first rhubarb")
    await model.send()
    #expect(model.state.done && model.state.photo == nil && model.state.caption.isEmpty)
    let said = try #require(model.state.goal?.checkIns.last)
    #expect(said.checkIn.score == nil && said.checkIn.words == nil)
    #expect(said.photos.map(\.caption) == ["My first rhubarb"] && said.photos.first?.preview == aPhoto().preview)
    #expect(model.state.goal?.allPhotos == said.photos)
  }

  @Test func aPhotoIsTakenAwayBeforeItIsSaid() async throws {
    let model = CheckInModel(phone: client.phone, case: opened, goal: goal)
    await model.refresh()
    await model.choosePhoto { aPhoto() }
    model.typeCaption("The neighbours")
    model.removePhoto()
    #expect(model.state.photo == nil && model.state.caption.isEmpty && !model.state.canSend)
    await model.choose(4)
    model.typeWords("It rained")
    await model.send()
    #expect(model.state.done && model.state.goal?.allPhotos.isEmpty == true)
    #expect(model.state.goal?.checkIns.last?.checkIn.words == "It rained")
  }

  @Test func aPhotoThatIsNoneIsRefusedAndTheWordsStay() async throws {
    let model = CheckInModel(phone: client.phone, case: opened, goal: goal)
    await model.refresh()
    await model.choosePhoto { NewPhoto(jpeg: Data("no photo".utf8), preview: Data()) }
    model.typeWords("It rained")
    await model.send()
    #expect(model.state.doing.refusal?.field == "photo" && model.state.words == "It rained" && !model.state.done)
    model.removePhoto()
    await model.send()
    #expect(model.state.done)
  }

  @Test func aPhotoIsFetchedOnceItHasComeFromTheOtherPhone() async throws {
    let photo = try await say()
    #expect(photo.caption == "My first rhubarb" && photo.byName == "Delyth Vaughan-Okoro")
    let model = PhotoModel(phone: visiting.phone, photo: photo)
    #expect(model.state.photo?.preview == aPhoto().preview)
    await model.look()
    #expect(model.state.stillThere && model.state.canTryAgain && model.state.jpeg == nil)
    #expect(model.state.doing.refusal == nil)

    let sync = SyncModel(phone: client.phone)
    await sync.refresh()
    #expect(sync.state.sync?.photosUnsent == 1 && !sync.state.allSent)
    #expect(try await client.phone.sendPhotos(metered: true).whole == 1)
    await sync.refresh()
    #expect(sync.state.allSent)

    await model.look()
    #expect(model.state.jpeg == aPhoto().jpeg && !model.state.stillThere && !model.state.canTryAgain)
    visiting.worker.line.isOn = false
    let again = PhotoModel(phone: visiting.phone, photo: photo)
    await again.look()
    #expect(again.state.jpeg == aPhoto().jpeg, "what was fetched stays")
  }

  @Test func withoutASignalAPhotoIsLookedForAgainLater() async throws {
    let photo = try await say()
    _ = try await client.phone.sendPhotos(metered: false)
    let model = PhotoModel(phone: visiting.phone, photo: photo)
    visiting.worker.line.isOn = false
    await model.look()
    #expect(model.state.phase == .shown && model.state.canTryAgain && !model.state.stillThere)
    #expect(model.state.doing.refusal?.next == .carryOn)
    visiting.worker.line.isOn = true
    await model.look()
    #expect(model.state.jpeg == aPhoto().jpeg && model.state.doing.refusal == nil)
  }

  @Test func aPhotoThatWasPutAwayIsNotShown() async throws {
    let own = PhotoModel(phone: client.phone, photo: try await say())
    await own.look()
    #expect(own.state.jpeg == aPhoto().jpeg && !own.state.coming, "it was taken here")
    try await client.phone.putPhotoAway(photo: try #require(own.state.photo?.id))
    await own.refresh()
    #expect(own.state.photo == nil && own.state.jpeg == nil && own.state.doing.refusal?.next == .goBack)
    await own.look()
    #expect(own.state.phase == .refused)
  }
}
