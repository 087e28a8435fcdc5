export type RuleSeverity = 'error' | 'warning' | 'notice';

/** Every finding on a project or a flow, with its severity and its words. */
export const ruleFindingKinds = {
  'dates.form': { severity: 'error', en: '“{value}” is not a day', it: '«{value}» non è un giorno' },
  'dates.reversed': {
    severity: 'error',
    en: 'It ends on {to}, before it starts on {from}',
    it: 'Finisce il {to}, prima di iniziare il {from}',
  },
  'dates.beforeCall': {
    severity: 'error',
    en: 'It starts on {from}, before the call of {callYear}',
    it: 'Inizia il {from}, prima dell’invito {callYear}',
  },
  'dates.outsideProject': {
    severity: 'error',
    en: 'The project lasts from {from} to {to}: the activity has to lie within it',
    it: 'Il progetto dura dal {from} al {to}: l’attività deve svolgersi in questo periodo',
  },
  'stay.short': {
    severity: 'error',
    en: '{days} days are fewer than the {min} that this activity needs; travel days do not count',
    it: '{days} giorni sono meno dei {min} richiesti da questa attività; i giorni di viaggio non contano',
  },
  'stay.shortJustified': {
    severity: 'warning',
    en: '{days} days are fewer than {min}: allowed for participants with fewer opportunities if justified',
    it: '{days} giorni sono meno di {min}: ammessi, se motivati, per chi ha minori opportunità',
  },
  'stay.long': {
    severity: 'error',
    en: '{days} days are more than the {max} that this activity allows',
    it: '{days} giorni sono più dei {max} ammessi da questa attività',
  },
  'stay.disputed': {
    severity: 'warning',
    en: '{days} days: one source allows only {max} from call {callYear} on; check the guide of your call',
    it: '{days} giorni: una fonte ne ammette solo {max} dall’invito {callYear}; controllare la guida del proprio invito',
  },
  'activity.notInCall': {
    severity: 'error',
    en: 'This activity did not exist in the call of {callYear}',
    it: 'Questa attività non esisteva nell’invito {callYear}',
  },
  'activity.notInAction': {
    severity: 'error',
    en: '{action} does not fund this activity',
    it: '{action} non finanzia questa attività',
  },
  'project.short': {
    severity: 'error',
    en: '{months} months are fewer than the {min} of {action}',
    it: '{months} mesi sono meno dei {min} di {action}',
  },
  'project.long': {
    severity: 'error',
    en: '{months} months are more than the {max} of {action}',
    it: '{months} mesi sono più dei {max} di {action}',
  },
  'project.extended': {
    severity: 'notice',
    en: '{months} months: {action} is granted for {initial}, more needs an extension',
    it: '{months} mesi: {action} è concesso per {initial}, oltre serve una proroga',
  },
  'project.large': {
    severity: 'error',
    en: '{participants} participants are more than the {max} of {action}',
    it: '{participants} partecipanti sono più dei {max} di {action}',
  },
  'number.form': {
    severity: 'error',
    en: '“{value}” is not a grant agreement number such as 2026-1-IT03-KA121-VET-000123456',
    it: '«{value}» non è un numero di convenzione come 2026-1-IT03-KA121-VET-000123456',
  },
  'number.otherCall': {
    severity: 'error',
    en: 'The grant agreement number is of call {found}, the project of {callYear}',
    it: 'Il numero di convenzione è dell’invito {found}, il progetto del {callYear}',
  },
  'number.otherAction': {
    severity: 'error',
    en: 'The grant agreement number is of {found}, the project of {action}-VET',
    it: 'Il numero di convenzione è di {found}, il progetto di {action}-VET',
  },
} as const satisfies Record<string, { severity: RuleSeverity; en: string; it: string }>;

export type RuleFindingCode = keyof typeof ruleFindingKinds;

/** What does not agree with the rules of the programme. */
export interface RuleFinding {
  code: RuleFindingCode;
  severity: RuleSeverity;
  params: Readonly<Record<string, string | number>>;
}

export function ruleFinding(code: RuleFindingCode, params: RuleFinding['params'] = {}): RuleFinding {
  return { code, severity: ruleFindingKinds[code].severity, params };
}

/** The finding in words. */
export function describeRuleFinding(
  { code, params }: Pick<RuleFinding, 'code' | 'params'>,
  locale: 'en' | 'it',
): string {
  return ruleFindingKinds[code][locale].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(params[name] ?? placeholder),
  );
}
