import { policy } from '@softmob/access';
import { type Ctx, groupsBy, type JobDefinition, type OutgoingMail, type Tx, write } from '@softmob/api-kit';

interface Waiting {
  [column: string]: unknown;
  readonly id: string;
  readonly recipient: string;
  readonly recipientName: string;
  readonly template: string;
  readonly locale: string;
  readonly data: Record<string, string | number | null>;
}

/** People served by one transaction. */
const BATCH = 200;

/**
 * Claims the day for up to a batch of people whose e-mails wait, and returns these e-mails. The claim is the row of the
 * digest itself: a second run, at the same time or later that day, finds it and takes nothing.
 */
function claim(tx: Tx): Promise<Waiting[]> {
  return tx.db.query<Waiting>(
    `WITH who AS (
       SELECT DISTINCT m.recipient FROM mail m WHERE m.delivery = 'digest' AND m.sent_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM digest d WHERE d.recipient = m.recipient AND d.day = $1::date) LIMIT ${String(BATCH)}
     ), claimed AS (
       INSERT INTO digest (recipient, day, made_at) SELECT recipient, $1::date, now() FROM who
       ON CONFLICT DO NOTHING RETURNING recipient
     )
     SELECT m.id, m.recipient, m.recipient_name AS "recipientName", m.template, m.locale, m.data
     FROM claimed JOIN mail m ON m.recipient = claimed.recipient AND m.delivery = 'digest' AND m.sent_at IS NULL
     ORDER BY m.recipient, m.queued_at, m.id FOR UPDATE OF m`,
    [tx.actor.today],
  );
}

function digestOf(tx: Tx, mails: readonly Waiting[]): OutgoingMail[] {
  const last = mails.at(-1);
  if (!last) return [];
  const { recipient, recipientName, locale } = last;
  const items = mails.flatMap(({ template, data }) => {
    const words = tx.ctx.runtime.mails.get(template)?.(locale, data);
    return words ? [{ label: words.subject, url: words.action?.url ?? null }] : [];
  });
  const data = { name: recipientName, count: items.length, items: JSON.stringify(items) };
  return [{ recipient, recipientName, locale, template: 'messaging:digest', organisationId: null, data }];
}

/** One transaction: the digests are written, and what stands in them counts as sent, or none of it. */
async function makeDigests(ctx: Ctx): Promise<boolean> {
  return write(ctx, policy.identity.operate, async (tx) => {
    const waiting = await claim(tx);
    if (waiting.length === 0) return false;
    const perPerson = groupsBy(waiting, ({ recipient }) => recipient);
    await tx.mails([...perPerson.values()].flatMap((mails) => digestOf(tx, mails)));
    await tx.db.query(`UPDATE mail SET sent_at = now(), data = '{}' WHERE id = ANY($1::uuid[])`, [
      waiting.map(({ id }) => id),
    ]);
    return true;
  });
}

/** The daily digests: one e-mail a day for each person whose e-mails wait for it. */
export const digestJob: JobDefinition = {
  rule: policy.identity.operate,
  async run(ctx) {
    while (await makeDigests(ctx));
  },
};
