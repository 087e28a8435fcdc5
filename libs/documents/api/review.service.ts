import { policy } from '@softmob/access';
import { type Ctx, type EventFacts, illegalState, invalid, type Tx, validate, write } from '@softmob/api-kit';
import { z } from 'zod';
import { type Document, type DocumentStatus } from './document.entity';
import { documents } from './document.loaders';
import { type Family, mailsToFamily } from './family';

/** As many as a page may hold. */
const MOST = 500;

/** The family of a mobility, and where the mobility belongs. */
interface FamilyOfStay extends Family {
  readonly id: string;
  readonly flowId: string;
  readonly schoolId: string;
}

async function familiesOf(tx: Tx, rows: readonly Document[]): Promise<ReadonlyMap<string, FamilyOfStay>> {
  const found = await tx.db.query<FamilyOfStay & Record<string, unknown>>(
    `SELECT m.id, m.flow_id AS "flowId", m.sending_organisation_id AS "schoolId", p.email, p.display_name AS name, p.locale,
            g.email AS "guardianEmail", g.display_name AS "guardianName", g.locale AS "guardianLocale"
     FROM mobility m JOIN person p ON p.id = m.participant_person_id
     LEFT JOIN person g ON g.id = m.guardian_person_id AND m.adult_on > $2::date
     WHERE m.id = ANY($1::uuid[])`,
    [rows.map(({ mobilityId }) => mobilityId), tx.actor.today],
  );
  return new Map(found.map((family) => [family.id, family]));
}

function eventOf(
  type: string,
  row: Document,
  family: FamilyOfStay | undefined,
  facts: Partial<EventFacts> = {},
): EventFacts {
  return {
    type,
    subjectType: 'document',
    subjectId: row.id,
    organisationId: family?.schoolId ?? null,
    flowId: family?.flowId ?? null,
    mobilityId: row.mobilityId,
    ...facts,
  };
}

function requireStatus(row: Document, allowed: readonly DocumentStatus[]): void {
  if (allowed.includes(row.status)) return;
  throw illegalState(`A document that is "${row.status}" cannot take this step.`, 'DOCUMENT_STATUS', [...allowed]);
}

const dayInput = z.object({
  expiresOn: z.iso.date({ error: 'A date reads yyyy-mm-dd and must exist.' }).nullish(),
});

/**
 * Verifies up to 500 documents at once: all of them, or none. A last day that is given counts for each.
 * @throws NOT_FOUND, ILLEGAL_STATE where one is not waiting
 */
export function verifyDocuments(ctx: Ctx, ids: readonly string[], expiresOn: string | null): Promise<Document[]> {
  if (ids.length === 0 || ids.length > MOST) throw invalid('ids', 'DOCUMENTS_COUNT', 'Name 1 to 500 documents.');
  validate(dayInput, { expiresOn });
  return write(ctx, policy.documents.verify, async (tx) => {
    const rows = await tx.loadMany(documents, ids);
    for (const row of rows) requireStatus(row, ['uploaded']);
    const verified = await tx.db.query<Document & Record<string, unknown>>(
      `UPDATE document AS x SET status = 'verified', reason = NULL, reviewed_by_id = $2, reviewed_at = $3,
         expires_on = COALESCE($4::date, x.expires_on),
         expiry_told_on = CASE WHEN x.expires_on = COALESCE($4::date, x.expires_on) THEN x.expiry_told_on END, version = x.version + 1
       WHERE x.id = ANY($1::uuid[]) RETURNING ${documents.select('x')}`,
      [rows.map(({ id }) => id), tx.actor.personId, ctx.clock.now(), expiresOn],
    );
    const families = await familiesOf(tx, verified);
    await tx.events(
      verified.map((row) =>
        eventOf(`document.verified.${row.kind}`, row, families.get(row.mobilityId), {
          after: { status: row.status, expiresOn: row.expiresOn },
        }),
      ),
    );
    const byId = new Map(verified.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  });
}

async function tellFamily(tx: Tx, row: Document, family: FamilyOfStay | undefined): Promise<void> {
  if (!family) return;
  await tx.mails(
    mailsToFamily(family, {
      template: 'documents:returned',
      organisationId: family.schoolId,
      mobilityIds: [row.mobilityId],
      data: {
        kind: row.kind,
        reason: row.reason,
        url: `${tx.ctx.runtime.settings.publicUrl}/participant/documents`,
      },
    }),
  );
}

/** Where no verified document of its kind is left, what had been closed by it opens again. */
async function unverifiedEvents(tx: Tx, row: Document, family: FamilyOfStay | undefined): Promise<EventFacts[]> {
  if (row.status !== 'verified') return [];
  const [other] = await tx.db.query<{ id: string }>(
    `SELECT id FROM document WHERE mobility_id = $1 AND kind = $2 AND status = 'verified' AND id <> $3 LIMIT 1`,
    [row.mobilityId, row.kind, row.id],
  );
  return other ? [] : [eventOf(`document.unverified.${row.kind}`, row, family)];
}

const reasonInput = z.object({
  reason: z
    .string({ error: 'Say what is to be mended.' })
    .trim()
    .min(3, { error: 'Say what is to be mended.' })
    .max(500, { error: 'Use at most 500 characters.' }),
});

/** Sends a document back with a reason; the participant, and the guardian of a minor, get an e-mail. */
export function returnDocument(ctx: Ctx, id: string, reason: string): Promise<Document> {
  const input = validate(reasonInput, { reason });
  return write(ctx, policy.documents.verify, async (tx) => {
    const row = await tx.load(documents, id);
    requireStatus(row, ['uploaded', 'verified']);
    const patch: Partial<Document> = {
      status: 'returned',
      reason: input.reason,
      reviewedById: tx.actor.personId,
      reviewedAt: ctx.clock.now(),
    };
    const returned = await tx.update(documents, row, patch);
    const family = (await familiesOf(tx, [row])).get(row.mobilityId);
    const { before, after } = tx.difference(documents, row, { status: 'returned', reason: input.reason });
    await tx.events([
      eventOf('document.returned', row, family, { before, after: { ...after, kind: row.kind } }),
      ...(await unverifiedEvents(tx, row, family)),
    ]);
    await tellFamily(tx, returned, family);
    return returned;
  });
}

/** Takes back one’s own upload before it is verified; the file stays as history. @throws ILLEGAL_STATE once verified */
export function removeOwnUpload(ctx: Ctx, id: string): Promise<Document> {
  return write(ctx, policy.documents.remove, async (tx) => {
    const row = await tx.load(documents, id);
    requireStatus(row, ['uploaded', 'returned']);
    const removed = await tx.update(documents, row, { status: 'replaced' });
    const family = (await familiesOf(tx, [row])).get(row.mobilityId);
    await tx.event(eventOf('document.removed', row, family, tx.difference(documents, row, { status: 'replaced' })));
    return removed;
  });
}

/** Releases a document to the host, or takes it back. */
export function markForHost(ctx: Ctx, id: string, forHost: boolean): Promise<Document> {
  return write(ctx, policy.documents.markForHost, async (tx) => {
    const row = await tx.load(documents, id);
    requireStatus(row, ['uploaded', 'verified', 'returned']);
    if (row.forHost === forHost) return row;
    const marked = await tx.update(documents, row, { forHost });
    const family = (await familiesOf(tx, [row])).get(row.mobilityId);
    await tx.event(eventOf('document.marked', row, family, tx.difference(documents, row, { forHost })));
    return marked;
  });
}
