//! What holds of every engine of the server's store, and what only PostgreSQL can show.

#[cfg(test)]
mod backups;
#[cfg(test)]
mod facts;
#[cfg(test)]
mod pooled;
#[cfg(test)]
mod schemas;
#[cfg(test)]
mod support;
#[cfg(test)]
mod waiting;

/// Each fact as a test on SQLite and as a test on PostgreSQL.
#[cfg(test)]
macro_rules! on_every_engine {
    ($($file:ident { $($fact:ident)+ })+) => {
        mod on_sqlite {
            $($(#[test] fn $fact() { crate::support::show("sqlite", stringify!($fact), crate::$file::$fact); })+)+
        }
        mod on_postgres {
            $($(#[test] fn $fact() { crate::support::show("postgres", stringify!($fact), crate::$file::$fact); })+)+
        }
    };
}

#[cfg(test)]
on_every_engine! {
    backups {
        a_backup_made_while_others_write_is_whole_and_the_same_in_an_empty_database
        a_backup_whose_history_does_not_fit_is_none
    }
    facts {
        what_is_not_committed_leaves_no_trace
        a_panic_in_a_transaction_leaves_no_trace_and_a_store_that_works
        a_record_comes_back_as_it_was_kept
        records_are_listed_in_the_order_of_their_commits_and_within_their_limits
        a_long_stream_is_read_on_from_anywhere
        news_is_what_was_written_granted_or_taken_away_since
        a_grant_that_was_taken_away_begins_anew
        the_history_and_what_was_set_aside_come_back_as_they_were_kept
        assignments_codes_and_sessions_are_used_once
        failures_are_counted_and_forgotten
        what_is_taken_is_told
        the_secret_of_the_first_start_stays
        words_with_a_zero_character_do_no_harm
    }
    waiting {
        who_writes_second_reads_what_the_first_left_behind
        a_reader_keeps_its_snapshot_while_others_write
        sequences_are_never_seen_out_of_order
    }
}
