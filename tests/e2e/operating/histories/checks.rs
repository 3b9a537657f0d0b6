//! The consistency checks over a recorded history.

use std::collections::HashMap;
use std::time::Duration;

/// An acknowledged act.
#[derive(Debug)]
pub(super) struct Act {
    pub(super) sequence: i64,
    pub(super) article: usize,
    pub(super) state: ArticleState,
    /// The server that acknowledged it.
    pub(super) server: usize,
    /// When the acknowledgement arrived.
    pub(super) answered: Duration,
}

/// The state of an article after an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ArticleState {
    /// Live, with this number in its headline.
    Live(u64),
    Gone,
    TakenDown,
}

/// A response that a reader received.
#[derive(Debug)]
pub(super) struct Observation {
    pub(super) server: usize,
    /// When the request was sent.
    pub(super) requested_at: Duration,
    pub(super) content: Content,
    /// Whether the response was marked as stale.
    pub(super) is_stale: bool,
}

/// The content of a response: articles with the number in the headline and the sequence of their act.
#[derive(Debug)]
pub(super) enum Content {
    Article(usize, Option<(u64, i64)>),
    List(Vec<(usize, (u64, i64))>),
}

/// Checks every response: it shows one state that existed; it is not older than what the same server returned for the
/// same URL before; and it is not older than an act which that server had acknowledged before the request was sent.
pub(super) fn check(acts: &[Act], observations: &[Observation]) {
    let moments = states_by_sequence(acts);
    let answered_acts = AnsweredActs::from_acts(acts);
    let mut last: HashMap<Url, i64> = HashMap::new();
    for observation in observations {
        let url = (observation.server, observation.content.article());
        let earliest = answered_acts.before(url, observation.requested_at);
        let before = last.get(&url).copied().unwrap_or(0);
        let from = moments.partition_point(|(sequence, _)| *sequence < before.max(earliest));
        let found = moments[from..].iter().find(|(_, states)| observation.content.is(states));
        assert!(
            found.is_some(),
            "server {} showed {observation:?} after act {before}, having answered act {earliest}; it is from {:?}",
            observation.server,
            moments.iter().rfind(|(_, states)| observation.content.is(states)).map(|(sequence, _)| sequence)
        );
        last.insert(url, found.unwrap().0);
    }
}

/// A server, and an article there or, as `None`, the list.
type Url = (usize, Option<usize>);

/// For each URL the acts that its server acknowledged: when, and the highest sequence until then.
struct AnsweredActs(HashMap<Url, Vec<(Duration, i64)>>);

impl AnsweredActs {
    fn from_acts(acts: &[Act]) -> Self {
        let mut answered_acts: HashMap<Url, Vec<(Duration, i64)>> = HashMap::new();
        let mut sorted: Vec<&Act> = acts.iter().collect();
        sorted.sort_by_key(|act| act.answered);
        for Act { sequence, article, server, answered, .. } in sorted {
            for url in [(*server, Some(*article)), (*server, None)] {
                let until_then = answered_acts.entry(url).or_default();
                let latest = until_then.last().map_or(*sequence, |(_, latest)| *sequence.max(latest));
                until_then.push((*answered, latest));
            }
        }
        Self(answered_acts)
    }

    /// The highest sequence that was acknowledged before a request was sent.
    fn before(&self, url: Url, requested_at: Duration) -> i64 {
        let all = self.0.get(&url).map_or(&[][..], Vec::as_slice);
        let count = all.partition_point(|(answered, _)| *answered < requested_at);
        count.checked_sub(1).map_or(0, |last| all[last].1)
    }
}

type States = Vec<Option<(u64, i64)>>;

/// The states of all articles before the first act and after each one, by sequence.
fn states_by_sequence(acts: &[Act]) -> Vec<(i64, States)> {
    let count = acts.iter().map(|act| act.article + 1).max().unwrap_or(0);
    let mut states: States = vec![None; count];
    let mut moments = vec![(0, states.clone())];
    let mut sorted: Vec<&Act> = acts.iter().collect();
    sorted.sort_by_key(|act| act.sequence);
    for Act { sequence, article, state, .. } in sorted {
        states[*article] = match state {
            ArticleState::Live(number) => Some((*number, *sequence)),
            ArticleState::Gone | ArticleState::TakenDown => None,
        };
        moments.push((*sequence, states.clone()));
    }
    moments
}

impl Content {
    /// The article that the response is about; `None` for the list.
    fn article(&self) -> Option<usize> {
        match self {
            Self::Article(article, _) => Some(*article),
            Self::List(_) => None,
        }
    }

    fn is(&self, states: &States) -> bool {
        match self {
            Self::Article(article, state) => states.get(*article).copied().flatten() == *state,
            Self::List(content) => {
                let live = states.iter().filter(|state| state.is_some()).count();
                content.len() == live
                    && content.iter().all(|(article, state)| states[*article] == Some(*state))
            }
        }
    }
}
