import { policy } from '@softmob/access';
import { type SendMailOptions } from 'nodemailer';
import { type Ctx } from '../context';
import { type JobDefinition } from '../runtime';
import { handOver, writeMessage } from './smtp';
import { renderMail } from './template';

interface Queued {
  id: string;
  recipient: string;
  recipientName: string;
  template: string;
  locale: string;
  data: Record<string, string | number | null>;
  messageId: string | null;
  sendingAt: Date | null;
}

/** Open: neither sent nor stuck nor settled. */
const OPEN = 'sent_at IS NULL AND stuck IS NULL AND settled_at IS NULL';
const QUEUED = `SELECT id, recipient, recipient_name AS "recipientName", template, locale, data,
  message_id AS "messageId", sending_at AS "sendingAt" FROM mail WHERE id = $1 AND ${OPEN}`;

interface Words {
  readonly options: SendMailOptions & { messageId: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

function compose(ctx: Ctx, mail: Queued): Words {
  const template = ctx.runtime.mails.get(mail.template);
  if (!template) throw new Error(`No e-mail template is called "${mail.template}"`);
  const { settings } = ctx.runtime;
  const words = renderMail(template(mail.locale, mail.data), mail.locale);
  const options = {
    from: settings.mailFrom,
    to: { name: mail.recipientName, address: mail.recipient },
    ...words,
    messageId: mail.messageId ?? `<${mail.id}@${new URL(settings.publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
  return { ...words, options };
}

/** Into the local outbox: the message lies there and counts as sent in one transaction, or neither. */
async function keep(ctx: Ctx, mailId: string): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const [mail] = await db.query<Queued>(`${QUEUED} FOR UPDATE SKIP LOCKED`, [mailId]);
    if (!mail) return;
    const { options, subject, html, text } = compose(ctx, mail);
    const { raw } = await writeMessage(options, 'unix');
    await db.query(
      'INSERT INTO outbox_message (id, recipient, subject, raw, html, text, sent_at) VALUES ($1, $2, $3, $4, $5, $6, now())',
      [mail.id, mail.recipient, subject, raw.toString('utf8'), html, text],
    );
    await db.query(`UPDATE mail SET sent_at = now(), message_id = $2, data = '{}' WHERE id = $1`, [
      mailId,
      options.messageId,
    ]);
  });
}

const RECORD_TRIES = 20;
const RECORD_PAUSE = 500;

/** What the server answered must not be lost because the database is away for a moment. */
async function record(ctx: Ctx, sql: string, values: readonly unknown[]): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await ctx.db.query(sql, values);
      return;
    } catch (error) {
      if (tries === RECORD_TRIES) throw error;
      await new Promise((done) => setTimeout(done, RECORD_PAUSE));
    }
  }
}

const STUCK = `UPDATE mail SET stuck = $2, stuck_at = now(), answer = $3 WHERE id = $1 AND ${OPEN}`;

async function stick(ctx: Ctx, mail: Queued, how: 'refused' | 'unclear', answer: string): Promise<void> {
  await record(ctx, STUCK, [mail.id, how, answer]);
  ctx.runtime.log.error({ mailId: mail.id, template: mail.template, answer }, `an e-mail is stuck: ${how}`);
}

/**
 * Over SMTP, in two steps: just before its last bytes leave, the row says so; after the server's answer it says what
 * became of it. A row found between the two belongs to a process that died there: only the receiving server knows, so
 * it is not sent again by itself.
 */
async function hand(ctx: Ctx, mailId: string, smtpUrl: string): Promise<void> {
  const [mail] = await ctx.db.query<Queued>(QUEUED, [mailId]);
  if (!mail) return;
  if (mail.sendingAt) {
    await stick(ctx, mail, 'unclear', 'The process ended before the answer of the e-mail server was recorded.');
    return;
  }
  const { options } = compose(ctx, mail);
  const message = await writeMessage(options, 'windows');
  const claim = async () => {
    const claimed = await ctx.db.query(
      `UPDATE mail SET sending_at = now(), message_id = $2 WHERE id = $1 AND sending_at IS NULL AND ${OPEN} RETURNING id`,
      [mailId, options.messageId],
    );
    return claimed.length > 0;
  };
  const handover = await handOver(smtpUrl, message, claim);
  switch (handover.end) {
    case 'accepted':
      await record(ctx, `UPDATE mail SET sent_at = now(), data = '{}', stuck = NULL, stuck_at = NULL WHERE id = $1`, [
        mailId,
      ]);
      return;
    case 'taken':
      return;
    case 'refused':
    case 'unclear':
      await stick(ctx, mail, handover.end, handover.answer);
      return;
    case 'later':
      if (handover.claimed) await record(ctx, 'UPDATE mail SET sending_at = NULL WHERE id = $1', [mailId]);
      throw new Error(handover.answer);
  }
}

/** The job behind every queued e-mail. */
export const sendMail: JobDefinition = {
  rule: policy.identity.operate,
  run: (ctx, { mailId }) => {
    const { smtpUrl } = ctx.runtime.settings;
    return smtpUrl ? hand(ctx, mailId as string, smtpUrl) : keep(ctx, mailId as string);
  },
};
