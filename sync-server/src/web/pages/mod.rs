//! One file per page: what it reads, and what its template is given. The words around it are in `templates`.
//! It must not know SQL.

mod assessment;
mod assessment_page;
mod decide;
mod decision;
mod decisions;
mod desk;
mod left;
mod received;
mod set_aside;
mod sign_in;
mod sign_in_page;
mod sign_out;
mod start;
mod static_files;
mod take_in;

pub(super) use assessment::show_assessment;
pub(super) use decide::decide;
pub(super) use decision::show_decision;
pub(super) use decisions::list_decisions;
pub(super) use desk::Desk;
pub(super) use left::show_left;
pub(super) use received::list_received;
pub(super) use sign_in::{show_sign_in, sign_in};
pub(super) use sign_out::sign_out;
pub(super) use start::start;
pub(super) use static_files::{icon, stylesheet};
pub(super) use take_in::decide_left;
