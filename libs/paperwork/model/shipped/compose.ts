import { type LocalText, text } from '@softmob/learning-model';
import { type Block, type TemplateContent } from '../content';
import { type DocumentKindKey, KINDS } from '../kinds';

/** A template as the product brings it along. */
export interface ShippedTemplate {
  readonly key: string;
  readonly kind: DocumentKindKey;
  readonly name: LocalText;
  readonly content: TemplateContent;
  /** How far its fields were confirmed, in the words of the product. */
  readonly basis: 'confirmed' | 'partly' | 'own';
}

/** A block in both languages. */
export interface Pair {
  readonly en: Block;
  readonly it: Block;
}
type Words = readonly [en: string, it: string];

export const heading = (key: string, ...[en, it]: Words): Pair => ({
  en: { key, type: 'heading', text: en },
  it: { key, type: 'heading', text: it },
});
export const paragraph = (key: string, ...[en, it]: Words): Pair => ({
  en: { key, type: 'paragraph', text: en },
  it: { key, type: 'paragraph', text: it },
});
export const list = (key: string, ...items: readonly Words[]): Pair => ({
  en: { key, type: 'list', items: items.map(([en]) => en) },
  it: { key, type: 'list', items: items.map(([, it]) => it) },
});
/** Labels with what they stand for, as a table of two columns. */
export const facts = (
  key: string,
  head: readonly [Words, Words],
  ...rows: readonly (readonly [Words, string])[]
): Pair => ({
  en: { key, type: 'table', head: head.map(([en]) => en), rows: rows.map(([[en], value]) => [en, value]) },
  it: { key, type: 'table', head: head.map(([, it]) => it), rows: rows.map(([[, it], value]) => [it, value]) },
});
/** Lines to sign on: role, name, and whether only minors need it. */
export const signatures = (key: string, ...parties: readonly (readonly [Words, string, boolean?])[]): Pair => {
  const of = (language: 0 | 1) =>
    parties.map(([role, name, minorsOnly]) => ({ role: role[language], name, ...(minorsOnly ? { minorsOnly } : {}) }));
  return { en: { key, type: 'signatures', parties: of(0) }, it: { key, type: 'signatures', parties: of(1) } };
};

export const PARTICIPANT = [['Participant', 'Partecipante'], '{{participant.fullName}}'] as const;
export const GUARDIAN = [['Parent or guardian', 'Genitore o tutore'], '{{guardian.name?}}', true] as const;
export const SCHOOL = [['Sending organisation', 'Organizzazione di invio'], '{{school.contactName?}}'] as const;
export const COMPANY = [['Hosting organisation', 'Organizzazione ospitante'], '{{company.tutorName?}}'] as const;
export const HOST = [['Host organisation', 'Ente di accoglienza'], '{{host.contactName?}}'] as const;
export const HEAD = [
  ['What', 'Voce'],
  ['Data', 'Dati'],
] as const;

/** Puts a template together from pairs of blocks. */
export function template(
  kind: DocumentKindKey,
  basis: ShippedTemplate['basis'],
  readers: TemplateContent['readers'],
  ...pairs: readonly Pair[]
): ShippedTemplate {
  const { name } = KINDS[kind];
  return {
    key: kind,
    kind,
    name: text(name.en, name.it),
    basis,
    content: {
      sheets: {
        en: { title: name.en, blocks: pairs.map(({ en }) => en) },
        it: { title: name.it, blocks: pairs.map(({ it }) => it) },
      },
      readers,
      logo: null,
    },
  };
}

export const FAMILY = { participant: true, host: false };
export const ALL = { participant: true, host: true };
export const HOSTS = { participant: false, host: true };
