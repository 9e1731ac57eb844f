//! Small things that many sentences draw on: how something was said, what could be heard, who answered at an office, what was
//! good. A pattern names a pool as `{@manner}`. Patterns only.

/// The pool of this name.
pub(crate) fn find_pool(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "manner" => MANNER,
        "detail" => DETAIL,
        "officer" => OFFICER,
        "ref" => REF,
        "clock" => CLOCK,
        "mood" => MOOD,
        "good" => GOOD,
        "worry" => WORRY,
        "errand" => ERRAND,
        "object" => OBJECT,
        "span" => SPAN,
        "who" => WHO,
        "sum" => SUM,
        "fare" => FARE,
        "hours" => HOURS,
        "date" => DATE,
        "ache" => ACHE,
        "dish" => DISH,
        "show" => SHOW,
        _ => return None,
    })
}

#[rustfmt::skip]
static MANNER: &[&str] = &[
    "turning the cup round", "not looking up", "folding the tea towel smaller and smaller", "with a shrug", "to the window", "picking at the label on the jar",
    "very fast", "after a long breath", "with {their} coat still on", "half laughing", "as if reading it off the wall", "smoothing the tablecloth", "quietly",
    "with one hand on the door", "between two coughs", "in a voice I had not heard before", "stirring what was already stirred",
    "as plainly as the time of day", "with a finger on the photograph", "while hunting for {their} glasses", "to {their} shoes", "with real heat",
    "wiping {their} eyes with the back of a hand", "dry as dust", "in the doorway", "the way people say grace", "while buttoning the cardigan",
    "as an afterthought", "counting on {their} fingers", "rubbing the sore knee", "with the ghost of a smile", "tapping the letter", "lining up the biscuits",
    "twisting the ring", "as though it were about somebody else", "sitting up straighter", "in one breath", "over {their} shoulder, filling the kettle", "with {their} eyes shut",
    "brushing crumbs into a hand", "a little too brightly", "leaning on the sink", "with the radio turned down for it",
    "biting a biscuit in half", "plaiting the fringe of the shawl", "with {their} back to me", "laughing at {themself}", "like a weather report", "stopping twice", "with {their} chin up", "scratching the dog’s ear", "in a rush", "looking at {lostname}’s picture", "slowly, for my pen", "blowing on the {drink}",
];
#[rustfmt::skip]
static DETAIL: &[&str] = &[
    "Someone was drilling two doors down", "The kettle was already on", "A gull was going through the bins", "The lift was out again", "The clock in the hall has stopped at ten past four",
    "There was a smell of {food}", "A child was practising the recorder upstairs", "The gas man came and went", "The cat had the best chair", "Two lads were mending a moped outside",
    "The smoke alarm wants a battery, and chirped", "The window cleaner waved", "We had to move a clothes horse to sit down", "A parcel came for next door", "The light bulb went as we talked",
    "There was washing on every radiator", "The radio was on for {joy}", "The buzzer does not work, so I threw gravel, as told", "It was so quiet one could hear the fridge", "The neighbours were arguing, cheerfully",
    "A robin on the sill was introduced to me", "The bin lorry blocked the road and we watched it", "Somebody had left flowers on the wall", "The heating was knocking", "A prescription was on the mat",
    "Next door’s alarm was going and nobody minded", "The tea was in the good cups", "A jigsaw lay half done on a tray", "There was a queue out of the chemist’s", "The church bells were being practised",
    "The new streetlight shines straight in", "A football came over the wall twice", "There were seedlings on the sill", "The tablets were laid out like a street", "A fox crossed in front of us, in daylight",
    "The man from number {~3-12} wanted to talk about parking", "The bus driver said {name}’s name", "The coffee machine was broken, to general gloom", "The tide was right up", "The ice-cream van came by, in any weather",
];
#[rustfmt::skip]
static OFFICER: &[&str] = &[
    "a Mrs Hallam", "Gary on the desk", "a Ms Oyelaran", "Mr Pettifer", "someone called Denzil", "a Mrs Kowalczyk-Reed", "Priya at the counter", "young Josh", "Mr Ashworth-Bello", "Carys on duty",
    "a Mr Tanvir", "Yvette in payments", "a Mrs Strand", "Lorna from the third floor", "a Mr Dube", "young Hamza", "Mrs Quigley", "a Mr Farrimond", "Siobhan in repairs", "a Ms Achterberg",
    "Winnie at reception", "a Mr Leckie", "Anwen from the panel", "a Mrs Solanki", "good old Bev", "a Mr Obuya", "Ingrid", "Dr Tamm’s secretary", "Mr Halloran", "a Mrs Vane",
];
static REF: &[&str] = &[
    "reference [H|R|K|T|B|W][A|C|D|F|M|P]{#100-999}-{#10-99}",
    "ref {#1000-9999}/{#10-99}",
    "case [A|B|C|D|E|G]-{#10000-99999}",
    "their number {#100000-999999}",
];
#[rustfmt::skip]
static CLOCK: &[&str] = &[
    "{#8-11}.{#10-59}", "{#1-4}.{#10-59}", "[five|ten|a quarter|twenty] past [nine|ten|eleven|one|two|three|four]", "[five|ten|a quarter|twenty] to [ten|eleven|twelve|two|three|four|five]",
    "half past [nine|ten|eleven|one|two|three]", "[nine|ten|eleven|one|two|three] o’clock",
];
#[rustfmt::skip]
static MOOD: &[&str] = &[
    "worn", "wound up", "in good heart", "flat", "restless", "steady", "cross with everything", "shy today", "lighter", "short of sleep", "quietly pleased", "raw", "full of plans", "a bit lost", "far away at first",
    "tearful and said so", "mischievous", "stiff and slow", "more sure of {themself}", "hungry for company", "careful with words", "chatty", "grey", "determined", "nervous of the post", "calm", "in pain", "proud and hiding it", "homesick", "like someone waiting for bad news", "rested", "hurried", "thoughtful", "glad of the kettle", "ready to give up and then not",
];
#[rustfmt::skip]
static GOOD: &[&str] = &[
    "the blackbird on the aerial", "a whole chapter", "clean sheets", "a letter that was not a bill", "{kinname}’s laugh", "a seat on {bus}", "a key in the right door", "that soup", "the bath", "a lie-in without guilt", "the smell after rain",
    "a phone call that was not about anything", "winning at cards", "the neighbour’s baby", "a cardigan from the charity shop", "the choir on the radio", "nobody shouting", "the sea, from the top deck", "getting the lid off unaided", "a joke, understood in time", "tomatoes that taste",
    "an hour at {park}", "the cat, as always", "finding the other glove", "{food}, hot", "the doctor remembering", "a good cry", "fixing the clock", "the light at four", "someone holding the door", "hair, washed and set", "a dream about home", "bread from the oven", "standing at the window",
    "a cup of {drink} made by somebody else", "beating {friend} at dominoes", "the quiet", "music next door, nice for once", "sleeping through the bins", "a card in the post",
];
#[rustfmt::skip]
static WORRY: &[&str] = &[
    "the meter", "{kinname}’s exams", "a letter from the hospital that has not come", "the stairs in the wet", "what happens in winter", "the lump on {neighbour}’s dog", "a funeral on {weekday}", "the boiler’s noise", "the price of everything", "whether {friend} is eating", "the school run for {kinname}",
    "a tooth", "the new people downstairs", "the form for the bus pass", "those eye drops", "what {gp} meant by ‘monitor’", "the washing machine", "the bins being missed", "a missing tablet", "{kinname}’s marriage", "the cold bedroom", "who would feed the cat", "the phone contract", "a pain that moves about",
    "the crack over the door", "the test on {weekday}", "a rumour that {hall} will close", "the fare going up", "having said too much to {neighbour}", "the anniversary", "the cooker, which trips the lights", "being a nuisance", "not hearing the bell", "the roof in the wind", "a summons for jury service", "an old quarrel with {kinname}",
];
#[rustfmt::skip]
static ERRAND: &[&str] = &[
    "the chemist", "the library", "the bank", "the key cutter", "the optician", "the post office", "the shoe mender", "the tip", "the registrar’s", "the dentist", "the photo booth", "the hearing-aid clinic", "the garden centre", "the fabric stall",
    "the one-stop shop", "the launderette", "the charity shop", "the clock mender’s", "the fishmonger’s", "the credit union", "the bus office", "the hairdresser’s", "the market", "the print shop", "the hardware shop", "the blood-test room", "the phone shop", "the cemetery", "the bakery", "the job centre",
];
#[rustfmt::skip]
static OBJECT: &[&str] = &[
    "a tin of buttons", "the blue teapot", "a jar of shells", "an old work badge", "the wedding photograph", "a model tram", "the good scissors", "a school prize from 19{#50-88}", "a radio from before the war", "a half-knitted sleeve", "a prayer book with pressed flowers", "the medal nobody asks about", "a box of letters tied with wool",
    "a brass bell", "a map with pins in", "the recipe in {mum}’s writing", "a walking stick carved like a fish", "a record with a scratch in the best part", "a stuffed owl", "the first payslip", "a christening shawl", "a watch that runs backwards", "a paper crane", "a passport with a very young face in it", "a trowel worn thin",
    "a set of dominoes in a sock", "a football programme", "the sewing box", "a carved spoon", "a school slate", "a bus conductor’s whistle", "a cracked bowl, mended with gold paint",
];
#[rustfmt::skip]
static WHO: &[&str] = &[
    "Maud", "Ishaan", "Bernie", "Ayaan", "Lucille", "Wiktor", "Perpetua", "Saoirse", "Clement", "Noor", "Olamide", "Gwyneth", "Dorota", "Ezekiel", "Hilda", "Mei", "Alun", "Shanelle", "Kostas", "Beattie", "Yusra", "Fergal", "Petronella", "Sukhi", "Vaughan", "Marlon", "Edna", "Tariq",
    "Ludmila", "Cedric", "Amara", "Nesta", "Gareth", "Zuleikha", "Percy", "Ottilie", "Ravi", "Siobhán", "Leszek", "Ivy", "Chidi", "Mabel", "Abdirahman", "Colleen", "Stefan", "Parvati", "Reg", "Khadija", "Dilys", "Winifred", "Jorge", "Blossom", "Iolo", "Nasra", "Frank", "Orla", "Tenzin", "Gladys", "Omari",
    "Elin", "Bashira", "Duncan", "Marta", "Kwame", "Lettice", "Anil", "Rhys", "Fatou", "Sidney", "Jadwiga", "Earl", "Ming", "Pearl", "Hassan", "Morwenna", "Viktor", "Sunita", "Albert", "Zainab", "Teodor", "Cissie", "Junaid", "Eluned", "Patience", "Ronan", "Ghazala", "Bert", "Yemisi", "Anton", "Flora", "Imre", "Constance", "Rashid", "Ness",
];
static SUM: &[&str] = &["£{#2-9}.{#10-99}", "£{#11-48}.{#10-99}", "£{#50-140}"];
static FARE: &[&str] = &["£{#1-5}.{#10-90}"];
static HOURS: &[&str] = &[
    "nine to [ten|half past]",
    "ten to [eleven|half past eleven]",
    "half past ten to noon",
    "two to [three|four]",
    "half past one to three",
    "9.{#10-25} to 10.{#10-58}",
    "10.{#10-29} to 11.{#10-58}",
    "11.{#10-25} to 11.{#30-58}",
    "1.{#10-29} to 2.{#10-58}",
    "2.{#10-29} to 3.{#10-58}",
];
static DATE: &[&str] = &[
    "the {#4-20}th",
    "the {#24-30}th",
    "the [1st|2nd|3rd|21st|22nd|23rd]",
    "{weekday} week",
    "the end of {month}",
];
#[rustfmt::skip]
static ACHE: &[&str] = &[
    "the left knee", "both hips", "a stiff neck", "the small of the back", "a tooth", "the hands, first thing", "the old break in the wrist", "a heavy head", "the shoulder {they} sleep{s} on", "the ankles by evening", "a stitch on the stairs", "sore eyes", "the big toe", "a cramp in the night", "the ribs, from coughing", "a buzzing in one ear",
];
#[rustfmt::skip]
static DISH: &[&str] = &[
    "{food}", "a pan of soup", "rice and peas", "dal", "a fish pie", "plum jam", "pickled beetroot", "flapjack", "samosas", "barley broth", "a loaf", "stewed apples", "fried plantain", "a lemon cake", "chutney", "potato cakes", "dumplings", "an omelette", "lentils", "a bread-and-butter pudding", "scones", "a pot of beans", "curried eggs", "pancakes",
];
#[rustfmt::skip]
static SHOW: &[&str] = &[
    "the snooker", "a film about whales", "the shipping forecast", "a quiz", "the one with the vets", "a concert from Cardiff", "the cricket", "a programme about canals", "the gardening hour", "an old comedy", "the news in another language", "the racing", "a play about a lighthouse", "the hymns", "a cookery contest", "the darts", "a serial {they} missed the start of", "a documentary on bees",
];
#[rustfmt::skip]
static SPAN: &[&str] = &[
    "twenty minutes", "half an hour", "three quarters of an hour", "an hour", "a bit over the hour", "fifty minutes", "an hour and a quarter", "forty minutes", "{#22-58} minutes", "two hours, almost", "the best part of an hour",
];
