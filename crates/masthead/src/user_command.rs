//! `masthead user`, and the account of the first administrator.

use std::io::{IsTerminal, Read};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use domain::{Email, Limit, Name, Password, Person, PersonId, Refusal, Role};
use store::editorial::people;
use store::editorial::people::{Account, NewPerson};
use store::write;
use store::write::WriteContext;
use store::{EditorialConn, Store};
use uuid::Uuid;

use crate::cli::UserCommand;
use crate::config::Config;
use crate::database::OpenDatabase;
use crate::{database, output, secret};

/// Runs the command.
pub(crate) async fn run(config: Config, user: UserCommand) -> Result<ExitCode> {
    let execute = async |open: &OpenDatabase| execute(&mut open.store.editorial().await?, user).await;
    database::with_open(&config, execute).await.map(|()| ExitCode::SUCCESS)
}

/// Creates an administrator if there is no account. Returns a notice to print. The password is printed on a terminal;
/// otherwise it is written to a file that only its owner can read.
pub(crate) async fn create_first_admin(store: &Store, directory: &Path) -> Result<Option<String>> {
    let mut conn = store.editorial().await?;
    if people::any_exist(&mut conn).await? {
        return Ok(None);
    }
    let text = api::random_token().context("the operating system returned no random bytes")?;
    let password = Password::try_from(text).map_err(|wrong| anyhow!("{wrong}"))?;
    let email = Email::try_from(FIRST_ADMIN_EMAIL.to_owned()).map_err(|wrong| anyhow!("{wrong}"))?;
    let name = Name::try_from("Administrator".to_owned()).map_err(|wrong| anyhow!("{wrong}"))?;
    match add(&mut conn, email, name, Role::Admin, &password).await {
        Ok(()) => {}
        // Another server that started at the same time has created the account.
        Err(error) if is_email_taken(&error) => return Ok(None),
        Err(error) => return Err(error),
    }
    if std::io::stderr().is_terminal() {
        return Ok(Some(format!(
            "  sign in as     {FIRST_ADMIN_EMAIL} with the password {}",
            password.as_str()
        )));
    }
    let path = directory.join("first-password");
    secret::write_private(&path, &format!("{}\n", password.as_str()))
        .with_context(|| format!("writing {}", path.display()))?;
    Ok(Some(format!("  sign in as     {FIRST_ADMIN_EMAIL} with the password in {}", path.display())))
}

/// The email address of the first administrator.
const FIRST_ADMIN_EMAIL: &str = "admin@localhost";

async fn execute(conn: &mut EditorialConn, user: UserCommand) -> Result<()> {
    match user {
        UserCommand::Add { email, name, role, password_stdin } => {
            let email = parse_email(&email)?;
            let name =
                name.unwrap_or_else(|| email.as_str().split('@').next().unwrap_or_default().to_owned());
            let password = password(password_stdin)?;
            let name = Name::try_from(name).map_err(|wrong| anyhow!("{wrong}"))?;
            api::check_password_strength(&password, &email, &name).map_err(|wrong| anyhow!("{wrong}"))?;
            add(conn, email, name, role.into(), &password).await
        }
        UserCommand::List => list(conn).await,
        UserCommand::SetPassword { email, password_stdin } => {
            let person = find(conn, &email).await?;
            let password = password(password_stdin)?;
            api::check_password_strength(&password, &person.email, &person.name)
                .map_err(|wrong| anyhow!("{wrong}"))?;
            let hash = hash(&password)?;
            write::once(conn, &context(), async |tx| people::set_password(tx, person.id, &hash).await)
                .await?;
            output::print_line(format_args!("set the password of {} and ended all sessions", person.email));
            Ok(())
        }
        UserCommand::SetRole { email, role } => {
            change(conn, &email, |account| Account { role: role.into(), ..account }).await
        }
        UserCommand::Suspend { email, lift } => {
            change(conn, &email, |account| Account { is_suspended: !lift, ..account }).await
        }
    }
}

async fn add(
    conn: &mut EditorialConn,
    email: Email,
    name: Name,
    role: Role,
    password: &Password,
) -> Result<()> {
    let (id, password_hash) = (PersonId(Uuid::now_v7()), Some(hash(password)?));
    let new = NewPerson { id, email, name, role, password_hash };
    write::once(conn, &context(), async |tx| people::create(tx, &new).await).await?;
    Ok(())
}

async fn list(conn: &mut EditorialConn) -> Result<()> {
    let mut after = None;
    loop {
        let (some, more) = people::list(conn, after, Limit::default()).await?;
        for Person { id: _, email, name, role, suspended_at, created_at: _, version: _ } in &some {
            let suspended = if suspended_at.is_some() { "\tsuspended" } else { "" };
            output::print_line(format_args!("{email}\t{role}\t{name}{suspended}"));
        }
        after = some.last().map(|person| person.id.0);
        if !more {
            return Ok(());
        }
    }
}

async fn change(
    conn: &mut EditorialConn,
    email: &str,
    change: impl FnOnce(Account) -> Account,
) -> Result<()> {
    let Person { id, email, name, role, suspended_at, created_at: _, version } = find(conn, email).await?;
    let account = change(Account { email, name, role, is_suspended: suspended_at.is_some() });
    let person = write::once(conn, &context(), async |tx| people::change(tx, id, version, &account).await)
        .await?
        .into_inner();
    let suspended = if person.suspended_at.is_some() { ", suspended" } else { "" };
    output::print_line(format_args!("{}: {}{suspended}", person.email, person.role));
    Ok(())
}

async fn find(conn: &mut EditorialConn, email: &str) -> Result<Person> {
    let known = people::credentials(conn, &parse_email(email)?).await?;
    known.map(|known| known.person).with_context(|| {
        format!("no account has the email address {email}; list the accounts with `masthead user list`")
    })
}

fn parse_email(email: &str) -> Result<Email> {
    Email::from_user_input(email)
        .with_context(|| format!("`{email}` is not an email address such as vera@example.org"))
}

/// Reads the password from standard input, or generates one and prints it, but only on a terminal.
fn password(from_stdin: bool) -> Result<Password> {
    if from_stdin {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("reading the password")?;
        let line = text.strip_suffix('\n').unwrap_or(&text).to_owned();
        return Password::try_from(line).map_err(|wrong| anyhow!("{wrong}"));
    }
    if !std::io::stdout().is_terminal() {
        bail!("a generated password is printed on a terminal only; pass one with --password-stdin");
    }
    let made = api::random_token().context("the operating system returned no random bytes")?;
    output::print_line(format_args!("password: {made}"));
    Password::try_from(made).map_err(|wrong| anyhow!("{wrong}"))
}

fn hash(password: &Password) -> Result<String> {
    api::hash_password(password.as_str())
        .map_err(|error| anyhow!("the password could not be hashed: {error}"))
}

fn is_email_taken(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref::<store::Error>(), Some(store::Error::Refused(Refusal::EmailTaken)))
}

fn context() -> WriteContext {
    WriteContext::for_program("masthead user", &Uuid::now_v7().to_string())
}
