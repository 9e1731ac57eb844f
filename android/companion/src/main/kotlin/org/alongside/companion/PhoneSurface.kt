package org.alongside.companion

import kotlinx.coroutines.flow.Flow
import org.alongside.companion.calls.AssessmentCalls
import org.alongside.companion.calls.AssignmentCalls
import org.alongside.companion.calls.CaseloadCalls
import org.alongside.companion.calls.ClientCalls
import org.alongside.companion.calls.ClientSideCalls
import org.alongside.companion.calls.ContactCalls
import org.alongside.companion.calls.DecisionCalls
import org.alongside.companion.calls.DetailCalls
import org.alongside.companion.calls.DraftCalls
import org.alongside.companion.calls.DutyCalls
import org.alongside.companion.calls.EndingCalls
import org.alongside.companion.calls.EnrolmentCalls
import org.alongside.companion.calls.EpisodeCalls
import org.alongside.companion.calls.ExchangeCalls
import org.alongside.companion.calls.GoalCalls
import org.alongside.companion.calls.HalfSaidCalls
import org.alongside.companion.calls.HandoverCalls
import org.alongside.companion.calls.NeedCalls
import org.alongside.companion.calls.NoteCalls
import org.alongside.companion.calls.PackCalls
import org.alongside.companion.calls.PhotoCalls
import org.alongside.companion.calls.ReachingCalls
import org.alongside.companion.calls.RecordCalls
import org.alongside.companion.calls.ReferralCalls
import org.alongside.companion.calls.ReferralInCalls
import org.alongside.companion.calls.RemarkCalls
import org.alongside.companion.calls.SearchCalls
import org.alongside.companion.calls.ServiceCalls
import org.alongside.companion.calls.SharingCalls
import org.alongside.companion.calls.SyncCalls
import org.alongside.companion.calls.TodayCalls
import org.alongside.companion.calls.WhatMattersCalls
import org.alongside.companion.calls.WorklogCalls
import org.alongside.core.Change
import org.alongside.core.SyncState

/**
 * Everything a phone's screens can ask and do, by area. [Phone] is the real one;
 * [org.alongside.companion.preview.FakePhone] shows invented people in a preview.
 *
 * Everything that suspends may be called from any thread, the screen's included, and blocks none. What writes is done once
 * it was asked for, even if the coroutine that asked is cancelled meanwhile. What goes wrong is thrown as an
 * [org.alongside.core.AlongsideException], one of eight by what a screen can do about it. Ids are text; times are
 * milliseconds since 1970 in UTC.
 */
interface PhoneSurface :
    AutoCloseable,
    AssessmentCalls,
    AssignmentCalls,
    CaseloadCalls,
    ClientSideCalls,
    ClientCalls,
    ContactCalls,
    DecisionCalls,
    DetailCalls,
    DraftCalls,
    DutyCalls,
    EndingCalls,
    EnrolmentCalls,
    EpisodeCalls,
    ExchangeCalls,
    GoalCalls,
    HalfSaidCalls,
    HandoverCalls,
    NeedCalls,
    NoteCalls,
    PackCalls,
    PhotoCalls,
    ReachingCalls,
    RecordCalls,
    ReferralCalls,
    ReferralInCalls,
    RemarkCalls,
    SearchCalls,
    ServiceCalls,
    SharingCalls,
    SyncCalls,
    TodayCalls,
    WhatMattersCalls,
    WorklogCalls {
    /** Every change from when it is collected: something was saved, a sync succeeded or did not. None is skipped. */
    val changes: Flow<Change>

    /**
     * What is on this phone only and how the last sync went: now, and anew whenever it is different. Ends with the failure
     * when it cannot be read.
     */
    val syncStates: Flow<SyncState>

    /**
     * Lets go of the phone's file for good; every later call fails with `Unexpected`. Apps need not call it: what was saved
     * is on the disk already. Call [suspend] when the system suspends the app.
     */
    override fun close()
}
