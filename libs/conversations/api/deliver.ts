import { type OutgoingMail, type Tx } from '@softmob/api-kit';
import { makeSeats } from '@softmob/identity-api';
import { type Message } from './message.entity';
import { messages } from './conversation.sources';
import { type Taker } from './takers';
import { type Thread } from './thread.entity';

/** Where every process hears of conversations, as `person/kind/thread/message`. */
export const THREAD_CHANNEL = 'softmob_thread';

/** A message on its way: to everybody who takes part in its conversation at this moment. */
export interface Draft {
  readonly thread: Thread;
  readonly body: string;
  readonly takers: readonly Taker[];
  readonly mentionIds: readonly string[];
  readonly broadcastId: string | null;
}

/** Who of a conversation has been told before and has not looked since: they are not told again. */
async function alreadyTold(tx: Tx, drafts: readonly Draft[]): Promise<ReadonlySet<string>> {
  const rows = await tx.db.query<{ key: string }>(
    `SELECT DISTINCT thread_id || ':' || membership_id AS key FROM message_taker
     WHERE thread_id = ANY($1::uuid[]) AND read_at IS NULL`,
    [drafts.map(({ thread }) => thread.id)],
  );
  return new Set(rows.map(({ key }) => key));
}

/** One row for each reader, the sender's read already; and the conversation moves up for each of them. */
function record(tx: Tx, stored: readonly Message[], drafts: readonly Draft[]): void {
  const takers = drafts.flatMap(({ takers: all }, at) =>
    all.map(({ membershipId, personId }) => ({
      messageId: stored[at]?.id,
      threadId: stored[at]?.threadId,
      membershipId,
      personId,
    })),
  );
  const { actor, ctx } = tx;
  tx.db.queryAhead(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS r("messageId" uuid, "threadId" uuid, "membershipId" uuid, "personId" uuid)
     ), taken AS (
       INSERT INTO message_taker (message_id, membership_id, thread_id, person_id, read_at)
       SELECT "messageId", "membershipId", "threadId", "personId", CASE WHEN "membershipId" = $2 THEN $3::timestamptz END FROM given
     ), seen AS (
       INSERT INTO thread_member (thread_id, membership_id, last_message_id, last_at)
       SELECT "threadId", "membershipId", "messageId", $3::timestamptz FROM given
       ON CONFLICT (thread_id, membership_id) DO UPDATE SET last_message_id = excluded.last_message_id, last_at = excluded.last_at
     ), moved AS (
       UPDATE thread x SET last_message_id = g."messageId", last_at = $3::timestamptz
       FROM (SELECT DISTINCT "threadId", "messageId" FROM given) g WHERE x.id = g."threadId"
     )
     SELECT pg_notify('${THREAD_CHANNEL}', "personId" || '/message/' || "threadId" || '/' || "messageId") FROM given`,
    [JSON.stringify(takers), actor.membershipId, ctx.clock.now()],
  );
}

const PORTAL: Readonly<Partial<Record<string, string>>> = {
  companyTutor: 'company',
  hostCoordinator: 'host',
  participant: 'participant',
  guardian: 'participant',
};
const portalOf = (role: string) => PORTAL[role] ?? 'sending';

interface Telling {
  readonly draft: Draft;
  readonly message: Message;
  readonly taker: Taker;
}

/** The way to the very message: after signing in, or by a personal link for who has no account. */
async function linksFor(tx: Tx, tellings: readonly Telling[]): Promise<string[]> {
  const path = ({ message }: Telling) => `/messages/${message.threadId}?message=${message.id}`;
  const seated = tellings.filter(
    ({ taker, draft }) => !taker.hasAccount && draft.thread.mobilityId !== null && taker.role === 'companyTutor',
  );
  const seats = await makeSeats(
    tx,
    'company',
    seated.map(({ taker, draft }) => ({
      membershipId: taker.membershipId,
      mobilityIds: [draft.thread.mobilityId ?? ''],
      lastDay: taker.lastDay ?? tx.actor.today,
    })),
  );
  return tellings.map((telling) => {
    const seat = seats[seated.indexOf(telling)];
    return seat
      ? `${seat}?next=${encodeURIComponent(path(telling))}`
      : `${tx.ctx.runtime.settings.publicUrl}/${portalOf(telling.taker.role)}${path(telling)}`;
  });
}

/** What it is about in a word or two, as everybody who takes part may know it. */
async function titlesOf(
  tx: Tx,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<string, { flow: string; sender: string }>> {
  const rows = await tx.db.query<{ id: string; flow: string; sender: string }>(
    `SELECT t.id, COALESCE(f.code, '') AS flow, q.display_name AS sender
     FROM thread t LEFT JOIN flow f ON f.id = t.flow_id, membership m JOIN person q ON q.id = m.person_id
     WHERE t.id = ANY($1::uuid[]) AND m.id = $2`,
    [drafts.map(({ thread }) => thread.id), tx.actor.membershipId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function templateFor({ draft, taker }: Telling): string {
  if (draft.mentionIds.includes(taker.membershipId)) return 'conversations:mention';
  return draft.broadcastId ? 'conversations:announcement' : 'conversations:message';
}

/** Tells whoever has read everything before, and whoever is mentioned; the words stay in the portal. */
async function tell(
  tx: Tx,
  stored: readonly Message[],
  drafts: readonly Draft[],
  told: ReadonlySet<string>,
): Promise<void> {
  const tellings = drafts.flatMap((draft, at): Telling[] => {
    const message = stored[at];
    if (!message) return [];
    return draft.takers
      .filter(({ personId, membershipId }) => {
        if (personId === tx.actor.personId) return false;
        return draft.mentionIds.includes(membershipId) || !told.has(`${message.threadId}:${membershipId}`);
      })
      .map((taker) => ({ draft, message, taker }));
  });
  if (tellings.length === 0) return;
  const [links, titles] = [await linksFor(tx, tellings), await titlesOf(tx, drafts)];
  await tx.mails(
    tellings.map((telling, at): OutgoingMail => {
      const { taker, message, draft } = telling;
      const title = titles.get(message.threadId);
      return {
        recipient: taker.email,
        recipientName: taker.name,
        template: templateFor(telling),
        locale: taker.locale,
        organisationId: taker.organisationId,
        mobilityIds: draft.thread.mobilityId ? [draft.thread.mobilityId] : [],
        page: `/${portalOf(taker.role)}/messages/${message.threadId}?message=${message.id}`,
        data: {
          name: taker.name,
          from: title?.sender ?? '',
          flow: title?.flow ?? '',
          role: taker.role,
          url: links[at] ?? '',
        },
      };
    }),
  );
}

/** Stores messages, delivers each to those who take part now, and tells them: as many statements for a hundred as for one. */
export async function deliver(tx: Tx, drafts: readonly Draft[]): Promise<Message[]> {
  if (drafts.length === 0) return [];
  const told = await alreadyTold(tx, drafts);
  const stored = await tx.insert(
    messages,
    drafts.map(({ thread, body, mentionIds, broadcastId }) => ({
      id: tx.newId(),
      threadId: thread.id,
      schoolId: thread.schoolId,
      mobilityId: thread.mobilityId,
      senderMembershipId: tx.actor.membershipId ?? '',
      body,
      mentionIds: [...mentionIds],
      broadcastId,
      sentAt: tx.ctx.clock.now(),
      version: 1,
    })),
  );
  const byThread = new Map(stored.map((message) => [message.threadId, message]));
  const ordered = drafts.flatMap(({ thread }) => byThread.get(thread.id) ?? []);
  record(tx, ordered, drafts);
  await tell(tx, ordered, drafts, told);
  await tx.events(
    ordered.map((message, at) => ({
      type: 'message.sent',
      subjectType: 'message',
      subjectId: message.id,
      organisationId: message.schoolId,
      after: { threadId: message.threadId, takers: drafts[at]?.takers.length ?? 0, broadcastId: message.broadcastId },
    })),
  );
  return ordered;
}
