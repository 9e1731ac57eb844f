//! The invented town: neighbourhoods with their streets, halls and buses, and eleven practices. None of it is a real place.
//! It must not know who lives where.

/// One part of the town.
#[derive(Debug)]
pub(crate) struct Neighbourhood {
    /// What people call it.
    pub(crate) name: &'static str,
    /// Streets to live on.
    pub(crate) streets: [&'static str; 4],
    /// Somewhere green.
    pub(crate) park: &'static str,
    /// The near shop.
    pub(crate) shop: &'static str,
    /// Where groups meet.
    pub(crate) hall: &'static str,
    /// The bus into town.
    pub(crate) bus: &'static str,
}

/// One practice of the service.
#[derive(Debug)]
pub(crate) struct Practice {
    /// Its name.
    pub(crate) name: &'static str,
    /// A doctor there.
    pub(crate) gp: &'static str,
    /// A practice nurse there.
    pub(crate) nurse: &'static str,
}

/// The whole town, for landmarks that everybody knows.
pub(crate) const TOWN: &str = "Harrowmouth";

#[rustfmt::skip]
pub(crate) static NEIGHBOURHOODS: [Neighbourhood; 12] = [
    Neighbourhood { name: "Ropery Bank", streets: ["Tannery Row", "Hawser Street", "Capstan Court", "Pitch Lane"], park: "Ballast Hill", shop: "the corner shop on Hawser Street", hall: "the Ropery Hall", bus: "the 37" },
    Neighbourhood { name: "Netherlea", streets: ["Larch Close", "Dovecote Road", "Meadow Rise", "Cress Walk"], park: "Netherlea Rec", shop: "the Spar at Dovecote parade", hall: "the Netherlea Centre", bus: "the 4" },
    Neighbourhood { name: "Saltgate", streets: ["Pan Street", "Brine Terrace", "Cooper’s Yard", "Lower Saltgate"], park: "the sea-wall gardens", shop: "the market stalls on Pan Street", hall: "the Old Customs House", bus: "the 11" },
    Neighbourhood { name: "Priory Fields", streets: ["Cloister Avenue", "Almoner’s Way", "Lay Brothers Road", "Bell Lane"], park: "Priory Park", shop: "the mini-market on Bell Lane", hall: "the Priory Rooms", bus: "the 52" },
    Neighbourhood { name: "Kiln Moor", streets: ["Furnace Road", "Bottle Street", "Slip Lane", "Glaze Court"], park: "the Clay Ponds", shop: "the late shop on Furnace Road", hall: "Kiln Moor Community House", bus: "the 29" },
    Neighbourhood { name: "Weaver’s Cross", streets: ["Shuttle Street", "Bobbin Terrace", "Warp Lane", "Fuller’s Row"], park: "Tenter Field", shop: "the Co-op at the Cross", hall: "the Weavers’ Institute", bus: "the 8" },
    Neighbourhood { name: "Low Fenby", streets: ["Sluice Road", "Eel Lane", "Reed Close", "Drove Terrace"], park: "the Fenby dyke path", shop: "the post office on Sluice Road", hall: "Fenby Village Hall", bus: "the 61" },
    Neighbourhood { name: "St Brannock’s", streets: ["Lantern Street", "Sexton Road", "Well Court", "Pilgrim Terrace"], park: "Lantern Green", shop: "the halal grocer’s on Lantern Street", hall: "the Lantern Rooms", bus: "the 15" },
    Neighbourhood { name: "Marlpool", streets: ["Heron Road", "Osier Close", "Pit Lane", "Dragonfly Way"], park: "Marl Lake", shop: "the big supermarket by the lake", hall: "the Marlpool Hub", bus: "the 20" },
    Neighbourhood { name: "Hadderley", streets: ["Gorse Avenue", "Quarry View", "Tramway Street", "Beacon Road"], park: "Beacon Woods", shop: "the bakery on Tramway Street", hall: "Hadderley Library", bus: "the 44" },
    Neighbourhood { name: "Eastwick Quays", streets: ["Crane Wharf", "Tide House", "Lock Gate Lane", "Bonded Street"], park: "the quayside", shop: "the little Polish shop on Bonded Street", hall: "the Boatmen’s Mission", bus: "the 3" },
    Neighbourhood { name: "Orchard Hill", streets: ["Pippin Street", "Russet Road", "Quince Court", "Cider Lane"], park: "the old orchard", shop: "the greengrocer’s on Pippin Street", hall: "Orchard Hill Family Centre", bus: "the 18" },
];

/// The practices, in the order of their numbers from 1.
#[rustfmt::skip]
pub(crate) static PRACTICES: [Practice; 11] = [
    Practice { name: "Lime Quay Surgery", gp: "Dr Adeyinka", nurse: "Sister Colley" },
    Practice { name: "the Bobbin Street practice", gp: "Dr Harcastle", nurse: "Nurse Okoro-Bell" },
    Practice { name: "Saltgate Health Centre", gp: "Dr Venkataram", nurse: "Nurse Pellow" },
    Practice { name: "the Priory Medical Group", gp: "Dr Linklater", nurse: "Nurse Dhanoa" },
    Practice { name: "Kiln Moor Surgery", gp: "Dr Sobczyk", nurse: "Nurse Tranter" },
    Practice { name: "Beacon Road Surgery", gp: "Dr Maguire-Sen", nurse: "Nurse Haldane" },
    Practice { name: "the Marlpool practice", gp: "Dr Osei-Tutton", nurse: "Nurse Winterbourne" },
    Practice { name: "Lantern Street Medical Centre", gp: "Dr Rahmani", nurse: "Nurse Bevan-Lloyd" },
    Practice { name: "the Eastwick Quays surgery", gp: "Dr Fairhurst", nurse: "Nurse Kiely" },
    Practice { name: "Fenby Surgery", gp: "Dr Nwosu-Hart", nurse: "Nurse Appleyard" },
    Practice { name: "Orchard Hill Medical Practice", gp: "Dr Zaremba", nurse: "Nurse Quayle" },
];

/// Link workers of the service, by first name.
pub(crate) static WORKERS: [&str; 7] = ["Bronwen", "Imran", "Kasia", "Delroy", "Niamh", "Tom", "Farida"];
