//! What a person lives in, worked as, likes and drinks, and whom they deal with. It must not know which person.

use super::facts::Facts;
use super::names::Pack;
use super::rng::Rng;

/// Kinds of home: the word for it, and a description to follow “in”.
#[rustfmt::skip]
pub(crate) static HOMES: [(&str, &str); 8] = [
    ("flat", "a second-floor flat"), ("house", "a terraced house"), ("flat", "a council flat with a balcony"), ("bungalow", "a small bungalow"),
    ("flat", "a ground-floor flat"), ("house", "a two-bedroom house with steep stairs"), ("flat", "a flat above a closed shop"), ("maisonette", "a maisonette"),
];
#[rustfmt::skip]
static JOBS: [&str; 20] = [
    "a dinner lady", "a bus driver", "a welder", "a seamstress", "a teaching assistant", "a night porter", "a baker", "a taxi driver", "a machinist", "a care assistant",
    "a postal worker", "a school cleaner", "a market trader", "a plasterer", "a typist", "a dock worker", "a nurse in another country", "a hotel cook", "a warehouse picker", "a joiner",
];
#[rustfmt::skip]
static JOYS: [&str; 20] = [
    "the cricket", "old films", "birds", "knitting", "the crossword", "country music", "geraniums", "trains", "poetry", "dominoes",
    "the football", "embroidery", "chess", "pigeons", "baking", "brass bands", "the quiz on the radio", "family history", "tomatoes", "ghost stories",
];
static DRINKS: [&str; 7] = ["tea", "strong tea", "coffee", "mint tea", "sweet tea", "squash", "milky coffee"];
static LANDLORDS: [&str; 4] = ["the council", "the housing association", "the landlord", "the letting agent"];
static ILLNESSES: [&str; 8] = [
    "a stroke to live with",
    "dementia",
    "Parkinson’s",
    "a failing heart",
    "cancer",
    "kidney trouble",
    "MS",
    "bad lungs",
];
static TEACHERS: [&str; 5] = ["Gita", "Moira", "Dean", "Solveig", "Marcus"];
static LATER_WORDS: [&str; 6] = ["later", "kettle", "pause", "Thursday", "bluebell", "soon"];

/// Writes one person’s tastes and dealings.
pub(crate) fn set_tastes(facts: &mut Facts, pack: &Pack, rng: &mut Rng) {
    facts.set("food", rng.draw(pack.food));
    facts.set("gathers", rng.draw(pack.gathers));
    facts.set("job", rng.draw(&JOBS));
    facts.set("joy", rng.draw(&JOYS));
    facts.set("drink", rng.draw(&DRINKS));
    facts.set("landlord", rng.draw(&LANDLORDS));
    facts.set("caredill", rng.draw(&ILLNESSES));
    facts.set("teacher", rng.draw(&TEACHERS));
    facts.set("later_word", rng.draw(&LATER_WORDS));
}
