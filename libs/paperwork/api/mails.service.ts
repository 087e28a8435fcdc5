import { type Tx } from '@softmob/api-kit';
import { KINDS } from '@softmob/paperwork-model';
import { textIn } from '@softmob/learning-model';
import { type QueryResultRow } from 'pg';
import { type IssuedDocument } from './issued.entity';

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
  const byMobility = new Map(shown.map((document) => [document.mobilityId, document]));
  const readers = await readersOf(
    tx,
    shown.flatMap(({ mobilityId }) => mobilityId ?? []),
  );
  await tx.mails(
    readers.flatMap(({ mobilityId, email, name, locale, role, learner }) => {
      const document = byMobility.get(mobilityId);
      if (!document) return [];
      const kind = textIn(KINDS[document.kind].name, locale === 'it' ? 'it' : 'en');
      return [
        {
          recipient: email,
          recipientName: name,
          template,
          locale,
          organisationId: document.organisationId,
          mobilityIds: [mobilityId],
          data: {
            ...{ name, role, learner, school, kind },
            number: document.number,
            reason: document.reason,
            url: `${tx.ctx.request.origin}/participant/papers`,
          },
        },
      ];
    }),
  );
}

/** Tells those for whom documents were issued: one e-mail for each, in the transaction that issues. */
export const tellIssued = (tx: Tx, documents: readonly IssuedDocument[], school: string): Promise<void> =>
  tell(tx, 'paperwork:issued', documents, school);

/** Tells those who had a document that it holds no more. */
export const tellWithdrawn = (tx: Tx, documents: readonly IssuedDocument[], school: string): Promise<void> =>
  tell(tx, 'paperwork:withdrawn', documents, school);
