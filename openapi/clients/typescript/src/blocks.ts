// Types of the block tree, in which a body is data. Blocks and inlines are discriminated by `type`.

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
/** An alert, such as a note or a warning. */
export type AlertBlock = Schemas["AlertBlock"];
/** The kind of an alert. */
export type AlertKind = Schemas["AlertKind"];
/** A code block with its text and tokens. */
export type CodeBlock = Schemas["CodeBlock"];
/** A token of code. */
export type Token = Schemas["Token"];
/** The kind of a token. */
export type TokenKind = Schemas["TokenKind"];
/** A display formula in TeX. */
export type MathBlock = Schemas["MathBlock"];
/** A picture, with an optional caption. */
export type FigureBlock = Schemas["FigureBlock"];
/** Content of another provider. */
export type EmbedBlock = Schemas["EmbedBlock"];
/** A table. */
export type TableBlock = Schemas["TableBlock"];
/** A row of a table. */
export type TableRow = Schemas["TableRow"];
/** A cell of a table. */
export type TableCell = Schemas["TableCell"];
/** A collapsible section. */
export type DetailsBlock = Schemas["DetailsBlock"];
/** The footnotes of a body. */
export type FootnotesBlock = Schemas["FootnotesBlock"];
/** One footnote. */
export type Footnote = Schemas["Footnote"];
/** A thematic break. */
export type DividerBlock = Schemas["DividerBlock"];

/** An inline. */
export type Inline = Schemas["Inline"];
/** Text. */
export type TextInline = Schemas["TextInline"];
/** Styled text. */
export type StyledInline = Schemas["StyledInline"];
/** The style of styled text. */
export type TextStyle = Schemas["TextStyle"];
/** Inline code. */
export type CodeInline = Schemas["CodeInline"];
/** An inline formula in TeX. */
export type MathInline = Schemas["MathInline"];
/** A link. */
export type LinkInline = Schemas["LinkInline"];
/** An inline picture. */
export type ImageInline = Schemas["ImageInline"];
/** A reference to a footnote. */
export type FootnoteReferenceInline = Schemas["FootnoteReferenceInline"];
/** A line break. */
export type BreakInline = Schemas["BreakInline"];
