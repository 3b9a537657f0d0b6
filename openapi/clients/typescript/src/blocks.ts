// The block tree: the body of an article as data.

/** One block of a body, told apart by its `type`. */
export type Block =
  | (ParagraphBlock & { type: "paragraph" })
  | (HeadingBlock & { type: "heading" })
  | (ListBlock & { type: "list" })
  | (QuoteBlock & { type: "quote" })
  | (AlertBlock & { type: "alert" })
  | (CodeBlock & { type: "code" })
  | (MathBlock & { type: "math" })
  | (FigureBlock & { type: "figure" })
  | (EmbedBlock & { type: "embed" })
  | (TableBlock & { type: "table" })
  | (DetailsBlock & { type: "details" })
  | (FootnotesBlock & { type: "footnotes" })
  | (DividerBlock & { type: "divider" });

/** A paragraph. */
export interface ParagraphBlock {
  id: string;
  content: Inline[];
}

/** A heading; its `id` is its anchor. */
export interface HeadingBlock {
  id: string;
  level: number;
  content: Inline[];
}

/** A list. */
export interface ListBlock {
  id: string;
  ordered: boolean;
  start: number | null;
  items: ListItem[];
}

/** One item of a list. */
export interface ListItem {
  checked: boolean | null;
  blocks: Block[];
}

/** A quotation. */
export interface QuoteBlock {
  id: string;
  blocks: Block[];
}

/** Something that readers should mind. */
export interface AlertBlock {
  id: string;
  kind: "note" | "tip" | "important" | "warning" | "caution";
  title: string | null;
  blocks: Block[];
}

/** Code, whole and in parts. */
export interface CodeBlock {
  id: string;
  language: string | null;
  title: string | null;
  highlighted_lines: number[];
  text: string;
  tokens: Token[];
}

/** A part of code. */
export interface Token {
  kind: TokenKind | null;
  text: string;
}

/** What a part of code is. */
export type TokenKind =
  | "comment"
  | "keyword"
  | "string"
  | "number"
  | "constant"
  | "function"
  | "type"
  | "variable"
  | "property"
  | "operator"
  | "punctuation"
  | "tag"
  | "attribute"
  | "inserted"
  | "deleted"
  | "heading";

/** A formula on lines of its own, in TeX. */
export interface MathBlock {
  id: string;
  text: string;
}

/** A picture. */
export interface FigureBlock {
  id: string;
  src: string;
  alt: string;
  caption: Inline[] | null;
  width: number | null;
  height: number | null;
}

/** Something that a provider shows. */
export interface EmbedBlock {
  id: string;
  provider: string;
  url: string;
}

/** A table. */
export interface TableBlock {
  id: string;
  caption: Inline[] | null;
  rows: TableRow[];
}

/** A row of a table. */
export interface TableRow {
  header: boolean;
  cells: TableCell[];
}

/** A cell of a table. */
export interface TableCell {
  header: boolean;
  align: "left" | "center" | "right" | null;
  content: Inline[];
}

/** What can be unfolded. */
export interface DetailsBlock {
  id: string;
  summary: Inline[];
  open: boolean;
  blocks: Block[];
}

/** The footnotes of the body. */
export interface FootnotesBlock {
  id: string;
  notes: Footnote[];
}

/** One footnote. */
export interface Footnote {
  number: number;
  id: string;
  references: string[];
  blocks: Block[];
}

/** A break between two thoughts. */
export interface DividerBlock {
  id: string;
}

/** A piece of a line, told apart by its `type`. */
export type Inline =
  | { type: "text"; text: string }
  | { type: "styled"; style: TextStyle; content: Inline[] }
  | { type: "code"; text: string }
  | { type: "math"; text: string }
  | { type: "link"; href: string | null; title: string | null; content: Inline[] }
  | {
      type: "image";
      src: string;
      alt: string;
      title: string | null;
      width: number | null;
      height: number | null;
    }
  | { type: "footnote_reference"; number: number; id: string; target: string }
  | { type: "break" };

/** What text is set apart by. */
export type TextStyle =
  | "strong"
  | "emphasis"
  | "deletion"
  | "insertion"
  | "subscript"
  | "superscript"
  | "highlight"
  | "keyboard"
  | "small"
  | "underline"
  | "quotation";
