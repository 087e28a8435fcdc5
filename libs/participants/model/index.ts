export type { Encoding, Separator } from './read-csv';
export { readTable, type Table } from './read-table';
export * from './rules';
export * from './write-table';
