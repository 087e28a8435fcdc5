/** A day as one writes it in a mail: "22 November 2026". */
export function longDay(locale: string, iso: string): string {
  const format = new Intl.DateTimeFormat(locale === 'it' ? 'it-IT' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${iso}T00:00:00Z`));
}
