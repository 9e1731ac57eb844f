//! The people around a client: who rings, who is cared for, who died, who lives next door. It must not know what is written
//! about them.

use super::facts::Facts;
use super::names::{Gender, PACKS, Pack, given_name};
use super::pronouns::{their_of, them, they};
use super::rng::Rng;

/// Someone around the client.
#[derive(Clone, Copy, Debug)]
struct Relative {
    role: &'static str,
    name: &'static str,
    gender: Gender,
}

/// The people around one client.
#[derive(Clone, Debug)]
pub(crate) struct Household {
    own: &'static str,
    kin: Relative,
    cared: Relative,
    lost: Relative,
    /// Whether the one who is cared for lives in.
    pub(crate) shares_home: bool,
}

static NEIGHBOURS: [&str; 14] = [
    "Mrs Doyle",
    "Ken",
    "Mr Adeleke",
    "Janice",
    "Bashir",
    "Mrs Wu",
    "big Tony",
    "Auntie Pat",
    "Mr Novak",
    "Roza",
    "young Kyle",
    "Mrs Pereira",
    "old Mr Latif",
    "Sandra",
];

impl Household {
    /// The people around a client of this age and gender, whose given name is `own`.
    pub(crate) fn invent(
        pack: &'static Pack,
        own: &'static str,
        gender: Gender,
        age: i32,
        rng: &mut Rng,
    ) -> Self {
        let mut taken = vec![own];
        let mut relative = |role_of: fn(Gender) -> &'static str, gender: Gender, rng: &mut Rng| {
            let name = given_name(pack, gender, &taken, rng);
            taken.push(name);
            Relative { role: role_of(gender), name, gender }
        };
        let [first, second] = closest(gender, age, rng);
        let lost = relative(first.0, first.1, rng);
        let cared = relative(second.0, second.1, rng);
        let kin_role =
            rng.draw(&[child as fn(Gender) -> &'static str, child, child, niece_or_nephew, cousin]);
        let kin_gender = Gender::of_chance(rng);
        let kin = relative(kin_role, kin_gender, rng);
        Self { own, kin, cared, lost, shares_home: cared.is_spouse() || rng.percent(60) }
    }

    /// Says who lives in the home with the client when somebody is cared for there.
    pub(crate) fn shares_with(&self, their: &str) -> String {
        format!("{their} {}", self.cared.full())
    }

    /// Writes the names of everybody into `facts`, seen from a client with this pronoun and gender.
    pub(crate) fn describe(
        &self,
        facts: &mut Facts,
        pack: &Pack,
        their: &str,
        gender: Gender,
        rng: &mut Rng,
    ) {
        facts.set("kin", format!("{their} {} {}", self.kin.role, self.kin.name));
        facts.set("kinname", self.kin.name);
        facts.set("kinrole", self.kin.role);
        facts.set("mykin", format!("{} {}", rng.pick(&["our", "my"]), self.kin.name));
        facts.set("k_them", them(self.kin.gender));
        facts.set("cared", format!("{their} {}", self.cared.role));
        facts.set("mycared", self.cared.in_own_words(pack));
        facts.set("c_they", they(self.cared.gender));
        facts.set("c_them", them(self.cared.gender));
        facts.set("c_their", their_of(self.cared.gender));
        facts.set("relation", relation_to(self.cared.role, gender));
        facts.set("lost", format!("{their} {}", self.lost.full()));
        facts.set("lostname", self.lost.name);
        facts.set("mylost", self.lost.in_own_words(pack));
        facts.set("neighbour", rng.draw(&NEIGHBOURS));
        let friend = self.outsider(&[], rng);
        facts.set("friend", friend);
        facts.set("volunteer", self.outsider(&[friend], rng));
    }
}

impl Household {
    /// A given name from any culture that nobody in the household has, nor anybody in `beside`.
    fn outsider(&self, beside: &[&'static str], rng: &mut Rng) -> &'static str {
        let mut taken = vec![self.own, self.kin.name, self.cared.name, self.lost.name];
        taken.extend(beside);
        given_name(rng.draw(&PACKS), Gender::of_chance(rng), &taken, rng)
    }
}

impl Relative {
    fn full(self) -> String {
        format!("{} {}", self.role, self.name)
    }

    fn is_spouse(self) -> bool {
        matches!(self.role, "husband" | "wife")
    }

    fn in_own_words(self, pack: &Pack) -> String {
        match self.role {
            "mum" => pack.mother.to_owned(),
            "dad" => pack.father.to_owned(),
            role if self.is_spouse() => format!("my {role}"),
            _ => format!("our {}", self.name),
        }
    }
}

type Tie = (fn(Gender) -> &'static str, Gender);

/// Who died, and who would be cared for: a parent for the younger, a husband, wife, brother or sister for the older.
fn closest(gender: Gender, age: i32, rng: &mut Rng) -> [Tie; 2] {
    let partner = if gender == Gender::Woman { Gender::Man } else { Gender::Woman };
    let other = Gender::of_chance(rng);
    let mut ties: [Tie; 2] = if age < 62 {
        let far = if other == Gender::Woman { Gender::Man } else { Gender::Woman };
        [(parent, other), (parent, far)]
    } else {
        [(spouse, partner), (sibling, other)]
    };
    rng.shuffle(&mut ties);
    ties
}

fn spouse(gender: Gender) -> &'static str {
    if gender == Gender::Man { "husband" } else { "wife" }
}

fn parent(gender: Gender) -> &'static str {
    if gender == Gender::Man { "dad" } else { "mum" }
}

fn sibling(gender: Gender) -> &'static str {
    if gender == Gender::Man { "brother" } else { "sister" }
}

fn child(gender: Gender) -> &'static str {
    if gender == Gender::Man { "son" } else { "daughter" }
}

fn niece_or_nephew(gender: Gender) -> &'static str {
    if gender == Gender::Man { "nephew" } else { "niece" }
}

fn cousin(_: Gender) -> &'static str {
    "cousin"
}

/// What the client is to someone of this role.
fn relation_to(role: &str, gender: Gender) -> &'static str {
    match (role, gender) {
        ("mum" | "dad", Gender::Neither) => "child",
        ("mum" | "dad", _) => child(gender),
        ("husband" | "wife", Gender::Neither) => "partner",
        ("husband" | "wife", _) => spouse(gender),
        (_, Gender::Neither) => "family",
        _ => sibling(gender),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_in_a_household_shares_a_given_name() {
        for seed in 0..100 {
            let home = Household::invent(PACKS[0], "Brenda", Gender::Woman, 70, &mut Rng::new(seed));
            let mut names = vec!["Brenda", home.kin.name, home.cared.name, home.lost.name];
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), 4, "seed {seed}");
        }
    }

    #[test]
    fn the_one_who_died_is_not_the_one_who_is_cared_for() {
        for (seed, age) in (0..100).zip([45, 85].into_iter().cycle()) {
            let home = Household::invent(PACKS[2], "Ewa", Gender::Woman, age, &mut Rng::new(seed));
            assert_ne!(home.cared.role, home.lost.role, "seed {seed}");
        }
    }
}
