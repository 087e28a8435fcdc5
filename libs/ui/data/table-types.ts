import { type ReactNode } from 'react';

/** One column; `cell` draws a row's value. */
export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  /** Numbers stand right, in tabular figures. */
  numeric?: boolean;
  /** Width in px or as CSS. */
  width?: number | string;
  /** An explanation of the heading, on hover. */
  headerHint?: string;
  /** On a phone: the card's title (default for the first column), a line with its name, its name with the value below, or left out. */
  inCard?: 'title' | 'line' | 'wide' | 'hidden';
}

export interface Sort {
  key: string;
  direction: 'asc' | 'desc';
}

export interface TableSelection<Row> {
  selected: ReadonlySet<string>;
  onChange: (next: ReadonlySet<string>) => void;
  /** The row's name for its checkbox: "Ana Ruiz". */
  rowLabel: (row: Row) => string;
  /** The buttons of the bar that rises with a selection. */
  actions: (keys: readonly string[]) => ReactNode;
  /** How many rows there are beyond those shown, with a way to select them all. */
  total?: number;
  onSelectAll?: () => void;
}

export interface DataTableProps<Row> {
  /** What the table lists, for those who do not see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
  selection?: TableSelection<Row> | undefined;
  /** Opens a row: the first column becomes its button. */
  onOpen?: ((row: Row) => void) | undefined;
  /** The row that is open beside the table. */
  openKey?: string | null | undefined;
  loading?: boolean;
  /** What stands where there are no rows. */
  empty?: ReactNode;
  /** Below the rows: "load more", totals. */
  footer?: ReactNode;
  /** Height at which the rows begin to scroll under the header. */
  maxHeight?: number | string;
  /** Draws a row as a card on a phone, instead of the columns' own cards. */
  cards?: (row: Row) => ReactNode;
}
