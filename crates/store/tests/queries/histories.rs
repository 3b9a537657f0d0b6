//! Random histories: articles are saved, published, scheduled, cancelled, withdrawn, taken down, trashed and
//! restored; slugs move, and time passes, sometimes without activation of what is due. After each step the public
//! state must equal that of a model of the workflow, and a step that the model refuses must be refused for the same
//! reason.
//!
//! The model's clock counts seconds from a day in the future, but Postgres decides what is due by its own clock. Time
//! passes by moving schedules that the model has reached into the past.
#![expect(clippy::indexing_slicing, reason = "articles and revisions are named by their places")]

mod model;

use domain::Content;
use domain::workflow::OnPending;
use fastrand::Rng;
use store::Error;
use store::delivery::editions::EditionAddress;
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::publishing::{self, PublishOptions};
use store::write;

use self::model::{Article, Model};
use crate::fixture::{TestStore, context, day, markdown, named, slug};

/// The number of steps per history; `HISTORY_STEPS` overrides it.
const STEPS: usize = 150;
const ARTICLES: usize = 4;
/// So few that random articles often choose the same slug.
const SLUGS: [&str; 5] = ["a", "b", "c", "d", "e"];

#[tokio::test(flavor = "multi_thread")]
async fn the_public_state_matches_the_model_after_every_step_of_a_random_history() {
    let steps = std::env::var("HISTORY_STEPS").map_or(STEPS, |steps| steps.parse().unwrap());
    let seed = std::env::var("HISTORY_SEED").map_or_else(|_| fastrand::u64(..), |seed| seed.parse().unwrap());
    let mut history = History::begin(seed).await;
    for number in 0..steps {
        let step = history.step().await;
        history.compare(&format!("step {number} of the seed {seed}: {step}")).await;
    }
    assert!(history.refused > steps / 50 && history.done > steps / 3, "{history}");
}

/// A running history.
struct History {
    seed: u64,
    fixture: TestStore,
    rng: Rng,
    drafts: Vec<Draft>,
    /// The revisions of each draft, oldest first.
    revisions: Vec<Vec<Content>>,
    model: Model,
    done: usize,
    refused: usize,
}

impl History {
    async fn begin(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let fixture = TestStore::open().await;
        let (mut drafts, mut revisions, mut articles) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ARTICLES {
            let name = SLUGS[rng.usize(..SLUGS.len())];
            let draft = fixture.article(name).await;
            articles.push(Article::new(name));
            revisions.push(vec![draft.content.clone()]);
            drafts.push(draft);
        }
        let model = Model::new(articles);
        Self { seed, fixture, rng, drafts, revisions, model, done: 0, refused: 0 }
    }

    /// Takes one step in Postgres and in the model; both must agree on whether and why it is refused.
    async fn step(&mut self) -> String {
        let which = self.rng.usize(..ARTICLES);
        let id = self.drafts[which].id;
        let choice = [OnPending::Refuse, OnPending::Cancel, OnPending::Keep][self.rng.usize(..3)];
        let (step, expected, happened) = match self.rng.u8(..20) {
            0..=3 => self.save(which).await,
            4..=7 => self.publish(which, choice).await,
            8..=10 => self.schedule(which).await,
            11 => {
                let expected = self.model.cancel(which);
                ("cancel".to_owned(), expected, self.fixture.cancel(&self.drafts[which]).await)
            }
            12..=13 => {
                let expected = self.model.withdraw(which, choice);
                let one = [named(&self.drafts[which])];
                let done = self.fixture.write(async |tx| publishing::withdraw(tx, &one, choice).await).await;
                (format!("withdraw, {choice:?}"), expected, done.map(drop))
            }
            14 => {
                let expected = self.model.take_down(which);
                let done = self.fixture.take_down(&self.drafts[which]).await;
                ("take down".to_owned(), expected, done.map(drop))
            }
            15 => {
                let expected = self.model.trash(which);
                let done = self.fixture.write(async |tx| drafts::trash(tx, id, None).await).await;
                ("trash".to_owned(), expected, done.map(drop))
            }
            16 => {
                let expected = self.model.restore(which);
                let done = self.fixture.write(async |tx| drafts::restore(tx, id).await).await;
                ("restore".to_owned(), expected, done.map(drop))
            }
            17 => self.plan_withdrawal(which).await,
            _ => self.pass_time().await,
        };
        let step = format!("{step} of {which}");
        let happened = happened.map_or_else(|error| reason(&error), |()| "done");
        assert_eq!(
            happened,
            expected.map_or_else(|reason| reason, |()| "done"),
            "{step}, seed {}: {:#?}",
            self.seed,
            self.model
        );
        if happened == "done" {
            self.done += 1
        } else {
            self.refused += 1
        }
        step
    }

    /// Saves another body, and sometimes another slug.
    async fn save(&mut self, which: usize) -> Step {
        let newest = self.revisions[which].len();
        let before = &self.revisions[which][newest - 1];
        let name = if self.rng.bool() {
            SLUGS[self.rng.usize(..SLUGS.len())].to_owned()
        } else {
            before.slug.as_ref().unwrap().to_string()
        };
        let body = markdown(&format!("Revision {} of article {which}.", newest + 1));
        let content = Content { body, slug: Some(slug(&name)), ..before.clone() };
        let expected = self.model.save(which, &name);
        let saving = drafts::DraftEdit::Replace(Box::new(content.clone()));
        let mut conn = self.fixture.editorial().await;
        let seen = i32::try_from(newest).unwrap();
        let saved = write::once(&mut conn, &context(), async |tx| {
            drafts::save(tx, self.drafts[which].id, seen, &saving).await
        })
        .await
        .map(drop);
        if saved.is_ok() {
            self.revisions[which].push(content);
        }
        (format!("save at {name}"), expected, saved)
    }

    /// Publishes the newest revision or an earlier one.
    async fn publish(&mut self, which: usize, on_pending: OnPending) -> Step {
        let draft = self.any_revision(which);
        let expected = self.model.publish(which, draft.revision, on_pending);
        let edition = self.fixture.edition(&draft).await;
        let options = PublishOptions { update: domain::Update::Visible, on_pending };
        let mut conn = self.fixture.editorial().await;
        let done =
            write::once(&mut conn, &context(), async |tx| publishing::publish(tx, &[edition], options).await)
                .await
                .map(drop);
        (format!("publish revision {}, {on_pending:?}", draft.revision), expected, done)
    }

    async fn schedule(&mut self, which: usize) -> Step {
        let draft = self.any_revision(which);
        let due = self.model.later(self.rng.u32(1..20));
        let expected = self.model.schedule(which, draft.revision, due);
        let due_at = day("2100-01-01") + chrono::Duration::seconds(due.into());
        let done = self.fixture.schedule_for(&draft, due_at).await;
        (format!("schedule revision {} for {due}", draft.revision), expected, done)
    }

    /// Schedules a withdrawal by SQL if nothing is pending.
    async fn plan_withdrawal(&mut self, which: usize) -> Step {
        let due = self.model.later(self.rng.u32(1..20));
        if self.model.plan_withdrawal(which, due) {
            self.fixture.pending_withdrawal(&self.drafts[which]).await;
            let moment = format!("'2100-01-01T00:00:00Z'::timestamptz + interval '{due} seconds'");
            let article = self.drafts[which].article;
            let update =
                format!("UPDATE delivery.schedules SET due_at = {moment} WHERE article_id = '{article}'");
            self.fixture.database.execute(&update).await;
        }
        (format!("plan a withdrawal for {due}"), Ok(()), Ok(()))
    }

    /// Lets time pass. Usually what is due is activated; sometimes not before the next step.
    async fn pass_time(&mut self) -> Step {
        let (seconds, is_down) = (self.rng.u32(1..15), self.rng.u8(..3) == 0);
        let now = self.model.pass(seconds);
        let due = format!(
            "UPDATE delivery.schedules SET due_at = due_at - interval '90 years'
            WHERE due_at <= '2100-01-01T00:00:00Z'::timestamptz + interval '{now} seconds'
                AND due_at > clock_timestamp()"
        );
        self.fixture.database.execute(&due).await;
        if !is_down {
            self.model.activate();
            self.fixture.activate_due().await;
        }
        (format!("{seconds} seconds pass, down: {is_down}"), Ok(()), Ok(()))
    }

    fn any_revision(&mut self, which: usize) -> Draft {
        let newest = self.revisions[which].len();
        let number = if self.rng.u8(..4) == 0 { self.rng.usize(..newest) } else { newest - 1 };
        let revision = i32::try_from(number + 1).unwrap();
        Draft { revision, content: self.revisions[which][number].clone(), ..self.drafts[which].clone() }
    }

    /// Compares the public state with the model: every slug, every article, and the list of live articles.
    async fn compare(&self, when: &str) {
        for name in SLUGS {
            assert_eq!(self.fixture.at_slug(name).await, self.model.at_slug(name), "{name} after {when}");
        }
        for (which, draft) in self.drafts.iter().enumerate() {
            let there = self.fixture.at(&EditionAddress::Id(draft.article.0)).await;
            assert_eq!(there, self.model.at_id(which), "article {which} after {when}");
        }
        let live = "SELECT concat_ws(' ', slug, markdown_json) FROM delivery.live ORDER BY slug";
        assert_eq!(self.fixture.database.column(live).await, self.model.live(), "after {when}");
        let pending = "SELECT count(*) FROM delivery.schedules";
        let pending = self.fixture.database.value(pending).await;
        assert_eq!(pending, self.model.pending_count().to_string(), "after {when}");
    }
}

impl std::fmt::Display for History {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} steps were done and {} refused", self.done, self.refused)
    }
}

/// The description of a step, the result in the model, and the result in Postgres.
type Step = (String, Result<(), &'static str>, Result<(), Error>);

fn reason(error: &Error) -> &'static str {
    use domain::Refusal;
    match error {
        Error::Refused(Refusal::InTrash) => "in trash",
        Error::Refused(Refusal::SchedulePending { .. }) => "pending",
        Error::Refused(Refusal::NeverPublished) => "never published",
        Error::Refused(Refusal::NotScheduled) => "not scheduled",
        Error::Refused(Refusal::StillPublic) => "still public",
        Error::Refused(Refusal::SlugTaken { .. }) => "slug taken",
        Error::Refused(Refusal::RevisionSuperseded) => "superseded",
        other => panic!("{other}"),
    }
}
