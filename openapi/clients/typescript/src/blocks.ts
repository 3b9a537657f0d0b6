// Names for the block tree: the body of an article as data. Blocks, and the pieces of a line, are told apart by `type`.

import type { components } from "./generated/delivery.v1.js";

type Schemas = components["schemas"];

/** One block of a body. */
export type Block = Schemas["Block"];
/** A paragraph. */
export type ParagraphBlock = Schemas["ParagraphBlock"];
/** A heading; its `id` is its anchor. */
export type HeadingBlock = Schemas["HeadingBlock"];
/** A list. */
export type ListBlock = Schemas["ListBlock"];
/** One item of a list. */
export type ListItem = Schemas["ListItem"];
/** A quotation. */
export type QuoteBlock = Schemas["QuoteBlock"];
/** Something that readers should mind. */
export type AlertBlock = Schemas["AlertBlock"];
/** How much an alert matters. */
export type AlertKind = Schemas["AlertKind"];
/** Code, whole and in parts. */
export type CodeBlock = Schemas["CodeBlock"];
/** A part of code. */
export type Token = Schemas["Token"];
/** What a part of code is. */
export type TokenKind = Schemas["TokenKind"];
/** A formula on lines of its own, in TeX. */
export type MathBlock = Schemas["MathBlock"];
/** A picture, with or without a caption. */
export type FigureBlock = Schemas["FigureBlock"];
/** Something that a provider shows. */
export type EmbedBlock = Schemas["EmbedBlock"];
/** A table. */
export type TableBlock = Schemas["TableBlock"];
/** A row of a table. */
export type TableRow = Schemas["TableRow"];
/** A cell of a table. */
export type TableCell = Schemas["TableCell"];
/** What can be unfolded. */
export type DetailsBlock = Schemas["DetailsBlock"];
/** The footnotes of a body. */
export type FootnotesBlock = Schemas["FootnotesBlock"];
/** One footnote. */
export type Footnote = Schemas["Footnote"];
/** A break between two thoughts. */
export type DividerBlock = Schemas["DividerBlock"];

/** A piece of a line. */
export type Inline = Schemas["Inline"];
/** Text. */
export type TextInline = Schemas["TextInline"];
/** Text that is set apart. */
export type StyledInline = Schemas["StyledInline"];
/** What text is set apart by. */
export type TextStyle = Schemas["TextStyle"];
/** Code within a line. */
export type CodeInline = Schemas["CodeInline"];
/** A formula within a line, in TeX. */
export type MathInline = Schemas["MathInline"];
/** A link. */
export type LinkInline = Schemas["LinkInline"];
/** A picture within a line. */
export type ImageInline = Schemas["ImageInline"];
/** A reference to a footnote. */
export type FootnoteReferenceInline = Schemas["FootnoteReferenceInline"];
/** The end of a line. */
export type BreakInline = Schemas["BreakInline"];
