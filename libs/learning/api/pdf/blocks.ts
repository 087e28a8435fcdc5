import { type Content, type ContentTable, type TableCell } from 'pdfmake/interfaces';
import { rowsFit } from './keep';
import { COLOUR, FOLLOWING, HAIRLINES, HEADED, PLAIN } from './style';

/** Title block of the first page: a kicker, the title, and one sentence that says it all. */
export function titleBlock(overline: string, title: string, lead: string): Content {
  return {
    stack: [
      { text: overline.toLocaleUpperCase(), style: 'overline' },
      { text: title, style: 'title', margin: [0, 6, 0, 4] },
      ...(lead === '' ? [] : [{ text: lead, style: 'lead' }]),
    ],
    margin: [0, 6, 0, 16],
  };
}

/**
 * The numbered title of a section; as a headline it never stands alone at the foot of a page. Inside a block that is
 * kept together it must be none: a page break within such a block loses what follows.
 */
export function section(number: string, title: string, kept: 'headline' | 'inBlock' = 'headline'): Content {
  return {
    ...(kept === 'headline' ? { headlineLevel: 1 } : {}),
    columns: [
      ...(number === '' ? [] : [{ text: number, style: 'sectionNumber', width: number.length > 1 ? 28 : 20 }]),
      { text: title, style: 'section', width: '*' },
    ],
    margin: [0, 22, 0, 8],
  };
}

export interface Fact {
  readonly label: string;
  readonly value: Content;
}

const factCell = ({ label, value }: Fact): TableCell => ({
  stack: [
    { text: label, style: 'label' },
    typeof value === 'string' ? { text: value, style: 'value', margin: [0, 1, 0, 0] } : value,
  ],
});

/** Facts in a grid of equal columns, label over value, a hairline under each row. */
export function factGrid(facts: readonly Fact[], columns: number, emphasis = false): ContentTable {
  const rows: TableCell[][] = [];
  for (let index = 0; index < facts.length; index += columns) {
    const row = facts
      .slice(index, index + columns)
      .map((fact) =>
        emphasis && typeof fact.value === 'string'
          ? factCell({ label: fact.label, value: { text: fact.value, style: 'strong', margin: [0, 2, 0, 0] } })
          : factCell(fact),
      );
    rows.push([...row, ...Array.from({ length: columns - row.length }, () => '')]);
  }
  return {
    layout: HAIRLINES,
    table: { widths: Array.from({ length: columns }, () => '*'), dontBreakRows: rowsFit(rows), body: rows },
  };
}

/** Facts as rows: the label in a narrow column, the text beside it. `following` a table, it adds no line on top. */
export function factRows(facts: readonly Fact[], following = false): ContentTable {
  const body = facts.map(({ label, value }): TableCell[] => [
    { text: label, style: 'label', margin: [0, 1.5, 0, 0] },
    typeof value === 'string' ? { text: value, style: 'body' } : (value as TableCell),
  ]);
  return {
    layout: following ? FOLLOWING : HAIRLINES,
    table: { widths: [112, '*'], dontBreakRows: rowsFit(body), body },
  };
}

/** A short list with hanging dots. */
export function bullets(lines: readonly string[], size = 8.6): Content {
  return {
    stack: lines.map((line) => ({
      columns: [
        { text: '•', width: 8, fontSize: size, color: COLOUR.teal },
        { text: line, width: '*', fontSize: size, lineHeight: 1.18 },
      ],
      margin: [0, 0, 0, 2.5] as [number, number, number, number],
    })),
  };
}

/** A table whose head repeats on each page; rows break only where one is too long for a page. */
export function headedTable(
  widths: readonly (number | string)[],
  heads: readonly TableCell[],
  rows: readonly TableCell[][],
): ContentTable {
  const headCell = (cell: TableCell): TableCell =>
    typeof cell === 'string' ? { text: cell, style: 'tableHead' } : cell;
  return {
    layout: HEADED,
    table: {
      widths: [...widths],
      headerRows: 1,
      ...(rowsFit(rows) ? { keepWithHeaderRows: 1, dontBreakRows: true } : {}),
      body: [heads.map(headCell), ...rows],
    },
  };
}

export interface SignatureLine {
  readonly role: string;
  readonly name: string;
  readonly detail: string;
  /** What belongs on the line, said under it. */
  readonly hint: string;
  /** What stands on the line already, where it was confirmed elsewhere. */
  readonly confirmed?: string | null;
}

const LINE_LENGTH = 140;

/** Lines to sign on, side by side and at one height, each with the person who signs. */
export function signatureLines(lines: readonly SignatureLine[]): ContentTable {
  const people = lines.map(({ role, name, detail }): TableCell => ({
    stack: [
      { text: role, style: 'label' },
      { text: name, style: 'strong', margin: [0, 2, 0, 0] },
      { text: detail, style: 'small' },
    ],
  }));
  const marks = lines.map(({ hint, confirmed }): TableCell => ({
    stack: [
      { text: confirmed ?? ' ', fontSize: 8.6, color: COLOUR.green, margin: [0, confirmed ? 12 : 30, 0, 4] },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: LINE_LENGTH, y2: 0, lineWidth: 0.5, lineColor: COLOUR.muted }] },
      { text: hint, style: 'small', margin: [0, 3, 0, 0] },
    ],
  }));
  return { layout: PLAIN, table: { widths: lines.map(() => '*'), dontBreakRows: true, body: [people, marks] } };
}

/** A fingerprint in groups of eight, so that two people can compare it over the phone. */
export const grouped = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? hash;
