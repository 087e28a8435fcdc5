import { randomUUID } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import { policy } from '@softmob/access';
import { type Ctx } from '../context';
import { type JobDefinition, type Settings } from '../runtime';
import { renderMail } from './template';

interface Queued {
  id: string;
  recipient: string;
  recipientName: string;
  template: string;
  locale: string;
  data: Record<string, string | number | null>;
  messageId: string | null;
}

const transports = new WeakMap<Settings, Transporter>();

function transportOf(settings: Settings): Transporter {
  let transport = transports.get(settings);
  if (!transport) {
    transport = settings.smtpUrl
      ? createTransport(settings.smtpUrl)
      : createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
    transports.set(settings, transport);
  }
  return transport;
}

/**
 * Sends one queued e-mail: over SMTP where it is set, else into the local outbox. The row is locked while it goes out
 * and keeps its Message-ID over repeated tries, so that a receiving server can drop a second copy.
 */
async function send(ctx: Ctx, mailId: string): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const [mail] = await db.query<Queued>(
      `SELECT id, recipient, recipient_name AS "recipientName", template, locale, data, message_id AS "messageId"
       FROM mail WHERE id = $1 AND sent_at IS NULL FOR UPDATE SKIP LOCKED`,
      [mailId],
    );
    if (!mail) return;
    const template = ctx.runtime.mails.get(mail.template);
    if (!template) throw new Error(`No e-mail template is called "${mail.template}"`);
    const { settings } = ctx.runtime;
    const words = renderMail(template(mail.locale, mail.data), mail.locale);
    const messageId = mail.messageId ?? `<${mail.id}@${new URL(settings.publicUrl).hostname}>`;
    const sent = (await transportOf(settings).sendMail({
      from: settings.mailFrom,
      to: { name: mail.recipientName, address: mail.recipient },
      ...words,
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })) as { message?: Buffer };
    if (!settings.smtpUrl) {
      await db.query(
        'INSERT INTO outbox_message (id, recipient, subject, raw, html, text, sent_at) VALUES ($1, $2, $3, $4, $5, $6, now())',
        [randomUUID(), mail.recipient, words.subject, sent.message?.toString('utf8') ?? '', words.html, words.text],
      );
    }
    await db.query(`UPDATE mail SET sent_at = now(), message_id = $2, data = '{}' WHERE id = $1`, [mailId, messageId]);
  });
}

/** The job behind every queued e-mail. */
export const sendMail: JobDefinition = {
  rule: policy.identity.operate,
  run: (ctx, payload) => send(ctx, payload.mailId as string),
};
