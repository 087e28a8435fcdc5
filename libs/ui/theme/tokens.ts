import { type PortalKey } from '@softmob/access';

/** Light or dark: both come from the tokens of this file. */
export type ColourMode = 'light' | 'dark';

/** The six states of work, the same in every portal. Each is always shown with an icon and a word. */
export const STATE_KEYS = ['draft', 'waiting', 'atRisk', 'blocked', 'done', 'abroad'] as const;
export type StateKey = (typeof STATE_KEYS)[number];

/** `fg` is read on `bg`, on the page and on a surface; `line` outlines a soft area. */
export interface StateTokens {
  readonly fg: string;
  readonly bg: string;
  readonly line: string;
}

export interface NeutralTokens {
  readonly page: string;
  readonly surface: string;
  readonly sunken: string;
  readonly raised: string;
  readonly hairline: string;
  /** Borders of what already speaks by its words, as buttons do. */
  readonly edge: string;
  /** Borders of what one types into or ticks: at least 3:1. */
  readonly outline: string;
  readonly text: string;
  readonly muted: string;
  readonly hover: string;
}

export interface BrandTokens {
  readonly main: string;
  readonly strong: string;
  readonly soft: string;
  readonly on: string;
}

const neutral: Record<ColourMode, NeutralTokens> = {
  light: {
    page: '#f7f7f4',
    surface: '#ffffff',
    sunken: '#f0f0ec',
    raised: '#ffffff',
    hairline: '#e3e3dd',
    edge: '#c9cbc4',
    outline: '#868982',
    text: '#1a1d1b',
    muted: '#595e5a',
    hover: '#f2f2ee',
  },
  dark: {
    page: '#131514',
    surface: '#1b1e1d',
    sunken: '#0f1110',
    raised: '#232726',
    hairline: '#2e3331',
    edge: '#48504c',
    outline: '#7b827e',
    text: '#eceeec',
    muted: '#a6ada9',
    hover: '#232726',
  },
};

const brand: Record<PortalKey, Record<ColourMode, BrandTokens>> = {
  sending: {
    light: { main: '#0b5d5e', strong: '#074546', soft: '#dfeeec', on: '#ffffff' },
    dark: { main: '#5cc4be', strong: '#86d9d4', soft: '#143533', on: '#042726' },
  },
  host: {
    light: { main: '#403d9f', strong: '#2f2c7d', soft: '#e8e8f8', on: '#ffffff' },
    dark: { main: '#a8abf6', strong: '#c3c5fa', soft: '#27284d', on: '#15143f' },
  },
  company: {
    light: { main: '#84480c', strong: '#673606', soft: '#f6ebdc', on: '#ffffff' },
    dark: { main: '#e3a95e', strong: '#f0c48a', soft: '#3a2a11', on: '#2a1700' },
  },
  participant: {
    light: { main: '#ba3b28', strong: '#962c1c', soft: '#fce8e3', on: '#ffffff' },
    dark: { main: '#ff9582', strong: '#ffb4a6', soft: '#45211a', on: '#390d05' },
  },
};

const states: Record<ColourMode, Record<StateKey, StateTokens>> = {
  light: {
    draft: { fg: '#545956', bg: '#ebece8', line: '#cfd1cb' },
    waiting: { fg: '#1b5a9e', bg: '#e3eefa', line: '#b9d3ef' },
    atRisk: { fg: '#875100', bg: '#fcf0d3', line: '#ebd293' },
    blocked: { fg: '#ad1539', bg: '#fce5e9', line: '#f0b9c4' },
    done: { fg: '#1a6838', bg: '#e0f2e6', line: '#b1dbc0' },
    abroad: { fg: '#673bab', bg: '#efe7fb', line: '#d3c0ef' },
  },
  dark: {
    draft: { fg: '#b9bfbb', bg: '#2b302e', line: '#454b48' },
    waiting: { fg: '#8fc2f8', bg: '#172c42', line: '#2b4c6f' },
    atRisk: { fg: '#f0c063', bg: '#392b0e', line: '#614a19' },
    blocked: { fg: '#ff9cab', bg: '#441924', line: '#71303f' },
    done: { fg: '#80d69e', bg: '#13331f', line: '#27583a' },
    abroad: { fg: '#ccaef8', bg: '#2f2247', line: '#4e3b73' },
  },
};

/** Everything a theme is made of, for one portal in one mode. */
export interface PortalTokens {
  readonly neutral: NeutralTokens;
  readonly brand: BrandTokens;
  readonly states: Readonly<Record<StateKey, StateTokens>>;
}

/** The colours of one portal in one mode, as hex. */
export function portalTokens(portal: PortalKey, mode: ColourMode): PortalTokens {
  return { neutral: neutral[mode], brand: brand[portal][mode], states: states[mode] };
}
