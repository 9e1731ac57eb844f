//! The plan: goals, and who takes which step: <http://hl7.org/fhir/R4/careplan.html>.

use serde::Serialize;

use super::codes::{ActivityStatus, RequestIntent, RequestStatus};
use super::datatypes::{Period, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CarePlan {
    pub(crate) status: RequestStatus,
    pub(crate) intent: RequestIntent,
    pub(crate) title: String,
    pub(crate) subject: Reference,
    pub(crate) period: Period,
    pub(crate) care_team: Vec<Reference>,
    pub(crate) addresses: Vec<Reference>,
    pub(crate) goal: Vec<Reference>,
    pub(crate) activity: Vec<Activity>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Activity {
    pub(crate) detail: ActivityDetail,
}

/// What is to be done, by whom and by when.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ActivityDetail {
    pub(crate) goal: Vec<Reference>,
    pub(crate) status: ActivityStatus,
    pub(crate) scheduled_period: Option<Period>,
    pub(crate) performer: Vec<Reference>,
    pub(crate) description: String,
}
