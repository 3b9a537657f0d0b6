//! Roles and permissions: one table of actions per role, from which authorization checks, documentation and tests are made.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Invalid;

/// The role of a person, which determines the permissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(example = "editor")]
pub enum Role {
    /// Runs the publication: everything, people included.
    Admin,
    /// Runs the desk: every article and term.
    Editor,
    /// Writes and publishes articles of their own.
    Author,
    /// Writes articles of their own; others publish them.
    Contributor,
    /// Reads along.
    Viewer,
}

/// An action that requires permission. Each operation of the editorial API requires exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Read drafts, their revisions, comparisons and checks.
    ReadDrafts,
    /// Create an article, or duplicate one that the actor may read.
    CreateDrafts,
    /// Save drafts and restore their revisions.
    SaveDrafts,
    /// Move drafts to the trash and restore them.
    TrashDrafts,
    /// Create and revoke links that show drafts to people without an account.
    Preview,
    /// Publish, schedule, cancel schedules, and roll back to the previous edition.
    Publish,
    /// Withdraw live articles.
    Withdraw,
    /// Take articles down: erase the content of all their editions.
    TakeDown,
    /// Read sections, tags, authors and series.
    ReadTerms,
    /// Create, change, merge and delete terms.
    ManageTerms,
    /// Read redirects.
    ReadRedirects,
    /// Create and delete redirects.
    ManageRedirects,
    /// Read accounts.
    ReadPeople,
    /// Create, change and suspend accounts.
    ManagePeople,
    /// Read the audit log.
    ReadAudit,
    /// Read jobs.
    ReadJobs,
    /// Retry and cancel jobs.
    ManageJobs,
    /// Read the actor's own account, end its sessions, change its password.
    OwnAccount,
}

/// The articles to which a permission of a role applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PermissionScope {
    /// All articles.
    Any,
    /// The actor's own articles.
    Own,
    /// No articles.
    None,
}

/// The result of an authorization check on a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftAccess {
    /// Allowed.
    Allowed,
    /// Refused with 403.
    Refused,
    /// Reading is not allowed either, so the draft is reported as not found.
    Hidden,
}

impl Role {
    /// Every role, the one with most permissions first.
    pub const ALL: [Self; 5] = [Self::Admin, Self::Editor, Self::Author, Self::Contributor, Self::Viewer];

    /// The role as tables and JSON spell it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Editor => "editor",
            Self::Author => "author",
            Self::Contributor => "contributor",
            Self::Viewer => "viewer",
        }
    }

    /// The scope of an action for this role.
    #[must_use]
    pub fn permission_scope(self, action: Action) -> PermissionScope {
        let row = PERMISSIONS.iter().find(|(listed, ..)| *listed == action);
        let column = Self::ALL.iter().position(|role| *role == self);
        let reach = row.zip(column).and_then(|((_, _, reaches), column)| reaches.get(column));
        reach.copied().unwrap_or(PermissionScope::None)
    }

    /// Whether this role may perform the action on something that belongs to the person (`is_own`) or to somebody else.
    #[must_use]
    pub fn allows(self, action: Action, is_own: bool) -> bool {
        match self.permission_scope(action) {
            PermissionScope::Any => true,
            PermissionScope::Own => is_own,
            PermissionScope::None => false,
        }
    }

    /// Decides access to a draft. An action that the role never has is refused and not hidden: that reveals nothing about
    /// this draft.
    #[must_use]
    pub fn draft_access(self, action: Action, is_own: bool) -> DraftAccess {
        if self.allows(action, is_own) {
            DraftAccess::Allowed
        } else if self.allows(Action::ReadDrafts, is_own)
            || self.permission_scope(action) == PermissionScope::None
        {
            DraftAccess::Refused
        } else {
            DraftAccess::Hidden
        }
    }
}

/// The permission table: action, name, and the scopes of admin, editor, author, contributor and viewer.
pub const PERMISSIONS: [(Action, &str, [PermissionScope; 5]); 18] = {
    use PermissionScope::{Any, None, Own};
    [
        (Action::ReadDrafts, "read drafts", [Any, Any, Any, Own, Any]),
        (Action::CreateDrafts, "create drafts", [Any, Any, Any, Any, None]),
        (Action::SaveDrafts, "save drafts", [Any, Any, Own, Own, None]),
        (Action::TrashDrafts, "trash drafts", [Any, Any, Own, Own, None]),
        (Action::Preview, "preview", [Any, Any, Own, Own, None]),
        (Action::Publish, "publish", [Any, Any, Own, None, None]),
        (Action::Withdraw, "withdraw", [Any, Any, Own, None, None]),
        (Action::TakeDown, "take down", [Any, Any, None, None, None]),
        (Action::ReadTerms, "read terms", [Any, Any, Any, Any, Any]),
        (Action::ManageTerms, "manage terms", [Any, Any, None, None, None]),
        (Action::ReadRedirects, "read redirects", [Any, Any, Any, Any, Any]),
        (Action::ManageRedirects, "manage redirects", [Any, Any, None, None, None]),
        (Action::ReadPeople, "read people", [Any, Any, None, None, None]),
        (Action::ManagePeople, "manage people", [Any, None, None, None, None]),
        (Action::ReadAudit, "read the audit log", [Any, Any, None, None, None]),
        (Action::ReadJobs, "read jobs", [Any, Any, None, None, None]),
        (Action::ManageJobs, "manage jobs", [Any, None, None, None, None]),
        (Action::OwnAccount, "use one's own account", [Any, Any, Any, Any, Any]),
    ]
};

impl Action {
    /// What the action is called, as in `may not save drafts`.
    #[must_use]
    pub fn name(self) -> &'static str {
        let row = PERMISSIONS.iter().find(|(action, ..)| *action == self);
        row.map_or("", |(_, name, _)| name)
    }
}

impl TryFrom<String> for Role {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let role = Self::ALL.into_iter().find(|role| role.as_str() == value);
        role.ok_or_else(|| Invalid::one("enum", "A role is admin, editor, author, contributor or viewer."))
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_row_and_lower_roles_never_have_wider_write_scopes() {
        for (action, name, reaches) in PERMISSIONS {
            assert_eq!(action.name(), name);
            let writes = !matches!(action, Action::ReadDrafts);
            let strength = |reach: &PermissionScope| match reach {
                PermissionScope::Any => 2,
                PermissionScope::Own => 1,
                PermissionScope::None => 0,
            };
            // The only exception: a viewer can read all drafts, a contributor only their own.
            assert!(
                !writes || reaches.windows(2).all(|two| strength(&two[0]) >= strength(&two[1])),
                "{name}"
            );
        }
    }

    #[test]
    fn the_own_scope_allows_only_own_drafts() {
        assert!(Role::Author.allows(Action::Publish, true));
        assert!(!Role::Author.allows(Action::Publish, false));
        assert!(!Role::Contributor.allows(Action::Publish, true));
        assert!(Role::Editor.allows(Action::Publish, false));
        assert!(!Role::Editor.allows(Action::ManagePeople, true));
    }

    #[test]
    fn unreadable_drafts_are_hidden_and_others_refused() {
        for (role, action, met) in [
            (Role::Editor, Action::SaveDrafts, DraftAccess::Allowed),
            (Role::Author, Action::SaveDrafts, DraftAccess::Refused),
            (Role::Viewer, Action::SaveDrafts, DraftAccess::Refused),
            (Role::Contributor, Action::SaveDrafts, DraftAccess::Hidden),
            (Role::Contributor, Action::ReadDrafts, DraftAccess::Hidden),
            (Role::Contributor, Action::Publish, DraftAccess::Refused),
        ] {
            assert_eq!(role.draft_access(action, false), met, "{role}: {action:?}");
        }
        assert_eq!(Role::Contributor.draft_access(Action::SaveDrafts, true), DraftAccess::Allowed);
    }
}
