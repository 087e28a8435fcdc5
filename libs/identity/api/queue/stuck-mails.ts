import { type Ctx, findPage, Mail, type Page, type PageInput, safeError, source } from '@softmob/api-kit';

/** The operator alone reads it, by the rule of its query; the data of an e-mail is shown to nobody. */
const mails = source(Mail, { name: 'mail', reach: null, secret: ['data', 'recipient', 'recipientName'] });

/** An e-mail that did not go out as it should. */
export interface StuckMail {
  readonly id: string;
  readonly state: 'refused' | 'unclear' | 'arrived' | 'given-up';
  readonly template: string;
  readonly address: string;
  readonly organisation: string | null;
  readonly messageId: string | null;
  readonly answer: string | null;
  readonly queuedAt: Date;
  readonly stuckAt: Date;
  readonly settledAt: Date | null;
}

async function namesOf(ctx: Ctx, rows: readonly Mail[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ organisationId }) => organisationId ?? []))];
  const found = await ctx.db.query<{ id: string; name: string }>(
    'SELECT id, name FROM organisation WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}

const shown = (mail: Mail, names: ReadonlyMap<string, string>): StuckMail => ({
  id: mail.id,
  state: mail.settledAs ?? mail.stuck ?? 'unclear',
  template: mail.template,
  address: safeError(mail.recipient),
  organisation: names.get(mail.organisationId ?? '') ?? null,
  messageId: mail.messageId,
  answer: mail.answer,
  queuedAt: mail.queuedAt,
  stuckAt: mail.stuckAt ?? mail.queuedAt,
  settledAt: mail.settledAt,
});

const CONDITIONS: Readonly<Record<string, string>> = {
  refused: `x.stuck = 'refused' AND x.settled_at IS NULL`,
  unclear: `x.stuck = 'unclear' AND x.settled_at IS NULL`,
  settled: `x.stuck IS NOT NULL AND x.settled_at IS NOT NULL`,
  open: 'x.stuck IS NOT NULL AND x.settled_at IS NULL',
};

/** Stuck e-mails, the newest first: two statements. */
export async function stuckMails(ctx: Ctx, page: PageInput, state: string | null): Promise<Page<StuckMail>> {
  const where = CONDITIONS[state ?? 'open'] ?? 'FALSE';
  const found = await findPage(ctx, mails, page, {
    where: () => where,
    sort: [{ sql: 'x.stuck_at', type: 'timestamptz', descending: true }],
  });
  const names = await namesOf(ctx, found.nodes);
  return {
    nodes: found.nodes.map((mail) => shown(mail, names)),
    edges: found.edges.map(({ node, cursor }) => ({ node: shown(node, names), cursor })),
    pageInfo: found.pageInfo,
    countTotal: () => found.countTotal(),
  };
}
