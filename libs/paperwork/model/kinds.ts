import { type LocalText, text } from '@softmob/learning-model';

/** Whom one document is made for: one learner's mobility, one accompanying person, or a flow as a whole. */
export const SUBJECTS = ['mobility', 'accompanying', 'flow'] as const;
export type Subject = (typeof SUBJECTS)[number];

interface KindFacts {
  readonly name: LocalText;
  readonly subject: Subject;
  /** Begins the number of a document of this kind. */
  readonly prefix: string;
}

const kind = (prefix: string, en: string, it: string, subject: Subject = 'mobility'): KindFacts => ({
  name: text(en, it),
  subject,
  prefix,
});

/** The kinds of documents that a school issues, each with its own series of numbers. */
export const KINDS = {
  learningAgreement: kind('LA', 'Learning agreement', 'Accordo di apprendimento'),
  learningComplement: kind('LC', 'Complement to the learning agreement', 'Complemento all’accordo di apprendimento'),
  learningAmendment: kind('AM', 'Amendment of the learning agreement', 'Modifica dell’accordo di apprendimento'),
  groupProgramme: kind('GP', 'Learning programme of a group', 'Programma di apprendimento del gruppo', 'flow'),
  grantAgreement: kind('GA', 'Participant grant agreement', 'Accordo finanziario con il partecipante'),
  memorandum: kind('MU', 'Memorandum of understanding', 'Memorandum d’intesa', 'flow'),
  qualityCommitment: kind('QC', 'Quality commitment', 'Impegno per la qualità', 'flow'),
  attendance: kind('CA', 'Certificate of attendance', 'Attestato di partecipazione'),
  europass: kind('EU', 'Europass Mobility', 'Europass Mobilità'),
  accompanyingCertificate: kind(
    'AC',
    'Certificate of the accompanying person',
    'Attestato dell’accompagnatore',
    'accompanying',
  ),
  insurance: kind('IS', 'Insurance statement', 'Dichiarazione assicurativa'),
  photoConsent: kind('CP', 'Consent to photographs and film', 'Consenso a fotografie e filmati'),
  dataConsent: kind('CD', 'Consent to sharing data', 'Consenso alla comunicazione dei dati'),
  guardianConsent: kind('CG', 'Consent of the parent or guardian', 'Consenso del genitore o tutore'),
  invitationLetter: kind('IL', 'Letter of invitation', 'Lettera di invito'),
  arrivalLetter: kind('AL', 'Letter of arrival', 'Lettera di arrivo'),
} as const satisfies Readonly<Record<string, KindFacts>>;

export type DocumentKindKey = keyof typeof KINDS;
export const KIND_KEYS = Object.keys(KINDS) as DocumentKindKey[];
export const isKind = (value: string): value is DocumentKindKey => value in KINDS;

const DIGITS = 5;
/** The number under which a document is issued, such as `CA-2027-00012`. */
export const documentNumber = (of: DocumentKindKey, year: number, sequence: number): string =>
  `${KINDS[of].prefix}-${String(year)}-${String(sequence).padStart(DIGITS, '0')}`;
