import { type MailTemplate } from '@softmob/api-kit';

/** What a mail of this slice is written from. */
export type Data = Parameters<MailTemplate>[1];

export const text = (value: string | number | null | undefined): string => String(value ?? '');

/** A period of days in words. */
export function period(locale: string, from: string, to: string): string {
  const format = new Intl.DateTimeFormat(locale === 'it' ? 'it-IT' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** The lines of a list, each cut into its fields. */
export const linesOf = (data: Data): string[][] =>
  text(data.lines)
    .split('\n')
    .map((line) => line.split('|'));

/** Why it came, below every mail to a coordinator. */
export const noteFor = {
  en: 'You receive this e-mail because you coordinate mobilities on SoftMob.',
  it: 'Ricevi questo messaggio perché coordini mobilità su SoftMob.',
};
