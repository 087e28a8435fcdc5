import { type Db, groupsBy } from '@softmob/api-kit';
import { type OtherHost } from '@softmob/learning-model';
import { type QueryResultRow } from 'pg';

interface StayRow extends OtherHost, QueryResultRow {
  mobilityId: string;
  companyId: string;
}

/**
 * The companies of stays in which one could not go on, by mobility: documents name each with its days beside the one
 * whose agreement they print. Empty for everybody else, and where the host organisation is the hosting party.
 */
export async function hostsOf(db: Db, mobilityIds: readonly string[]): Promise<ReadonlyMap<string, StayRow[]>> {
  const rows = await db.query<StayRow>(
    `SELECT x.mobility_id AS "mobilityId", x.company_id AS "companyId", o.name, o.country, x.starts_on AS start, x.ends_on AS end,
            concat_ws(', ', o.street, NULLIF(concat_ws(' ', o.postcode, o.town), '')) AS address
     FROM placement x JOIN organisation o ON o.id = x.company_id JOIN flow f ON f.id = x.flow_id AND f.hosting_party = 'company'
     WHERE x.mobility_id = ANY($1::uuid[]) AND x.status IN ('confirmed', 'ended')
       AND EXISTS (SELECT 1 FROM placement b WHERE b.mobility_id = x.mobility_id AND b.status = 'ended')
     ORDER BY x.starts_on`,
    [mobilityIds],
  );
  return groupsBy(rows, ({ mobilityId }) => mobilityId);
}

/** The other companies, seen from the one that an agreement was made with. */
export const othersThan = (companyId: string, hosts: readonly StayRow[] = []): OtherHost[] =>
  hosts
    .filter((host) => host.companyId !== companyId)
    .map(({ name, address, country, start, end }) => ({ name, address, country, start, end }));
