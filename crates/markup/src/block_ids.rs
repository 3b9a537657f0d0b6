//! Assigns block IDs. A heading uses its anchor, every other block a digest of its text: an ID therefore stays stable while
//! other blocks or only the formatting of its words change.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::slice;

use domain::{Block, FigureBlock, HeadingBlock, UrlBase};
use sha2::{Digest, Sha256};

use crate::text::blocks_to_text;

/// Assigns a unique id to every block that has none.
pub(crate) fn assign_block_ids(blocks: &mut [Block]) {
    let mut ids = Ids::default();
    ids.reserve_heading_anchors(blocks);
    ids.assign(blocks);
}

/// The ids assigned so far.
#[derive(Default)]
struct Ids {
    taken: HashSet<String>,
    /// The number to try next for an id, so that many equal blocks stay linear.
    next: HashMap<String, u32>,
}

impl Ids {
    fn reserve_heading_anchors(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            if let Block::Heading(HeadingBlock { id, .. }) = block {
                self.taken.insert(id.clone());
            }
            block.children_mut().for_each(|child| self.reserve_heading_anchors(slice::from_mut(child)));
        }
    }

    fn assign(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            if block.id_mut().is_empty() {
                *block.id_mut() = self.make_unique(content_id(block));
            }
            block.children_mut().for_each(|child| self.assign(slice::from_mut(child)));
        }
    }

    /// The id, with a number appended if it is taken.
    fn make_unique(&mut self, id: String) -> String {
        let next = self.next.entry(id.clone()).or_insert(1);
        loop {
            let candidate = if *next == 1 { id.clone() } else { format!("{id}-{next}") };
            *next = next.saturating_add(1);
            if self.taken.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}

/// The ID derived from the content of a block.
fn content_id(block: &Block) -> String {
    if matches!(block, Block::Footnotes(_)) {
        return "footnotes".to_owned();
    }
    let source = match block {
        Block::Figure(FigureBlock { src, .. }) => UrlBase::strip_marker(src),
        _ => "",
    };
    let text = blocks_to_text(slice::from_ref(block));
    let mut id = String::from("b-");
    for byte in Sha256::digest(format!("{source}\n{text}")).iter().take(DIGEST_BYTES) {
        let written = write!(id, "{byte:02x}");
        debug_assert!(written.is_ok(), "writing to a string cannot fail");
    }
    id
}

/// The digest length, enough to distinguish the blocks of one body.
const DIGEST_BYTES: usize = 5;
