//! The rest of life: weather and feasts by the time of year, family, small joys, the neighbourhood. Patterns only.

/// What the time of year brings, by month from 1 to 12.
pub(crate) fn season(month: u32) -> &'static [&'static str] {
    match month {
        12 | 1 | 2 => WINTER,
        3..=5 => SPRING,
        6..=8 => SUMMER,
        _ => AUTUMN,
    }
}

static WINTER: &[&str] = &[
    "[Ice on the step|Black ice on {street}|A hard frost], so {they} {has} stayed in [since {weekday}|these {~3-9} days].",
    "The heating question again: [one room, two jumpers|on from four to eight|{they} sit{s} in {shop} to keep warm].",
    "[Christmas|The new year] [is|was] [quiet|with {kinname}|all cooking], [neither good nor bad|better than {they} feared].",
    "Dark by four, and {they} feel{s} it.",
    "The flu jab [is done|is booked with {nurse}|was forgotten and is now on the list].",
    "{sky}, and {they} [{was} glad of the visit|{has} the bed by the radiator].",
    "The short days: {@worry}, mostly, and {@good} against it.",
    "{they} {has} not been to {@errand} because of the pavements; [{neighbour} will go|it can wait|I went].",
    "{sky} since {weekday}; {@ache} knows it before the forecast does.",
    "[A power cut|A burst pipe] on {weekday} until {@clock}, and {@who} came over with [candles|a flask|a blanket].",
    "{@dish} on the stove for the warmth as much as the eating.",
    "The meter took {@sum} in [two days|a day and a half].",
];

static SPRING: &[&str] = &[
    "[The light is back|First warm day] and {they} [had the back door open|had sat on the step|had been to {park}].",
    "[Daffodils|Tulips|Seed potatoes|Broad beans] on the sill, [from {neighbour}|bought at {shop}].",
    "[Easter|Ramadan|The spring holiday] [changes the hours|means a full house|was on {their} mind]; we planned round it.",
    "The spring cleaning [has started and stopped|was one cupboard, and enough].",
    "[Blossom|Pollen] everywhere; [{they} like{s} it from indoors|lovely, apart from the eyes].",
    "{sky}, and [the first walk to|the road to] {@errand} since autumn.",
    "With the better weather {they} went to {@errand}, [on foot|slowly], and came back with news of {@good}.",
    "[Clearing out|Behind the wardrobe] {they} found {@object}.",
    "{sky} and then sun, twice in an hour. {@who} has the first [lettuces|bees|tulips] out.",
    "They are tidying {park}, and {they} stood and [told them how|watched with {@who}] until {@clock}.",
    "The clocks went forward and {@ache} with them.",
];

static SUMMER: &[&str] = &[
    "[The heat|Three nights of heat] has been hard; [curtains shut, feet in a bowl|{they} went to {hall} for the cool].",
    "[The schools are out|School holidays], so {kinname}’s [children|lot] are there [most days|on {weekday}s], [a joy and a racket|and {they} nap when they do].",
    "[Tomatoes|Runner beans|Strawberries|Coriander and chillies] [on the step|in buckets], [a few for me|watered before it gets hot].",
    "{friend} [took {them} to the sea|came with sandwiches]; [they sat|an ice cream and home], and {they} {has} talked of it since.",
    "[Everyone is away|The groups stop in August], which makes the weeks [long|quiet].",
    "{sky}; [we moved the chairs|{they} {has} the fan from {friend}].",
    "The long evenings are better: {@good}, and {joy} with the window up.",
    "Off to {@errand} by eight, before the heat, and home by {@clock}.",
    "A street party on {weekday}: {@dish}, {@who}’s accordion, home by {@clock}.",
    "{@who} took the [{home}’s|stair’s] children to the sea; {they} packed {@dish}.",
    "Too hot at {@clock} to think; we sat with {@dish} and the door open.",
];

static AUTUMN: &[&str] = &[
    "[The clocks have gone back|Evenings draw in] and [{they} {has} drawn the curtains by five|that is when it gets harder].",
    "[Leaves in the gutter|First fog|The first cold morning], and {they} {has} got the [big coat|hot water bottle] out.",
    "[Bonfire night|Diwali|Half term] [with {kinname}|from the window|was loud on {street}].",
    "The fuel letter has come: [{they} opened it|we opened it together], £{#38-96} a month [from {month}|they say].",
    "[Apples|Marrows|Chestnuts] from {park}; {they} made [{food}|jam|something for {neighbour}].",
    "{sky}, and the heating question with it.",
    "{they} want{s} to get to {@errand} before the dark afternoons.",
    "A [chutney|soup|jam] week: [jars to {neighbour}|the windows steamed], and {@good}.",
    "{@who} brought {@dish} from the allotment, [the last of it|more than anyone can eat].",
    "First fire at {@who}’s on {weekday}; {they} stayed for {@show}.",
    "{@sum} for a new [coat|flue|pair of boots], put by since {month}.",
];

/// Family and friends.
pub(crate) static FAMILY: &[&str] = &[
    "{kin} [rang|came by|brought {food}|sent pictures] [on {weekday}|at the weekend|while I was there].",
    "[Things are easier|It is stiff at present|There is a coolness] with {kinname} since [the argument about the {home}|the hospital|the wedding]; [{they} would like to mend it|nobody wants to be first].",
    "{friend} [is back from Spain|has had a fall|is moving nearer|has a new dog], which matters here.",
    "{neighbour} [takes the bins out|has the spare key|is moving away|fell out with the other side], and {they} told me about it.",
    "{kinname} has [a new job|exams|a bad back|news, good news]; {name} [worries|lit up].",
    "“{mykin} thinks I’m [made of glass|made of iron],” {they} said, “[and I let it be|I’m neither].”",
    "{they} [showed me|sent] a picture of {kinname} [at the wedding|aged six|in uniform|with the baby].",
    "{kinname}, {they} told me {@manner}, has [asked for money|found a flat|given up the course|met someone]; [{name} is in two minds|{name} is glad|more when we meet].",
    "On {their} mind: {@worry}, and [behind it|more than {they} let on] {@worry}.",
    "{friend} [came round with|sent over] {food}, and they [put the world right|talked till {@clock}|went to {@errand} together].",
    "{name} and {kinname} are [speaking again|not speaking], over {@object}.",
    "[What keeps {them} up|What came out last]: {@worry}. [We left it at hearing it.|I asked if {they} wanted help with it: not yet.|One call would settle that, and {they} will make it.]",
    "{@who}, who [lives over|used to work with {them}|is some sort of cousin], [turned up|rang at {@clock}] with {@dish} and [stayed till {@clock}|news of {@who}].",
    "{kinname} and {@who} came on {weekday}; {@dish}, {@show}, and [nobody fell out|only a small argument about {@object}].",
    "{@who} has died, whom {they} knew from [school|the old street|the works]. The funeral is on {@date}, and {they} {has} [the coat but not the shoes|asked {friend} to come].",
    "{friend} lent {them} {@sum} and {they} paid it back by {@date}, which {they} told me {@manner}.",
    "{name} is minding {@who}’s [cat|keys|plants] while {@who} is in hospital.",
    "There was a card from {@who}, after all these years, with {@object} in it.",
    "{kinname}’s exam, {@who}’s wedding, {neighbour}’s parking: all the news of the stair, in five minutes.",
    "{they} and {@who} watched {@show} down the phone together, one at each end.",
    "{@who} next door but one has asked {them} to [be a witness|read a letter|hold a key]. [{they} said yes.|{they} {is} thinking.]",
    "“{@who} says I’m like {mum},” {they} told me {@manner}. [That is praise, I learned.|We left that there.]",
];

/// Small joys and the neighbourhood.
pub(crate) static JOYS: &[&str] = &[
    "[We talked about|Ten minutes went on] {joy}, [which is never wasted|and {they} sat up straight].",
    "{joy}: [still the best part of the week|{they} {has} taken it up again|only from the chair now, but still].",
    "{they} [gave me|had made] {food} [in a jar|wrapped in foil|for {kinname} and some for me]; [I know better than to say no|I ate it in the car].",
    "[At {gathers}|Down at {gathers}] they [asked after {them}|are short of hands|had a do on {weekday}].",
    "[{bus} has changed again|They are digging up {street}|{shop} has put its prices up|A bench has gone from {park}], and everyone in {place} has a view.",
    "Asked what had been good since we met: “[{kinname}’s face|a whole chapter|the blackbird|my dinner|nothing… no, the bath].”",
    "{they} had [finished a library book|found an old record|mended the kettle|slept after lunch] and [reported it like news|was glad].",
    "Good since last time: {@good}, and {@good}.",
    "“{@good},” {they} said, {@manner}, when I asked what had been good.",
    "{they} brought out {@object} and told me [where it is from|whose it was|what it is not worth]; {@span}, and [worth it|the best of the visit].",
    "{name} had been to {@errand}, [alone|with {friend}|in {sky}], and [ticked it on the calendar|told me {@manner}].",
    "Worth writing down: {@good}. [{they} noticed it {themself}.|{they} would not have said so in {month}.]",
    "{joy} on {weekday}, with {friend}: {@good}, {they} said.",
    "{@show} on {weekday}, {@dish} on a tray: {name} had that to tell, and told it well.",
    "{they} made {@dish} for {@who} and {@dish} for {themself}, and [ate both|burnt one].",
    "{@sum} for {@object} at the charity shop; {they} [beat them down|did not haggle|showed me the receipt].",
    "{@who} taught {them} [a stitch|a card game|three words|a tune], in exchange for {@dish}.",
    "On {bus}, {@who} the driver [waited for {them}|let {them} off at the door|asked after the chest].",
    "The high point: {@good}. The low: {@ache}. [In between, {@show}.|{they} weighed them and the first won.]",
    "{name} won {@sum} on [the raffle|the horses|a scratch card] and spent it on {@dish} for {@who} and {neighbour}.",
    "At {hall} on {@date} there was {@dish} and {@who} played; {they} stayed until {@clock}.",
    "{they} {has} begun to write down the story of {@object} in an exercise book, {~2-9} pages so far, for {kinname}.",
    "{@good}, {@good}, and the smell of {@dish}: {their} list, not mine, said {@manner}.",
];
