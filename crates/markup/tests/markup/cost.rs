//! What rendering costs: bodies of 1 MiB that are made to be expensive take at most ten times as long as prose of that
//! size, or are refused, always the same ones and with a reason. Times are compared with one another, never with a clock.

use std::time::{Duration, Instant};

use crate::bombs::{bombs, prose};
use crate::cases;
use markup::{derive_standfirst, render};
use proptest::prelude::*;

/// How many times as long as prose a body may take.
const MOST: u32 = 10;

/// The shortest of several runs, or the first that is short enough, because other processes can only make a run longer.
fn time(body: &str, enough: Duration) -> Duration {
    let mut shortest = Duration::MAX;
    for _ in 0..4 {
        let start = Instant::now();
        let (rendering, standfirst) = (render(body), derive_standfirst(body));
        shortest = shortest.min(start.elapsed());
        drop((rendering, standfirst));
        if shortest <= enough {
            break;
        }
    }
    shortest
}

fn is_refused(body: &str) -> bool {
    render(body).too_complex.is_some()
}

#[test]
fn no_expensive_body_of_1_mib_takes_more_than_ten_times_prose() {
    let prose = prose();
    assert!(!is_refused(&prose));
    let allowed = time(&prose, Duration::ZERO) * MOST;
    let mut costly = Vec::new();
    for (name, body) in bombs() {
        let took = time(&body, allowed);
        if took > allowed {
            costly.push(format!("{name}: {took:?} of {allowed:?}"));
        }
    }
    assert!(costly.is_empty(), "{costly:#?}");
}

/// Pieces of Markdown and HTML that open, close, continue or repeat something.
const PIECES: [&str; 48] = [
    "# ",
    "## a\n",
    "a\n=\n",
    "\n",
    "\n\n",
    "  \n",
    "> ",
    ">",
    "- ",
    "+ ",
    "1. ",
    "- [x] ",
    "    ",
    "\t",
    "```\n",
    "```rust\n",
    "`",
    "$`",
    "`$",
    "*",
    "**",
    "_",
    "~~",
    "|",
    "|-|\n",
    "[",
    "]",
    "](",
    "![",
    "](a)",
    "[^a]",
    "[^a]: ",
    "[a]: b\n",
    "[a]",
    "<",
    ">",
    "<b>",
    "</b>",
    "<div>\n",
    "<table><td>",
    "<!--",
    "&amp;",
    "\\",
    "www.a.b ",
    "http://a.b ",
    "a@b.c ",
    "> [!NOTE]\n",
    "word ",
];

/// A few pieces, repeated to 1 MiB, with something before and after them that they may open or close.
fn repetitions() -> impl Strategy<Value = String> {
    let pieces = |count| prop::collection::vec(prop::sample::select(PIECES.to_vec()), count);
    (pieces(0..4), pieces(1..5), pieces(0..4)).prop_map(|(before, repeated, after)| {
        let repeated = repeated.concat();
        format!("{}{}{}", before.concat(), repeated.repeat((1 << 20) / repeated.len()), after.concat())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(24), ..ProptestConfig::default() })]

    #[test]
    fn no_random_repetition_takes_more_than_ten_times_prose(body in repetitions()) {
        let allowed = time(&prose(), Duration::ZERO) * MOST;
        let took = time(&body, allowed);
        prop_assert!(took <= allowed, "{took:?} of {allowed:?}");
    }
}
