//! Runs every sample of README and `docs/`, and compares the output. One shell runs them in reading order, so
//! that later pages can use what earlier ones created.
//!
//! The language of a block decides: `sh` is run, and so are the commands in `ini`; `json`, `http` and `text` are the expected output of the block above; `html` is a
//! page whose script is run; a block with a title is saved as a file of that name. In expected output, `…` stands for
//! omitted text. A block of any other kind fails the test.

use std::fmt::Write;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};
use serde_json::Value;

use crate::support::{Server, directory};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The pages that run first. The tour reuses variable names of other pages, so it runs last.
const FIRST: [&str; 2] = ["README.md", "docs/quick-start.md"];
const LAST: &str = "docs/tour.md";

/// Pages that other tests cover: `markup/tests/markup/reference.rs`, and `backups`, which stops the
/// server that the other pages need.
const ELSEWHERE: [&str; 2] = ["docs/markdown.md", BACKUP];
pub(crate) const BACKUP: &str = "docs/backup.md";

/// The test that runs the TypeScript samples.
const CLIENTS: &str = include_str!("../../../../openapi/clients/typescript/tour/samples.test.ts");

/// A block of code.
pub(crate) struct Sample {
    /// The file and the line.
    pub(crate) place: String,
    pub(crate) language: String,
    title: Option<String>,
    pub(crate) text: String,
}

#[test]
fn every_documentation_sample_has_the_shown_output() {
    let (data, folder) = (directory(), directory());
    // The page about locales needs a second locale.
    let locales = ("MASTHEAD_LOCALES", "en,de");
    let server = Server::with_demo(data.path(), &[locales]);
    let host = server.at("").trim_start_matches("http://").to_owned();
    let here = |text: &str| text.replace("localhost:8080", &host).replace("127.0.0.1:8080", &host);
    let mut samples = samples();
    for sample in &mut samples {
        sample.text = here(&sample.text);
    }
    create_files(folder.path(), &samples);

    let password = fs::read_to_string(data.path().join("first-password")).unwrap();
    let mut shell = Command::new("bash");
    shell.args(["-eo", "pipefail", "-c", &script(&samples)]).current_dir(folder.path());
    shell.env("MASTHEAD_DATA_DIR", data.path()).env("PASSWORD", password.trim()).env("NO_PROXY", "127.0.0.1");
    shell.env(locales.0, locales.1);
    shell.env_remove("DATABASE_URL").env_remove("BASE").env_remove("EMAIL").env("RUST_LOG", "error");
    let done = shell.output().unwrap();
    let printed = String::from_utf8(done.stdout).unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    let outputs: Vec<&str> = printed.split('\u{1e}').skip(1).collect();
    let place = samples.get(outputs.len().saturating_sub(1)).map(|sample| &sample.place);
    assert!(done.status.success(), "{place:?} failed: {said}\n{:?}", outputs.last());
    assert_eq!(outputs.len(), samples.len());

    let mut wrong = String::new();
    for at in 0..samples.len() {
        let above = at.checked_sub(1).map(|above| (&samples[above], outputs[above]));
        if let Err(why) = check_sample(&samples[at], outputs[at], samples.get(at + 1), above) {
            writeln!(wrong, "{}: {why}", samples[at].place).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// All samples, in the order in which they run.
fn samples() -> Vec<Sample> {
    let names = fs::read_dir(Path::new(ROOT).join("docs")).unwrap();
    let names = names.map(|entry| format!("docs/{}", entry.unwrap().file_name().to_str().unwrap()));
    let mut rest: Vec<String> = names.filter(|name| name.ends_with(".md")).collect();
    rest.retain(|name| {
        let name = name.as_str();
        name != LAST && !FIRST.contains(&name) && !ELSEWHERE.contains(&name)
    });
    rest.sort();
    let all = FIRST.into_iter().chain(rest.iter().map(String::as_str)).chain([LAST]);
    let found: Vec<Sample> = all.flat_map(samples_of).collect();
    assert!(found.len() > 50, "{} samples were found", found.len());
    found
}

pub(crate) fn samples_of(name: &str) -> Vec<Sample> {
    let text = fs::read_to_string(Path::new(ROOT).join(name)).unwrap();
    let arena = Arena::new();
    let root = parse_document(&arena, &text, &Options::default());
    let blocks = root.descendants().filter_map(|node| {
        let data = node.data();
        let NodeValue::CodeBlock(block) = &data.value else { return None };
        let title = block.info.split_once("title=\"").and_then(|(_, rest)| rest.split_once('"'));
        Some(Sample {
            place: format!("{name}:{}", data.sourcepos.start.line),
            language: block.info.split_whitespace().next().unwrap_or_default().to_owned(),
            title: title.map(|(title, _)| title.to_owned()),
            text: block.literal.clone(),
        })
    });
    blocks.collect()
}

/// Creates the files that the commands in the docs expect of a built checkout: the executable, the demo, the fixtures,
/// and each sample that has a file name as its title.
fn create_files(folder: &Path, samples: &[Sample]) {
    fs::create_dir_all(folder.join("target/release")).unwrap();
    symlink(env!("CARGO_BIN_EXE_masthead"), folder.join("target/release/masthead")).unwrap();
    let mut copy = Command::new("cp");
    copy.args(["-r", "--parents", "demo", "tests/fixtures", "--target-directory"])
        .arg(folder)
        .current_dir(ROOT);
    assert!(copy.status().unwrap().success());
    for sample in samples {
        if let Some(title) = &sample.title {
            let file = folder.join(title);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, &sample.text).unwrap();
        }
    }
}

/// The script of all samples, which prints a separator before each of them.
fn script(samples: &[Sample]) -> String {
    let mut script = String::new();
    for sample in samples {
        let run = match sample.language.as_str() {
            "sh" if is_for_make(sample) => String::new(),
            "sh" => sample.text.clone(),
            // The commands that systemd runs after the server has started, as it has here.
            "ini" => {
                sample.text.lines().filter_map(|line| line.strip_prefix("ExecStartPost=")).collect::<String>()
                    + "\n"
            }
            "html" => {
                let file = sample.title.as_ref().expect("a page has a name to be saved under");
                format!("node {ROOT}/crates/masthead/tests/process/page.mjs {file}\n")
            }
            _ => String::new(),
        };
        writeln!(script, "printf '\\036'\n{run}").unwrap();
    }
    script
}

/// Whether a sample only calls `make`. It is not run, because it would rebuild and test this repository.
fn is_for_make(sample: &Sample) -> bool {
    sample.text.lines().all(|line| line.starts_with("make "))
}

/// Checks a sample. Expected output is compared with the output of the sample above.
fn check_sample(
    sample: &Sample,
    output: &str,
    below: Option<&Sample>,
    above: Option<(&Sample, &str)>,
) -> Result<(), String> {
    let (source, printed) = above.map_or(("", ""), |(above, output)| (above.language.as_str(), output));
    match sample.language.as_str() {
        "sh" if is_for_make(sample) => sample.text.lines().try_for_each(is_target),
        "sh" if below.is_some_and(|below| ["json", "http", "text"].contains(&below.language.as_str())) => {
            Ok(())
        }
        "sh" => matches_comments(&sample.text, output),
        "json" | "http" | "text" if source != "sh" => Err("there is no command above it".to_owned()),
        "json" => {
            let shown = serde_json::from_str(&sample.text).map_err(|error| error.to_string())?;
            let last = printed.lines().last().unwrap_or_default();
            let found = serde_json::from_str(last).map_err(|error| format!("{error}: {printed}"))?;
            same(&shown, &found, "")
        }
        "http" => {
            let is_there = |line: &&str| !printed.lines().any(|found| matches(line, found.trim_end()));
            sample
                .text
                .lines()
                .find(is_there)
                .map_or(Ok(()), |line| Err(format!("{line} is not in {printed}")))
        }
        "text" => lines_match(&sample.text, printed),
        "html" => {
            let missing = output.lines().find(|text| !printed.contains(text));
            let shown = output.trim().lines().count();
            match missing {
                Some(text) => Err(format!("{text} is in no answer above")),
                None if shown < 10 => Err(format!("it shows {shown} texts")),
                None => Ok(()),
            }
        }
        "markdown" if sample.title.is_some() => Ok(()),
        "ini" if !output.trim().is_empty() => Err(format!("it printed {output}")),
        // Configuration of other programs: check that it names the probes.
        "ini" | "nginx" | "yaml" if sample.place.starts_with("docs/health.md") => names_probes(&sample.text),
        "nginx" => Ok(()),
        // `scripts/test-clients.sh` runs it, with the client installed.
        "ts" if CLIENTS.contains("docs") => Ok(()),
        other => Err(format!("nobody knows how to carry out `{other}`")),
    }
}

/// Checks that the configuration of another program requests `/readyz`.
fn names_probes(text: &str) -> Result<(), String> {
    if text.contains("/readyz") { Ok(()) } else { Err("it asks for no probe".to_owned()) }
}

fn is_target(line: &str) -> Result<(), String> {
    let makefile = include_str!("../../../../Makefile");
    let target = line.trim_start_matches("make ").split_whitespace().next().unwrap_or_default();
    let known = makefile.lines().any(|line| line.starts_with(&format!("{target}:")));
    if known { Ok(()) } else { Err(format!("there is no `make {target}`")) }
}

/// Compares the comments at the ends of lines with the output, if there are any.
fn matches_comments(text: &str, output: &str) -> Result<(), String> {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    let promised: Vec<&str> = lines.filter_map(|line| Some(line.rsplit_once("  # ")?.1.trim())).collect();
    let printed: Vec<&str> = output.lines().collect();
    if promised.is_empty() || promised == printed {
        return Ok(());
    }
    Err(format!("{promised:#?} was promised, {printed:#?} was printed"))
}

/// Compares JSON with the expected JSON. Of ids, times and sequence numbers only the form is compared.
fn same(shown: &Value, found: &Value, at: &str) -> Result<(), String> {
    let member = at.rsplit('/').find(|part| part.parse::<usize>().is_err()).unwrap_or_default();
    let other = || Err(format!("{at} is {found}, not {shown}"));
    match (shown, found) {
        (Value::Object(shown), Value::Object(found)) => {
            let is_cut = shown.contains_key("…");
            if let Some(more) = found.keys().find(|name| !is_cut && !shown.contains_key(*name)) {
                return Err(format!("{at} has `{more}` too"));
            }
            shown.iter().filter(|(name, _)| *name != "…").try_for_each(|(name, shown)| {
                let found = found.get(name).ok_or_else(|| format!("{at} has no `{name}`"))?;
                same(shown, found, &format!("{at}/{name}"))
            })
        }
        (Value::Array(shown), Value::Array(found)) => {
            let is_cut = shown.last().is_some_and(|last| last == "…");
            let shown = &shown[..shown.len() - usize::from(is_cut)];
            if found.len() < shown.len() + usize::from(is_cut) || found.len() > shown.len() && !is_cut {
                return Err(format!("{at} has {} entries", found.len()));
            }
            let mut pairs = shown.iter().zip(found).enumerate();
            pairs.try_for_each(|(place, (shown, found))| same(shown, found, &format!("{at}/{place}")))
        }
        (Value::String(shown), Value::String(found)) if matches(shown, found) => Ok(()),
        (Value::String(shown), Value::String(found)) if varies(member) => {
            if shown.len() == found.len() || shown.ends_with('Z') && found.ends_with('Z') {
                Ok(())
            } else {
                other()
            }
        }
        (Value::Number(_), Value::Number(_)) if varies(member) => Ok(()),
        _ if shown == found => Ok(()),
        _ => other(),
    }
}

fn varies(member: &str) -> bool {
    let names = ["id", "article_id", "draft_ids", "made_by", "request_id", "sequence"];
    names.contains(&member) || member.ends_with("_at")
}

/// Whether a line equals the expected line, in which `…` stands for any text.
fn matches(shown: &str, found: &str) -> bool {
    let parts: Vec<&str> = shown.split('…').collect();
    let [first, middle @ .., last] = parts.as_slice() else { return shown == found };
    let Some(mut rest) = found.strip_prefix(first) else { return false };
    for part in middle {
        let Some((_, after)) = rest.split_once(part) else { return false };
        rest = after;
    }
    rest.ends_with(last)
}

/// Compares lines with the expected lines, among which a line `…` stands for any number of lines.
pub(crate) fn lines_match(shown: &str, printed: &str) -> Result<(), String> {
    let mut found = printed.lines().peekable();
    let mut shown = shown.lines().peekable();
    while let Some(line) = shown.next() {
        if line.trim() == "…" {
            let next = shown.peek();
            while found.next_if(|found| next.is_none_or(|next| !matches(next, found))).is_some() {}
        } else if !found.next().is_some_and(|found| matches(line, found)) {
            return Err(format!("`{line}` is not where it is shown in:\n{printed}"));
        }
    }
    found.next().map_or(Ok(()), |more| Err(format!("`{more}` is printed too")))
}

#[test]
fn the_comparison_of_samples_detects_differences() {
    let json = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    for (shown, found, is_same) in [
        (r#"{"a":1}"#, r#"{"a":1}"#, true),
        (r#"{"a":1}"#, r#"{"a":2}"#, false),
        (r#"{"a":1}"#, r#"{"a":1,"b":2}"#, false),
        (r#"{"a":1,"…":"…"}"#, r#"{"a":1,"b":2}"#, true),
        (r#"{"a":1,"c":1,"…":"…"}"#, r#"{"a":1,"b":2}"#, false),
        (r#"["x","…"]"#, r#"["x","y"]"#, true),
        (r#"["x","…"]"#, r#"["x"]"#, false),
        (r#"["x"]"#, r#"["x","y"]"#, false),
        (r#"{"a":"x…z"}"#, r#"{"a":"xyz"}"#, true),
        (r#"{"a":"x…z"}"#, r#"{"a":"xy"}"#, false),
        (r#"{"sequence":1}"#, r#"{"sequence":7}"#, true),
        (r#"{"id":"01a"}"#, r#"{"id":"02b"}"#, true),
        (r#"{"id":"01a"}"#, r#"{"id":null}"#, false),
    ] {
        assert_eq!(same(&json(shown), &json(found), "").is_ok(), is_same, "{shown} {found}");
    }
    assert!(lines_match("a\n…\nc …\n", "a\nb\nb\nc d\n").is_ok());
    assert!(lines_match("a\n…\nc\n", "a\nb\n").is_err());
    assert!(lines_match("a\n", "a\nb\n").is_err());
    assert!(matches_comments("one  # 1\ntwo\n", "1\n").is_ok());
    assert!(matches_comments("one  # 1\n", "2\n").is_err());
    assert!(is_target("make nothing").is_err());
}
