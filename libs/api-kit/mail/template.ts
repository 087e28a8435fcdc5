/** The words of one e-mail: what it is about, in a few paragraphs, and the one thing to do. */
export interface MailWords {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** Several things in one e-mail, each with its own way in. */
  readonly items?: readonly { readonly label: string; readonly url: string | null }[];
  readonly action?: { readonly label: string; readonly url: string };
  /** A short code shown large, to be typed in. */
  readonly code?: string;
  /** Small print below: why this e-mail came, until when a link works. */
  readonly note: string;
}

/** Writes one e-mail in the reader's language from its data. */
export type MailTemplate = (locale: string, data: Readonly<Record<string, string | number | null>>) => MailWords;

const FUNDING: Record<string, string> = {
  en: 'Co-funded by the European Union. The content reflects only the author’s view; the European Commission and the National Agencies are not responsible for any use that may be made of it.',
  it: 'Cofinanziato dall’Unione europea. Il contenuto riflette unicamente il punto di vista dell’autore; la Commissione europea e le Agenzie nazionali non sono responsabili dell’uso che può esserne fatto.',
};

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text made safe for HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

function itemsAsHtml(items: NonNullable<MailWords['items']>): string {
  if (items.length === 0) return '';
  const lines = items.map(({ label, url }) => {
    const text = escapeHtml(label);
    const inner = url ? `<a href="${escapeHtml(url)}" style="color:#0b4f55;font-weight:600">${text}</a>` : text;
    return `<li style="margin:0 0 12px">${inner}</li>`;
  });
  return `<ul style="margin:0 0 16px;padding:0 0 0 20px">${lines.join('')}</ul>`;
}

/** The same words as HTML and as plain text. */
export function renderMail(words: MailWords, locale: string): { subject: string; html: string; text: string } {
  const funding = FUNDING[locale] ?? FUNDING.en ?? '';
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(words.subject)}</title></head>
<body style="margin:0;background:#f3f5f5;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1c2b2d">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td style="padding:0 4px 16px;font-weight:700;font-size:18px;color:#0b4f55">SoftMob</td></tr>
<tr><td style="background:#ffffff;border:1px solid #dde4e4;border-radius:8px;padding:32px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escapeHtml(words.subject)}</h1>
${paragraph(words.greeting)}${words.paragraphs.map(paragraph).join('')}
${itemsAsHtml(words.items ?? [])}${words.code ? `<p style="margin:0 0 24px;font:700 32px/1 monospace;letter-spacing:6px">${escapeHtml(words.code)}</p>` : ''}
${words.action ? `<p style="margin:24px 0"><a href="${escapeHtml(words.action.url)}" style="display:inline-block;background:#0b4f55;color:#ffffff;text-decoration:none;font-weight:600;padding:12px 20px;border-radius:8px">${escapeHtml(words.action.label)}</a></p><p style="margin:0 0 16px;font-size:14px;color:#4a5c5e;word-break:break-all">${escapeHtml(words.action.url)}</p>` : ''}
<p style="margin:16px 0 0;font-size:14px;color:#4a5c5e">${escapeHtml(words.note)}</p>
</td></tr><tr><td style="padding:16px 4px;font-size:12px;color:#4a5c5e">${escapeHtml(funding)}</td></tr></table></td></tr></table></body></html>`;
  const text = [
    words.greeting,
    ...words.paragraphs,
    ...(words.items ?? []).map(({ label, url }) => (url ? `- ${label}\n  ${url}` : `- ${label}`)),
    ...(words.code ? [words.code] : []),
    ...(words.action ? [`${words.action.label}:\n${words.action.url}`] : []),
    words.note,
    `--\nSoftMob\n${funding}`,
  ].join('\n\n');
  return { subject: words.subject, html, text };
}
