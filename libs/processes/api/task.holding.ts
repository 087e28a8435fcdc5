import { type SqlParameters } from '@softmob/access';
import { type Ctx } from '@softmob/api-kit';

/**
 * Whether the reader is the one to take the task of this alias: it is for their function, and was given to nobody else.
 * Being given to somebody counts only while that person still has the function in the reader's organisation, so that
 * the work of whoever has left falls back to the others.
 */
export function holdsSql(ctx: Ctx, parameters: SqlParameters, alias: string): string {
  const { audience, personId, organisationId } = ctx.actor;
  return `(${alias}.role = ${parameters.add(audience)} AND (${alias}.assignee_person_id IS NULL
    OR ${alias}.assignee_person_id = ${parameters.add(personId)}::uuid
    OR NOT EXISTS (SELECT 1 FROM membership h WHERE h.person_id = ${alias}.assignee_person_id AND h.role = ${alias}.role
      AND h.organisation_id = ${parameters.add(organisationId)}::uuid AND h.ended_at IS NULL)))`;
}

/** Whether the task of this alias is put off beyond the business day that stands behind this placeholder. */
export const snoozedSql = (alias: string, today: string) => `COALESCE(${alias}.snoozed_until > ${today}::date, FALSE)`;
