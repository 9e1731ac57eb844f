//! How a world begins: an organisation with its people, their phones and six clients; and a small one beside it that must
//! never hear of any of it.

use alongside_core::model::{CaseId, Role};
use alongside_demo::people::rng::Rng;
use alongside_server::admin::{NewPerson, assign, make_organisation, make_person, open_case};

use super::checks::WATCH;
use super::clock::TrueTime;
use super::deeds::{add_client, begin_script, enrol, put_on};
use super::folder;
use super::keeping::Keeping;
use super::server::Server;
use super::world::{Someone, World};
use crate::engine::Engine;

/// How a world is made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    /// Decides everything that is left to chance.
    pub(super) seed: u64,
    /// Whether wall clocks are wrong.
    pub(super) skewed: bool,
    /// Whether files are in memory.
    pub(super) in_memory: bool,
    /// What the server keeps its data in.
    pub(super) engine: Engine,
}

/// The people of every world: role and organisation.
const PEOPLE: [(Role, usize); 9] = [
    (Role::LinkWorker, 0),
    (Role::LinkWorker, 0),
    (Role::LinkWorker, 0),
    (Role::LinkWorker, 0),
    (Role::Supervisor, 0),
    (Role::Supervisor, 0),
    (Role::Client, 0),
    (Role::Client, 0),
    (Role::LinkWorker, 1),
];
/// Clients of the first organisation.
const CLIENTS: usize = 6;

/// A world as its seed has it.
pub(super) fn begin(kind: Kind) -> World {
    let folder = folder::make(kind.in_memory).expect("a folder can be made");
    let time = TrueTime::begin();
    let keeping = Keeping::begin(kind.engine, folder.path().join("server.0"));
    let server = Server::start(keeping, &time, kind.seed);
    let mut world = World::empty(server, time, folder, (kind.seed, kind.skewed), WATCH);
    let mut rng = Rng::new(kind.seed).fork("birth");
    people(&mut world);
    phones(&mut world, &mut rng);
    caseloads(&mut world, &mut rng);
    world
}

/// A world of three phones: two link workers on one case, and its client.
pub(super) fn small(seed: u64) -> (World, CaseId) {
    let folder = folder::make(true).expect("a folder can be made");
    let time = TrueTime::begin();
    let keeping = Keeping::begin(Engine::Sqlite, folder.path().join("server.0"));
    let server = Server::start(keeping, &time, seed);
    let mut world = World::empty(server, time, folder, (seed, false), WATCH);
    let mut rng = Rng::new(seed).fork("small");
    people(&mut world);
    let phones = [enrol(&mut world, 0, &mut rng), enrol(&mut world, 1, &mut rng)];
    add_client(&mut world, phones[0], &mut rng);
    sync_all(&mut world);
    let case = world.cases[0].0;
    let (store, ports) = (world.server.store.clone(), world.server.ports.clone());
    assign(&*store, &ports, case, world.people[1].id).expect("the case is there");
    let (organisation, client) = (world.organisations[0], world.people[6].id);
    open_case(&*store, &ports, organisation, Some(case), Some(client)).expect("the case is theirs");
    enrol(&mut world, 6, &mut rng);
    sync_all(&mut world);
    (world, case)
}

fn people(world: &mut World) {
    let (store, ports) = (world.server.store.clone(), world.server.ports.clone());
    for name in ["Riverside", "Hillside"] {
        world.organisations.push(make_organisation(&*store, &ports, name).expect("an organisation is made"));
    }
    for (role, organisation) in PEOPLE {
        let new = NewPerson { role, name: "Sam Osei", sign_in: None };
        let id = make_person(&*store, &ports, world.organisations[organisation], new);
        let id = id.expect("a person is made");
        world.people.push(Someone { id, role, organisation, left: false });
    }
}

/// Three to eight phones: a link worker or two may have a second one, and some people have none yet.
fn phones(world: &mut World, rng: &mut Rng) {
    for place in [0, 1] {
        enrol(world, place, rng);
    }
    for (place, percent) in [(2, 60), (0, 80), (4, 40), (8, 30)] {
        if rng.percent(percent) {
            enrol(world, place, rng);
        }
    }
}

/// Link workers meet their clients; some cases have two of them, and two clients get phones.
fn caseloads(world: &mut World, rng: &mut Rng) {
    let writers: Vec<usize> = (0..world.phones.len())
        .filter(|phone| world.role(*phone) == Role::LinkWorker && world.phones[*phone].person != 8)
        .collect();
    for client in 0..CLIENTS {
        add_client(world, writers[client % writers.len()], rng);
    }
    if let Some(stranger) = world.some_phone(rng, |phone| phone.person == 8) {
        add_client(world, stranger, rng);
    }
    sync_all(world);
    for client in [6, 7].into_iter().take(1 + rng.index(2)) {
        let case = world.cases[client - 6].0;
        let (organisation, id) = (world.organisations[0], world.people[client].id);
        open_case(&*world.server.store, &world.server.ports, organisation, Some(case), Some(id))
            .expect("the case is theirs");
        world.own.insert(client, case);
        enrol(world, client, rng);
    }
    for _ in 0..4 {
        put_on(world, rng);
    }
    begin_script(world);
    sync_all(world);
}

fn sync_all(world: &mut World) {
    for phone in 0..world.phones.len() {
        world.sync_now(phone).expect("nothing is wrong yet");
    }
}
