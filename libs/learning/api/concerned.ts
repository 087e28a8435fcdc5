import { type Tx } from '@softmob/api-kit';
import { type AgreementContent, concernedParties, type Party } from '@softmob/learning-model';

/** The contents in force of these agreements, by agreement. One statement. */
async function contentsInForce(tx: Tx, agreementIds: readonly string[]): Promise<Map<string, AgreementContent>> {
  const rows = await tx.db.query<{ id: string; content: AgreementContent }>(
    `SELECT agreement_id AS id, content FROM agreement_version WHERE status = 'locked' AND agreement_id = ANY($1::uuid[])`,
    [agreementIds],
  );
  return new Map(rows.map(({ id, content }) => [id, content]));
}

interface Amended {
  readonly agreementId: string;
  readonly content: AgreementContent;
}

/** Who signs each of these contents: all parties, or those whom the difference to what is in force concerns. */
export async function signersOfEach(tx: Tx, versions: readonly Amended[]): Promise<Party[][]> {
  const before = await contentsInForce(
    tx,
    versions.map(({ agreementId }) => agreementId),
  );
  return versions.map(({ agreementId, content }) => concernedParties(before.get(agreementId) ?? null, content));
}
