import { describeFinding, type Finding, findingKinds, type ImportKind } from '@softmob/participants-model';

/** Findings that only the stored data can tell, with their words. */
const OWN = {
  'school.foreign': {
    en: ['This is not your own school: another school brings itself in', 'Take the row out of the file'],
    it: ['Non è la propria scuola: ogni scuola inserisce sé stessa', 'Togliere la riga dal file'],
  },
  'host.theirs': {
    en: [
      'This host organisation looks after its own people: the contact is not added',
      'Nothing to do: ask the host to add them',
    ],
    it: [
      'Questa organizzazione ospitante gestisce le proprie persone: il contatto non viene aggiunto',
      'Nulla da fare: chiedere all’organizzazione di aggiungerlo',
    ],
  },
  'stay.overlap': {
    en: ['Is on another mobility from {from} to {to}', 'Correct the days, or withdraw from the other mobility'],
    it: ['È in un’altra mobilità dal {from} al {to}', 'Correggere i giorni, o ritirare dall’altra mobilità'],
  },
  'rank.taken': {
    en: ['Rank {value} belongs to somebody else already', 'Write a rank that is free'],
    it: ['La posizione {value} è già di un’altra persona', 'Scrivere una posizione libera'],
  },
  'company.theirs': {
    en: ['Another organisation looks after this company: it stays as it is', 'Nothing to do'],
    it: ['Un’altra organizzazione gestisce questa azienda: resta com’è', 'Nulla da fare'],
  },
} as const satisfies Record<string, Record<'en' | 'it', readonly [string, string]>>;

type OwnCode = keyof typeof OWN;

/** A finding of the checks, or of the comparison with what is stored. */
export interface ImportFinding extends Omit<Finding, 'code' | 'mend'> {
  readonly code: Finding['code'] | OwnCode;
  readonly mend: Finding['mend'] | null;
}

/** A finding of the comparison, at its place. */
export function ownFinding(
  place: { row: number; column: string | null; field: string },
  code: OwnCode | 'email.taken',
  params: Finding['params'] = {},
): ImportFinding {
  if (code === 'email.taken') {
    const [severity, mend] = findingKinds[code];
    return { ...place, code, severity, mend, params, offers: [] };
  }
  const severity = code === 'host.theirs' || code === 'company.theirs' ? 'notice' : 'error';
  return { ...place, code, severity, mend: null, params, offers: [] };
}

const isOwn = (code: ImportFinding['code']): code is OwnCode => code in OWN;

/** The finding in words of the reader's language: what is wrong, and what mends it. */
export function wordsOf(finding: ImportFinding, kind: ImportKind, locale: 'en' | 'it'): { text: string; mend: string } {
  const { code, mend } = finding;
  if (!isOwn(code)) return describeFinding({ ...finding, code, mend: mend ?? 'nothing' }, kind, locale);
  const [text, doThis] = OWN[code][locale];
  return {
    text: text.replace(/\{(\w+)\}/g, (whole, name: string) => String(finding.params[name] ?? whole)),
    mend: doThis,
  };
}
