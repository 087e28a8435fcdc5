import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Audience } from '@softmob/access';
import { type Harness } from './harness';
import { type Agent } from './http';

export const PDF = Buffer.from('%PDF-1.7\nan identity card\n%%EOF');
export const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
export const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
export const DOCUMENTS = `query ($id: ID!) { mobility(id: $id) { documents { id kind fileName mime size status forHost expiresOn expiryWarning reason uploadedBy reviewedBy version } } }`;
export const VERIFY = `mutation ($ids: [ID!]!, $expiresOn: Day) { verifyDocuments(ids: $ids, expiresOn: $expiresOn) { id status expiresOn } }`;
export const RETURN = `mutation ($id: ID!, $reason: String!) { returnDocument(id: $id, reason: $reason) { id status reason } }`;
export const REMOVE = `mutation ($id: ID!) { removeOwnUpload(id: $id) { id status } }`;
export const MARK = `mutation ($id: ID!, $forHost: Boolean!) { markForHost(id: $id, forHost: $forHost) { id forHost } }`;

export interface Refusal {
  errors: { message: string; extensions: { code: string; fields?: { path: string; code: string }[] } }[];
}
export const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What specs about documents need: files sent and fetched, as they lie on disk, and who gets them. */
export function documentDesk(of: () => { harness: Harness }) {
  const pool = () => of().harness.api.runtime.pool;
  const adultId = () => of().harness.world.own.mobilityIds[0];
  const minorId = () => of().harness.world.own.mobilityIds[1];
  const folder = () => path.join(of().harness.api.runtime.settings.dataDir, 'files', 'documents');
  const files = () =>
    readdirSync(folder(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));

  function send(who: Agent, query: Record<string, string>, body: Buffer, name = 'card.pdf', headers = {}) {
    return who
      .post(`/api/documents?${new URLSearchParams(query).toString()}`)
      .set({ 'content-type': 'text/html', 'x-file-name': encodeURIComponent(name), ...headers })
      .send(body);
  }
  async function upload(
    who: Agent,
    mobilityId: string,
    more: Record<string, string> = {},
    body: Buffer = PDF,
    name?: string,
  ) {
    const answer = await send(who, { mobilityId, kind: 'identity', ...more }, body, name).expect(201);
    return (answer.body as { id: string }).id;
  }
  const download = (who: Agent, id: string) => who.get(`/api/documents/${id}`);
  const eventsOf = async (id: string) => {
    const { rows } = await pool().query<{ type: string }>('SELECT type FROM event WHERE subject_id = $1 ORDER BY id', [
      id,
    ]);
    return rows.map(({ type }) => type);
  };

  /** Who of all people gets a file, or what else of it; a foreign school and nobody get nothing. */
  async function readersOf(get: (who: Agent) => ReturnType<Agent['get']>): Promise<string[]> {
    const { own, foreign } = of().harness.world;
    const people: [string, Audience][] = [
      [own.people.adult, 'participant'],
      [own.people.minor, 'participant'],
      [own.people.guardian, 'guardian'],
      [own.people.tutor, 'companyTutor'],
      [own.people.host, 'hostCoordinator'],
      [own.people.coordinator, 'sendingCoordinator'],
      [own.people.teacher, 'sendingTeacher'],
      [own.people.finance, 'sendingFinance'],
    ];
    const found: string[] = [];
    for (const [email, audience] of people) {
      const { status } = await get(await of().harness.as(email, audience));
      expect([200, 403, 404]).toContain(status);
      if (status === 200) found.push(email.split('@')[0] ?? '');
    }
    await get(await of().harness.as(foreign.people.coordinator, 'sendingCoordinator')).expect(404);
    await get(of().harness.stranger).expect(403);
    return found;
  }

  return { pool, adultId, minorId, folder, files, send, upload, download, eventsOf, readersOf };
}
