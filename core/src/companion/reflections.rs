//! What a link worker thinks over. Nobody else reads it; whether to bring it to supervision is theirs to say.

use super::held::{Held, owed};
use super::{Companion, CompanionError};
use crate::model::EntityId;
use crate::model::kinds::Reflection;

/// A reflection in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReflectionView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub reflection: Reflection,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

impl Companion {
    /// Writes down a thought, for this person alone.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without words.
    pub fn reflect(&self, words: &str, for_supervision: bool) -> Result<EntityId, CompanionError> {
        let words = owed("words", words)?;
        self.log(None, &|at| Reflection { at, words: words.clone(), for_supervision })
    }

    /// This person's reflections, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn reflections(&self) -> Result<Vec<ReflectionView>, CompanionError> {
        let view = |held: Held<Reflection>| ReflectionView {
            id: held.id,
            reflection: held.record,
            unsent: held.unsent,
        };
        Ok(self.own_lines::<Reflection>()?.into_iter().map(view).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::companion::tests::worker;

    #[test]
    fn a_thought_stays_with_its_author() {
        let phone = worker();
        assert!(phone.core.reflect("  ", false).is_err());
        phone.core.reflect("I went home angry about the fence", true).unwrap();
        let seen = phone.core.reflections().unwrap().remove(0);
        assert!(seen.reflection.for_supervision && seen.unsent);
        let mut streams = Vec::new();
        phone.core.visit_records(&mut |row| streams.push(row.stream.audience.name())).unwrap();
        assert_eq!(streams, ["private"]);
    }
}
