//! The command line.

use std::path::PathBuf;

use clap::builder::FalseyValueParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use store::operations::jobs::JobState;
use uuid::Uuid;

/// A headless CMS for publications that live on articles.
#[derive(Debug, Parser)]
#[command(name = "masthead", disable_version_flag = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) settings: Settings,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the API until told to stop.
    Serve,
    /// Do jobs until told to stop, and serve nothing.
    Work,
    /// Look after jobs.
    Jobs {
        #[command(subcommand)]
        command: JobsCommand,
    },
    /// Bring the database up to date.
    Migrate {
        /// Only say what is pending; exit code 1 when something is.
        #[arg(long)]
        check: bool,
    },
    /// Import content.
    Import {
        #[command(subcommand)]
        feed: ImportSource,
    },
    /// Print an API document.
    Openapi {
        /// Which one.
        document: OpenapiDocument,
    },
    /// Print the effective configuration, secrets masked.
    Config,
    /// Begin a new epoch, after the database was restored from a backup: cursors and kept answers from before are void.
    Restored,
    /// Look whether everything is as it should be.
    Doctor,
    /// Who has an account.
    User {
        #[command(subcommand)]
        user: UserCommand,
    },
    /// The keys that access tokens are signed with.
    Keys {
        #[command(subcommand)]
        keys: KeysCommand,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Make an account.
    Add {
        /// What the person signs in with.
        email: String,
        /// What the person is called [default: the part of the address before the @].
        #[arg(long)]
        name: Option<String>,
        /// admin, editor, author, contributor or viewer.
        #[arg(long, default_value = "author")]
        role: String,
        /// Read the password from standard input; otherwise one is made, and shown on a terminal.
        #[arg(long)]
        password_stdin: bool,
    },
    /// List who has an account.
    List,
    /// Set a password, which ends all sessions of the person.
    SetPassword {
        /// Whose.
        email: String,
        /// Read the password from standard input; otherwise one is made, and shown on a terminal.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Give another role, which ends all sessions of the person.
    SetRole {
        /// Whom.
        email: String,
        /// admin, editor, author, contributor or viewer.
        role: String,
    },
    /// Suspend an account, which ends all sessions of the person.
    Suspend {
        /// Whose.
        email: String,
        /// Lift the suspension instead.
        #[arg(long)]
        lift: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum KeysCommand {
    /// List the keys that verify tokens, and say which one signs.
    List,
    /// Add a key that signs in ten minutes, when every cache has seen it.
    Rotate {
        /// Sign with it at once, and void what was signed before: somebody knows the old one.
        #[arg(long)]
        now: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ImportSource {
    /// A teaser feed: blocks of three lines (section, kicker, standfirst).
    Teasers {
        /// The file.
        file: PathBuf,
        /// Publish what is imported, as one act.
        #[arg(long)]
        publish: bool,
        /// Say what would happen, and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// A folder of Markdown files with front matter, YAML or TOML, as Hugo, Astro, Jekyll and Zola have it.
    Markdown {
        /// The folder.
        folder: PathBuf,
        /// Publish what is imported and no draft, as one act.
        #[arg(long)]
        publish: bool,
        /// What to do with files whose date lies ahead: with --publish, schedule them or publish them now; skip leaves
        /// them out.
        #[arg(long, default_value = "schedule")]
        future: FutureDates,
        /// Say what would happen, and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
}

/// What an import does with files whose date lies ahead.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FutureDates {
    /// Publish them at their date.
    Schedule,
    /// Publish them now; readers see the moment of that as their date.
    Publish,
    /// Leave them out.
    Skip,
}

#[derive(Debug, Subcommand)]
pub(crate) enum JobsCommand {
    /// List the newest, and say how many there are.
    List {
        /// Only those that are ready, running, done, parked or cancelled.
        #[arg(long, value_parser = |text: &str| JobState::try_from(text.to_owned()))]
        state: Option<JobState>,
        /// Only those of this kind.
        #[arg(long)]
        kind: Option<String>,
    },
    /// Have one tried again now, as if it were new.
    Retry {
        /// Which.
        id: Uuid,
    },
    /// Cancel one that is not done.
    Cancel {
        /// Which.
        id: Uuid,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum OpenapiDocument {
    /// What anybody may read.
    Delivery,
    /// What editors do.
    Editorial,
}

/// Settings, as text: they are parsed together, so that every mistake is reported at once.
#[derive(Debug, Args)]
pub(crate) struct Settings {
    /// Where to listen, as address and port.
    #[arg(long, env = "MASTHEAD_LISTEN", default_value = "127.0.0.1:8080", global = true)]
    pub(crate) listen: String,
    /// Where the embedded database is kept [default: ./masthead-data, as root /var/lib/masthead].
    #[arg(long, env = "MASTHEAD_DATA_DIR", global = true)]
    pub(crate) data_dir: Option<PathBuf>,
    /// A database of your own, instead of the embedded one.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub(crate) database_url: Option<String>,
    /// The same database as the reader role.
    #[arg(long, env = "DATABASE_DELIVERY_URL", hide_env_values = true, global = true)]
    pub(crate) database_delivery_url: Option<String>,
    /// A streaming replica of it, as the reader role; it is asked first.
    #[arg(long, env = "DATABASE_REPLICA_URL", hide_env_values = true, global = true)]
    pub(crate) database_replica_url: Option<String>,
    /// The secret that tokens and keys are made with, at least 32 random characters, the same on all instances
    /// [default: with the embedded database, one is made and kept beside it].
    #[arg(long, env = "MASTHEAD_SECRET", hide_env_values = true, global = true)]
    pub(crate) secret: Option<String>,
    /// What the publication is called.
    #[arg(long, env = "MASTHEAD_SITE_NAME", default_value = "Masthead", global = true)]
    pub(crate) site_name: String,
    /// The address that articles' URLs begin with [default: http:// and the listen address].
    #[arg(long, env = "MASTHEAD_SITE_URL", global = true)]
    pub(crate) site_url: Option<String>,
    /// How articles' paths are made, of {section}, {slug} and {locale}.
    #[arg(long, env = "MASTHEAD_SITE_PATH", default_value = "/{section}/{slug}", global = true)]
    pub(crate) site_path: String,
    /// How they were made before, separated by commas or spaces: old paths redirect to the present ones.
    #[arg(long, env = "MASTHEAD_FORMER_SITE_PATHS", global = true)]
    pub(crate) former_site_paths: Option<String>,
    /// The locales, separated by commas, the default first.
    #[arg(long, env = "MASTHEAD_LOCALES", default_value = "en", global = true)]
    pub(crate) locales: String,
    /// The time zone of the publication, by its name in the IANA database.
    #[arg(long, env = "MASTHEAD_TIME_ZONE", default_value = "UTC", global = true)]
    pub(crate) time_zone: String,
    /// Whether a database that may lose acknowledged work is accepted: refuse or allow.
    #[arg(long, env = "MASTHEAD_UNSAFE_DATABASE", default_value = "refuse", global = true)]
    pub(crate) unsafe_database: String,
    /// Begin an embedded database without the demo publication.
    #[arg(long, env = "MASTHEAD_NO_DEMO", global = true, value_parser = FalseyValueParser::new(), action = ArgAction::SetTrue)]
    pub(crate) no_demo: bool,
    /// Whether `serve` does jobs too: on or off. Schedules become public either way.
    #[arg(long, env = "MASTHEAD_WORKER", default_value = "on", global = true)]
    pub(crate) worker: String,
    /// After how many seconds without a sign of life of its worker a job is done by another.
    #[arg(long, env = "MASTHEAD_JOB_LEASE_SECONDS", default_value = "60", global = true)]
    pub(crate) job_lease_seconds: String,
    /// How often a worker gives a sign of life, in seconds.
    #[arg(long, env = "MASTHEAD_JOB_HEARTBEAT_SECONDS", default_value = "15", global = true)]
    pub(crate) job_heartbeat_seconds: String,
    /// How many MiB of answers to readers are kept in memory; 0 reads each from the database.
    #[arg(long, env = "MASTHEAD_CACHE_MEBIBYTES", default_value = "256", global = true)]
    pub(crate) cache_mebibytes: String,
    /// Within how many milliseconds a reader has an answer, or hears that the database gives none.
    #[arg(long, env = "MASTHEAD_PATIENCE_MILLISECONDS", default_value = "220", global = true)]
    pub(crate) patience_milliseconds: String,
    /// How a cache in front is told what an answer depends on: none, surrogate-key or cache-tag.
    #[arg(long, env = "MASTHEAD_CACHE_TAGS", default_value = "none", global = true)]
    pub(crate) cache_tags: String,
    /// What feeds have of each article: standfirst, or full for the whole body too.
    #[arg(long, env = "MASTHEAD_FEED_TEXT", default_value = "standfirst", global = true)]
    pub(crate) feed_text: String,
    /// The caches in front that are told what to forget, by their addresses, separated by commas.
    #[arg(long, env = "MASTHEAD_PURGE_URLS", global = true)]
    pub(crate) purge_urls: Option<String>,
    /// The reverse proxies in front, as addresses and networks separated by commas: their header is believed.
    #[arg(long, env = "MASTHEAD_TRUSTED_PROXIES", global = true)]
    pub(crate) trusted_proxies: Option<String>,
    /// The header in which they pass on the address of a client: x-forwarded-for or forwarded.
    #[arg(long, env = "MASTHEAD_FORWARDED_HEADER", default_value = "x-forwarded-for", global = true)]
    pub(crate) forwarded_header: String,
    /// How many connections one address may have open. Trusted proxies have no such limit.
    #[arg(long, env = "MASTHEAD_CONNECTIONS_PER_ADDRESS", default_value = "256", global = true)]
    pub(crate) connections_per_address: String,
    /// How many seconds a connection may stay open between two requests.
    #[arg(long, env = "MASTHEAD_KEEP_ALIVE_SECONDS", default_value = "75", global = true)]
    pub(crate) keep_alive_seconds: String,
    /// How many seconds the head of a request may take.
    #[arg(long, env = "MASTHEAD_REQUEST_HEAD_SECONDS", default_value = "10", global = true)]
    pub(crate) request_head_seconds: String,
    /// How many seconds the body of a request may pause.
    #[arg(long, env = "MASTHEAD_BODY_PAUSE_SECONDS", default_value = "20", global = true)]
    pub(crate) body_pause_seconds: String,
    /// How many seconds the body of a request may take in all.
    #[arg(long, env = "MASTHEAD_BODY_SECONDS", default_value = "600", global = true)]
    pub(crate) body_seconds: String,
    /// How many bytes a second the body of a request must have on average.
    #[arg(long, env = "MASTHEAD_BODY_BYTES_PER_SECOND", default_value = "1024", global = true)]
    pub(crate) body_bytes_per_second: String,
    /// How many MiB of bodies of requests are in memory at once; more are refused with 503.
    #[arg(long, env = "MASTHEAD_BODY_MEBIBYTES", default_value = "32", global = true)]
    pub(crate) body_mebibytes: String,
    /// Where to report vulnerabilities, as mailto:, https: or tel: URIs separated by commas; served as security.txt.
    #[arg(long, env = "MASTHEAD_SECURITY_CONTACTS", global = true)]
    pub(crate) security_contacts: Option<String>,
    /// For how many seconds readers get what was last known when the database refuses.
    #[arg(long, env = "MASTHEAD_STALE_SECONDS", default_value = "86400", global = true)]
    pub(crate) stale_seconds: String,
    /// The same when nothing is heard of the database: perhaps this instance alone is cut off.
    #[arg(long, env = "MASTHEAD_CUT_OFF_SECONDS", default_value = "900", global = true)]
    pub(crate) cut_off_seconds: String,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    const COMMANDS: &str = include_str!("../../../docs/commands.md");
    const CONFIGURATION: &str = include_str!("../../../docs/configuration.md");

    /// The rows of a table: what stands first in each, between backticks, and the whole row.
    fn rows(text: &str) -> Vec<(&str, &str)> {
        let rows = text.lines().filter_map(|line| Some((line.strip_prefix("| `")?.split_once('`')?.0, line)));
        rows.collect()
    }

    /// The commands that do something, each with the words that lead to it.
    fn commands(command: &clap::Command, words: &str) -> Vec<(String, clap::Command)> {
        if !command.has_subcommands() {
            return vec![(words.to_owned(), command.clone())];
        }
        let below = command.get_subcommands().filter(|below| below.get_name() != "help");
        below.flat_map(|below| commands(below, &format!("{words} {}", below.get_name()))).collect()
    }

    #[test]
    fn every_command_is_documented_with_its_flags_and_no_other() {
        let rows = rows(COMMANDS);
        let commands = commands(&Cli::command(), "masthead");
        assert_eq!(rows.len(), commands.len());
        for (words, command) in commands {
            let named = |name: &str| name == words || name.starts_with(&format!("{words} "));
            let row = rows.iter().find(|(name, _)| named(name));
            let (_, row) = row.unwrap_or_else(|| panic!("`{words}` is not in docs/commands.md"));
            let own = command.get_arguments().filter(|one| !one.is_global_set());
            let flags: Vec<String> = own.filter_map(|one| Some(format!("`--{}`", one.get_long()?))).collect();
            let known = flags.iter().all(|flag| row.contains(flag));
            assert!(known && row.matches("`--").count() == flags.len(), "{words} has {flags:?}: {row}");
        }
    }

    #[test]
    fn every_setting_is_documented_with_its_default_and_no_other() {
        let rows = rows(CONFIGURATION);
        let cli = Cli::command();
        let settings: Vec<&clap::Arg> = cli.get_arguments().filter(|one| one.get_env().is_some()).collect();
        assert_eq!(rows.len(), settings.len());
        for setting in settings {
            let variable = setting.get_env().unwrap().to_str().unwrap();
            let row = rows.iter().find(|(name, _)| *name == variable);
            let (_, row) = row.unwrap_or_else(|| panic!("{variable} is not in docs/configuration.md"));
            for default in setting.get_default_values() {
                assert!(row.contains(&format!("`{}`", default.to_str().unwrap())), "{row}");
            }
            let flag = variable.trim_start_matches("MASTHEAD_").to_lowercase().replace('_', "-");
            assert_eq!(setting.get_long(), Some(flag.as_str()));
        }
    }
}
