//! The validity rule. Every act touches cache tags, and every response depends on some: a response is fresh while it
//! was read at or after the last act that touched one of its tags. This one rule covers races between reads and acts,
//! gaps in the notifications, and instances that lag.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{PoisonError, RwLock};

use store::operations::act_log::LoggedAct;

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
    /// The number of epochs since the start. A restore of the database begins an epoch, in which sequences mean other acts.
    epoch_number: AtomicU32,
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
    epoch_number: u32,
    sequence: i64,
}

impl ReadVersion {
    pub(crate) fn sequence(self) -> i64 {
        self.sequence
    }
}

/// The state that a response was read at, and the tags that it depends on.
#[derive(Debug)]
pub(crate) struct Dependencies {
    /// The epoch in which it was read; in any other one it is stale.
    epoch_number: u32,
    /// The response includes every act up to this one, and perhaps later ones.
    sequence: i64,
    tags: Box<[TagHash]>,
    /// The act up to which the response was found fresh, to skip the check for acts that were checked already.
    checked: AtomicI64,
}

/// More tags than a publication touches in weeks. Beyond that, the map is cleared and the floor raised.
const MAX_TAGS: usize = 100_000;

impl Validity {
    /// The sequence up to which all acts were seen.
    pub(crate) fn last_seen_sequence(&self) -> i64 {
        self.last_seen.load(Ordering::Acquire)
    }

    /// The current state. Take it before reading the response that it is recorded for.
    pub(crate) fn version(&self) -> ReadVersion {
        // Load the epoch first: `start_epoch` stores the sequence first, so a new epoch never comes with an old
        // sequence.
        let epoch_number = self.epoch_number.load(Ordering::Acquire);
        ReadVersion { epoch_number, sequence: self.last_seen_sequence() }
    }

    /// Begins a new epoch after a restore of the database, with its last act. Every earlier response is void.
    pub(crate) fn start_epoch(&self, sequence: i64) {
        let mut touched = self.touched.write().unwrap_or_else(PoisonError::into_inner);
        *touched = Touched { floor: sequence, last: HashMap::new() };
        self.own.store(0, Ordering::Release);
        self.last_seen.store(sequence, Ordering::Release);
        self.epoch_number.fetch_add(1, Ordering::AcqRel);
    }

    /// Whether a response was read in the current epoch. Others may not even be served as stale.
    pub(crate) fn is_current_epoch(&self, dependencies: &Dependencies) -> bool {
        dependencies.epoch_number == self.epoch_number.load(Ordering::Acquire)
    }

    /// Records acts, in order. Skips those that were seen already. If acts in between are missing, every earlier
    /// response is stale.
    pub(crate) fn record(&self, acts: &[LoggedAct]) {
        let mut touched = self.touched.write().unwrap_or_else(PoisonError::into_inner);
        let mut last_seen = self.last_seen_sequence();
        for LoggedAct { sequence, at: _, is_takedown: _, tags } in acts {
            if *sequence <= last_seen {
                continue;
            }
            if *sequence > last_seen + 1 || touched.last.len() > MAX_TAGS {
                *touched = Touched { floor: *sequence, last: HashMap::new() };
            }
            touched.last.extend(tags.iter().map(|tag| (TagHash::new(tag), *sequence)));
            last_seen = *sequence;
        }
        // Publish the sequence last (release ordering), after the touched tags are visible.
        self.last_seen.store(last_seen, Ordering::Release);
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
        let last_seen = self.last_seen_sequence();
        if dependencies.checked.load(Ordering::Relaxed) >= last_seen {
            return true;
        }
        let touched = self.touched.read().unwrap_or_else(PoisonError::into_inner);
        let is_old = |tag: &TagHash| touched.last.get(tag).is_some_and(|last| *last > dependencies.sequence);
        let fresh = dependencies.sequence >= touched.floor && !dependencies.tags.iter().any(is_old);
        if fresh {
            dependencies.checked.store(last_seen, Ordering::Relaxed);
        }
        fresh
    }
}

impl Dependencies {
    /// The dependencies of a response that was read when everything in `version` was visible.
    pub(crate) fn new(version: ReadVersion, tags: &[String]) -> Self {
        let ReadVersion { epoch_number, sequence } = version;
        let tags = tags.iter().map(|tag| TagHash::new(tag)).collect();
        Self { epoch_number, sequence, tags, checked: AtomicI64::new(sequence) }
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

    fn act(sequence: i64, tags: &[&str]) -> LoggedAct {
        recorded(sequence, tags.iter().map(|&tag| tag.to_owned()).collect())
    }

    fn recorded(sequence: i64, tags: Vec<String>) -> LoggedAct {
        LoggedAct { sequence, at: DateTime::UNIX_EPOCH, is_takedown: false, tags }
    }

    fn dependencies(sequence: i64, tags: &[&str]) -> Dependencies {
        dependencies_in(0, sequence, &tags.iter().map(|&tag| tag.to_owned()).collect::<Vec<_>>())
    }

    fn dependencies_in(epoch_number: u32, sequence: i64, tags: &[String]) -> Dependencies {
        Dependencies::new(ReadVersion { epoch_number, sequence }, tags)
    }

    #[test]
    fn responses_read_before_a_restore_are_stale_whatever_their_sequence() {
        let validity = Validity::default();
        validity.skip_to(9);
        let before = validity.version();
        let responses = [3, 5, 9, 20].map(|sequence| dependencies(sequence, &["a"]));
        validity.record_own_act(9);
        validity.start_epoch(5);
        assert_eq!(validity.last_seen_sequence(), 5);
        for response in responses.iter().chain([&Dependencies::new(before, &[])]) {
            assert!(!validity.is_fresh(response) && !validity.is_current_epoch(response), "{response:?}");
        }
        let response = Dependencies::new(validity.version(), &["a".to_owned()]);
        assert!(validity.is_fresh(&response) && !validity.predates_own_act(&response));
        validity.record(&[act(6, &["a"])]);
        assert!(!validity.is_fresh(&response), "acts are recorded in the new epoch");
    }

    #[test]
    fn a_response_is_fresh_until_an_act_touches_one_of_its_tags() {
        let validity = Validity::default();
        validity.skip_to(5);
        let (a, b) = (dependencies(5, &["a", "lists"]), dependencies(5, &["b"]));
        assert!(validity.is_fresh(&a) && validity.is_fresh(&b));
        validity.record(&[act(6, &["a"])]);
        assert!(!validity.is_fresh(&a) && validity.is_fresh(&b));
        assert!(validity.is_fresh(&dependencies(6, &["a"])), "read after the act");
        validity.record(&[act(6, &["b"])]);
        assert!(validity.is_fresh(&b), "an act that was seen already");
    }

    #[test]
    fn a_gap_in_the_acts_makes_earlier_responses_stale() {
        let validity = Validity::default();
        validity.skip_to(5);
        let response = dependencies(5, &["a"]);
        validity.record(&[act(8, &["b"])]);
        assert!(!validity.is_fresh(&response), "acts 6 and 7 may have touched it");
        assert!(validity.is_fresh(&dependencies(8, &["a"])));
        validity.skip_to(9);
        assert!(!validity.is_fresh(&dependencies(8, &["a"])), "act 9 may have touched it");
        validity.skip_to(3);
        assert!(validity.is_fresh(&dependencies(9, &["a"])), "an act that was seen already");
    }

    #[test]
    fn the_map_of_tags_is_bounded() {
        let validity = Validity::default();
        for sequence in 1..=300 {
            let tags: Vec<String> = (0..500).map(|tag| format!("{sequence}-{tag}")).collect();
            validity.record(&[recorded(sequence, tags)]);
        }
        assert!(validity.touched.read().unwrap().last.len() <= MAX_TAGS + 500);
        assert!(!validity.is_fresh(&dependencies(100, &["x"])), "read before the map was cleared");
    }

    proptest! {
        /// Compares the implementation with the rule, with acts that arrive twice or never.
        #[test]
        fn no_stale_response_counts_as_fresh(
            acts in prop::collection::vec(prop::collection::vec(0u8..6, 0..4), 1..40),
            received in prop::collection::vec((0usize..40, 0usize..6), 0..60),
            responses in prop::collection::vec((0i64..40, prop::collection::vec(0u8..6, 1..3)), 1..12),
        ) {
            let names = |tags: &[u8]| tags.iter().map(u8::to_string).collect::<Vec<_>>();
            let acts = acts.iter().zip(1..);
            let acts = acts.map(|(tags, sequence)| recorded(sequence, names(tags)));
            let acts: Vec<LoggedAct> = acts.collect();
            let responses = responses.iter().map(|(at, tags)| (*at, names(tags), dependencies_in(0, *at, &names(tags))));
            let responses: Vec<(i64, Vec<String>, Dependencies)> = responses.collect();
            let validity = Validity::default();
            for (from, length) in received {
                validity.record(&acts.iter().skip(from).take(length).cloned().collect::<Vec<_>>());
                let known = acts.iter().filter(|act| act.sequence <= validity.last_seen_sequence());
                for (at, tags, dependencies) in &responses {
                    let mut later = known.clone().filter(|act| act.sequence > *at);
                    let touched = later.any(|act| act.tags.iter().any(|tag| tags.contains(tag)));
                    prop_assert!(!(touched && validity.is_fresh(dependencies)));
                }
            }
        }
    }
}
