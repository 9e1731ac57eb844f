//! Searching the directory of services with no signal: five thousand of them, beside a directory of a hundredth of that.

use std::sync::LazyLock;

use alongside_core::companion::{Companion, ServiceSearch};
use alongside_core::model::Role;
use alongside_core::model::kinds::NeedCategory;
use alongside_tests::bench::Stopwatch;
use alongside_tests::service::{Phone, Service};
use divan::Bencher;
use tokio::runtime::Runtime;

use crate::pair::{Pair, Turns};

const TURNS: Turns = Turns { turns: 10, runs: 3 };
const MANY: usize = 5_000;
const FEW: usize = 50;

static MANY_ON_A_PHONE: LazyLock<Phone> = LazyLock::new(|| phone(MANY));
static FEW_ON_A_PHONE: LazyLock<Phone> = LazyLock::new(|| phone(FEW));

/// A link worker's phone that holds a directory of this size. Its first search is done: it is the one that makes the index.
fn phone(services: usize) -> Phone {
    let runtime = Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let service = Service::start().await;
        service.import_directory(services, "2026-06-01").await;
        let phone = service.phone(service.person(Role::LinkWorker, "Wren")).await;
        phone.sync().await;
        search(&phone.core, &ServiceSearch::default());
        phone
    })
}

fn by_need() -> ServiceSearch {
    ServiceSearch {
        category: Some(NeedCategory::Connection),
        age: Some(67),
        days: vec!["tue".into()],
        ..ServiceSearch::default()
    }
}

fn by_words() -> ServiceSearch {
    ServiceSearch { words: Some("community".into()), ..ServiceSearch::default() }
}

fn search(core: &Companion, wish: &ServiceSearch) -> usize {
    core.search_services(wish, 20).expect("the phone can be read").services.len()
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn search_five_thousand_by_need(bencher: Bencher<'_, '_>) {
    let phone = &*MANY_ON_A_PHONE;
    bencher.bench_local(|| search(&phone.core, &by_need()));
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn search_five_thousand_by_words(bencher: Bencher<'_, '_>) {
    let phone = &*MANY_ON_A_PHONE;
    bencher.bench_local(|| search(&phone.core, &by_words()));
}

pub(crate) fn pairs() -> Vec<Pair> {
    let timed = |phone: &Phone, wish: &ServiceSearch| {
        let watch = Stopwatch::start();
        divan::black_box(search(&phone.core, wish));
        watch.ms()
    };
    let of = |name, wish: ServiceSearch| {
        Pair::alternate(name, TURNS, || timed(&MANY_ON_A_PHONE, &wish), || timed(&FEW_ON_A_PHONE, &wish))
    };
    vec![
        of("search by need, 5,000 services beside 50", by_need()),
        of("search by words, 5,000 services beside 50", by_words()),
    ]
}
