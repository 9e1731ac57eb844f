//! Seven people, each from referral to an ending or beyond, over simulated months, on a worker's and a client's phone and a
//! real server. The people are invented; what happens to them was seen in the study that the README names.

mod at_the_cap;
mod bounced;
mod cold_called;
mod kick_start;
mod lost_her_worker;
mod overwhelmed;
mod scene;
mod supported;
