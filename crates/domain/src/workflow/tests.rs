//! The complete transition table, written out so that no transition changes unnoticed.

use super::*;
use Visibility::{Live, NeverPublished, TakenDown, Withdrawn};

/// The columns: never published, live, withdrawn, taken down; then in the trash and never published, withdrawn, taken down.
const COLUMNS: [(Visibility, bool); 7] = [
    (NeverPublished, false),
    (Live, false),
    (Withdrawn, false),
    (TakenDown, false),
    (NeverPublished, true),
    (Withdrawn, true),
    (TakenDown, true),
];

/// The three parts of a row: nothing pending, a publication pending, a withdrawal pending.
const PENDING: [Option<PendingKind>; 3] = [None, Some(PendingKind::Publish), Some(PendingKind::Withdraw)];

/// A cell is the effect on the article and on the schedule (`=` kept, `-` ended, `+` replaced), or the refusal.
const TABLE: [(Step, [&str; 3]); 19] = {
    use Candidate::{Live as Same, Other, Pending};
    use OnPending::{Cancel, Keep, Refuse};
    const SAME: &str = "nothing= nothing= nothing= nothing= in-trash in-trash in-trash";
    const SHOW: &str = "show=    show=    show=    show=    in-trash in-trash in-trash";
    const LAST: &str = "show-    show-    show-    show-    in-trash in-trash in-trash";
    const ASKS: &str = "pending  pending  pending  pending  in-trash in-trash in-trash";
    const ENDS: &str = "never    end=     nothing= nothing= never    nothing= nothing=";
    const OVER: &str = "never    end-     nothing- nothing- never    nothing- nothing-";
    const STOP: &str = "never    pending  pending  pending  never    pending  pending ";
    [
        (Step::Publish(Same, Refuse), [SAME, SAME, SAME]),
        (Step::Publish(Same, Cancel), [SAME, SAME, SAME]),
        (Step::Publish(Same, Keep), [SAME, SAME, SAME]),
        (Step::Publish(Pending, Refuse), [SHOW, LAST, LAST]),
        (Step::Publish(Pending, Cancel), [SHOW, LAST, LAST]),
        (Step::Publish(Pending, Keep), [SHOW, LAST, LAST]),
        (Step::Publish(Other, Refuse), [SHOW, ASKS, ASKS]),
        (Step::Publish(Other, Cancel), [SHOW, LAST, LAST]),
        (Step::Publish(Other, Keep), [SHOW, SHOW, SHOW]),
        (Step::Withdraw(Refuse), [ENDS, STOP, OVER]),
        (Step::Withdraw(Cancel), [ENDS, OVER, OVER]),
        (Step::Withdraw(Keep), [ENDS, ENDS, OVER]),
        (Step::Schedule, ["nothing+ nothing+ nothing+ nothing+ in-trash in-trash in-trash"; 3]),
        (
            Step::Cancel,
            [
                "none     none     none     none     none     none     none    ",
                "nothing- nothing- nothing- nothing- nothing- nothing- nothing-",
                "nothing- nothing- nothing- nothing- nothing- nothing- nothing-",
            ],
        ),
        (
            Step::TakeDown,
            [
                "never    erase=   erase=   nothing= never    erase=   nothing=",
                "never    erase-   erase-   erase-   never    erase-   erase-  ",
                "never    erase-   erase-   nothing- never    erase-   nothing-",
            ],
        ),
        (
            Step::Trash,
            [
                "trash=   public   trash=   trash=   nothing= nothing= nothing=",
                "trash-   public   trash-   trash-   nothing= nothing= nothing=",
                "trash-   public   trash-   trash-   nothing= nothing= nothing=",
            ],
        ),
        (Step::Restore, ["nothing= nothing= nothing= nothing= restore= restore= restore="; 3]),
        (Step::Save, ["save=    save=    save=    save=    in-trash in-trash in-trash"; 3]),
        (
            Step::Activate,
            [
                "nothing= nothing= nothing= nothing= nothing= nothing= nothing=",
                "show-    show-    show-    show-    nothing- nothing- nothing-",
                "nothing- end-     nothing- nothing- nothing- nothing- nothing-",
            ],
        ),
    ]
};

#[test]
fn every_transition_matches_the_table() {
    let mut cells = 0;
    for (step, rows) in TABLE {
        for (pending, row) in PENDING.into_iter().zip(rows) {
            let row: Vec<&str> = row.split_whitespace().collect();
            assert_eq!(row.len(), COLUMNS.len(), "{step:?}");
            for ((visibility, in_trash), cell) in COLUMNS.into_iter().zip(row) {
                let state = WorkflowState { visibility, in_trash, pending };
                assert_eq!(spelled(state.decide(step)), cell, "{step:?} of {state:?}");
                cells += 1;
            }
        }
    }
    assert_eq!(cells, 19 * 3 * 7);
}

#[test]
fn the_table_has_a_row_for_every_step() {
    let choices = [OnPending::Refuse, OnPending::Cancel, OnPending::Keep];
    let candidates = [Candidate::Live, Candidate::Pending, Candidate::Other];
    let publish = candidates.into_iter().flat_map(|one| choices.map(|choice| Step::Publish(one, choice)));
    let others = [
        Step::Schedule,
        Step::Cancel,
        Step::TakeDown,
        Step::Trash,
        Step::Restore,
        Step::Save,
        Step::Activate,
    ];
    for step in publish.chain(choices.map(Step::Withdraw)).chain(others) {
        assert_eq!(TABLE.iter().filter(|(known, _)| *known == step).count(), 1, "{step:?}");
    }
}

#[test]
fn no_reachable_state_is_in_trash_and_live_or_pending() {
    let mut known = vec![WorkflowState { visibility: NeverPublished, in_trash: false, pending: None }];
    let mut seen = 0;
    while let Some(state) = known.get(seen).copied() {
        assert!(!state.in_trash || state.visibility != Live, "{state:?}");
        assert!(!state.in_trash || state.pending.is_none(), "{state:?}");
        let steps = TABLE.iter().map(|(step, _)| *step);
        for next in steps.filter_map(|step| Some(state.apply(state.decide(step).ok()?))) {
            if !known.contains(&next) {
                known.push(next);
            }
        }
        seen += 1;
    }
    assert!(known.len() > 8, "{known:?}");
}

fn spelled(decided: Result<Decision, Conflict>) -> String {
    let Decision { effect, pending } = match decided {
        Ok(decision) => decision,
        Err(conflict) => {
            return match conflict {
                Conflict::NeverPublished => "never",
                Conflict::InTrash => "in-trash",
                Conflict::StillPublic => "public",
                Conflict::NotScheduled => "none",
                Conflict::SchedulePending => "pending",
            }
            .to_owned();
        }
    };
    let effect = match effect {
        Effect::Nothing => "nothing",
        Effect::MakePublic => "show",
        Effect::Withdraw => "end",
        Effect::Erase => "erase",
        Effect::Trash => "trash",
        Effect::Restore => "restore",
        Effect::Save => "save",
    };
    let pending = match pending {
        PendingEffect::Keep => '=',
        PendingEffect::Cancel => '-',
        PendingEffect::Replace => '+',
    };
    format!("{effect}{pending}")
}
