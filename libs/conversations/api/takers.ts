import { type Audience, CONFIRMED_TO_BACK, FROM_CONFIRMED, FROM_PROPOSED } from '@softmob/access';
import { type Db } from '@softmob/api-kit';
import { type Thread } from './thread.entity';

/** What a conversation is about, whether it exists already or not. `key` finds its people in the answer. */
export type About = Pick<
  Thread,
  'kind' | 'schoolId' | 'subjectId' | 'mobilityId' | 'flowId' | 'organisationId' | 'circle'
> & {
  readonly key: string;
};

/** Somebody who takes part now. */
export interface Taker {
  [column: string]: unknown;
  readonly key: string;
  readonly membershipId: string;
  readonly personId: string;
  readonly role: Audience;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  /** Whether they can sign in; otherwise a personal link lets them in. */
  readonly hasAccount: boolean;
  /** The last day of the mobility, for how long such a link works. */
  readonly lastDay: string | null;
}

/**
 * Who takes part in conversations at this moment. It follows from what they are about, and never goes beyond what its
 * people may reach: the coordinators of the school, the teachers who go with the flow, the host from the confirmed place
 * on while it may keep the learner's data, the present tutor until the final assessment, the learner, and the guardian
 * until the eighteenth birthday; about a company as a whole those of its tutors who can sign in, for a personal link
 * opens what is said about one's own learners and no more. One statement.
 */
const TAKERS = `
  WITH t AS (
    SELECT r.*, x.stage, x.sending_organisation_id, x.participant_person_id, x.guardian_person_id, x.adult_on, x.company_id,
           x.tutor_person_id, x.ends_on, x.host_access_until, x.final_assessed_at,
           CASE r.kind WHEN 'mobility' THEN x.host_organisation_id
             WHEN 'placement' THEN CASE WHEN p.host_organisation_id = x.host_organisation_id THEN p.host_organisation_id END
             WHEN 'flow' THEN f.host_organisation_id ELSE r."organisationId" END AS host_id,
           r.kind <> 'placement' OR p.status = 'confirmed' AS settled
    FROM jsonb_to_recordset($1::jsonb) AS r(key text, kind text, "schoolId" uuid, "subjectId" uuid, "mobilityId" uuid, "flowId" uuid, "organisationId" uuid, circle jsonb)
    LEFT JOIN mobility x ON x.id = r."mobilityId"
    LEFT JOIN placement p ON r.kind = 'placement' AND p.id = r."subjectId"
    LEFT JOIN flow f ON f.id = r."flowId"
  ), who AS (
    SELECT t.key, m.id FROM t JOIN membership m ON m.organisation_id = t."schoolId" AND m.ended_at IS NULL
      AND (m.role = 'sendingCoordinator' OR (m.role = 'sendingFinance' AND t.circle ? m.role))
    UNION SELECT t.key, m.id FROM t JOIN accompanying_person a ON a.flow_id = t."flowId"
      JOIN person q ON q.email = lower(a.email)
      JOIN membership m ON m.person_id = q.id AND m.organisation_id = t."schoolId" AND m.role = 'sendingTeacher' AND m.ended_at IS NULL
      WHERE t.circle ? 'sendingTeacher'
    UNION SELECT t.key, m.id FROM t JOIN membership m ON m.organisation_id = t.host_id AND m.role = 'hostCoordinator' AND m.ended_at IS NULL
      WHERE t.circle ? 'hostCoordinator' AND CASE t.kind
        WHEN 'mobility' THEN t.stage = ANY($3::text[]) AND t.host_access_until > $2::date
        WHEN 'placement' THEN t.stage = ANY($4::text[])
        WHEN 'flow' THEN EXISTS (SELECT 1 FROM mobility o WHERE o.flow_id = t."flowId" AND o.host_organisation_id = t.host_id AND o.stage = ANY($4::text[]))
        ELSE true END
    UNION SELECT t.key, m.id FROM t JOIN membership m ON m.person_id = t.tutor_person_id AND m.organisation_id = t.company_id
        AND m.role = 'companyTutor' AND m.ended_at IS NULL
      WHERE t.circle ? 'companyTutor' AND t.settled
        AND (t.stage = ANY($5::text[]) OR (t.stage = 'back' AND t.final_assessed_at IS NULL))
    UNION SELECT t.key, m.id FROM t JOIN membership m ON m.organisation_id = t."organisationId" AND m.role = 'companyTutor' AND m.ended_at IS NULL
      JOIN person q ON q.id = m.person_id AND q.password_hash IS NOT NULL
      WHERE t.kind = 'organisation' AND t.circle ? 'companyTutor'
    UNION SELECT t.key, m.id FROM t JOIN membership m ON m.person_id = t.participant_person_id AND m.organisation_id = t.sending_organisation_id
        AND m.role = 'participant' AND m.ended_at IS NULL
      WHERE t.kind = 'mobility' AND t.circle ? 'participant'
    UNION SELECT t.key, m.id FROM t JOIN membership m ON m.person_id = t.guardian_person_id AND m.organisation_id = t.sending_organisation_id
        AND m.role = 'guardian' AND m.ended_at IS NULL
      WHERE t.kind = 'mobility' AND t.circle ? 'guardian' AND t.adult_on > $2::date
  )
  SELECT who.key, m.id AS "membershipId", m.person_id AS "personId", m.role, m.organisation_id AS "organisationId",
         o.name AS "organisationName", q.display_name AS name, q.email, q.locale, q.password_hash IS NOT NULL AS "hasAccount",
         t.ends_on AS "lastDay"
  FROM who JOIN t ON t.key = who.key JOIN membership m ON m.id = who.id JOIN person q ON q.id = m.person_id
  LEFT JOIN organisation o ON o.id = m.organisation_id ORDER BY who.key, m.role, q.display_name, m.id`;

/** The people of conversations, by key. */
export async function takersOf(db: Db, about: readonly About[], today: string): Promise<ReadonlyMap<string, Taker[]>> {
  const found = new Map<string, Taker[]>(about.map(({ key }) => [key, []]));
  if (about.length === 0) return found;
  const rows = await db.query<Taker>(TAKERS, [
    JSON.stringify(about),
    today,
    FROM_CONFIRMED,
    FROM_PROPOSED,
    CONFIRMED_TO_BACK,
  ]);
  for (const row of rows) found.get(row.key)?.push(row);
  return found;
}

/** A stored conversation as what it is about. */
export const aboutOf = ({
  id,
  kind,
  schoolId,
  subjectId,
  mobilityId,
  flowId,
  organisationId,
  circle,
}: Thread): About => ({
  key: id,
  kind,
  schoolId,
  subjectId,
  mobilityId,
  flowId,
  organisationId,
  circle,
});
