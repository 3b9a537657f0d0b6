//! The publishing workflow of an article in one locale, as a state machine over its visibility, whether its draft is in the
//! trash, and what is pending. The store reads a [`WorkflowState`] under its row locks, calls [`WorkflowState::decide`] and
//! executes the [`Decision`]. No other code decides whether a schedule survives a step.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The workflow state of an article in one locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WorkflowState {
    /// Whether readers see it.
    pub visibility: Visibility,
    /// Whether its draft is in the trash. A live article never is.
    pub in_trash: bool,
    /// The pending schedule, if there is one.
    pub pending: Option<PendingKind>,
}

/// What readers see of an article in one locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// It was never public.
    NeverPublished,
    /// An edition is public.
    Live,
    /// It is no longer public; its editions are kept.
    Withdrawn,
    /// It is no longer public, and the content of its editions was erased.
    TakenDown,
}

/// What a schedule does when it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(example = "publish")]
pub enum PendingKind {
    /// The revision that was frozen becomes public.
    Publish,
    /// The article is withdrawn.
    Withdraw,
}

/// An operation on an article in one locale, by a person or by the timer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Publishes an edition, possibly an earlier one.
    Publish(Candidate, OnPending),
    /// Schedules a revision for publication.
    Schedule,
    /// Cancels the pending schedule.
    Cancel,
    /// Withdraws the live edition.
    Withdraw(OnPending),
    /// Takes the article down: erases the content of its editions.
    TakeDown,
    /// Moves the draft to the trash.
    Trash,
    /// Restores the draft from the trash.
    Restore,
    /// Saves a revision.
    Save,
    /// Activates the pending schedule, which is due.
    Activate,
}

/// How the edition to publish relates to the live one and to the pending schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Candidate {
    /// It is live already.
    Live,
    /// Its revision is the one whose publication is pending, whether it is live or not.
    Pending,
    /// Any other edition.
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
    /// The schedule stays and takes effect when it is due.
    Keep,
}

/// The effects of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decision {
    /// The effect on the article or its draft.
    pub effect: Effect,
    /// The effect on the pending schedule.
    pub pending: PendingEffect,
}

/// The effect of a step on an article or its draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Nothing.
    Nothing,
    /// The edition becomes public.
    MakePublic,
    /// The live edition is withdrawn; editions are kept.
    Withdraw,
    /// The content of all editions is erased, also of scheduled ones.
    Erase,
    /// The draft is moved to the trash.
    Trash,
    /// The draft is restored from the trash.
    Restore,
    /// A revision is saved.
    Save,
}

/// The effect of a step on the pending schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PendingEffect {
    /// It stays.
    Keep,
    /// It is cancelled, or fulfilled by the step.
    Cancel,
    /// A scheduled publication replaces it.
    Replace,
}

/// Why a step is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Conflict {
    /// The article was never published.
    NeverPublished,
    /// The draft is in the trash.
    InTrash,
    /// The article is live.
    StillPublic,
    /// No schedule is pending.
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
            Effect::MakePublic => Visibility::Live,
            Effect::Withdraw => Visibility::Withdrawn,
            Effect::Erase => Visibility::TakenDown,
            Effect::Nothing | Effect::Trash | Effect::Restore | Effect::Save => self.visibility,
        };
        let in_trash = match effect {
            Effect::Trash => true,
            Effect::Restore => false,
            Effect::Nothing | Effect::MakePublic | Effect::Withdraw | Effect::Erase | Effect::Save => {
                self.in_trash
            }
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
            // The step fulfils the schedule.
            Candidate::Pending => Ok(self.and_cancel_pending(Effect::MakePublic)),
            Candidate::Other => Ok(Decision::new(Effect::MakePublic, self.pending_effect(on_pending)?)),
        }
    }

    fn withdraw(self, on_pending: OnPending) -> Result<Decision, Conflict> {
        let effect = match self.visibility {
            Visibility::NeverPublished => return Err(Conflict::NeverPublished),
            Visibility::Live => Effect::Withdraw,
            Visibility::Withdrawn | Visibility::TakenDown => Effect::Nothing,
        };
        match self.pending {
            // The step fulfils the schedule.
            Some(PendingKind::Withdraw) => Ok(self.and_cancel_pending(effect)),
            Some(PendingKind::Publish) | None => Ok(Decision::new(effect, self.pending_effect(on_pending)?)),
        }
    }

    fn take_down(self) -> Result<Decision, Conflict> {
        match self.visibility {
            Visibility::NeverPublished => Err(Conflict::NeverPublished),
            // A scheduled edition is erased too.
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
            Some(PendingKind::Publish) if !self.in_trash => Effect::MakePublic,
            Some(PendingKind::Withdraw) if self.visibility == Visibility::Live => Effect::Withdraw,
            Some(PendingKind::Publish | PendingKind::Withdraw) | None => Effect::Nothing,
        };
        self.and_cancel_pending(effect)
    }

    /// The decision with this effect that also cancels a pending schedule.
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
        kind.ok_or_else(|| crate::Invalid::one("enum", "A schedule is `publish` or `withdraw`."))
    }
}

#[cfg(test)]
mod tests;
