//! Any of the resources, as one entry of a bundle holds it.

use serde::Serialize;

use super::care_plan::CarePlan;
use super::care_team::CareTeam;
use super::communication::Communication;
use super::condition::Condition;
use super::consent::Consent;
use super::document_reference::DocumentReference;
use super::encounter::Encounter;
use super::episode_of_care::EpisodeOfCare;
use super::flag::Flag;
use super::goal::Goal;
use super::healthcare_service::HealthcareService;
use super::location::Location;
use super::observation::Observation;
use super::organization::Organization;
use super::patient::Patient;
use super::practitioner::Practitioner;
use super::provenance::Provenance;
use super::questionnaire_response::QuestionnaireResponse;
use super::related_person::RelatedPerson;
use super::service_request::ServiceRequest;
use super::task::Task;

/// Declares the list once: the resource, its name, and the way from each of them.
macro_rules! resources {
    ($($name:ident),+ $(,)?) => {
        /// A resource.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(tag = "resourceType")]
        pub(crate) enum Resource { $($name(Box<$name>),)+ }

        impl Resource {
            /// Every resource type there is here.
            #[cfg(test)]
            pub(crate) const TYPES: &'static [&'static str] = &[$(stringify!($name)),+];

            /// The resource's type.
            pub(crate) fn type_name(&self) -> &'static str {
                match self { $(Self::$name(_) => stringify!($name),)+ }
            }
        }

        $(impl From<$name> for Resource {
            fn from(resource: $name) -> Self {
                Self::$name(Box::new(resource))
            }
        })+
    };
}

resources!(
    CarePlan,
    CareTeam,
    Communication,
    Condition,
    Consent,
    DocumentReference,
    Encounter,
    EpisodeOfCare,
    Flag,
    Goal,
    HealthcareService,
    Location,
    Observation,
    Organization,
    Patient,
    Practitioner,
    Provenance,
    QuestionnaireResponse,
    RelatedPerson,
    ServiceRequest,
    Task,
);
