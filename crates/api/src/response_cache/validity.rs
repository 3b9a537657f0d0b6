//! The validity rule. Every act touches cache tags, and every response depends on some: a response is fresh while it
//! was read at or after the last act that touched one of its tags. This one rule covers races between reads and acts,
//! gaps in the notifications, and instances that lag.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{PoisonError, RwLock};

use store::operations::change_log::RecordedAct;

/// A hash of a cache tag. A collision makes a response stale too early, never too late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct TagHash(u64);

impl TagHash {
    pub(crate) fn new(name: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// The acts that this instance has seen, as far as they matter for cached responses.
#[derive(Debug, Default)]
pub(crate) struct Validity {
    /// The number of epochs so far. A restore of the database begins an epoch, in which sequences mean other acts.
    history: AtomicU32,
    /// The sequence of the last act that was seen.
    last_seen: AtomicI64,
    touched: RwLock<Touched>,
    /// The sequence of the last act that this instance made itself.
    own: AtomicI64,
}

#[derive(Debug, Default)]
struct Touched {
    /// The tags of acts up to this one are unknown: responses that were read before it are stale.
    floor: i64,
    /// The last act after the floor that touched each tag.
    last: HashMap<TagHash, i64>,
}

/// A state of the content: every act up to a sequence, in an epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReadVersion {
    history: u32,
    sequence: i64,
}

/// The state that a response was read at, and the tags that it depends on.
#[derive(Debug)]
pub(crate) struct Dependencies {
    /// The epoch in which it was read; in any other one it is stale.
    history: u32,
    /// The response includes every act up to this one, and perhaps later ones.
    sequence: i64,
    tags: Box<[TagHash]>,
    /// The act up to which the response was found fresh, to skip the check for acts that were checked already.
    checked: AtomicI64,
}

/// More tags than a publication touches in weeks. Beyond that, the map is cleared and the floor raised.
const MOST_TAGS: usize = 100_000;

impl Validity {
    /// The sequence up to which all acts were seen.
    pub(crate) fn last_seen_sequence(&self) -> i64 {
        self.last_seen.load(Ordering::Acquire)
    }

    /// The current state. Take it before reading the response that it is recorded for.
    pub(crate) fn version(&self) -> ReadVersion {
        // Load the epoch first: `start_epoch` stores the sequence first, so a new epoch never comes with an old
        // sequence.
        let history = self.history.load(Ordering::Acquire);
        ReadVersion { history, sequence: self.last_seen_sequence() }
    }

    /// Begins a new epoch after a restore of the database, with its last act. Every earlier response is void.
    pub(crate) fn start_epoch(&self, sequence: i64) {
        let mut touched = self.touched.write().unwrap_or_else(PoisonError::into_inner);
        *touched = Touched { floor: sequence, last: HashMap::new() };
        self.own.store(0, Ordering::Release);
        self.last_seen.store(sequence, Ordering::Release);
        self.history.fetch_add(1, Ordering::AcqRel);
    }

    /// Whether a response was read in the current epoch. Others may not even be served as stale.
    pub(crate) fn is_current_epoch(&self, dependencies: &Dependencies) -> bool {
        dependencies.history == self.history.load(Ordering::Acquire)
    }

    /// Records acts, in order. Skips those that were seen already. If acts in between are missing, every earlier
    /// response is stale.
    pub(crate) fn record(&self, acts: &[RecordedAct]) {
        let mut touched = self.touched.write().unwrap_or_else(PoisonError::into_inner);
        let mut applied = self.last_seen_sequence();
        for RecordedAct { sequence, at: _, is_takedown: _, tags } in acts {
            if *sequence <= applied {
                continue;
            }
            if *sequence > applied + 1 || touched.last.len() > MOST_TAGS {
                *touched = Touched { floor: *sequence, last: HashMap::new() };
            }
            touched.last.extend(tags.iter().map(|tag| (TagHash::new(tag), *sequence)));
            applied = *sequence;
        }
        // Publish the sequence last (release ordering), after the touched tags are visible.
        self.last_seen.store(applied, Ordering::Release);
    }

    /// Skips to an act whose predecessors were not read: every earlier response is stale.
    pub(crate) fn skip_to(&self, sequence: i64) {
        let mut touched = self.touched.write().unwrap_or_else(PoisonError::into_inner);
        if sequence > self.last_seen_sequence() {
            *touched = Touched { floor: sequence, last: HashMap::new() };
            self.last_seen.store(sequence, Ordering::Release);
        }
    }

    /// Records an act that this instance made itself: it serves nothing older from now on.
    pub(crate) fn record_own_act(&self, sequence: i64) {
        self.own.fetch_max(sequence, Ordering::AcqRel);
    }

    /// Whether an act that this instance made itself may have invalidated the response.
    pub(crate) fn predates_own_act(&self, dependencies: &Dependencies) -> bool {
        dependencies.sequence < self.own.load(Ordering::Acquire) && !self.is_fresh(dependencies)
    }

    /// Whether no act that was seen has touched a tag of the response since it was read.
    pub(crate) fn is_fresh(&self, dependencies: &Dependencies) -> bool {
        if !self.is_current_epoch(dependencies) {
            return false;
        }
        let applied = self.last_seen_sequence();
        if dependencies.checked.load(Ordering::Relaxed) >= applied {
            return true;
        }
        let touched = self.touched.read().unwrap_or_else(PoisonError::into_inner);
        let is_old = |tag: &TagHash| touched.last.get(tag).is_some_and(|last| *last > dependencies.sequence);
        let fresh = dependencies.sequence >= touched.floor && !dependencies.tags.iter().any(is_old);
        if fresh {
            dependencies.checked.store(applied, Ordering::Relaxed);
        }
        fresh
    }
}

impl Dependencies {
    /// The dependencies of a response that was read when everything in `version` was visible.
    pub(crate) fn new(version: ReadVersion, tags: &[String]) -> Self {
        let ReadVersion { history, sequence } = version;
        let tags = tags.iter().map(|tag| TagHash::new(tag)).collect();
        Self { history, sequence, tags, checked: AtomicI64::new(sequence) }
    }

    /// Whether the response depends on any of these tags.
    pub(crate) fn depends_on(&self, tags: &[TagHash]) -> bool {
        self.tags.iter().any(|tag| tags.contains(tag))
    }

    /// The size in memory, in bytes.
    pub(crate) fn size(&self) -> usize {
        size_of::<Self>() + size_of_val::<[TagHash]>(&self.tags)
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;

    fn act(sequence: i64, tags: &[&str]) -> RecordedAct {
        recorded(sequence, tags.iter().map(|&tag| tag.to_owned()).collect())
    }

    fn recorded(sequence: i64, tags: Vec<String>) -> RecordedAct {
        RecordedAct { sequence, at: DateTime::UNIX_EPOCH, is_takedown: false, tags }
    }

    fn dependencies(sequence: i64, tags: &[&str]) -> Dependencies {
        stamp_in(0, sequence, &tags.iter().map(|&tag| tag.to_owned()).collect::<Vec<_>>())
    }

    fn stamp_in(history: u32, sequence: i64, tags: &[String]) -> Dependencies {
        Dependencies::new(ReadVersion { history, sequence }, tags)
    }

    #[test]
    fn what_was_read_before_a_restore_is_void_whatever_its_number() {
        let validity = Validity::default();
        validity.skip_to(9);
        let before = validity.version();
        let answers = [3, 5, 9, 20].map(|sequence| dependencies(sequence, &["a"]));
        validity.record_own_act(9);
        validity.start_epoch(5);
        assert_eq!(validity.last_seen_sequence(), 5);
        for answer in answers.iter().chain([&Dependencies::new(before, &[])]) {
            assert!(!validity.is_fresh(answer) && !validity.is_current_epoch(answer), "{answer:?}");
        }
        let answer = Dependencies::new(validity.version(), &["a".to_owned()]);
        assert!(validity.is_fresh(&answer) && !validity.predates_own_act(&answer));
        validity.record(&[act(6, &["a"])]);
        assert!(!validity.is_fresh(&answer), "acts are noted as before");
    }

    #[test]
    fn an_answer_is_fresh_until_an_act_touches_what_it_depends_on() {
        let validity = Validity::default();
        validity.skip_to(5);
        let (a, b) = (dependencies(5, &["a", "lists"]), dependencies(5, &["b"]));
        assert!(validity.is_fresh(&a) && validity.is_fresh(&b));
        validity.record(&[act(6, &["a"])]);
        assert!(!validity.is_fresh(&a) && validity.is_fresh(&b));
        assert!(validity.is_fresh(&dependencies(6, &["a"])), "what was read after the act");
        validity.record(&[act(6, &["b"])]);
        assert!(validity.is_fresh(&b), "what is known already");
    }

    #[test]
    fn what_was_missed_makes_everything_from_before_old() {
        let validity = Validity::default();
        validity.skip_to(5);
        let answer = dependencies(5, &["a"]);
        validity.record(&[act(8, &["b"])]);
        assert!(!validity.is_fresh(&answer), "acts 6 and 7 may have touched it");
        assert!(validity.is_fresh(&dependencies(8, &["a"])));
        validity.skip_to(9);
        assert!(!validity.is_fresh(&dependencies(8, &["a"])), "where nobody knows what act 9 touched");
        validity.skip_to(3);
        assert!(validity.is_fresh(&dependencies(9, &["a"])), "what is known already");
    }

    #[test]
    fn tags_are_not_kept_without_end() {
        let validity = Validity::default();
        for sequence in 1..=300 {
            let tags: Vec<String> = (0..500).map(|tag| format!("{sequence}-{tag}")).collect();
            validity.record(&[recorded(sequence, tags)]);
        }
        assert!(validity.touched.read().unwrap().last.len() <= MOST_TAGS + 500);
        assert!(!validity.is_fresh(&dependencies(100, &["x"])), "from before what was forgotten");
    }

    proptest! {
        /// Held against the rule itself, whatever is heard twice, or never.
        #[test]
        fn no_answer_is_called_fresh_that_is_not(
            acts in prop::collection::vec(prop::collection::vec(0u8..6, 0..4), 1..40),
            heard in prop::collection::vec((0usize..40, 0usize..6), 0..60),
            answers in prop::collection::vec((0i64..40, prop::collection::vec(0u8..6, 1..3)), 1..12),
        ) {
            let names = |tags: &[u8]| tags.iter().map(u8::to_string).collect::<Vec<_>>();
            let acts = acts.iter().zip(1..);
            let acts = acts.map(|(tags, sequence)| recorded(sequence, names(tags)));
            let acts: Vec<RecordedAct> = acts.collect();
            let answers = answers.iter().map(|(at, tags)| (*at, names(tags), stamp_in(0, *at, &names(tags))));
            let answers: Vec<(i64, Vec<String>, Dependencies)> = answers.collect();
            let validity = Validity::default();
            for (from, length) in heard {
                validity.record(&acts.iter().skip(from).take(length).cloned().collect::<Vec<_>>());
                let known = acts.iter().filter(|act| act.sequence <= validity.last_seen_sequence());
                for (at, tags, dependencies) in &answers {
                    let mut later = known.clone().filter(|act| act.sequence > *at);
                    let touched = later.any(|act| act.tags.iter().any(|tag| tags.contains(tag)));
                    prop_assert!(!(touched && validity.is_fresh(dependencies)));
                }
            }
        }
    }
}
