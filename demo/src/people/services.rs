//! The services of the town that a person can be referred on to: many kinds, few of them a gym. It must not know who needs
//! which.

/// What a service is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Service {
    /// Debt, benefits and consumer advice.
    Advice,
    /// Housing rights and repairs.
    Housing,
    /// Support for people who care for someone.
    Carers,
    /// Company in grief.
    Bereavement,
    /// Strength and movement, gently.
    Movement,
    /// Exercise on referral in a gym.
    Gym,
    /// Walking in company.
    Walking,
    /// Water.
    Swimming,
    /// Growing things.
    Garden,
    /// Making things.
    Craft,
    /// Music and singing.
    Music,
    /// Someone to talk to regularly.
    Befriending,
    /// Tables with other people at them.
    Lunch,
    /// English and other courses.
    Learning,
    /// Phones, tablets and forms online.
    Digital,
    /// Work and volunteering.
    Work,
    /// Breathing, after the hospital.
    Breathing,
    /// The heart, after the hospital.
    Heart,
    /// Living with diabetes.
    Diabetes,
    /// Sleep, pain and worry.
    Sleep,
    /// Safety at home and legal help.
    Safety,
    /// Heating and fuel.
    Energy,
    /// Food that is needed today.
    Food,
    /// Getting there.
    Transport,
}

/// The names of the services of one kind, each the same for everybody.
#[rustfmt::skip]
pub(crate) fn names_of(kind: Service) -> &'static [&'static str] {
    match kind {
        Service::Advice => &["Harrowmouth Money Advice", "the Quayside Debt Clinic", "the Benefits Morning at the Old Customs House"],
        Service::Housing => &["the Tenants’ Rights Desk", "the Warm and Dry Repairs Team", "Harbour Housing Advice"],
        Service::Carers => &["the Harrowmouth Carers’ Café", "Time Off for Carers", "the Carers’ Circle at Priory Rooms"],
        Service::Bereavement => &["Lantern Bereavement Friends", "the Empty Chair lunch", "Grief Walks"],
        Service::Movement => &["Sit and Stretch", "Gentle Circuits", "Tai Chi by the Lake"],
        Service::Gym => &["Tideway Gym on Referral", "Beacon Leisure Exercise Scheme"],
        Service::Walking => &["Dyke Path Strollers", "Sunday Slow Walkers", "the Dog Walkers’ Mile"],
        Service::Swimming => &["Women’s Hour at Marlpool Baths", "Warm Water Wednesdays"],
        Service::Garden => &["Clay Ponds Growers", "the Shared Allotment", "Orchard Volunteers"],
        Service::Craft => &["Stitch and Chat", "the Men’s Shed at Kiln Moor", "Tuesday Pottery"],
        Service::Music => &["Breathe Easy Singers", "the Open Choir", "Drums at the Weavers’ Institute"],
        Service::Befriending => &["the Good Neighbours phone circle", "Harrowmouth Befrienders", "Tea with a Volunteer"],
        Service::Lunch => &["the Saltgate Lunch Club", "the Long Table", "Friday Soup at the Lantern Rooms"],
        Service::Learning => &["English for Every Day", "Women’s Conversation Table", "the Tuesday Reading Group"],
        Service::Digital => &["Tablet Tuesdays", "Get Online at Hadderley Library"],
        Service::Work => &["the Way Back to Work desk", "Volunteer Harrowmouth", "the Repair Café rota"],
        Service::Breathing => &["Lung Rehab at the Netherlea Centre", "the Breathe Easy group"],
        Service::Heart => &["the Heart Recovery classes", "the Heartbeat Club"],
        Service::Diabetes => &["the Living Well with Diabetes course", "Cook and Taste for Diabetes", "the Diabetes Peer Evening"],
        Service::Sleep => &["the Better Nights course", "the Pain Café", "the Quiet Mind group"],
        Service::Safety => &["the Safe Talk service", "Harbour Law drop-in"],
        Service::Energy => &["Warm Homes advice", "the Fuel Voucher Desk"],
        Service::Food => &["Hadderley Pantry", "St Brannock’s Food Table"],
        Service::Transport => &["Dial-a-Lift", "Volunteer Drivers"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_belongs_to_one_kind() {
        let mut all: Vec<&str> = [
            Service::Advice,
            Service::Gym,
            Service::Walking,
            Service::Music,
            Service::Breathing,
            Service::Safety,
        ]
        .into_iter()
        .flat_map(names_of)
        .copied()
        .collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
