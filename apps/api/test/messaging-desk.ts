import { policy } from '@softmob/access';
import { type OutgoingMail, systemContext, write } from '@softmob/api-kit';
import { type Harness } from './harness';
import { type Agent } from './http';

export const LIST = `query ($unread: Boolean, $first: Int, $after: String) {
  notifications(unread: $unread, first: $first, after: $after) {
    nodes { id topic title text link createdAt readAt } pageInfo { hasNextPage endCursor } totalCount } unreadNotifications }`;
export const READ = 'mutation ($ids: [ID!]!) { markNotificationsRead(ids: $ids) { ok } }';
export const READ_ALL = 'mutation { markAllNotificationsRead { ok } }';
export const PREFERENCES = '{ mailPreferences { topics { topic delivery mayBeOff } quietFrom quietUntil timeZone } }';
export const CHOOSE =
  'mutation ($input: MailPreferencesInput!) { chooseMailPreferences(input: $input) { topics { topic delivery } quietFrom } }';

interface Told {
  id: string;
  topic: string;
  title: string;
  text: string[];
  link: string | null;
  readAt: string | null;
}
export interface Listed {
  notifications: { nodes: Told[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
  unreadNotifications: number;
}

export const SITE = 'http://softmob.test';
export const listed = (who: Agent, variables: object = {}) => who.ask<Listed>(LIST, variables);

/** What specs about being told need: e-mails to post, what came of them, and choices of how to be told. */
export function messagingDesk(of: () => { harness: Harness }) {
  const query = async <Row extends object = object>(sql: string, values: unknown[] = []) =>
    (await of().harness.api.runtime.pool.query<Row>(sql, values)).rows;
  async function nothingTold(): Promise<void> {
    await of().harness.settle();
    await query('TRUNCATE notification, mail_preference, digest, mail, outbox_message');
  }

  /** An e-mail that a document came back, as the documents slice sends it. */
  const returned = (recipient: string, over: Partial<OutgoingMail> = {}): OutgoingMail => ({
    recipient,
    recipientName: 'Reader',
    template: 'documents:returned',
    locale: 'en',
    organisationId: of().harness.world.own.schoolId,
    data: {
      name: 'Reader',
      learner: 'Ann',
      kind: 'ehic',
      reason: 'It is blurred',
      url: `${SITE}/participant/documents`,
    },
    ...over,
  });
  const post = (mails: OutgoingMail[]) =>
    write(systemContext(of().harness.api.runtime), policy.identity.operate, (tx) => tx.mails(mails));
  const mailsOf = (recipient: string) =>
    query<{ template: string; delivery: string; sent: boolean }>(
      'SELECT template, delivery, sent_at IS NOT NULL AS sent FROM mail WHERE recipient = $1 ORDER BY queued_at, id',
      [recipient],
    );
  const arrived = async (recipient: string) =>
    query<{ subject: string; text: string }>(
      'SELECT subject, text FROM outbox_message WHERE recipient = $1 ORDER BY sent_at, id',
      [recipient],
    );
  const choose = (who: Agent, topics: Record<string, string>, quiet: object = {}) =>
    who.ask(CHOOSE, {
      input: {
        topics: Object.entries(topics).map(([topic, delivery]) => ({ topic, delivery })),
        timeZone: 'Europe/Rome',
        ...quiet,
      },
    });

  return { query, nothingTold, returned, post, mailsOf, arrived, choose };
}
