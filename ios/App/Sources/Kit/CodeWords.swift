#if canImport(SwiftUI)
  import Alongside
  import SwiftUI

  /// Words for the core's codes. A code of a newer version has words too.
  func words(for mode: ContactMode) -> LocalizedStringKey {
    switch mode {
    case .home: "at home"
    case .community: "out and about"
    case .practice: "at the doctor’s"
    case .accompanied: "going somewhere together"
    case .phone: "by phone"
    case .video: "by video call"
    case .message: "by message"
    case .letter: "by letter"
    case .unknown: "in a way that is still to be said"
    }
  }

  func words(for purpose: ContactPurpose) -> LocalizedStringKey {
    switch purpose {
    case .listen: "To listen and catch up"
    case .plan: "To make or change the plan"
    case .assessment: "To go through an assessment"
    case .referralHelp: "To help with a referral"
    case .accompany: "To go along"
    case .practicalHelp: "To help with something practical"
    case .followUp: "To follow something up"
    case .handover: "To hand over"
    case .safety: "To see that somebody is safe"
    case .recruitment: "To invite somebody to the service"
    case .unknown: "Something else"
    }
  }

  func words(for outcome: ContactOutcome) -> LocalizedStringKey {
    switch outcome {
    case .twoWay: "You spoke"
    case .noAnswer: "Nobody answered"
    case .messageLeft: "A message was left"
    case .notHome: "Nobody was at home"
    case .cancelledByClient: "The client called it off"
    case .cancelledByService: "The service called it off"
    case .unknown: "Something else"
    }
  }

  func words(for category: NeedCategory) -> LocalizedStringKey {
    switch category {
    case .money: "Money"
    case .housing: "Housing"
    case .food: "Food"
    case .energy: "Heating and light"
    case .work: "Work and learning"
    case .legal: "Rights and the law"
    case .caring: "Caring for somebody"
    case .safety: "Being safe"
    case .digital: "Getting online"
    case .transport: "Getting about"
    case .connection: "Company and interests"
    case .mood: "Mood and confidence"
    case .health: "Living with a health condition"
    case .lifestyle: "Daily habits"
    case .other, .unknown: "Something else"
    }
  }

  func words(for resolution: NeedResolution) -> LocalizedStringKey {
    switch resolution {
    case .met: "It was met"
    case .partly: "It was met in part"
    case .notMet: "It was not met"
    case .changed: "Life changed, and it does not weigh any more"
    case .noService: "There is nothing nearby for it"
    case .notEligible: "What there is does not take this person"
    case .waiting: "The wait is too long"
    case .unaffordable: "It costs too much"
    case .inaccessible: "They cannot get there or get in"
    case .unknown: "Something else"
    }
  }

  func words(for reason: UnmetReason) -> LocalizedStringKey {
    switch reason {
    case .noService: "There is nothing nearby for it"
    case .notEligible: "What there is does not take this person"
    case .waiting: "The wait is too long"
    case .unaffordable: "It costs too much"
    case .inaccessible: "They cannot get there or get in"
    case .unknown: "Something else"
    }
  }

  func words(for status: GoalStatus) -> LocalizedStringKey {
    switch status {
    case .proposed: "Not agreed yet"
    case .active: "Under way"
    case .parked: "Put aside for now"
    case .reached: "Done"
    case .partly: "Partly done"
    case .dropped: "Let go"
    case .changed: "Became another goal"
    case .unknown: "Something else"
    }
  }

  func words(for by: StepBy) -> LocalizedStringKey {
    switch by {
    case .client: "the client"
    case .worker: "the link worker"
    case .together: "together"
    case .service: "the service"
    case .unknown: "somebody"
    }
  }

  func words(for by: WordingBy) -> LocalizedStringKey {
    switch by {
    case .client: "The client’s own words"
    case .worker: "The link worker’s words"
    case .joint: "Found together"
    case .unknown: "Somebody’s words"
    }
  }

  func words(for state: ReferralState) -> LocalizedStringKey {
    switch state {
    case .drafted: "Being prepared"
    case .sent: "Sent"
    case .received: "The service has it"
    case .accepted: "The service said yes"
    case .waiting: "Waiting for a place"
    case .rejected: "The service said no"
    case .failed: "It could not go ahead"
    case .cancelled: "Called off"
    case .onHold: "On hold"
    case .started: "Begun"
    case .attended: "The client went"
    case .finished: "Complete"
    case .unknown: "Something else"
    }
  }

  func words(for mode: SupportMode) -> LocalizedStringKey {
    switch mode {
    case .toldAbout: "I told them about it"
    case .informationGiven: "I gave them something to read"
    case .referred: "I refer them"
    case .warmHandover: "I introduce them in person"
    case .accompany: "I go along with them"
    case .doTogether: "We do it together"
    case .unknown: "Something else"
    }
  }

  func words(for by: StatusBy) -> LocalizedStringKey {
    switch by {
    case .worker: "the link worker"
    case .client: "the client"
    case .service: "the service"
    case .unknown: "somebody"
    }
  }

  /// Whether a service was really told: noted is not sent.
  func told(for notified: Notified) -> LocalizedStringKey {
    switch notified {
    case .yes: "It was told"
    case .no: "It is only noted here"
    case .clientWill: "The client makes the first contact"
    case .unknown: "Something else"
    }
  }

  func words(for reason: EndReason) -> LocalizedStringKey {
    switch reason {
    case .goalsMet: "What the client wanted is reached"
    case .agreedEnding: "Both agree that it is time"
    case .moved: "The client moved away"
    case .declined: "The client does not want it any more"
    case .lostContact: "Contact was lost after every way was tried"
    case .died: "The client died"
    case .transferred: "Another service took over"
    case .serviceEnded: "The service ended"
    case .unknown: "Something else"
    }
  }

  func words(for part: PackPart) -> LocalizedStringKey {
    switch part {
    case .whatMatters: "What matters to the client, in their words"
    case .promises: "What was promised"
    case .doAndDoNot: "What works, and what does not"
    case .safeContact: "How it is safe to reach them"
    case .openDuties: "What is owed to them"
    case .referrals: "Where their referrals stand"
    case .relationship: "How you came to trust each other"
    }
  }

  func words(for matter: Matter) -> LocalizedStringKey {
    switch matter {
    case .texts: "Two texts were written at the same time. Which one stands?"
    case .values: "Two different entries were made. Which one is right?"
    case .signAgain: "This could not be signed, since it had changed elsewhere. Please look at it and sign again."
    case .amendment: "This was written after the note was signed. Sign it as an addition, or discard it."
    case .late: "This came in after the case had moved on."
    case .setAside: "This was set aside. A supervisor can see it."
    case .waiting: "This waits for the service to be updated. There is nothing to do."
    case .submittedTwice:
      "This was submitted twice, with different answers. Which one counts? The other can still be read."
    case .editWins: "This was put away on one phone and changed on another. It is in use again."
    }
  }

  /// A share switch, as a client reads it.
  func words(for purpose: SharingPurpose) -> LocalizedStringKey {
    switch purpose {
    case .practice: "Your doctor’s practice gets a short summary"
    case .practiceCodesOnly: "Your doctor’s practice gets codes only, no words"
    case .supervisor: "A supervisor reads more than the questions you answered"
    case .service: "A place you are sent to"
    case .carer: "Someone who cares for you"
    case .research: "Research, without your name"
    case .messages: "Text messages to your phone"
    case .unknown: "Something new. Ask your link worker."
    }
  }

  func words(for wish: WishKind) -> LocalizedStringKey {
    switch wish {
    case .callMe: "Please call me"
    case .doNotCall: "Please do not call me for now"
    case .changeNext: "Another time"
    case .question: "A question"
    case .unknown: "Something else"
    }
  }
#endif
