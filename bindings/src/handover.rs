//! Handing a client over to another link worker.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::{HandoverView, NextWorker};
use alongside_core::journey::handover::PackPart;
use alongside_core::model::{CaseId, EntityId, Timestamp};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Begins a pack drawn from the record of `case`, to go over before it is given. Without a next worker it is for the
    /// team's queue. Only its author sees it until then. Blocks for a file write.
    ///
    /// Fails with `NotFound` when this phone does not have the case.
    #[uniffi::method(default(to = None))]
    pub fn prepare_handover(&self, case: CaseId, to: Option<NextWorker>) -> Result<EntityId, AlongsideError> {
        Ok(self.core.prepare_handover(case, to.as_ref())?)
    }

    /// Writes one part of a pack in the worker's words. Blocks for a file write.
    ///
    /// Fails with `Invalid` when it is too long or the pack was given, or with `NotFound`.
    pub fn write_pack(&self, pack: EntityId, part: PackPart, words: &str) -> Result<(), AlongsideError> {
        Ok(self.core.write_pack(pack, part, words)?)
    }

    /// Says when both workers meet the client together. Until the worker leaves the case, both are on it. Blocks for a file
    /// write.
    ///
    /// Fails as `write_pack` does.
    pub fn plan_joint_meeting(&self, pack: EntityId, at: Timestamp) -> Result<(), AlongsideError> {
        Ok(self.core.plan_joint_meeting(pack, at)?)
    }

    /// Gives a pack: it is sealed, the next worker is put on the case, what is owed to the client is theirs to do, and the
    /// client is told why. Works with no signal. Blocks for a file write.
    ///
    /// Fails with `Invalid` when it does not say what matters to the client, without a reason for the client, or when it was
    /// given before; or with `NotFound`.
    pub fn give_handover(&self, pack: EntityId, why: &str) -> Result<EntityId, AlongsideError> {
        Ok(self.core.give_handover(pack, why)?)
    }

    /// Leaves a case that was handed over, after the joint meeting. Blocks for a file write.
    ///
    /// Fails with `NotFound` when this phone does not have the case.
    pub fn leave_case(&self, case: CaseId) -> Result<(), AlongsideError> {
        Ok(self.core.leave_case(case)?)
    }

    /// The packs given for a case, newest first: what its next worker reads before anything else. Blocks for a file read.
    pub fn handovers(&self, case: CaseId) -> Result<Vec<HandoverView>, AlongsideError> {
        Ok(self.core.handovers(case)?)
    }

    /// A pack: as its worker is writing it, or as it was given. Blocks for a file read.
    ///
    /// Fails with `NotFound`.
    pub fn handover(&self, pack: EntityId) -> Result<HandoverView, AlongsideError> {
        Ok(self.core.handover(pack)?)
    }
    /// The other link workers of the organisation, by name: whom a client can be handed to. Nobody before the first sync, or
    /// where there is no other. Blocks for a file read.
    pub fn colleagues(&self) -> Result<Vec<NextWorker>, AlongsideError> {
        Ok(self.core.colleagues()?)
    }
}
