//! How phones and server speak in a world: letters, answers, and syncs that go on or end.

use alongside_core::companion::CompanionError;
use alongside_core::model::EntityId;
use alongside_core::sync::{HttpReply, HttpRequest, SyncReport, TransportError};
use alongside_core::wire::SYNC_PATH;
use alongside_server::store::Moment;
use serde_json::Value;

use super::air::{Content, Letter, fill};
use super::coverage::Sight;
use super::disk::Stop;
use super::ledger::marks;
use super::phone::{Ended, Phone};
use super::promise::Promise;
use super::world::World;

impl World {
    /// Delivers a letter as it is.
    pub(super) fn deliver(&mut self, letter: Letter) {
        if self.time.now() - letter.sent >= 86_400_000 {
            self.coverage.see(Sight::LongDelay);
        }
        let Letter { phone, slot, content, again, .. } = letter;
        match content {
            Content::Reply(reply) => {
                fill(&slot, Ok(reply));
                self.go_on(phone);
            }
            Content::Request(request) => {
                if again {
                    self.coverage.see(Sight::Duplicated);
                }
                let reply = self.ask(phone, &request);
                let sent = self.time.now();
                match reply {
                    Some(reply) => {
                        self.air.send(Letter {
                            phone,
                            slot,
                            content: Content::Reply(reply),
                            sent,
                            again: false,
                        });
                    }
                    None => {
                        fill(&slot, Err(TransportError::CutOff));
                        self.go_on(phone);
                    }
                }
            }
        }
    }

    /// Lets the server answer, and looks at what it said.
    pub(super) fn ask(&mut self, phone: usize, request: &HttpRequest) -> Option<HttpReply> {
        let (person, shut_out) = (self.phones[phone].person, self.phones[phone].shut_out);
        if self.phones[phone].is_copy() {
            self.note_dated_by_wall(request);
        }
        self.answer_to(phone, person, shut_out, request)
    }

    /// What was done in an earlier boot is dated by the difference of two wall clocks. On a copy one of them was another phone's.
    fn note_dated_by_wall(&mut self, request: &HttpRequest) {
        let asked = Self::asked(request);
        let ops = asked["ops"].as_array().into_iter().flatten();
        for op in ops.filter(|op| op["c"][0] != asked["clock"]["boot"]) {
            let Some(record) = op["e"].as_str().and_then(|id| id.parse::<EntityId>().ok()) else { continue };
            let fields = op["f"].as_object().into_iter().flatten();
            self.dated_by_wall.extend(fields.map(|(field, _)| (record, field.clone())));
        }
    }

    /// Lets the server answer somebody at an address, and looks at what it said.
    pub(super) fn answer_to(
        &mut self,
        address: usize,
        person: usize,
        shut_out: bool,
        request: &HttpRequest,
    ) -> Option<HttpReply> {
        self.trace.fold("request", &request.body);
        let cut = self.server.troubles.clone();
        let reply = self.server.answer(address, request);
        match &reply {
            Some(reply) => {
                self.trace.fold("reply", &(reply.status, &reply.body));
                self.look(address, person, shut_out && request.url.ends_with(SYNC_PATH), reply);
                (self.watch.acknowledged)(self, person, request, reply);
            }
            None => {
                self.coverage.see(match cut.stopped() {
                    Moment::Committing => Sight::ServerCutCommitting,
                    Moment::Committed => Sight::ServerCutCommitted,
                    _ => Sight::ServerCutWriting,
                });
                self.coverage.see(Sight::ServerRestarted);
            }
        }
        if let Some(heard) = self.heard.as_mut().filter(|heard| heard.address == address) {
            heard.note(&request.body, reply.as_ref().map(Self::unpacked));
        }
        reply
    }

    /// A reply's body as it was before it was packed.
    pub(super) fn unpacked(reply: &HttpReply) -> Vec<u8> {
        match reply.encoding.as_deref() {
            Some("zstd") => zstd::decode_all(reply.body.as_slice()).unwrap_or_default(),
            _ => reply.body.clone(),
        }
    }

    /// What a request says.
    pub(super) fn asked(request: &HttpRequest) -> Value {
        let body = zstd::decode_all(request.body.as_slice()).unwrap_or_else(|_| request.body.clone());
        serde_json::from_slice(&body).unwrap_or_default()
    }

    /// Nobody is told a word they may not read, nor anything at all once they are shut out.
    fn look(&mut self, phone: usize, person: usize, shut_out: bool, reply: &HttpReply) {
        if reply.status == 200 && shut_out {
            self.violated(Promise::ShutOut, format!("phone {phone} was answered after it was shut out"));
        }
        match reply.status {
            503 => self.coverage.see(Sight::ServerFull),
            500 => {
                self.violated(Promise::Standing, format!("the server was at fault when phone {phone} asked"));
            }
            _ => {}
        }
        for mark in marks(&Self::unpacked(reply)) {
            let Some(saved) = self.ledger.find(mark) else { continue };
            let streams = saved.streams.clone();
            if self.is_erased(saved) {
                self.violated(
                    Promise::Erased,
                    format!("phone {phone} was told word {mark}, which was erased"),
                );
            }
            if !streams.is_empty() && !streams.iter().any(|stream| self.may_read(person, *stream)) {
                self.violated(
                    Promise::Secret,
                    format!("phone {phone} was told word {mark} of somebody else's"),
                );
            }
        }
    }

    /// Lets a phone's sync go on, and notes how it ended if it did.
    pub(super) fn go_on(&mut self, phone: usize) {
        let ended = self.phones[phone].go_on();
        self.note_end(phone, ended.as_ref());
    }

    /// Begins a sync on a phone.
    pub(super) fn begin_sync(&mut self, phone: usize) {
        let ended = self.phones[phone].begin_sync();
        self.note_end(phone, ended.as_ref());
    }

    fn note_end(&mut self, phone: usize, ended: Option<&Result<SyncReport, CompanionError>>) {
        let word = match ended {
            None => "under way".to_owned(),
            Some(Ok(report)) => format!("{report:?}"),
            Some(Err(error)) => format!("{error}"),
        };
        self.trace.fold("sync", &(phone, word));
        if self.restart_if_cut(phone) {
            self.coverage.see(Sight::PhoneCutInPage);
        }
        if ended.is_some() {
            (self.watch.after_sync)(self, phone);
        }
    }

    /// A phone whose power was cut starts again.
    pub(super) fn restart_if_cut(&mut self, phone: usize) -> bool {
        let Some(stop) = self.phones[phone].disk.cut() else { return false };
        self.coverage.see(match stop {
            Stop::Begun => Sight::PhoneCutBegun,
            Stop::Midway(_) => Sight::PhoneCutMidway,
            Stop::Committing => Sight::PhoneCutCommitting,
            Stop::Committed => Sight::PhoneCutCommitted,
        });
        self.phones[phone].power_cut();
        true
    }

    /// Syncs a phone from beginning to end over a network without faults. Gives the error, if there was one.
    pub(super) fn sync_now(&mut self, phone: usize) -> Ended {
        self.finish_now(phone, Phone::begin_sync)
    }

    /// Syncs a phone over such a network and compares everything on it with the server.
    pub(super) fn verify_now(&mut self, phone: usize) -> Ended {
        self.finish_now(phone, Phone::begin_verify)
    }

    /// Ends what a phone begins, over a network without faults.
    pub(super) fn finish_now(
        &mut self,
        phone: usize,
        begin: impl FnOnce(&mut Phone) -> Option<Ended>,
    ) -> Ended {
        self.air.take_of(phone).into_iter().for_each(drop);
        self.phones[phone].hang_up();
        let mut ended = begin(&mut self.phones[phone]);
        while ended.is_none() {
            for letter in self.air.take_of(phone) {
                match letter.content {
                    Content::Request(request) => {
                        let outcome = self.ask(phone, &request);
                        fill(&letter.slot, outcome.ok_or(TransportError::CutOff));
                    }
                    Content::Reply(reply) => fill(&letter.slot, Ok(reply)),
                }
            }
            ended = self.phones[phone].go_on();
        }
        self.restart_if_cut(phone);
        ended.unwrap_or_else(|| Ok(SyncReport::default()))
    }
}
