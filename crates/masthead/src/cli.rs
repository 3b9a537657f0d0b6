//! The command line: commands, options, and the environment variables of the options.

use std::path::PathBuf;

use api::{CacheTagHeader, FeedText, ForwardedHeader};
use clap::builder::FalseyValueParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use domain::Role;
use store::operations::jobs::JobState;
use uuid::Uuid;

/// A headless CMS for publications that live on articles.
#[derive(Debug, Parser)]
#[command(name = "masthead", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) settings: Settings,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run the server: delivery API, editorial API and documentation.
    Serve,
    /// Run background jobs and schedules without serving HTTP.
    Work,
    /// List, retry and cancel background jobs.
    Jobs {
        #[command(subcommand)]
        command: JobsCommand,
    },
    /// Apply pending database migrations.
    Migrate {
        /// List the pending migrations and exit with 1 if there are any, without applying them.
        #[arg(long)]
        check: bool,
    },
    /// Import articles from files.
    Import {
        #[command(subcommand)]
        source: ImportSource,
    },
    /// Print an OpenAPI document.
    Openapi {
        /// The API to describe.
        document: OpenapiDocument,
    },
    /// Print the effective configuration, with secrets masked.
    Config,
    /// Start a new epoch after the database was restored from a backup.
    ///
    /// Invalidates the cursors, cached responses and snapshots that were made before the restore.
    Restored,
    /// Check the database, its schema and the configuration.
    Doctor,
    /// Manage user accounts.
    User {
        #[command(subcommand)]
        user: UserCommand,
    },
    /// Manage the keys that sign access tokens.
    Keys {
        #[command(subcommand)]
        keys: KeysCommand,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Create an account.
    Add {
        /// Email address to sign in with.
        email: String,
        /// Display name [default: the part of the address before the @].
        #[arg(long)]
        name: Option<String>,
        /// Role of the account.
        #[arg(long, value_enum, default_value = "author")]
        role: RoleName,
        /// Read the password from standard input instead of generating one and printing it on the terminal.
        #[arg(long)]
        password_stdin: bool,
    },
    /// List the accounts with their roles.
    List,
    /// Set a new password and end all sessions of the account.
    SetPassword {
        /// Email address of the account.
        email: String,
        /// Read the password from standard input instead of generating one and printing it on the terminal.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Change the role and end all sessions of the account.
    SetRole {
        /// Email address of the account.
        email: String,
        /// New role.
        #[arg(value_enum)]
        role: RoleName,
    },
    /// Suspend an account and end all its sessions.
    Suspend {
        /// Email address of the account.
        email: String,
        /// Reactivate the account.
        #[arg(long)]
        lift: bool,
    },
}

/// The roles, from the most rights to the fewest.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum RoleName {
    /// Everything, including accounts and settings.
    Admin,
    /// Every article and term.
    Editor,
    /// Write and publish own articles.
    Author,
    /// Write own articles, which others publish.
    Contributor,
    /// Read only.
    Viewer,
}

#[derive(Debug, Subcommand)]
pub(crate) enum KeysCommand {
    /// List the keys that verify access tokens, and show which one signs.
    List,
    /// Add a signing key that takes effect in ten minutes, when every server has read it.
    Rotate {
        /// Sign with the new key at once and invalidate all access tokens, because the old key was disclosed.
        #[arg(long)]
        now: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ImportSource {
    /// Import a teaser feed: blocks of three lines (section, kicker, standfirst).
    Teasers {
        /// Path of the feed.
        file: PathBuf,
        /// Publish the imported articles.
        #[arg(long)]
        publish: bool,
        /// Print what would be imported, without changing anything.
        #[arg(long)]
        dry_run: bool,
    },
    /// Import a folder of Markdown files with YAML or TOML front matter.
    ///
    /// Reads the content folders of Hugo, Astro, Jekyll, Zola, Docusaurus, Hexo and VuePress.
    Markdown {
        /// Path of the folder.
        folder: PathBuf,
        /// Publish the imported articles, except those that are drafts in their front matter.
        #[arg(long)]
        publish: bool,
        /// What to do with files that have a future date.
        #[arg(long, value_enum, default_value = "schedule")]
        future: FutureDates,
        /// Print what would be imported, without changing anything.
        #[arg(long)]
        dry_run: bool,
    },
}

/// What an import does with files that have a future date.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FutureDates {
    /// With --publish, schedule their publication for that date.
    Schedule,
    /// With --publish, publish them now, with the current time as their date.
    Publish,
    /// Leave them out.
    Skip,
}

#[derive(Debug, Subcommand)]
pub(crate) enum JobsCommand {
    /// List the newest jobs and count the jobs in each state.
    List {
        /// List only jobs in this state.
        #[arg(long, value_enum)]
        state: Option<JobStateName>,
        /// List only jobs of this kind.
        #[arg(long)]
        kind: Option<String>,
    },
    /// Retry a job now, with its failures reset.
    Retry {
        /// Id of the job.
        id: Uuid,
    },
    /// Cancel a job that is not done.
    Cancel {
        /// Id of the job.
        id: Uuid,
    },
}

/// The states of jobs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum JobStateName {
    /// Waiting until it is due.
    Ready,
    /// Claimed by a worker.
    Running,
    /// Completed.
    Done,
    /// Dead-lettered: it failed too often. The API calls this state `parked`.
    #[value(alias = "parked")]
    Dead,
    /// Cancelled by an operator.
    Cancelled,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum OpenapiDocument {
    /// The public API for readers.
    Delivery,
    /// The authenticated API for editors.
    Editorial,
}

/// Whether something is switched on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Switch {
    On,
    Off,
}

/// What to do about a database that may lose acknowledged writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum UnsafeDatabase {
    /// Exit with an error.
    Refuse,
    /// Use it all the same.
    Allow,
}

/// The response header that lists cache tags.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum CacheTags {
    /// No header.
    None,
    /// `Surrogate-Key`, for Varnish and Fastly.
    SurrogateKey,
    /// `Cache-Tag`, for Cloudflare and others.
    CacheTag,
}

/// What feeds contain of each article.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FeedTextName {
    /// The standfirst.
    Standfirst,
    /// The standfirst and the body.
    Full,
}

/// The request header in which trusted proxies pass on the client address.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ForwardedHeaderName {
    /// `X-Forwarded-For`.
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

/// The options of the configuration. Numbers, addresses and lists are text here and parsed together in
/// [`crate::config`], so that all mistakes in them are reported at once.
#[derive(Debug, Args)]
pub(crate) struct Settings {
    /// Address and port to listen on.
    #[arg(long, env = "MASTHEAD_LISTEN", default_value = "127.0.0.1:8080", global = true)]
    pub(crate) listen: String,
    /// Directory of the embedded database [default: ./masthead-data, as root /var/lib/masthead].
    #[arg(long, env = "MASTHEAD_DATA_DIR", global = true)]
    pub(crate) data_dir: Option<PathBuf>,
    /// Connection string of a Postgres to use instead of the embedded one.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub(crate) database_url: Option<String>,
    /// Connection string of the same database with the reader role, for the delivery API.
    #[arg(long, env = "DATABASE_DELIVERY_URL", hide_env_values = true, global = true)]
    pub(crate) database_delivery_url: Option<String>,
    /// Connection string of a streaming replica with the reader role, for reads of the delivery API.
    #[arg(long, env = "DATABASE_REPLICA_URL", hide_env_values = true, global = true)]
    pub(crate) database_replica_url: Option<String>,
    /// Secret that access tokens and keys are derived from: at least 32 random characters, the same on all servers
    /// [default: with the embedded database, generated and stored beside it].
    #[arg(long, env = "MASTHEAD_SECRET", hide_env_values = true, global = true)]
    pub(crate) secret: Option<String>,
    /// Name of the publication.
    #[arg(long, env = "MASTHEAD_SITE_NAME", default_value = "Masthead", global = true)]
    pub(crate) site_name: String,
    /// Base URL of the articles on the site [default: http:// and the listen address].
    #[arg(long, env = "MASTHEAD_SITE_URL", global = true)]
    pub(crate) site_url: Option<String>,
    /// Pattern of article paths, with the placeholders {section}, {slug} and {locale}.
    #[arg(long, env = "MASTHEAD_SITE_PATH", default_value = "/{section}/{slug}", global = true)]
    pub(crate) site_path: String,
    /// Earlier patterns, separated by commas or spaces: paths of these patterns redirect to the current ones.
    #[arg(long, env = "MASTHEAD_FORMER_SITE_PATHS", global = true)]
    pub(crate) former_site_paths: Option<String>,
    /// Locales of the publication, separated by commas, the default first.
    #[arg(long, env = "MASTHEAD_LOCALES", default_value = "en", global = true)]
    pub(crate) locales: String,
    /// Time zone of the publication, an IANA name such as Europe/Berlin.
    #[arg(long, env = "MASTHEAD_TIME_ZONE", default_value = "UTC", global = true)]
    pub(crate) time_zone: String,
    /// Whether to use a database that may lose acknowledged writes (fsync, full_page_writes or synchronous_commit off).
    #[arg(long, env = "MASTHEAD_UNSAFE_DATABASE", value_enum, default_value = "refuse", global = true)]
    pub(crate) unsafe_database: UnsafeDatabase,
    /// Maximum number of database connections for the delivery API; with a replica, as many again to it.
    #[arg(long, env = "MASTHEAD_DELIVERY_CONNECTIONS", default_value = "8", global = true)]
    pub(crate) delivery_connections: String,
    /// Maximum number of database connections for the editorial API and imports.
    #[arg(long, env = "MASTHEAD_EDITORIAL_CONNECTIONS", default_value = "8", global = true)]
    pub(crate) editorial_connections: String,
    /// Maximum number of database connections for jobs, schedules and health checks.
    #[arg(long, env = "MASTHEAD_OPERATIONS_CONNECTIONS", default_value = "4", global = true)]
    pub(crate) operations_connections: String,
    /// Start a new embedded database without the demo publication.
    #[arg(long, env = "MASTHEAD_NO_DEMO", global = true, value_parser = FalseyValueParser::new(), action = ArgAction::SetTrue)]
    pub(crate) no_demo: bool,
    /// Whether `serve` runs background jobs. Schedules are published either way.
    #[arg(long, env = "MASTHEAD_WORKER", value_enum, default_value = "on", global = true)]
    pub(crate) worker: Switch,
    /// Seconds without a heartbeat after which another worker takes over a job.
    #[arg(long, env = "MASTHEAD_JOB_LEASE_SECONDS", default_value = "60", global = true)]
    pub(crate) job_lease_seconds: String,
    /// Interval of the worker's heartbeat in seconds, at most half of the lease.
    #[arg(long, env = "MASTHEAD_JOB_HEARTBEAT_SECONDS", default_value = "15", global = true)]
    pub(crate) job_heartbeat_seconds: String,
    /// Maximum number of jobs that a worker runs at the same time.
    #[arg(long, env = "MASTHEAD_JOB_CONCURRENCY", default_value = "8", global = true)]
    pub(crate) job_concurrency: String,
    /// Seconds that running jobs may continue after a shutdown was requested; then they are released to other workers.
    #[arg(long, env = "MASTHEAD_JOB_GRACE_SECONDS", default_value = "10", global = true)]
    pub(crate) job_grace_seconds: String,
    /// Seconds that a stopping server keeps serving while `/readyz` reports draining. Not applied on a loopback address.
    #[arg(long, env = "MASTHEAD_DRAIN_SECONDS", default_value = "5", global = true)]
    pub(crate) drain_seconds: String,
    /// Maximum number of sign-in attempts for one account without a pause.
    #[arg(long, env = "MASTHEAD_SIGN_INS_PER_ACCOUNT", default_value = "10", global = true)]
    pub(crate) sign_ins_per_account: String,
    /// Maximum number of sign-in attempts from one client address without a pause.
    #[arg(long, env = "MASTHEAD_SIGN_INS_PER_ADDRESS", default_value = "60", global = true)]
    pub(crate) sign_ins_per_address: String,
    /// Seconds after which an account is allowed one more sign-in attempt, and a client address four more.
    #[arg(long, env = "MASTHEAD_SIGN_IN_SECONDS", default_value = "6", global = true)]
    pub(crate) sign_in_seconds: String,
    /// Size of the response cache in MiB; 0 disables the cache.
    #[arg(long, env = "MASTHEAD_CACHE_MEBIBYTES", default_value = "256", global = true)]
    pub(crate) cache_mebibytes: String,
    /// Milliseconds that a request of the delivery API waits for the database before it counts as unavailable.
    #[arg(long, env = "MASTHEAD_PATIENCE_MILLISECONDS", default_value = "220", global = true)]
    pub(crate) patience_milliseconds: String,
    /// Response header that lists cache tags for a cache in front.
    #[arg(long, env = "MASTHEAD_CACHE_TAGS", value_enum, default_value = "none", global = true)]
    pub(crate) cache_tags: CacheTags,
    /// What feeds contain of each article.
    #[arg(long, env = "MASTHEAD_FEED_TEXT", value_enum, default_value = "standfirst", global = true)]
    pub(crate) feed_text: FeedTextName,
    /// Caches in front to purge after each change: http:// URLs separated by commas.
    #[arg(long, env = "MASTHEAD_PURGE_URLS", global = true)]
    pub(crate) purge_urls: Option<String>,
    /// Reverse proxies whose forwarded header is trusted: addresses and networks separated by commas.
    #[arg(long, env = "MASTHEAD_TRUSTED_PROXIES", global = true)]
    pub(crate) trusted_proxies: Option<String>,
    /// Request header in which trusted proxies pass on the client address.
    #[arg(
        long,
        env = "MASTHEAD_FORWARDED_HEADER",
        value_enum,
        ignore_case = true,
        default_value = "x-forwarded-for",
        global = true
    )]
    pub(crate) forwarded_header: ForwardedHeaderName,
    /// Maximum number of open connections per client address, except for trusted proxies.
    #[arg(long, env = "MASTHEAD_CONNECTIONS_PER_ADDRESS", default_value = "256", global = true)]
    pub(crate) connections_per_address: String,
    /// Maximum idle time of a connection between two requests, in seconds.
    #[arg(long, env = "MASTHEAD_KEEP_ALIVE_SECONDS", default_value = "75", global = true)]
    pub(crate) keep_alive_seconds: String,
    /// Maximum time for receiving the head of a request, in seconds.
    #[arg(long, env = "MASTHEAD_REQUEST_HEAD_SECONDS", default_value = "10", global = true)]
    pub(crate) request_head_seconds: String,
    /// Maximum pause while a request body is received, in seconds.
    #[arg(long, env = "MASTHEAD_BODY_PAUSE_SECONDS", default_value = "20", global = true)]
    pub(crate) body_pause_seconds: String,
    /// Maximum time for receiving a request body, in seconds.
    #[arg(long, env = "MASTHEAD_BODY_SECONDS", default_value = "600", global = true)]
    pub(crate) body_seconds: String,
    /// Minimum average rate of a request body, in bytes per second.
    #[arg(long, env = "MASTHEAD_BODY_BYTES_PER_SECOND", default_value = "1024", global = true)]
    pub(crate) body_bytes_per_second: String,
    /// Memory for all request bodies together, in MiB; beyond it requests are refused with 503.
    #[arg(long, env = "MASTHEAD_BODY_MEBIBYTES", default_value = "32", global = true)]
    pub(crate) body_mebibytes: String,
    /// Contacts for vulnerability reports, served as security.txt: mailto:, https: or tel: URIs separated by commas.
    #[arg(long, env = "MASTHEAD_SECURITY_CONTACTS", global = true)]
    pub(crate) security_contacts: Option<String>,
    /// Maximum age of stale responses while the database refuses connections, in seconds.
    #[arg(long, env = "MASTHEAD_STALE_SECONDS", default_value = "86400", global = true)]
    pub(crate) stale_seconds: String,
    /// Maximum age of stale responses while the database does not respond, in seconds.
    #[arg(long, env = "MASTHEAD_CUT_OFF_SECONDS", default_value = "900", global = true)]
    pub(crate) cut_off_seconds: String,
}

impl From<JobStateName> for JobState {
    fn from(name: JobStateName) -> Self {
        match name {
            JobStateName::Ready => Self::Ready,
            JobStateName::Running => Self::Running,
            JobStateName::Done => Self::Done,
            JobStateName::Dead => Self::Dead,
            JobStateName::Cancelled => Self::Cancelled,
        }
    }
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Admin => Self::Admin,
            RoleName::Editor => Self::Editor,
            RoleName::Author => Self::Author,
            RoleName::Contributor => Self::Contributor,
            RoleName::Viewer => Self::Viewer,
        }
    }
}

impl From<FutureDates> for import::FutureDates {
    fn from(future: FutureDates) -> Self {
        match future {
            FutureDates::Schedule => Self::Schedule,
            FutureDates::Publish => Self::Publish,
            FutureDates::Skip => Self::Skip,
        }
    }
}

impl From<CacheTags> for CacheTagHeader {
    fn from(tags: CacheTags) -> Self {
        match tags {
            CacheTags::None => Self::None,
            CacheTags::SurrogateKey => Self::SurrogateKey,
            CacheTags::CacheTag => Self::CacheTag,
        }
    }
}

impl From<FeedTextName> for FeedText {
    fn from(text: FeedTextName) -> Self {
        match text {
            FeedTextName::Standfirst => Self::Standfirst,
            FeedTextName::Full => Self::Full,
        }
    }
}

impl From<ForwardedHeaderName> for ForwardedHeader {
    fn from(name: ForwardedHeaderName) -> Self {
        match name {
            ForwardedHeaderName::XForwardedFor => Self::XForwardedFor,
            ForwardedHeaderName::Forwarded => Self::Forwarded,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    const COMMANDS: &str = include_str!("../../../docs/commands.md");
    const CONFIGURATION: &str = include_str!("../../../docs/configuration.md");

    /// The rows of a Markdown table: the text in backticks at the start of each, and the whole row.
    fn rows(text: &str) -> Vec<(&str, &str)> {
        let rows = text.lines().filter_map(|line| Some((line.strip_prefix("| `")?.split_once('`')?.0, line)));
        rows.collect()
    }

    /// The commands without subcommands, each with its full name such as `masthead user add`.
    fn commands(command: &clap::Command, words: &str) -> Vec<(String, clap::Command)> {
        if !command.has_subcommands() {
            return vec![(words.to_owned(), command.clone())];
        }
        let below = command.get_subcommands().filter(|below| below.get_name() != "help");
        below.flat_map(|below| commands(below, &format!("{words} {}", below.get_name()))).collect()
    }

    #[test]
    fn the_command_guide_lists_exactly_the_commands_and_their_flags() {
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
    fn the_configuration_guide_lists_exactly_the_settings_with_defaults() {
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
