//! Lists the elements and text of HTML as a browser parses it, and rejects HTML that is too expensive to parse.
//!
//! html5ever parses; this is a [`TreeSink`] that records what the parser builds instead of building a tree.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, local_name, ns, parse_fragment};

/// What the parser creates from the HTML, in the order in which elements are opened.
pub(crate) struct HtmlAudit {
    /// The elements.
    pub(crate) elements: Vec<Element>,
    /// The text outside scripts and styles; different blocks are on different lines.
    pub(crate) text: String,
}

/// An element as it was written.
pub(crate) struct Element {
    pub(crate) name: QualName,
    pub(crate) attributes: Vec<Attribute>,
    /// The length of the text before it, in bytes.
    text_before: usize,
}

impl Element {
    /// The value of one of its attributes.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|attribute| &*attribute.name.local == name);
        found.map(|attribute| &*attribute.value)
    }
}

impl HtmlAudit {
    /// The text from the start of an element to the end of the line, at most `most` characters. It may extend beyond
    /// the element.
    pub(crate) fn text_from(&self, element: &Element, most: usize) -> String {
        let text = self.text.get(element.text_before..).unwrap_or_default();
        text.chars().take_while(|c| *c != '\n').take(most).collect()
    }

    /// Every id, in order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        let attributes = self.elements.iter().flat_map(|element| &element.attributes);
        attributes.filter(|attribute| attribute.name.local == local_name!("id")).map(|id| id.value.as_ref())
    }
}

/// The limits beyond which a body counts as an attack on the parser.
struct Limits {
    /// The nesting of elements: for each new paragraph, the parser scans all open elements.
    depth: usize,
    /// Elements that the parser adds, because it reopens unclosed formatting in each following paragraph: how many
    /// more than twice the number of `<` in the source.
    implied_elements: usize,
    /// Nodes that the parser searches when it moves misplaced content of a table in front of the table.
    moves: usize,
}

const LIMITS: Limits = Limits { depth: 256, implied_elements: 2_000, moves: 500_000_000 };

/// The limits are checked after this many bytes, so that hostile HTML is rejected before it has cost much.
const CHUNK: usize = 1024;

/// Audits the HTML. `None` if it exceeds the limits.
pub(crate) fn audit(html: &str) -> Option<HtmlAudit> {
    let written_tags = html.bytes().filter(|byte| *byte == b'<').count();
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let mut parser = parse_fragment(AuditSink::default(), ParseOpts::default(), context, Vec::new(), false);
    let mut rest = html;
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(rest.ceil_char_boundary(CHUNK));
        parser.process(StrTendril::from(chunk));
        rest = after;
        let sink = &parser.tokenizer.sink.sink;
        let elements = sink.elements.borrow().len();
        if sink.deepest.get() > LIMITS.depth
            || elements > written_tags.saturating_mul(2).saturating_add(LIMITS.implied_elements)
            || sink.moves.get() > LIMITS.moves
        {
            return None;
        }
    }
    Some(parser.finish())
}

/// A node of the tree that html5ever builds, reduced to what html5ever reads back.
struct AuditNode {
    name: Option<QualName>,
    depth: Cell<usize>,
    template: Option<Handle>,
    integration_point: bool,
}

type Handle = Rc<AuditNode>;

impl AuditNode {
    fn root() -> Handle {
        Rc::new(Self { name: None, depth: Cell::new(0), template: None, integration_point: false })
    }

    fn hides_text(&self) -> bool {
        self.name.as_ref().is_some_and(|name| crate::sanitise::is_dropped_with_content(&name.local))
    }
}

struct AuditSink {
    document: Handle,
    /// The name returned for nodes without one. html5ever asks for the names of elements only.
    nameless: QualName,
    elements: RefCell<Vec<Element>>,
    text: RefCell<String>,
    deepest: Cell<usize>,
    moves: Cell<usize>,
}

impl Default for AuditSink {
    fn default() -> Self {
        Self {
            document: AuditNode::root(),
            nameless: QualName::new(None, ns!(), local_name!("")),
            elements: RefCell::default(),
            text: RefCell::default(),
            deepest: Cell::default(),
            moves: Cell::default(),
        }
    }
}

impl AuditSink {
    fn append_child(&self, parent: &Handle, child: &NodeOrText<Handle>) {
        match child {
            NodeOrText::AppendNode(node) => {
                node.depth.set(parent.depth.get().saturating_add(1));
                self.deepest.set(self.deepest.get().max(node.depth.get()));
            }
            NodeOrText::AppendText(_) if parent.hides_text() => {}
            NodeOrText::AppendText(text) => self.text.borrow_mut().push_str(text),
        }
    }

    /// Moving a node searches its siblings, of which there are at most as many as elements so far.
    fn count_move(&self) {
        self.moves.set(self.moves.get().saturating_add(self.elements.borrow().len()));
    }
}

impl TreeSink for AuditSink {
    type Handle = Handle;
    type Output = HtmlAudit;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> HtmlAudit {
        let mut elements = self.elements.into_inner();
        // Remove the context and the root element, which the parser adds in front.
        elements.drain(..elements.len().min(2));
        HtmlAudit { elements, text: self.text.into_inner() }
    }

    fn get_document(&self) -> Handle {
        Rc::clone(&self.document)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.as_ref().unwrap_or(&self.nameless).expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> Handle {
        if !INLINE.contains(&&*name.local) {
            self.text.borrow_mut().push('\n');
        }
        let text_before = self.text.borrow().len();
        self.elements.borrow_mut().push(Element { name: name.clone(), attributes, text_before });
        Rc::new(AuditNode {
            name: Some(name),
            depth: Cell::new(0),
            template: flags.template.then(AuditNode::root),
            integration_point: flags.mathml_annotation_xml_integration_point,
        })
    }

    fn create_comment(&self, _text: StrTendril) -> Handle {
        AuditNode::root()
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Handle {
        AuditNode::root()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.append_child(parent, &child);
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        self.count_move();
        self.append_child(sibling, &child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, _previous: &Handle, child: NodeOrText<Handle>) {
        self.append_before_sibling(element, child);
    }

    fn remove_from_parent(&self, _target: &Handle) {
        self.count_move();
    }

    fn reparent_children(&self, _node: &Handle, _new_parent: &Handle) {
        self.count_move();
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.template.clone().unwrap_or_else(AuditNode::root)
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        Rc::ptr_eq(one, other)
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &Handle) -> bool {
        target.integration_point
    }

    fn add_attrs_if_missing(&self, _target: &Handle, _attributes: Vec<Attribute>) {}
    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}
    fn parse_error(&self, _message: Cow<'static, str>) {}
    fn set_quirks_mode(&self, _mode: QuirksMode) {}
}

/// Elements that do not separate words.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup",
];
