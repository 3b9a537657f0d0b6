//! Syntax highlighting of code blocks with syntect's grammars. Maps their many scopes to the few token kinds that a
//! stylesheet needs.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use domain::{Token, TokenKind};
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

/// Tokenises the code blocks of one body within an effort budget, because grammars are regular expressions that hostile
/// input can make slow.
pub(crate) struct SyntaxHighlighter {
    /// The effort that the rest of the body may still use.
    remaining_effort: usize,
}

/// Enough for 64 KiB of code, which is more than any article has. What goes beyond is shown without colours.
const MAX_EFFORT: usize = 6_000_000;

/// The estimated effort of a line: quadratic, because a regular expression may scan from each position to the end.
fn effort(line: &str) -> usize {
    line.len().saturating_add(20).saturating_pow(2)
}

/// Maximum depth of the scope stack: for each token, a grammar may look at all enclosing scopes.
const MAX_DEPTH: usize = 80;

impl SyntaxHighlighter {
    /// Creates a highlighter for one body, with the full budget.
    pub(crate) fn new() -> Self {
        Self { remaining_effort: MAX_EFFORT }
    }

    /// The tokens of some code, or `None` when its language is unknown or the effort budget is exhausted.
    pub(crate) fn tokens(&mut self, language: &str, code: &str) -> Option<Vec<Token>> {
        let grammars = grammars();
        let syntax = grammars.find_syntax_by_token(language)?;
        self.remaining_effort = code.lines().try_fold(self.remaining_effort, |remaining_effort, line| {
            remaining_effort.checked_sub(effort(line))
        })?;
        tokens(&grammars, syntax, code)
    }
}

/// Evicts the cached grammars unless they were used since the last call. The compiled regular expressions take 160 MiB
/// after a dozen languages; recompiling one language takes up to half a second.
pub fn evict_unused_grammars() {
    let mut cache = GRAMMAR_CACHE.lock().unwrap_or_else(PoisonError::into_inner);
    if !std::mem::take(&mut cache.used_since_eviction) {
        cache.grammars = None;
    }
}

/// The loaded grammars, until they are evicted.
struct GrammarCache {
    grammars: Option<Arc<SyntaxSet>>,
    used_since_eviction: bool,
}

static GRAMMAR_CACHE: Mutex<GrammarCache> =
    Mutex::new(GrammarCache { grammars: None, used_since_eviction: false });

fn grammars() -> Arc<SyntaxSet> {
    let mut cache = GRAMMAR_CACHE.lock().unwrap_or_else(PoisonError::into_inner);
    cache.used_since_eviction = true;
    cache.grammars.get_or_insert_with(|| Arc::new(two_face::syntax::extra_newlines())).clone()
}

fn tokens(grammars: &SyntaxSet, syntax: &SyntaxReference, code: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let (mut state, mut stack) = (ParseState::new(syntax), ScopeStack::new());
    for line in LinesWithEndings::from(code) {
        let mut at = 0;
        for (place, op) in state.parse_line(line, grammars).ok()? {
            push(line.get(at..place)?, &stack, &mut tokens);
            stack.apply(&op).ok()?;
            at = place;
        }
        if stack.len() > MAX_DEPTH {
            return None;
        }
        push(line.get(at..)?, &stack, &mut tokens);
    }
    Some(tokens)
}

fn push(text: &str, stack: &ScopeStack, tokens: &mut Vec<Token>) {
    let kind = if text.trim().is_empty() { None } else { kind(stack) };
    match tokens.last_mut().filter(|last| last.kind == kind) {
        Some(last) => last.text.push_str(text),
        None if text.is_empty() => {}
        None => tokens.push(Token { kind, text: text.to_owned() }),
    }
}

/// The token kind of the innermost scope that has one.
fn kind(stack: &ScopeStack) -> Option<TokenKind> {
    let is_key = stack.scopes.iter().any(|scope| MAPPING_KEY.is_prefix_of(*scope));
    let kind = stack.scopes.iter().rev().find_map(|scope| {
        let (_, kind) = KINDS.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope))?;
        Some(*kind)
    });
    kind.map(|kind| if is_key && kind == TokenKind::String { TokenKind::Property } else { kind })
}

/// The scope of mapping keys, which are strings in JSON.
static MAPPING_KEY: LazyLock<Scope> = LazyLock::new(|| scope("meta.mapping.key"));

static KINDS: LazyLock<Vec<(Scope, TokenKind)>> =
    LazyLock::new(|| SCOPES.into_iter().map(|(name, kind)| (scope(name), kind)).collect());

fn scope(name: &str) -> Scope {
    Scope::new(name).unwrap_or_default()
}

/// The first matching prefix of a scope decides, so specific prefixes precede general ones.
const SCOPES: [(&str, TokenKind); 40] = [
    ("comment", TokenKind::Comment),
    ("punctuation.definition.comment", TokenKind::Comment),
    ("constant.character.escape", TokenKind::Constant),
    ("punctuation.definition.string", TokenKind::String),
    ("string", TokenKind::String),
    ("constant.numeric", TokenKind::Number),
    ("constant", TokenKind::Constant),
    ("support.constant", TokenKind::Constant),
    ("keyword.operator.word", TokenKind::Keyword),
    ("keyword.operator.logical.python", TokenKind::Keyword),
    ("keyword.operator", TokenKind::Operator),
    ("keyword", TokenKind::Keyword),
    ("storage", TokenKind::Keyword),
    ("variable.language", TokenKind::Keyword),
    ("entity.name.function", TokenKind::Function),
    ("support.function", TokenKind::Function),
    ("support.macro", TokenKind::Function),
    ("variable.function", TokenKind::Function),
    ("entity.name.tag.yaml", TokenKind::Property),
    ("entity.name.tag.toml", TokenKind::Property),
    ("entity.name.tag", TokenKind::Tag),
    ("entity.other.attribute-name", TokenKind::Attribute),
    ("support.type.property-name", TokenKind::Property),
    ("meta.property-name", TokenKind::Property),
    ("variable.other.member", TokenKind::Property),
    ("variable.other.property", TokenKind::Property),
    ("entity.name.section", TokenKind::Heading),
    ("markup.heading", TokenKind::Heading),
    ("markup.inserted", TokenKind::Inserted),
    ("markup.deleted", TokenKind::Deleted),
    ("punctuation.definition.inserted", TokenKind::Inserted),
    ("punctuation.definition.deleted", TokenKind::Deleted),
    ("entity.name", TokenKind::Type),
    ("entity.other.inherited-class", TokenKind::Type),
    ("support.type", TokenKind::Type),
    ("support.class", TokenKind::Type),
    ("support.other", TokenKind::Property),
    ("variable", TokenKind::Variable),
    ("punctuation", TokenKind::Punctuation),
    ("invalid.deprecated", TokenKind::Keyword),
];

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: [(&str, &str, &str); 10] = [
        (
            "rust",
            "let n: u8 = f(1); // one\n",
            "[keyword let] n[punctuation :] [keyword u8] [operator =] [function f][punctuation (][number 1][punctuation );] [comment // one\n]",
        ),
        (
            "json",
            "{\"a\": \"b\"}",
            "[punctuation {][property \"a\"][punctuation :] [string \"b\"][punctuation }]",
        ),
        (
            "sql",
            "SELECT a FROM b WHERE c = 'd' -- e\n",
            "[keyword SELECT] a [keyword FROM] b [keyword WHERE] c [operator =] [string 'd'] [comment -- e\n]",
        ),
        ("toml", "a = \"b\"\n", "[property a] [punctuation =] [string \"b\"]\n"),
        ("yaml", "a: b\n", "[property a][punctuation :] [string b]\n"),
        (
            "ts",
            "const a: string = f(1)\n",
            "[keyword const] [variable a][operator :] [type string] [operator =] [function f]([number 1])\n",
        ),
        (
            "sh",
            "curl -s \"$A\" # b\n",
            "[function curl][punctuation  -][variable s] [string \"][punctuation $][variable A][string \"] [comment # b]\n",
        ),
        ("diff", "-a\n+b\n", "[deleted -a\n][inserted +b\n]"),
        (
            "html",
            "<a href=\"b\">c</a>\n",
            "[punctuation <][tag a] [attribute href][punctuation =][string \"b\"][punctuation >]c[punctuation </][tag a][punctuation >]\n",
        ),
        (
            "http",
            "GET / HTTP/1.1\nHost: a\n",
            "[keyword GET] [punctuation /] [constant HTTP/1.1]\n[keyword Host][punctuation :][string  a]\n",
        ),
    ];

    fn tokens_as_text(language: &str, code: &str) -> String {
        let tokens = SyntaxHighlighter::new().tokens(language, code).unwrap();
        let parts = tokens.into_iter().map(|Token { kind, text }| match kind {
            Some(kind) => format!("[{} {text}]", kind.class().trim_start_matches("hl-")),
            None => text,
        });
        parts.collect()
    }

    #[test]
    fn every_listed_scope_is_valid() {
        assert!(SCOPES.iter().all(|(name, _)| Scope::new(name).is_ok_and(|scope| scope != Scope::default())));
        assert_eq!(*MAPPING_KEY, Scope::new("meta.mapping.key").unwrap());
    }

    #[test]
    fn code_is_split_into_tokens_by_kind() {
        for (language, code, parts) in PARTS {
            assert_eq!(tokens_as_text(language, code), parts, "{language}");
        }
    }

    #[test]
    fn unused_grammars_are_evicted() {
        // Other tests load grammars concurrently, so this watches one instance with a weak reference and retries.
        let held = Arc::downgrade(&grammars());
        let is_forgotten = |_| {
            evict_unused_grammars();
            std::thread::yield_now();
            held.strong_count() == 0
        };
        assert!((0..1_000_000).any(is_forgotten));
        assert!(SyntaxHighlighter::new().tokens("rust", "x").is_some(), "and loaded again");
    }

    #[test]
    fn unknown_languages_and_oversized_code_are_not_highlighted() {
        assert_eq!(SyntaxHighlighter::new().tokens("no-such-language", "x"), None);
        assert_eq!(SyntaxHighlighter::new().tokens("rust", &"x".repeat(2_500)), None);
        assert_eq!(SyntaxHighlighter::new().tokens("json", &"[\n".repeat(MAX_DEPTH + 1)), None);
        let mut highlighter = SyntaxHighlighter::new();
        let half = "x\n".repeat(MAX_EFFORT / effort("x") / 2 + 1);
        assert!(highlighter.tokens("rust", &half).is_some());
        assert_eq!(highlighter.tokens("rust", &half), None);
    }
}
