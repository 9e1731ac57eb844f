//! The closed lists of values that lines use. It must not know which person uses which.

use serde::{Deserialize, Serialize};

/// Long-term condition that opened the door to the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Condition {
    /// Type 2 diabetes.
    T2d,
    /// Chronic obstructive pulmonary disease.
    Copd,
    /// Asthma.
    Asthma,
    /// Coronary heart disease.
    Chd,
}

/// How a contact is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// At the client's home.
    Home,
    /// By phone.
    Phone,
    /// In a room at the practice.
    Surgery,
    /// Somewhere in the neighbourhood.
    Community,
    /// By text message.
    Text,
}

/// Where an assessment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Still being talked through.
    Draft,
    /// Settled.
    Final,
}

/// The parts of life one conversation walks through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Domain {
    /// Food, movement, sleep, smoking, drink.
    Lifestyle,
    /// Looking after oneself and the condition.
    SelfCare,
    /// What the body says.
    Symptoms,
    /// Work, paid or not.
    Work,
    /// Money.
    Money,
    /// Home and street.
    Home,
    /// Family, friends, company.
    People,
    /// How the days ahead look.
    Outlook,
}

/// Every domain, in the order a sitting lists them.
pub const DOMAINS: [Domain; 8] = [
    Domain::Lifestyle,
    Domain::SelfCare,
    Domain::Symptoms,
    Domain::Work,
    Domain::Money,
    Domain::Home,
    Domain::People,
    Domain::Outlook,
];

/// Where a goal stands. `Dropped` is the file's word for a goal laid aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GoalState {
    /// Being worked towards.
    Open,
    /// Reached.
    Met,
    /// Laid aside, for a reason.
    Dropped,
}

/// Who wrote a check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// The client, in their own time.
    Client,
    /// The link worker, when they spoke.
    Worker,
}

/// How far an onward referral has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReferralStatus {
    /// Sent.
    Made,
    /// The service said yes.
    Accepted,
    /// The client went.
    Attended,
    /// Ended, whichever way.
    Closed,
}
