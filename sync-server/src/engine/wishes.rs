//! What an administrator would like of phones, said to those that understand directives.

use alongside_core::wire::{Directive, SyncRequest, is_older_build, limits};

/// The wishes; by default there are none.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Operations in one request at most; 0 when it does not matter.
    pub ops: usize,
    /// Bytes of operations in one request at most; 0 when it does not matter.
    pub bytes: usize,
    /// How long a phone waits before it comes back by itself, in milliseconds; 0 when it does not matter.
    pub backoff_ms: u64,
    /// The build of the app from which on nobody is asked to update it; empty when it does not matter.
    pub build: String,
}

impl Wishes {
    /// What the answer to `request` says of them. A phone that is only listening hears of little, so that its answer stays
    /// short.
    pub(super) fn say(&self, request: &SyncRequest) -> Vec<Directive> {
        let mut said = Vec::new();
        if request.epoch.is_none() {
            return said;
        }
        if self.backoff_ms > 0 {
            said.push(Directive::Backoff { ms: self.backoff_ms });
        }
        let Some(app) = &request.app else { return said };
        if self.ops > 0 || self.bytes > 0 {
            let or = |wish: usize, most: usize| if wish == 0 { most } else { wish.min(most) };
            let (ops, bytes) = (or(self.ops, limits::MAX_OPS), or(self.bytes, limits::FILL_OPS_BYTES));
            said.push(Directive::Limits { ops, bytes });
        }
        if is_older_build(&app.build, &self.build) {
            said.push(Directive::MinBuild { build: self.build.clone() });
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use alongside_core::wire::App;

    use super::*;

    fn said(wishes: &Wishes, epoch: Option<u32>, build: Option<&str>) -> Vec<Directive> {
        let app = build.map(|build| App { build: build.into(), catalogue: 1 });
        wishes.say(&SyncRequest { epoch, app, ..SyncRequest::default() })
    }

    #[test]
    fn without_wishes_nothing_is_said() {
        assert_eq!(said(&Wishes::default(), Some(1), Some("0.1.0")), []);
    }

    #[test]
    fn wishes_are_said_to_phones_that_understand_them_and_an_idle_one_hears_when_to_come_back() {
        let wishes = Wishes { ops: 50, bytes: 0, backoff_ms: 7, build: "0.2.0".into() };
        let backoff = Directive::Backoff { ms: 7 };
        let limits = Directive::Limits { ops: 50, bytes: limits::FILL_OPS_BYTES };
        let build = Directive::MinBuild { build: "0.2.0".into() };
        assert_eq!(said(&wishes, None, Some("0.1.0")), []);
        assert_eq!(said(&wishes, Some(1), None).as_slice(), std::slice::from_ref(&backoff));
        assert_eq!(said(&wishes, Some(1), Some("0.1.9")), [backoff.clone(), limits.clone(), build]);
        assert_eq!(said(&wishes, Some(1), Some("0.2.0")), [backoff, limits]);
    }
}
