import { fill, type LocalText, type Party, text } from '@softmob/learning-model';

const OWN = text(
  'I have read this learning agreement (version {number}) and agree to it.',
  'Ho letto questo accordo di apprendimento (versione {number}) e lo accetto.',
);
const STATEMENTS: Record<Party, LocalText> = {
  participant: OWN,
  guardian: text(
    'As parent or guardian of the participant I have read this learning agreement (version {number}) and agree to it.',
    'In qualità di genitore o tutore legale del partecipante ho letto questo accordo di apprendimento (versione {number}) e lo accetto.',
  ),
  sending: text(
    'I have read this learning agreement (version {number}) and agree to it on behalf of the sending organisation.',
    'Ho letto questo accordo di apprendimento (versione {number}) e lo accetto a nome dell’organizzazione di invio.',
  ),
  hosting: text(
    'I have read this learning agreement (version {number}) and agree to it on behalf of the hosting organisation.',
    'Ho letto questo accordo di apprendimento (versione {number}) e lo accetto a nome dell’organizzazione ospitante.',
  ),
  supporting: text(
    'I have read this learning agreement (version {number}) and agree to it on behalf of the supporting organisation.',
    'Ho letto questo accordo di apprendimento (versione {number}) e lo accetto a nome dell’organizzazione di supporto.',
  ),
};

/** What somebody accepts when they sign for a party; shown before, stored with the signature. */
export const statementOf = (party: Party, number: number): LocalText => fill(STATEMENTS[party], { number });

const ON_PAPER = text(
  'Signed on paper on {day}: the printed learning agreement (version {number}). The school has compared the scan with it.',
  'Firmato su carta il {day}: l’accordo di apprendimento stampato (versione {number}). La scuola ne ha confrontato la scansione.',
);

/** What stands with a signature that was given on paper. */
export const PAPER_STATEMENT = (number: number, day: string): LocalText => fill(ON_PAPER, { number, day });

/** Why the sealed file was sealed, as a viewer shows it. */
export const SEAL_REASON = text(
  'Learning agreement signed by all parties whom it asks',
  'Accordo di apprendimento firmato da tutte le parti richieste',
);
