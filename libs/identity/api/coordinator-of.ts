import { type Actor } from '@softmob/access';
import { type Runtime } from '@softmob/api-kit';
import { actorOfMembership } from './session.service';

/**
 * A coordinator of a school as of now, in whose name the house does what an event asks for: the person named where they
 * still are one, else whoever has been it longest. Null where the school has none.
 */
export async function coordinatorOf(
  runtime: Runtime,
  organisationId: string,
  personId: string | null,
): Promise<Actor | null> {
  const { rows } = await runtime.pool.query<{ id: string }>(
    `SELECT id FROM membership WHERE organisation_id = $1 AND role = 'sendingCoordinator' AND ended_at IS NULL
     ORDER BY (person_id = $2::uuid) DESC NULLS LAST, created_at, id LIMIT 1`,
    [organisationId, personId],
  );
  return rows[0] ? actorOfMembership(runtime, rows[0].id) : null;
}
