//! The directory of services: a service, what colleagues know of it, searching and picking.

use alongside_core::companion::{
    DirectoryFreshness, EligibilityView, KnowledgeView, NewKnowledge, NewUnmetNeed, ServiceCard,
    ServicePicker, ServiceSearch, ServiceShelf, ServiceView, ServicesFound, UnmetNeedView,
};
use alongside_core::journey::finding::Finding;
use alongside_core::journey::picker::eligibility::Eligibility;
use alongside_core::model::kinds::{
    Capacity, LocalKnowledge, NeedCategory, Service, ServiceStatus, UnmetNeed, UnmetReason,
};
use alongside_core::model::{EntityId, Timestamp};

/// Whether a service can be used, as its provider says.
#[uniffi::remote(Enum)]
pub enum ServiceStatus {
    /// It runs.
    Active,
    /// It does not run, or the feed it came from no longer lists it.
    Inactive,
    /// It has ended.
    Defunct,
    /// It is closed for a time.
    TemporarilyClosed,
    /// A word of a newer version; never written.
    Unknown,
}

/// Whether a service has room.
#[uniffi::remote(Enum)]
pub enum Capacity {
    /// It takes people now.
    HasCapacity,
    /// It takes nobody.
    NoCapacity,
    /// It has a waiting list.
    WaitingList,
    /// It depends; ask.
    Ask,
    /// A word of a newer version; never written.
    Unknown,
}

/// Why a need stays unmet.
#[uniffi::remote(Enum)]
pub enum UnmetReason {
    /// There is no service for it nearby.
    NoService,
    /// The services there are do not take this person.
    NotEligible,
    /// The wait is over 60 days.
    Waiting,
    /// It costs more than the client has.
    Unaffordable,
    /// The client cannot get there or get in.
    Inaccessible,
    /// A word of a newer version; never written.
    Unknown,
}

/// What a look at a service's criteria comes to.
#[uniffi::remote(Enum)]
pub enum Eligibility {
    /// Nothing stands in the way.
    Fits,
    /// Something is to be asked first.
    Ask,
    /// Something stands in the way; to try all the same needs a reason.
    DoesNotFit,
}

/// A service of the directory.
#[uniffi::remote(Record)]
pub struct Service {
    /// Its name.
    pub name: String,
    /// Whether it can be used.
    pub status: ServiceStatus,
    /// The need it serves first.
    pub category: NeedCategory,
    /// What it offers.
    pub description: Option<String>,
    /// What sort of service it is, finer than the category.
    pub service_type: Option<String>,
    /// The organisation that runs it.
    pub provider: Option<String>,
    /// Its web page; http or https.
    pub url: Option<String>,
    /// Where to write.
    pub email: Option<String>,
    /// Where to call.
    pub phone: Option<String>,
    /// Where it is, a line for each place.
    pub address: Option<String>,
    /// Whom it serves by where they live, in words.
    pub area: Option<String>,
    /// The postcode of its first place.
    pub postcode: Option<String>,
    /// Latitude of its first place in millionths of a degree.
    pub latitude: Option<i64>,
    /// Longitude of its first place in millionths of a degree.
    pub longitude: Option<i64>,
    /// When it is open, in words.
    pub opening_times: Option<String>,
    /// The days it is open, as `mon` to `sun`; empty when nobody said.
    pub days: Vec<String>,
    /// The youngest it takes, in years.
    pub minimum_age: Option<i64>,
    /// The oldest it takes, in years.
    pub maximum_age: Option<i64>,
    /// Who can come, in words.
    pub eligibility: Option<String>,
    /// How long the wait is, in words.
    pub wait: Option<String>,
    /// The longest wait its words speak of, in days.
    pub expected_days: Option<i64>,
    /// How one gets in.
    pub application_process: Option<String>,
    /// What it costs, in words.
    pub fees: Option<String>,
    /// Whether it is free of charge; absent when nobody said.
    pub free: Option<bool>,
    /// The languages spoken there.
    pub languages: Vec<String>,
    /// Getting in and around, in words.
    pub accessibility: Option<String>,
    /// Something for the time being.
    pub alert: Option<String>,
    /// When its provider last checked what the feed says.
    pub assured_at: Option<Timestamp>,
    /// The feed it came from.
    pub source: Option<String>,
    /// Its id there.
    pub source_id: Option<String>,
    /// When the feed says it last changed.
    pub last_modified: Option<Timestamp>,
    /// Hash of what the feed says of it.
    pub hash: Option<String>,
    /// When a link worker last found that it is as it says here.
    pub last_confirmed_at: Option<Timestamp>,
}

/// Something a link worker knows of a service.
#[uniffi::remote(Record)]
pub struct LocalKnowledge {
    /// The service.
    pub service: EntityId,
    /// What is known, in words.
    pub note: String,
    /// When it was found out.
    pub at: Timestamp,
    /// Whether the service has room.
    pub capacity: Option<Capacity>,
    /// How long the wait is said to be, in days.
    pub expected_days: Option<i64>,
}

/// A need that stays unmet for now.
#[uniffi::remote(Record)]
pub struct UnmetNeed {
    /// The need, when it was written down.
    pub need: Option<EntityId>,
    /// What it is about.
    pub category: NeedCategory,
    /// Why it stays unmet.
    pub why: UnmetReason,
    /// When that was found.
    pub at: Timestamp,
    /// What would have served it, or what was tried.
    pub words: Option<String>,
    /// The service that came nearest.
    pub service: Option<EntityId>,
}

/// A service in a list.
#[uniffi::remote(Record)]
pub struct ServiceCard {
    /// The record.
    pub id: EntityId,
    /// What the directory says.
    pub service: Service,
    /// How far it is from where was asked, in metres as the crow flies.
    pub metres: Option<i64>,
    /// Whether it has room, as a colleague last found out.
    pub capacity: Option<Capacity>,
    /// Why it stands where it stands, in plain words.
    pub reasons: Vec<Finding>,
    /// What to look at before somebody is sent there.
    pub alerts: Vec<Finding>,
}

/// A service with what colleagues know.
#[uniffi::remote(Record)]
pub struct ServiceView {
    /// The service.
    pub card: ServiceCard,
    /// What colleagues know, newest first.
    pub knowledge: Vec<KnowledgeView>,
}

/// Something a colleague knows of a service.
#[uniffi::remote(Record)]
pub struct KnowledgeView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub knowledge: LocalKnowledge,
    /// Who wrote it.
    pub author_name: String,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// Something a link worker found out.
#[uniffi::remote(Record)]
pub struct NewKnowledge {
    /// What is known, in words.
    pub note: String,
    /// Whether the service has room.
    #[uniffi(default = None)]
    pub capacity: Option<Capacity>,
    /// How long the wait is said to be, in days; 0 to 1,000.
    #[uniffi(default = None)]
    pub expected_days: Option<i64>,
}

/// What is searched for. What is absent does not matter; a service that says nothing of it is found too.
#[uniffi::remote(Record)]
pub struct ServiceSearch {
    /// The need.
    #[uniffi(default = None)]
    pub category: Option<NeedCategory>,
    /// Words that its record holds; the last may be unfinished.
    #[uniffi(default = None)]
    pub words: Option<String>,
    /// The days the client can go, as `mon` to `sun`.
    #[uniffi(default = [])]
    pub days: Vec<String>,
    /// The client's age in years.
    #[uniffi(default = None)]
    pub age: Option<i64>,
    /// A language that must be spoken, as the directory names it.
    #[uniffi(default = None)]
    pub language: Option<String>,
    /// It may cost nothing.
    #[uniffi(default = false)]
    pub free: bool,
    /// A postcode, or its first half, to measure from.
    #[uniffi(default = None)]
    pub postcode: Option<String>,
    /// How far at most, in metres.
    #[uniffi(default = None)]
    pub within_metres: Option<i64>,
    /// Those that do not run now as well, shown as such.
    #[uniffi(default = false)]
    pub with_inactive: bool,
}

/// What a search found.
#[uniffi::remote(Record)]
pub struct ServicesFound {
    /// The services, best first.
    pub services: Vec<ServiceCard>,
    /// How many fit in all.
    pub fitting: u64,
    /// How many rows of the index were looked through.
    pub looked_through: u64,
}

/// Services of one category, in a picker.
#[uniffi::remote(Record)]
pub struct ServiceShelf {
    /// The category.
    pub category: NeedCategory,
    /// Its services, best first.
    pub services: Vec<ServiceCard>,
}

/// What a picker shows.
#[uniffi::remote(Record)]
pub struct ServicePicker {
    /// The need's own shelf first, and at least five categories where the directory has them.
    pub shelves: Vec<ServiceShelf>,
    /// Open near you and rarely used by referrals on this phone.
    pub rarely_used: Vec<ServiceCard>,
    /// Categories in which something may fit.
    pub open_categories: u64,
    /// Whether nothing serves the need itself: then the unmet need is worth recording.
    pub nothing_for_the_need: bool,
}

/// What a look at a service's criteria gives, before any form is filled in.
#[uniffi::remote(Record)]
pub struct EligibilityView {
    /// What it comes to.
    pub result: Eligibility,
    /// Why, in plain words.
    pub reasons: Vec<Finding>,
}

/// How fresh the services are that referrals on this phone went to in the last 90 days.
#[uniffi::remote(Record)]
pub struct DirectoryFreshness {
    /// Services used.
    pub used: u64,
    /// Of these: checked within 90 days.
    pub fresh: u64,
    /// Of these: not running now.
    pub not_active: u64,
}

/// An unmet need as it is written down.
#[uniffi::remote(Record)]
pub struct NewUnmetNeed {
    /// The need, when it was raised as one; its resolution then says the same.
    #[uniffi(default = None)]
    pub need: Option<EntityId>,
    /// What it is about.
    pub category: NeedCategory,
    /// Why it stays unmet.
    pub why: UnmetReason,
    /// What would have served it, or what was tried, in words.
    #[uniffi(default = None)]
    pub words: Option<String>,
    /// The service that came nearest.
    #[uniffi(default = None)]
    pub service: Option<EntityId>,
}

/// An unmet need in a list.
#[uniffi::remote(Record)]
pub struct UnmetNeedView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub unmet: UnmetNeed,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}
