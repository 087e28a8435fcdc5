import { groupsBy, type Tx } from '@softmob/api-kit';
import { KINDS } from '@softmob/paperwork-model';
import { textIn } from '@softmob/learning-model';
import { type QueryResultRow } from 'pg';
import { type DocumentRun, type IssuedDocument } from './issued.entity';

interface Reader extends QueryResultRow {
  mobilityId: string;
  email: string;
  name: string;
  locale: string;
  role: 'participant' | 'guardian';
  learner: string;
}

/** The learner of each mobility and, as long as the learner is a minor, the guardian. */
function readersOf(tx: Tx, mobilityIds: readonly string[]): Promise<Reader[]> {
  return tx.db.query<Reader>(
    `SELECT m.id AS "mobilityId", p.email, p.display_name AS name, p.locale, r.role,
            x.first_name || ' ' || x.last_name AS learner
     FROM mobility m JOIN participant x ON x.id = m.participant_id
     CROSS JOIN LATERAL (VALUES ('participant', m.participant_person_id),
       ('guardian', CASE WHEN m.adult_on > $2::date THEN m.guardian_person_id END)) AS r(role, person_id)
     JOIN person p ON p.id = r.person_id WHERE m.id = ANY($1::uuid[])`,
    [mobilityIds, tx.actor.today],
  );
}

async function tell(tx: Tx, template: string, documents: readonly IssuedDocument[], school: string): Promise<void> {
  const shown = documents.filter(({ forParticipant }) => forParticipant);
  if (shown.length === 0) return;
  const byMobility = groupsBy(shown, ({ mobilityId }) => mobilityId);
  const readers = await readersOf(
    tx,
    shown.flatMap(({ mobilityId }) => mobilityId ?? []),
  );
  await tx.mails(
    readers.flatMap(({ mobilityId, email, name, locale, role, learner }) => {
      const own = byMobility.get(mobilityId) ?? [];
      const [first] = own;
      if (!first) return [];
      const words = locale === 'it' ? 'it' : 'en';
      return [
        {
          recipient: email,
          recipientName: name,
          template,
          locale,
          organisationId: first.organisationId,
          mobilityIds: [mobilityId],
          data: {
            ...{ name, role, learner, school, count: own.length, reason: first.reason },
            kind: [...new Set(own.map(({ kind }) => textIn(KINDS[kind].name, words)))].join(', '),
            number: own.map(({ number }) => number).join(', '),
            url: `${tx.ctx.request.origin}/participant/papers`,
          },
        },
      ];
    }),
  );
}

/** Tells those for whom documents were issued: one e-mail for each person, in the transaction that issues. */
export const tellIssued = (tx: Tx, documents: readonly IssuedDocument[], school: string): Promise<void> =>
  tell(tx, 'paperwork:issued', documents, school);

/** Tells those who had a document that it holds no more. */
export const tellWithdrawn = (tx: Tx, documents: readonly IssuedDocument[], school: string): Promise<void> =>
  tell(tx, 'paperwork:withdrawn', documents, school);

/** Tells whoever had issued the first ones what the house has issued again by itself, and what it could not. */
export async function tellAgain(tx: Tx, run: DocumentRun): Promise<void> {
  const [person] = await tx.db.query<{ email: string; name: string; locale: string; flow: string | null }>(
    `SELECT p.email, p.display_name AS name, p.locale,
       (SELECT string_agg(DISTINCT f.code, ', ') FROM document_run_item i LEFT JOIN mobility m ON m.id = i.mobility_id
        JOIN flow f ON f.id = coalesce(m.flow_id, $2) WHERE i.run_id = $3) AS flow
     FROM person p WHERE p.id = $1`,
    [run.requestedBy, run.flowId, run.id],
  );
  const [counted] = await tx.db.query<{ issued: number; failed: number }>(
    `SELECT count(*) FILTER (WHERE state = 'issued')::int AS issued, count(*) FILTER (WHERE state = 'failed')::int AS failed
     FROM document_run_item WHERE run_id = $1`,
    [run.id],
  );
  if (!person || !counted) return;
  await tx.mails([
    {
      recipient: person.email,
      recipientName: person.name,
      template: 'paperwork:again',
      locale: person.locale,
      organisationId: run.organisationId,
      data: {
        ...{ name: person.name, flow: person.flow, issued: counted.issued, failed: counted.failed },
        kind: textIn(KINDS[run.kind].name, person.locale === 'it' ? 'it' : 'en'),
        url: `${tx.ctx.request.origin}/sending/papers/runs/${run.id}`,
      },
    },
  ]);
}
