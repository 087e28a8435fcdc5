import { inOrder, type LoaderDefinition, type Tx } from '@softmob/api-kit';

/** How people are called, whoever they are: for readers of what they did. */
export const personName: LoaderDefinition<string, string | null> = {
  name: 'personName',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<{ id: string; name: string }>(
      'SELECT id, display_name AS name FROM person WHERE id = ANY($1::uuid[])',
      [ids],
    );
    return inOrder(ids, rows, ({ id }) => id).map((row) => row?.name ?? null);
  },
};

/** How whoever acts is called, to be written down with what they do. */
export async function actorName(tx: Tx): Promise<string> {
  const [person] = await tx.db.query<{ name: string }>('SELECT display_name AS name FROM person WHERE id = $1', [
    tx.ctx.personId,
  ]);
  return person?.name ?? '';
}
