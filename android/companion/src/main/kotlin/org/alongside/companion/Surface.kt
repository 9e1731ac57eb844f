package org.alongside.companion

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.map
import org.alongside.companion.calls.AssessmentCalls
import org.alongside.companion.calls.AssignmentCalls
import org.alongside.companion.calls.CaseloadCalls
import org.alongside.companion.calls.Changes
import org.alongside.companion.calls.ClientCalls
import org.alongside.companion.calls.ClientSideCalls
import org.alongside.companion.calls.ContactCalls
import org.alongside.companion.calls.Core
import org.alongside.companion.calls.CoreAssessmentCalls
import org.alongside.companion.calls.CoreAssignmentCalls
import org.alongside.companion.calls.CoreCaseloadCalls
import org.alongside.companion.calls.CoreClientCalls
import org.alongside.companion.calls.CoreClientSideCalls
import org.alongside.companion.calls.CoreContactCalls
import org.alongside.companion.calls.CoreDecisionCalls
import org.alongside.companion.calls.CoreDetailCalls
import org.alongside.companion.calls.CoreDraftCalls
import org.alongside.companion.calls.CoreDutyCalls
import org.alongside.companion.calls.CoreEndingCalls
import org.alongside.companion.calls.CoreEnrolmentCalls
import org.alongside.companion.calls.CoreEpisodeCalls
import org.alongside.companion.calls.CoreExchangeCalls
import org.alongside.companion.calls.CoreGoalCalls
import org.alongside.companion.calls.CoreHalfSaidCalls
import org.alongside.companion.calls.CoreHandoverCalls
import org.alongside.companion.calls.CoreNeedCalls
import org.alongside.companion.calls.CoreNoteCalls
import org.alongside.companion.calls.CorePackCalls
import org.alongside.companion.calls.CorePhotoCalls
import org.alongside.companion.calls.CoreReachingCalls
import org.alongside.companion.calls.CoreRecordCalls
import org.alongside.companion.calls.CoreReferralCalls
import org.alongside.companion.calls.CoreReferralInCalls
import org.alongside.companion.calls.CoreRemarkCalls
import org.alongside.companion.calls.CoreSearchCalls
import org.alongside.companion.calls.CoreServiceCalls
import org.alongside.companion.calls.CoreSharingCalls
import org.alongside.companion.calls.CoreSyncCalls
import org.alongside.companion.calls.CoreTodayCalls
import org.alongside.companion.calls.CoreWhatMattersCalls
import org.alongside.companion.calls.CoreWorklogCalls
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

/** Every area over one [Core], and the two flows. */
internal class Surface(
    private val library: AutoCloseable,
    private val heard: Changes,
    private val core: Core,
) : PhoneSurface,
    AssessmentCalls by CoreAssessmentCalls(core),
    AssignmentCalls by CoreAssignmentCalls(core),
    CaseloadCalls by CoreCaseloadCalls(core),
    ClientSideCalls by CoreClientSideCalls(core),
    ClientCalls by CoreClientCalls(core),
    ContactCalls by CoreContactCalls(core),
    DecisionCalls by CoreDecisionCalls(core),
    DetailCalls by CoreDetailCalls(core),
    DraftCalls by CoreDraftCalls(core),
    DutyCalls by CoreDutyCalls(core),
    EndingCalls by CoreEndingCalls(core),
    EnrolmentCalls by CoreEnrolmentCalls(core),
    EpisodeCalls by CoreEpisodeCalls(core),
    ExchangeCalls by CoreExchangeCalls(core),
    GoalCalls by CoreGoalCalls(core),
    HalfSaidCalls by CoreHalfSaidCalls(core),
    HandoverCalls by CoreHandoverCalls(core),
    NeedCalls by CoreNeedCalls(core),
    NoteCalls by CoreNoteCalls(core),
    PackCalls by CorePackCalls(core),
    PhotoCalls by CorePhotoCalls(core),
    ReachingCalls by CoreReachingCalls(core),
    RecordCalls by CoreRecordCalls(core),
    ReferralCalls by CoreReferralCalls(core),
    ReferralInCalls by CoreReferralInCalls(core),
    RemarkCalls by CoreRemarkCalls(core),
    SearchCalls by CoreSearchCalls(core),
    ServiceCalls by CoreServiceCalls(core),
    SharingCalls by CoreSharingCalls(core),
    SyncCalls by CoreSyncCalls(core),
    TodayCalls by CoreTodayCalls(core),
    WhatMattersCalls by CoreWhatMattersCalls(core),
    WorklogCalls by CoreWorklogCalls(core) {
    override val changes: Flow<Change> get() = heard.all()

    override val syncStates: Flow<SyncState> get() = heard.occasions().map { syncState() }.distinctUntilChanged()

    override fun close() = library.close()
}
