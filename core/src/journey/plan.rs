//! Whether the plan answers what the client raised: needs that nothing answers, and plans about habits alone while money or
//! a home was what weighed.

use super::calendar::Day;
use super::finding::{Verdict, days};
use crate::model::kinds::NeedCategory;
use crate::model::{EntityId, Timestamp, sort_by_key};

/// The four groups of metric M9.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeedGroup {
    /// What a person lives in: money, a home, food, safety and the like.
    Circumstances,
    /// Company, groups, culture, nature.
    Connection,
    /// Mood, confidence, living with a condition.
    Oneself,
    /// Habits.
    Lifestyle,
}

/// The group a category belongs to; nothing for what is in none.
pub const fn group_of(category: NeedCategory) -> Option<NeedGroup> {
    Some(match category {
        NeedCategory::Money
        | NeedCategory::Housing
        | NeedCategory::Food
        | NeedCategory::Energy
        | NeedCategory::Work
        | NeedCategory::Legal
        | NeedCategory::Caring
        | NeedCategory::Safety
        | NeedCategory::Digital
        | NeedCategory::Transport => NeedGroup::Circumstances,
        NeedCategory::Connection => NeedGroup::Connection,
        NeedCategory::Mood | NeedCategory::Health => NeedGroup::Oneself,
        NeedCategory::Lifestyle => NeedGroup::Lifestyle,
        NeedCategory::Other | NeedCategory::Unknown => return None,
    })
}

/// What a need is about, in the middle of a sentence.
pub const fn category_in_words(category: NeedCategory) -> &'static str {
    match category {
        NeedCategory::Money => "money",
        NeedCategory::Housing => "housing",
        NeedCategory::Food => "food",
        NeedCategory::Energy => "heating and light",
        NeedCategory::Work => "work or learning",
        NeedCategory::Legal => "rights and the law",
        NeedCategory::Caring => "caring for somebody",
        NeedCategory::Safety => "being safe",
        NeedCategory::Digital => "getting online",
        NeedCategory::Transport => "getting about",
        NeedCategory::Connection => "company",
        NeedCategory::Mood => "mood and confidence",
        NeedCategory::Health => "living with a condition",
        NeedCategory::Lifestyle => "everyday habits",
        NeedCategory::Other | NeedCategory::Unknown => "something else",
    }
}

/// A need that the client raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised {
    /// The need.
    pub need: EntityId,
    /// What it is about.
    pub category: NeedCategory,
    /// When it was raised.
    pub at: Timestamp,
    /// Whether nothing has become of it yet.
    pub open: bool,
}

/// Something the plan holds: a goal being worked on, or an onward referral on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The need it says that it serves.
    pub need: Option<EntityId>,
    /// What it is about.
    pub category: Option<NeedCategory>,
}

impl Planned {
    /// What it says that it serves decides; where it says nothing, being about the same is enough.
    fn answers(&self, raised: &Raised) -> bool {
        match self.need {
            Some(need) => need == raised.need,
            None => self.category == Some(raised.category),
        }
    }
}

/// A need that nothing in the plan answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unanswered {
    /// The need.
    pub need: EntityId,
    /// What it is about.
    pub category: NeedCategory,
    /// Days since it was raised.
    pub days: i64,
}

/// The open needs that no goal and no referral answers, the oldest first.
pub fn unanswered_needs(raised: &[Raised], plan: &[Planned], today: Day) -> Vec<Unanswered> {
    let open = raised.iter().filter(|need| need.open && !plan.iter().any(|planned| planned.answers(need)));
    let mut unanswered: Vec<_> = open
        .map(|need| Unanswered {
            need: need.need,
            category: need.category,
            days: today.since(Day::of(need.at)),
        })
        .collect();
    sort_by_key(&mut unanswered, |need| (std::cmp::Reverse(need.days), need.need));
    unanswered
}

/// The plan is about habits alone, while something else weighs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HabitsAlone {
    /// The circumstances that were raised and that nothing answers, each once.
    pub raised: Vec<NeedCategory>,
}

/// Whether everything in the plan is about habits while circumstances were raised and are still open.
pub fn habits_alone(raised: &[Raised], plan: &[Planned]) -> Option<HabitsAlone> {
    let about: Vec<_> = plan.iter().filter_map(|planned| group_of(planned.category?)).collect();
    let all_habits = !about.is_empty() && about.iter().all(|group| *group == NeedGroup::Lifestyle);
    let weighs = raised.iter().filter(|need| need.open);
    let weighs = weighs.filter(|need| group_of(need.category) == Some(NeedGroup::Circumstances));
    let mut raised: Vec<_> = weighs.map(|need| need.category).collect();
    raised.sort_unstable();
    raised.dedup();
    (all_habits && !raised.is_empty()).then_some(HabitsAlone { raised })
}

impl Verdict for Unanswered {
    fn code(&self) -> &'static str {
        "need_without_plan"
    }

    fn words(&self) -> String {
        let about = category_in_words(self.category);
        match self.days {
            ..=0 => format!("The client raised {about} today. No goal and no referral answers it yet."),
            raised => {
                format!(
                    "The client raised {about} {} ago. No goal and no referral answers it yet.",
                    days(raised)
                )
            }
        }
    }

    fn about(&self) -> Option<EntityId> {
        Some(self.need)
    }
}

impl Verdict for HabitsAlone {
    fn code(&self) -> &'static str {
        "plan_is_habits_alone"
    }

    fn words(&self) -> String {
        let raised: Vec<_> = self.raised.iter().map(|category| category_in_words(*category)).collect();
        format!(
            "Everything in the plan is about everyday habits, and the client raised {}. What would help with that first?",
            raised.join(" and ")
        )
    }
}
