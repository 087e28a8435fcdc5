import { type CustomTableLayout, type StyleDictionary } from 'pdfmake/interfaces';
import { MEDIUM_FONT } from './fonts';

/** Colours of a document on white paper: deep teal for the structure, ink for the text, amber for what is open. */
export const COLOUR = {
  teal: '#0b5d5e',
  tealSoft: '#dfeeec',
  ink: '#1a1d1b',
  muted: '#595e5a',
  hairline: '#d6d7d0',
  amber: '#875100',
  green: '#1a6838',
  watermark: '#0b5d5e',
};

/** A4 in points, with the margins in which header and footer stand. */
export const PAGE = { width: 595.28, height: 841.89, left: 56, right: 56, top: 84, bottom: 92 };
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

export const STYLES: StyleDictionary = {
  overline: { fontSize: 7.5, bold: true, color: COLOUR.teal, characterSpacing: 1.1 },
  title: { fontSize: 25, bold: true, color: COLOUR.ink, characterSpacing: -0.4 },
  lead: { fontSize: 11, color: COLOUR.muted, lineHeight: 1.25 },
  sectionNumber: { fontSize: 13, bold: true, color: COLOUR.teal },
  section: { fontSize: 13, bold: true, color: COLOUR.ink },
  intro: { fontSize: 8.5, color: COLOUR.muted },
  label: { fontSize: 7.5, color: COLOUR.muted },
  value: { fontSize: 9.5, color: COLOUR.ink },
  strong: { fontSize: 9.5, font: MEDIUM_FONT, color: COLOUR.ink },
  name: { fontSize: 10.5, bold: true, color: COLOUR.ink },
  body: { fontSize: 9, color: COLOUR.ink },
  tableHead: { fontSize: 7.5, font: MEDIUM_FONT, color: COLOUR.teal },
  small: { fontSize: 7.5, color: COLOUR.muted },
  figure: { fontSize: 9, fontFeatures: ['tnum'] },
};

const horizontal = (colour: string, width: number): Pick<CustomTableLayout, 'hLineColor' | 'hLineWidth'> => ({
  hLineColor: () => colour,
  hLineWidth: () => width,
});

/** Hairlines between rows, none around columns; the first column stands flush with the text. */
export const HAIRLINES: CustomTableLayout = {
  ...horizontal(COLOUR.hairline, 0.5),
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : 8),
  paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : 8),
  paddingTop: () => 6,
  paddingBottom: () => 6,
};

/** As hairlines, without the first: the table stands right under another. */
export const FOLLOWING: CustomTableLayout = { ...HAIRLINES, hLineWidth: (row) => (row === 0 ? 0 : 0.5) };

/** As hairlines, with a teal rule over the head that repeats on each page. */
export const HEADED: CustomTableLayout = {
  ...HAIRLINES,
  hLineColor: (row) => (row <= 1 ? COLOUR.teal : COLOUR.hairline),
  hLineWidth: (row) => (row === 0 ? 0.9 : 0.5),
  paddingTop: (row) => (row === 0 ? 5 : 6),
  paddingBottom: (row) => (row === 0 ? 5 : 6),
};

/** One block with a teal rule on top and nothing else. */
export const RULED: CustomTableLayout = {
  ...HAIRLINES,
  hLineColor: () => COLOUR.teal,
  hLineWidth: (row) => (row === 0 ? 0.9 : 0),
  paddingTop: (row) => (row === 0 ? 7 : 2),
  paddingBottom: () => 3,
};

/** Columns without any line. */
export const PLAIN: CustomTableLayout = {
  ...HAIRLINES,
  hLineWidth: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};
