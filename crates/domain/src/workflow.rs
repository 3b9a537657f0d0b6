//! The publishing workflow of an article in one locale, as a state machine over its visibility, whether its draft is in the
//! trash, and what is pending. The store reads a [`WorkflowState`] under its row locks, calls [`WorkflowState::decide`] and
//! executes the [`Decision`]. No other code decides whether a schedule survives a step.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The workflow state of an article in one locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WorkflowState {
    /// What readers see of it.
    pub visibility: Visibility,
    /// Whether its draft is in the trash. What is there is never live.
    pub in_trash: bool,
    /// What happens to it at a moment that lies ahead.
    pub pending: Option<PendingKind>,
}

/// What readers see of an article in one locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// Nothing, and they never did.
    NeverPublished,
    /// An edition.
    Live,
    /// Nothing any more. Its past is kept.
    Withdrawn,
    /// Nothing any more, and nothing of its past is kept.
    TakenDown,
}

/// What is to happen at the moment of a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(example = "publish")]
pub enum PendingKind {
    /// The revision that was frozen becomes public.
    Publish,
    /// The article is withdrawn.
    Withdraw,
}

/// What somebody, or the clock, does to an article in one locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Shows an edition, which may be an earlier one.
    Publish(Candidate, OnPending),
    /// Freezes a revision that becomes public later.
    Schedule,
    /// Gives up what is pending.
    Cancel,
    /// Ends what readers see.
    Withdraw(OnPending),
    /// Erases what readers saw.
    TakeDown,
    /// Puts the draft into the trash.
    Trash,
    /// Takes the draft out of the trash.
    Restore,
    /// Makes a revision.
    Save,
    /// The moment of what is pending has come.
    Activate,
}

/// Which edition is to be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Candidate {
    /// The one that readers see.
    Live,
    /// One of the revision that is pending, whether readers see it or not.
    Pending,
    /// Any other.
    Other,
}

/// What happens to a pending schedule that conflicts with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum OnPending {
    /// The step is refused.
    #[default]
    Refuse,
    /// The schedule is cancelled.
    Cancel,
    /// The schedule stays, and has its effect at its moment.
    Keep,
}

/// What a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decision {
    /// To the article, or to its draft.
    pub effect: Effect,
    /// To what is pending.
    pub pending: PendingEffect,
}

/// What a step does to an article, or to its draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Nothing.
    Nothing,
    /// Readers see the edition.
    Show,
    /// Readers see it no more; its past is kept.
    End,
    /// Everything that readers saw, or were to see, is erased.
    Erase,
    /// The draft goes to the trash.
    Trash,
    /// The draft comes out of the trash.
    Restore,
    /// The draft has another revision.
    Save,
}

/// What a step does to what is pending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PendingEffect {
    /// It stays as it is.
    Keep,
    /// Nothing is pending any more.
    Cancel,
    /// The publication of the revision is pending, instead of what was.
    Replace,
}

/// Why a step is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Conflict {
    /// Readers never saw it.
    NeverPublished,
    /// Its draft is in the trash.
    InTrash,
    /// Readers see it.
    StillPublic,
    /// Nothing is pending.
    NotScheduled,
    /// A pending schedule conflicts with the step, and the request does not say whether to cancel or keep it.
    SchedulePending,
}

impl WorkflowState {
    /// Decides what a step does to an article in this state.
    ///
    /// # Errors
    /// [`Conflict`] when the step is refused; then it does nothing.
    pub fn decide(self, step: Step) -> Result<Decision, Conflict> {
        match step {
            Step::Publish(candidate, on_pending) => self.publish(candidate, on_pending),
            Step::Schedule if self.in_trash => Err(Conflict::InTrash),
            Step::Schedule => Ok(Decision::new(Effect::Nothing, PendingEffect::Replace)),
            Step::Cancel if self.pending.is_none() => Err(Conflict::NotScheduled),
            Step::Cancel => Ok(self.and_cancel_pending(Effect::Nothing)),
            Step::Withdraw(on_pending) => self.withdraw(on_pending),
            Step::TakeDown => self.take_down(),
            Step::Trash if self.in_trash => Ok(Decision::NOTHING),
            Step::Trash if self.visibility == Visibility::Live => Err(Conflict::StillPublic),
            Step::Trash => Ok(self.and_cancel_pending(Effect::Trash)),
            Step::Restore if self.in_trash => Ok(Decision::new(Effect::Restore, PendingEffect::Keep)),
            Step::Restore => Ok(Decision::NOTHING),
            Step::Save if self.in_trash => Err(Conflict::InTrash),
            Step::Save => Ok(Decision::new(Effect::Save, PendingEffect::Keep)),
            Step::Activate => Ok(self.activate()),
        }
    }

    /// The state after a decision.
    #[must_use]
    pub fn apply(self, decision: Decision) -> Self {
        let Decision { effect, pending } = decision;
        let visibility = match effect {
            Effect::Show => Visibility::Live,
            Effect::End => Visibility::Withdrawn,
            Effect::Erase => Visibility::TakenDown,
            Effect::Nothing | Effect::Trash | Effect::Restore | Effect::Save => self.visibility,
        };
        let in_trash = match effect {
            Effect::Trash => true,
            Effect::Restore => false,
            Effect::Nothing | Effect::Show | Effect::End | Effect::Erase | Effect::Save => self.in_trash,
        };
        let pending = match pending {
            PendingEffect::Keep => self.pending,
            PendingEffect::Cancel => None,
            PendingEffect::Replace => Some(PendingKind::Publish),
        };
        Self { visibility, in_trash, pending }
    }

    fn publish(self, candidate: Candidate, on_pending: OnPending) -> Result<Decision, Conflict> {
        if self.in_trash {
            return Err(Conflict::InTrash);
        }
        match candidate {
            Candidate::Live => Ok(Decision::NOTHING),
            // It happens now, and so it has not to happen later.
            Candidate::Pending => Ok(self.and_cancel_pending(Effect::Show)),
            Candidate::Other => Ok(Decision::new(Effect::Show, self.pending_effect(on_pending)?)),
        }
    }

    fn withdraw(self, on_pending: OnPending) -> Result<Decision, Conflict> {
        let effect = match self.visibility {
            Visibility::NeverPublished => return Err(Conflict::NeverPublished),
            Visibility::Live => Effect::End,
            Visibility::Withdrawn | Visibility::TakenDown => Effect::Nothing,
        };
        match self.pending {
            // It happens now, and so it has not to happen later.
            Some(PendingKind::Withdraw) => Ok(self.and_cancel_pending(effect)),
            Some(PendingKind::Publish) | None => Ok(Decision::new(effect, self.pending_effect(on_pending)?)),
        }
    }

    fn take_down(self) -> Result<Decision, Conflict> {
        match self.visibility {
            Visibility::NeverPublished => Err(Conflict::NeverPublished),
            // What is frozen for later is erased like the past.
            Visibility::TakenDown if self.pending != Some(PendingKind::Publish) => {
                Ok(self.and_cancel_pending(Effect::Nothing))
            }
            Visibility::Live | Visibility::Withdrawn | Visibility::TakenDown => {
                Ok(self.and_cancel_pending(Effect::Erase))
            }
        }
    }

    fn activate(self) -> Decision {
        let effect = match self.pending {
            Some(PendingKind::Publish) if !self.in_trash => Effect::Show,
            Some(PendingKind::Withdraw) if self.visibility == Visibility::Live => Effect::End,
            Some(PendingKind::Publish | PendingKind::Withdraw) | None => Effect::Nothing,
        };
        self.and_cancel_pending(effect)
    }

    /// A decision after which nothing is pending.
    fn and_cancel_pending(self, effect: Effect) -> Decision {
        let pending = if self.pending.is_some() { PendingEffect::Cancel } else { PendingEffect::Keep };
        Decision::new(effect, pending)
    }

    fn pending_effect(self, on_pending: OnPending) -> Result<PendingEffect, Conflict> {
        match (self.pending, on_pending) {
            (None, _) | (Some(_), OnPending::Keep) => Ok(PendingEffect::Keep),
            (Some(_), OnPending::Cancel) => Ok(PendingEffect::Cancel),
            (Some(_), OnPending::Refuse) => Err(Conflict::SchedulePending),
        }
    }
}

impl Decision {
    const NOTHING: Self = Self::new(Effect::Nothing, PendingEffect::Keep);

    const fn new(effect: Effect, pending: PendingEffect) -> Self {
        Self { effect, pending }
    }
}

impl PendingKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Publish, Self::Withdraw];

    /// The kind as tables and JSON spell it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Withdraw => "withdraw",
        }
    }
}

impl TryFrom<String> for PendingKind {
    type Error = crate::Invalid;

    fn try_from(value: String) -> Result<Self, crate::Invalid> {
        let kind = Self::ALL.into_iter().find(|kind| kind.as_str() == value);
        kind.ok_or_else(|| crate::Invalid::one("enum", "What is pending is publish or withdraw."))
    }
}

#[cfg(test)]
mod tests;
