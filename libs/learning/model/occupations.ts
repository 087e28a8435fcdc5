import { type LocalText, text } from './text';

/** The occupations for which units of learning outcomes are shipped; names as in ESCO v1.2. */
export const OCCUPATIONS = ['mechatronics assembler', 'cook', 'hairdresser', 'healthcare assistant'] as const;
export type Occupation = (typeof OCCUPATIONS)[number];

export interface OccupationFacts {
  readonly occupation: Occupation;
  readonly name: LocalText;
  /** ESCO occupation URI. This service uses the ESCO classification of the European Commission. */
  readonly esco: string;
  /** ISCO-08 unit group. */
  readonly isco: string;
  /** ISCED-F 2013 detailed field. */
  readonly iscedF: string;
  /** The Italian vocational qualification that leads there. */
  readonly qualification: string;
  /** Where in a company's working day the learner is found. */
  readonly workingTime: LocalText;
}

const ESCO = 'http://data.europa.eu/esco/occupation/';

const FACTS: Record<Occupation, OccupationFacts> = {
  'mechatronics assembler': {
    occupation: 'mechatronics assembler',
    name: text('Mechatronics assembler', 'Operatore meccatronico'),
    esco: `${ESCO}1a6d1acf-5956-4ba0-95bf-b15b05a02013`,
    isco: '8211',
    iscedF: '0714',
    qualification: 'Operatore meccatronico',
    workingTime: text(
      'Monday to Friday, day shift; no night work and no work alone at running machines',
      'Dal lunedì al venerdì, turno di giorno; né lavoro notturno né lavoro da soli su macchine in funzione',
    ),
  },
  cook: {
    occupation: 'cook',
    name: text('Cook', 'Cuoco'),
    esco: `${ESCO}90f75f67-495d-49fa-ab57-2f320e251d7e`,
    isco: '5120',
    iscedF: '1013',
    qualification: 'Operatore della ristorazione',
    workingTime: text(
      'Five days a week by the kitchen’s rota, two consecutive days of rest, no work after 22:00 for minors',
      'Cinque giorni a settimana secondo i turni di cucina, due giorni di riposo consecutivi, mai dopo le 22:00 per i minorenni',
    ),
  },
  hairdresser: {
    occupation: 'hairdresser',
    name: text('Hairdresser', 'Acconciatore'),
    esco: `${ESCO}099c6bb0-22d3-4c5d-8bf5-70910af381ef`,
    isco: '5141',
    iscedF: '1012',
    qualification: 'Operatore del benessere',
    workingTime: text(
      'Tuesday to Saturday in the salon’s opening hours, with a lunch break of at least 45 minutes',
      'Dal martedì al sabato negli orari di apertura del salone, con una pausa pranzo di almeno 45 minuti',
    ),
  },
  'healthcare assistant': {
    occupation: 'healthcare assistant',
    name: text('Healthcare assistant', 'Operatore socio-sanitario'),
    esco: `${ESCO}d38c2107-98f2-47b7-8bb4-f69750d51082`,
    isco: '5321',
    iscedF: '0913',
    qualification: 'Operatore socio-sanitario',
    workingTime: text(
      'Five days a week, early or day shift beside the mentor; no night shifts',
      'Cinque giorni a settimana, turno di mattina o di giorno accanto al mentore; nessun turno di notte',
    ),
  },
};

/** The facts of an occupation; undefined for one without shipped units. */
export function occupationFacts(occupation: string): OccupationFacts | undefined {
  return (FACTS as Partial<Record<string, OccupationFacts>>)[occupation];
}

const ISCED_FIELDS: Readonly<Record<string, LocalText>> = {
  '0714': text('Electronics and automation', 'Elettronica e automazione'),
  '0913': text('Nursing and midwifery', 'Scienze infermieristiche e ostetriche'),
  '1012': text('Hair and beauty services', 'Servizi di acconciatura e bellezza'),
  '1013': text('Hotel, restaurants and catering', 'Servizi alberghieri e della ristorazione'),
};

/** The name of an ISCED-F 2013 field; undefined where the code is not one of the shipped occupations'. */
export const iscedFieldName = (code: string): LocalText | undefined => ISCED_FIELDS[code];
