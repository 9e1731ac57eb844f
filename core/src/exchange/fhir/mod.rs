//! FHIR R4, as far as this project writes it: a file for each resource, the data types they are made of, and the published
//! code lists. Knows nothing of records; what becomes of a record is `map`'s business.

pub(crate) mod bundle;
pub(crate) mod care_plan;
pub(crate) mod care_team;
pub(crate) mod code;
pub(crate) mod codes;
pub(crate) mod communication;
pub(crate) mod condition;
pub(crate) mod consent;
pub(crate) mod datatypes;
pub(crate) mod document_reference;
pub(crate) mod encounter;
pub(crate) mod episode_of_care;
pub(crate) mod flag;
pub(crate) mod goal;
pub(crate) mod healthcare_service;
pub(crate) mod json;
pub(crate) mod location;
pub(crate) mod observation;
pub(crate) mod organization;
pub(crate) mod patient;
pub(crate) mod practitioner;
pub(crate) mod profile;
pub(crate) mod provenance;
pub(crate) mod questionnaire_response;
pub(crate) mod related_person;
pub(crate) mod resource;
pub(crate) mod service_request;
pub(crate) mod task;
