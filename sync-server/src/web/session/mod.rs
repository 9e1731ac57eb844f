//! Who is signed in: the token in the cookie, how long it lasts, and the proof that a form came from our own page.
//! It must not know pages; the store keeps only the token's hash.

mod cookie;
mod form_token;
mod lifetime;
mod origin;
mod token;

pub(super) use cookie::{Cookie, CookieJar};
pub(super) use form_token::{form_token, is_form_token};
pub(super) use lifetime::{is_over, oldest_begun, oldest_used};
pub(super) use origin::is_from_elsewhere;
pub(super) use token::Token;
