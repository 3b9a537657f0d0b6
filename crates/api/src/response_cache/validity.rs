//! Which answers are still true. Every act touches tags, every answer depends on some: an answer is fresh while it is
//! from no earlier state than the last act that touched one of its tags. This one rule covers races with acts, gaps in
//! what was heard, and instances that lag. Not here: how acts are heard of (`following`), and keeping answers (`cache`).

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{PoisonError, RwLock};

use store::operations::change_log::Recorded;

/// A tag, in the eight bytes that are enough to compare it. Two that happen to have the same make answers old too early,
/// never too late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct TagHash(u64);

impl TagHash {
    pub(crate) fn new(name: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// What is known of the acts.
#[derive(Debug, Default)]
pub(crate) struct Validity {
    /// How many times the numbers of acts began to mean others, because the database was restored.
    history: AtomicU32,
    /// Every act up to this one is known.
    last_seen: AtomicI64,
    touched: RwLock<Touched>,
    /// The last act that this server answered itself.
    own: AtomicI64,
}

#[derive(Debug, Default)]
struct Touched {
    /// What happened up to this act was forgotten, or never heard: answers from before it count as old.
    floor: i64,
    /// The last act that touched each tag since.
    last: HashMap<TagHash, i64>,
}

/// A state: every act up to one, in a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReadVersion {
    history: u32,
    sequence: i64,
}

/// The state that an answer is from, and what it depends on.
#[derive(Debug)]
pub(crate) struct Dependencies {
    /// The history that the answer is from; in no other one is it fresh.
    history: u32,
    /// An act that the answer knows of, and every one before. It may know later ones.
    sequence: i64,
    tags: Box<[TagHash]>,
    /// The act up to which it was found to be fresh.
    checked: AtomicI64,
}

/// More tags than a publication touches in weeks; beyond, all of them are forgotten at once.
const MOST_TAGS: usize = 100_000;

impl Validity {
    /// The act up to which all acts are known.
    pub(crate) fn last_seen_sequence(&self) -> i64 {
        self.last_seen.load(Ordering::Acquire)
    }

    /// The state that is known now. Read it before the answer that it is to be the stamp of.
    pub(crate) fn version(&self) -> ReadVersion {
        // In this order: `start_over` writes the number first, so that a new history never comes with an old number.
        let history = self.history.load(Ordering::Acquire);
        ReadVersion { history, sequence: self.last_seen_sequence() }
    }

    /// Takes note that the database was restored, and that this is its last act: every answer from before is void.
    pub(crate) fn start_epoch(&self, sequence: i64) {
        let mut touched = self.touched.write().unwrap_or_else(PoisonError::into_inner);
        *touched = Touched { floor: sequence, last: HashMap::new() };
        self.own.store(0, Ordering::Release);
        self.last_seen.store(sequence, Ordering::Release);
        self.history.fetch_add(1, Ordering::AcqRel);
    }

    /// Whether an answer is from the present history. What is not may not even be given while the database is gone.
    pub(crate) fn is_current_epoch(&self, dependencies: &Dependencies) -> bool {
        dependencies.history == self.history.load(Ordering::Acquire)
    }

    /// Takes note of acts, in their order. What is known already is passed over; where acts are missing between, every
    /// answer from before counts as old.
    pub(crate) fn record(&self, acts: &[Recorded]) {
        let mut touched = self.touched.write().unwrap_or_else(PoisonError::into_inner);
        let mut applied = self.last_seen_sequence();
        for Recorded { sequence, at: _, is_takedown: _, tags } in acts {
            if *sequence <= applied {
                continue;
            }
            if *sequence > applied + 1 || touched.last.len() > MOST_TAGS {
                *touched = Touched { floor: *sequence, last: HashMap::new() };
            }
            touched.last.extend(tags.iter().map(|tag| (TagHash::new(tag), *sequence)));
            applied = *sequence;
        }
        // Only now: who sees this number finds what the acts touched.
        self.last_seen.store(applied, Ordering::Release);
    }

    /// Begins anew at an act: every answer from before counts as old.
    pub(crate) fn skip_to(&self, sequence: i64) {
        let mut touched = self.touched.write().unwrap_or_else(PoisonError::into_inner);
        if sequence > self.last_seen_sequence() {
            *touched = Touched { floor: sequence, last: HashMap::new() };
            self.last_seen.store(sequence, Ordering::Release);
        }
    }

    /// Notes that this server answered an act: from now on it gives nothing older.
    pub(crate) fn record_own_act(&self, sequence: i64) {
        self.own.fetch_max(sequence, Ordering::AcqRel);
    }

    /// Whether it was superseded by an act that this server answered itself, perhaps.
    pub(crate) fn predates_own_act(&self, dependencies: &Dependencies) -> bool {
        dependencies.sequence < self.own.load(Ordering::Acquire) && !self.is_fresh(dependencies)
    }

    /// Whether nothing that is known of touched what an answer depends on.
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
    /// The stamp of what was read when everything in `version` was there to be seen.
    pub(crate) fn new(version: ReadVersion, tags: &[String]) -> Self {
        let ReadVersion { history, sequence } = version;
        let tags = tags.iter().map(|tag| TagHash::new(tag)).collect();
        Self { history, sequence, tags, checked: AtomicI64::new(sequence) }
    }

    /// Whether the answer depends on any of these.
    pub(crate) fn depends_on(&self, tags: &[TagHash]) -> bool {
        self.tags.iter().any(|tag| tags.contains(tag))
    }

    /// How many bytes it takes.
    pub(crate) fn size(&self) -> usize {
        size_of::<Self>() + size_of_val::<[TagHash]>(&self.tags)
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;

    fn act(sequence: i64, tags: &[&str]) -> Recorded {
        recorded(sequence, tags.iter().map(|&tag| tag.to_owned()).collect())
    }

    fn recorded(sequence: i64, tags: Vec<String>) -> Recorded {
        Recorded { sequence, at: DateTime::UNIX_EPOCH, is_takedown: false, tags }
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
            let acts: Vec<Recorded> = acts.collect();
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
