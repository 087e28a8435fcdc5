import { invalid, type Tx, validate } from '@softmob/api-kit';
import { giveMemberships, knowPeople } from '@softmob/identity-api';
import { z } from 'zod';
import { type TutorInput } from './inputs';

/** Which tutor is asked for at a company, and who it was there so far. */
export interface TutorWish {
  readonly companyId: string;
  readonly wanted: string | null;
  readonly kept: string | null;
}

/**
 * The tutor of each wish: the one asked for, else the one of before, else the company's first; null where the company
 * has none yet. One statement. @throws VALIDATION where the one asked for is no tutor there
 */
export async function chooseTutors(tx: Tx, wishes: readonly TutorWish[]): Promise<(string | null)[]> {
  if (wishes.length === 0) return [];
  const rows = await tx.db.query<{ companyId: string; personId: string }>(
    `SELECT organisation_id AS "companyId", person_id AS "personId" FROM membership
     WHERE organisation_id = ANY($1::uuid[]) AND role = 'companyTutor' AND ended_at IS NULL ORDER BY created_at, id`,
    [wishes.map(({ companyId }) => companyId)],
  );
  return wishes.map(({ companyId, wanted, kept }) => {
    const there = rows.filter((row) => row.companyId === companyId).map(({ personId }) => personId);
    if (wanted && !there.includes(wanted)) {
      throw invalid('tutorPersonId', 'NOT_A_TUTOR', 'This person is not a tutor of that company.');
    }
    return wanted ?? (kept && there.includes(kept) ? kept : (there[0] ?? null));
  });
}

const newTutor = z.object({
  name: z.string({ error: 'Write the tutor’s name.' }).trim().min(2, { error: 'Write the tutor’s name.' }).max(200),
  email: z.email({ error: 'Write an e-mail address such as name@company.example.' }),
  phone: z.string().trim().max(40).nullish(),
  locale: z.enum(['en', 'it']).nullish(),
});

/** The person behind the input: somebody of the company, or somebody new who becomes its tutor. */
export async function tutorFrom(tx: Tx, companyId: string, input: TutorInput): Promise<string> {
  if (input.personId) {
    const [personId] = await chooseTutors(tx, [{ companyId, wanted: input.personId, kept: null }]);
    return personId ?? input.personId;
  }
  const { name, email, phone, locale } = validate(newTutor, input);
  const known = await knowPeople(tx, [{ email, displayName: name, locale: locale ?? 'en' }]);
  const [personId] = known.values();
  if (!personId) throw invalid('email', 'INVALID_FORMAT', 'Write an e-mail address such as name@company.example.');
  await giveMemberships(tx, [{ personId, organisationId: companyId, role: 'companyTutor', phone: phone ?? null }]);
  return personId;
}
