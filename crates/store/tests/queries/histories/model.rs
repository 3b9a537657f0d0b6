//! A model of the workflow without a database: the table in [`domain::workflow`], a clock, and the slug rules.

use std::collections::BTreeMap;

use domain::workflow::{
    Candidate, Conflict, Decision, Effect, OnPending, PendingEffect, PendingKind, Step, Visibility,
    WorkflowState,
};

/// Success, or the refusal.
pub(super) type Outcome = Result<(), &'static str>;

/// All articles and slug holders.
#[derive(Debug, Clone)]
pub(super) struct Model {
    articles: Vec<Article>,
    /// The article that last had a slug in public.
    holders: BTreeMap<String, usize>,
    now: u32,
}

#[derive(Debug, Clone)]
pub(super) struct Article {
    /// The slug of each revision, oldest first.
    slugs: Vec<String>,
    visibility: Visibility,
    in_trash: bool,
    pending: Option<Pending>,
    /// The revision that is live or was live last.
    shown: Option<i32>,
}

/// A pending schedule.
#[derive(Debug, Clone)]
struct Pending {
    kind: PendingKind,
    revision: Option<i32>,
    due: u32,
}

impl Article {
    pub(super) fn new(slug: &str) -> Self {
        Self {
            slugs: vec![slug.to_owned()],
            visibility: Visibility::NeverPublished,
            in_trash: false,
            pending: None,
            shown: None,
        }
    }

    fn workflow_state(&self) -> WorkflowState {
        let pending = self.pending.as_ref().map(|pending| pending.kind);
        WorkflowState { visibility: self.visibility, in_trash: self.in_trash, pending }
    }

    fn decide(&self, step: Step) -> Result<Decision, &'static str> {
        self.workflow_state().decide(step).map_err(|conflict| match conflict {
            Conflict::NeverPublished => "never published",
            Conflict::InTrash => "in trash",
            Conflict::StillPublic => "still public",
            Conflict::NotScheduled => "not scheduled",
            Conflict::SchedulePending => "pending",
        })
    }

    /// Applies a decision, except for slugs and new schedules.
    fn apply(&mut self, decision: Decision) {
        let after = self.workflow_state().apply(decision);
        (self.visibility, self.in_trash) = (after.visibility, after.in_trash);
        if decision.pending != PendingEffect::Keep {
            self.pending = None;
        }
    }

    fn slug_of(&self, revision: i32) -> &str {
        &self.slugs[usize::try_from(revision).unwrap() - 1]
    }

    fn live_slug(&self) -> Option<&str> {
        self.shown.filter(|_| self.visibility == Visibility::Live).map(|revision| self.slug_of(revision))
    }
}

impl Model {
    pub(super) fn new(articles: Vec<Article>) -> Self {
        Self { articles, holders: BTreeMap::new(), now: 0 }
    }

    /// A future time at which nothing else is due.
    pub(super) fn later(&self, seconds: u32) -> u32 {
        let is_free = |due: &u32| {
            let mut pending = self.articles.iter().filter_map(|article| article.pending.as_ref());
            !pending.any(|pending| pending.due == *due)
        };
        (self.now + seconds..).find(is_free).unwrap()
    }

    pub(super) fn pass(&mut self, seconds: u32) -> u32 {
        self.now += seconds;
        self.now
    }

    /// Activates what is due, in order.
    pub(super) fn activate(&mut self) {
        let now = self.now;
        loop {
            let due = self.articles.iter().enumerate().filter_map(|(which, article)| {
                article
                    .pending
                    .as_ref()
                    .filter(|pending| pending.due <= now)
                    .map(|pending| (pending.due, which))
            });
            let Some((_, which)) = due.min() else { return };
            let revision = self.articles[which].pending.as_ref().and_then(|pending| pending.revision);
            let decision = self.articles[which].decide(Step::Activate).unwrap();
            self.articles[which].apply(decision);
            if decision.effect == Effect::MakePublic {
                self.show(which, revision.unwrap());
            }
        }
    }

    pub(super) fn save(&mut self, which: usize, slug: &str) -> Outcome {
        self.articles[which].decide(Step::Save)?;
        self.articles[which].slugs.push(slug.to_owned());
        Ok(())
    }

    pub(super) fn publish(&mut self, which: usize, revision: i32, on_pending: OnPending) -> Outcome {
        self.act(|model| {
            let article = &model.articles[which];
            let is_live = article.visibility == Visibility::Live;
            let is_shown = is_live && article.shown == Some(revision);
            let pending = article.pending.as_ref().and_then(|pending| pending.revision);
            let candidate = if pending == Some(revision) {
                Candidate::Pending
            } else if is_shown {
                Candidate::Live
            } else {
                Candidate::Other
            };
            let decision = article.decide(Step::Publish(candidate, on_pending))?;
            let is_older = is_live && article.shown > Some(revision);
            model.articles[which].apply(decision);
            if !is_shown {
                model.check(which, revision, is_older)?;
                model.show(which, revision);
            }
            Ok(())
        })
    }

    pub(super) fn schedule(&mut self, which: usize, revision: i32, due: u32) -> Outcome {
        self.act(|model| {
            let article = &model.articles[which];
            let decision = article.decide(Step::Schedule)?;
            let is_older = article.visibility == Visibility::Live && article.shown > Some(revision);
            model.check(which, revision, is_older)?;
            model.articles[which].apply(decision);
            let pending = Pending { kind: PendingKind::Publish, revision: Some(revision), due };
            model.articles[which].pending = Some(pending);
            Ok(())
        })
    }

    /// Schedules a withdrawal unless something is pending or the article is in the trash; returns whether it did.
    pub(super) fn plan_withdrawal(&mut self, which: usize, due: u32) -> bool {
        let article = &mut self.articles[which];
        if article.in_trash || article.pending.is_some() {
            return false;
        }
        article.pending = Some(Pending { kind: PendingKind::Withdraw, revision: None, due });
        true
    }

    pub(super) fn cancel(&mut self, which: usize) -> Outcome {
        self.act(|model| model.apply_step(which, Step::Cancel))
    }

    pub(super) fn withdraw(&mut self, which: usize, on_pending: OnPending) -> Outcome {
        self.act(|model| model.apply_step(which, Step::Withdraw(on_pending)))
    }

    pub(super) fn take_down(&mut self, which: usize) -> Outcome {
        self.act(|model| model.apply_step(which, Step::TakeDown))
    }

    pub(super) fn trash(&mut self, which: usize) -> Outcome {
        self.act(|model| model.apply_step(which, Step::Trash))
    }

    pub(super) fn restore(&mut self, which: usize) -> Outcome {
        self.apply_step(which, Step::Restore)
    }

    /// The public state of a slug.
    pub(super) fn at_slug(&self, slug: &str) -> String {
        let Some(holder) = self.holders.get(slug) else { return "nothing".to_owned() };
        match self.articles[*holder].live_slug() {
            Some(live) if live == slug => "live".to_owned(),
            Some(live) => format!("moved to {live}"),
            None => "gone".to_owned(),
        }
    }

    /// The public state of an article id.
    pub(super) fn at_id(&self, which: usize) -> &'static str {
        match self.articles[which].visibility {
            Visibility::NeverPublished => "nothing",
            Visibility::Live => "live",
            Visibility::Withdrawn | Visibility::TakenDown => "gone",
        }
    }

    /// The slug and body of each live article, by slug.
    pub(super) fn live(&self) -> Vec<String> {
        let live = self.articles.iter().enumerate().filter_map(|(which, article)| {
            let (slug, revision) = (article.live_slug()?, article.shown?);
            let body = match revision {
                1 => format!("The body of {}.", article.slugs[0]),
                _ => format!("Revision {revision} of article {which}."),
            };
            Some(format!("{slug} \"{body}\""))
        });
        let mut live: Vec<String> = live.collect();
        live.sort();
        live
    }

    pub(super) fn pending_count(&self) -> usize {
        self.articles.iter().filter(|article| article.pending.is_some()).count()
    }

    /// Runs an act: activates what is due first. A refused act changes nothing, including the activation.
    fn act(&mut self, act: impl FnOnce(&mut Self) -> Outcome) -> Outcome {
        let mut after = self.clone();
        after.activate();
        act(&mut after)?;
        *self = after;
        Ok(())
    }

    fn apply_step(&mut self, which: usize, step: Step) -> Outcome {
        let decision = self.articles[which].decide(step)?;
        self.articles[which].apply(decision);
        Ok(())
    }

    fn show(&mut self, which: usize, revision: i32) {
        let slug = self.articles[which].slug_of(revision).to_owned();
        self.holders.insert(slug, which);
        (self.articles[which].visibility, self.articles[which].shown) = (Visibility::Live, Some(revision));
    }

    /// Refuses older revisions than the live one, and slugs that others hold, live or scheduled.
    fn check(&self, which: usize, revision: i32, is_older: bool) -> Outcome {
        if is_older {
            return Err("superseded");
        }
        let slug = self.articles[which].slug_of(revision);
        let held = self
            .holders
            .get(slug)
            .is_some_and(|holder| *holder != which && self.articles[*holder].visibility == Visibility::Live);
        let scheduled = self.articles.iter().enumerate().any(|(other, article)| {
            let pending = article.pending.as_ref().and_then(|pending| pending.revision);
            other != which && pending.is_some_and(|revision| article.slug_of(revision) == slug)
        });
        if held || scheduled { Err("slug taken") } else { Ok(()) }
    }
}
