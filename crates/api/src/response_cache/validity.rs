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
pub(crate) struct Tag(u64);

impl Tag {
    pub(crate) fn of(name: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// What is known of the acts.
#[derive(Debug, Default)]
pub(crate) struct Freshness {
    /// How many times the numbers of acts began to mean others, because the database was restored.
    history: AtomicU32,
    /// Every act up to this one is known.
    applied: AtomicI64,
    touched: RwLock<Touched>,
    /// The last act that this server answered itself.
    own: AtomicI64,
}

#[derive(Debug, Default)]
struct Touched {
    /// What happened up to this act was forgotten, or never heard: answers from before it count as old.
    floor: i64,
    /// The last act that touched each tag since.
    last: HashMap<Tag, i64>,
}

/// A state: every act up to one, in a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReadVersion {
    history: u32,
    sequence: i64,
}

/// The state that an answer is from, and what it depends on.
#[derive(Debug)]
pub(crate) struct Stamp {
    /// The history that the answer is from; in no other one is it fresh.
    history: u32,
    /// An act that the answer knows of, and every one before. It may know later ones.
    sequence: i64,
    tags: Box<[Tag]>,
    /// The act up to which it was found to be fresh.
    checked: AtomicI64,
}

/// More tags than a publication touches in weeks; beyond, all of them are forgotten at once.
const MOST_TAGS: usize = 100_000;

impl Freshness {
    /// The act up to which all acts are known.
    pub(crate) fn applied(&self) -> i64 {
        self.applied.load(Ordering::Acquire)
    }

    /// The state that is known now. Read it before the answer that it is to be the stamp of.
    pub(crate) fn version(&self) -> ReadVersion {
        // In this order: `start_over` writes the number first, so that a new history never comes with an old number.
        let history = self.history.load(Ordering::Acquire);
        ReadVersion { history, sequence: self.applied() }
    }

    /// Takes note that the database was restored, and that this is its last act: every answer from before is void.
    pub(crate) fn start_over(&self, sequence: i64) {
        let mut touched = self.touched.write().unwrap_or_else(PoisonError::into_inner);
        *touched = Touched { floor: sequence, last: HashMap::new() };
        self.own.store(0, Ordering::Release);
        self.applied.store(sequence, Ordering::Release);
        self.history.fetch_add(1, Ordering::AcqRel);
    }

    /// Whether an answer is from the present history. What is not may not even be given while the database is gone.
    pub(crate) fn is_of_this_history(&self, stamp: &Stamp) -> bool {
        stamp.history == self.history.load(Ordering::Acquire)
    }

    /// Takes note of acts, in their order. What is known already is passed over; where acts are missing between, every
    /// answer from before counts as old.
    pub(crate) fn note(&self, acts: &[Recorded]) {
        let mut touched = self.touched.write().unwrap_or_else(PoisonError::into_inner);
        let mut applied = self.applied();
        for Recorded { sequence, at: _, is_takedown: _, tags } in acts {
            if *sequence <= applied {
                continue;
            }
            if *sequence > applied + 1 || touched.last.len() > MOST_TAGS {
                *touched = Touched { floor: *sequence, last: HashMap::new() };
            }
            touched.last.extend(tags.iter().map(|tag| (Tag::of(tag), *sequence)));
            applied = *sequence;
        }
        // Only now: who sees this number finds what the acts touched.
        self.applied.store(applied, Ordering::Release);
    }

    /// Begins anew at an act: every answer from before counts as old.
    pub(crate) fn begin_at(&self, sequence: i64) {
        let mut touched = self.touched.write().unwrap_or_else(PoisonError::into_inner);
        if sequence > self.applied() {
            *touched = Touched { floor: sequence, last: HashMap::new() };
            self.applied.store(sequence, Ordering::Release);
        }
    }

    /// Notes that this server answered an act: from now on it gives nothing older.
    pub(crate) fn answered(&self, sequence: i64) {
        self.own.fetch_max(sequence, Ordering::AcqRel);
    }

    /// Whether it was superseded by an act that this server answered itself, perhaps.
    pub(crate) fn is_before_own(&self, stamp: &Stamp) -> bool {
        stamp.sequence < self.own.load(Ordering::Acquire) && !self.is_fresh(stamp)
    }

    /// Whether nothing that is known of touched what an answer depends on.
    pub(crate) fn is_fresh(&self, stamp: &Stamp) -> bool {
        if !self.is_of_this_history(stamp) {
            return false;
        }
        let applied = self.applied();
        if stamp.checked.load(Ordering::Relaxed) >= applied {
            return true;
        }
        let touched = self.touched.read().unwrap_or_else(PoisonError::into_inner);
        let is_old = |tag: &Tag| touched.last.get(tag).is_some_and(|last| *last > stamp.sequence);
        let fresh = stamp.sequence >= touched.floor && !stamp.tags.iter().any(is_old);
        if fresh {
            stamp.checked.store(applied, Ordering::Relaxed);
        }
        fresh
    }
}

impl Stamp {
    /// The stamp of what was read when everything in `version` was there to be seen.
    pub(crate) fn new(version: ReadVersion, tags: &[String]) -> Self {
        let ReadVersion { history, sequence } = version;
        let tags = tags.iter().map(|tag| Tag::of(tag)).collect();
        Self { history, sequence, tags, checked: AtomicI64::new(sequence) }
    }

    /// Whether the answer depends on any of these.
    pub(crate) fn depends_on(&self, tags: &[Tag]) -> bool {
        self.tags.iter().any(|tag| tags.contains(tag))
    }

    /// How many bytes it takes.
    pub(crate) fn size(&self) -> usize {
        size_of::<Self>() + size_of_val::<[Tag]>(&self.tags)
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

    fn stamp(sequence: i64, tags: &[&str]) -> Stamp {
        stamp_in(0, sequence, &tags.iter().map(|&tag| tag.to_owned()).collect::<Vec<_>>())
    }

    fn stamp_in(history: u32, sequence: i64, tags: &[String]) -> Stamp {
        Stamp::new(ReadVersion { history, sequence }, tags)
    }

    #[test]
    fn what_was_read_before_a_restore_is_void_whatever_its_number() {
        let freshness = Freshness::default();
        freshness.begin_at(9);
        let before = freshness.version();
        let answers = [3, 5, 9, 20].map(|sequence| stamp(sequence, &["a"]));
        freshness.answered(9);
        freshness.start_over(5);
        assert_eq!(freshness.applied(), 5);
        for answer in answers.iter().chain([&Stamp::new(before, &[])]) {
            assert!(!freshness.is_fresh(answer) && !freshness.is_of_this_history(answer), "{answer:?}");
        }
        let answer = Stamp::new(freshness.version(), &["a".to_owned()]);
        assert!(freshness.is_fresh(&answer) && !freshness.is_before_own(&answer));
        freshness.note(&[act(6, &["a"])]);
        assert!(!freshness.is_fresh(&answer), "acts are noted as before");
    }

    #[test]
    fn an_answer_is_fresh_until_an_act_touches_what_it_depends_on() {
        let freshness = Freshness::default();
        freshness.begin_at(5);
        let (a, b) = (stamp(5, &["a", "lists"]), stamp(5, &["b"]));
        assert!(freshness.is_fresh(&a) && freshness.is_fresh(&b));
        freshness.note(&[act(6, &["a"])]);
        assert!(!freshness.is_fresh(&a) && freshness.is_fresh(&b));
        assert!(freshness.is_fresh(&stamp(6, &["a"])), "what was read after the act");
        freshness.note(&[act(6, &["b"])]);
        assert!(freshness.is_fresh(&b), "what is known already");
    }

    #[test]
    fn what_was_missed_makes_everything_from_before_old() {
        let freshness = Freshness::default();
        freshness.begin_at(5);
        let answer = stamp(5, &["a"]);
        freshness.note(&[act(8, &["b"])]);
        assert!(!freshness.is_fresh(&answer), "acts 6 and 7 may have touched it");
        assert!(freshness.is_fresh(&stamp(8, &["a"])));
        freshness.begin_at(9);
        assert!(!freshness.is_fresh(&stamp(8, &["a"])), "where nobody knows what act 9 touched");
        freshness.begin_at(3);
        assert!(freshness.is_fresh(&stamp(9, &["a"])), "what is known already");
    }

    #[test]
    fn tags_are_not_kept_without_end() {
        let freshness = Freshness::default();
        for sequence in 1..=300 {
            let tags: Vec<String> = (0..500).map(|tag| format!("{sequence}-{tag}")).collect();
            freshness.note(&[recorded(sequence, tags)]);
        }
        assert!(freshness.touched.read().unwrap().last.len() <= MOST_TAGS + 500);
        assert!(!freshness.is_fresh(&stamp(100, &["x"])), "from before what was forgotten");
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
            let answers: Vec<(i64, Vec<String>, Stamp)> = answers.collect();
            let freshness = Freshness::default();
            for (from, length) in heard {
                freshness.note(&acts.iter().skip(from).take(length).cloned().collect::<Vec<_>>());
                let known = acts.iter().filter(|act| act.sequence <= freshness.applied());
                for (at, tags, stamp) in &answers {
                    let mut later = known.clone().filter(|act| act.sequence > *at);
                    let touched = later.any(|act| act.tags.iter().any(|tag| tags.contains(tag)));
                    prop_assert!(!(touched && freshness.is_fresh(stamp)));
                }
            }
        }
    }
}
