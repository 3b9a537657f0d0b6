//! A reproducible artificial vocabulary whose word frequencies follow Zipf's law, as in natural language.

use std::sync::LazyLock;

use fastrand::Rng;

/// The number of words.
pub const SIZE: usize = 20_000;

const BEGINNINGS: [&str; 16] =
    ["b", "br", "c", "d", "f", "g", "gr", "l", "m", "n", "p", "r", "s", "st", "t", "v"];
const MIDDLES: [&str; 6] = ["a", "e", "i", "o", "u", "ea"];
const ENDS: [&str; 8] = ["", "l", "m", "n", "r", "s", "t", "nd"];

static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut random = Rng::with_seed(11);
    let mut words = Vec::with_capacity(SIZE);
    let mut known = std::collections::HashSet::new();
    while words.len() < SIZE {
        // Frequent words are short.
        let syllables = 1 + usize::from(words.len() > 200) + usize::from(words.len() > 5_000);
        let word: String = (0..syllables).map(|_| syllable(&mut random)).collect();
        if known.insert(word.clone()) {
            words.push(word);
        }
    }
    words
});

/// The word at a rank; 0 is the most frequent one.
pub fn word(rank: usize) -> &'static str {
    &WORDS[rank.min(SIZE - 1)]
}

/// A random word, weighted by frequency.
pub fn some(random: &mut Rng) -> &'static str {
    word((SIZE as f64).powf(random.f64()) as usize - 1)
}

/// Random words separated by spaces.
pub fn several(random: &mut Rng, count: usize) -> String {
    (0..count).map(|_| some(random)).collect::<Vec<_>>().join(" ")
}

fn syllable(random: &mut Rng) -> String {
    let mut one = |of: &[&'static str]| of[random.usize(0..of.len())];
    [one(&BEGINNINGS), one(&MIDDLES), one(&ENDS)].concat()
}
