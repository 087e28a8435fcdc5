import { existsSync, readdirSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { type Harness } from './harness';
import { type Agent } from './http';

export const MIB = 1024 * 1024;
export const SCAN = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(6 * MIB, 'a scan of many pages ')]);
export const PART = { 'content-type': 'application/offset+octet-stream' };
export type Headers = Record<string, string>;

interface Refusal {
  errors: {
    message: string;
    extensions: { code: string; reason?: string; fields?: { path: string; code: string; message: string }[] };
  }[];
}

/** What specs about uploads in parts need: the requests of the protocol, connections that break, and what lies on disk. */
export function uploadDesk(of: () => { harness: Harness }) {
  const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await of().harness.api.runtime.pool.query<Row>(sql, values)).rows;
  const folder = () => path.join(of().harness.api.runtime.settings.dataDir, 'uploads');
  const parts = () => (existsSync(folder()) ? readdirSync(folder()) : []);
  const stored = () => {
    const shelf = path.join(of().harness.api.runtime.settings.dataDir, 'files', 'documents');
    const entries = existsSync(shelf) ? readdirSync(shelf, { recursive: true, withFileTypes: true }) : [];
    return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  };
  const documents = () =>
    rows<{ id: string; sha256: string; fileName: string }>(
      'SELECT id, sha256, file_name AS "fileName" FROM document ORDER BY id',
    );
  const forDocument = (more = '') =>
    `/api/documents?mobilityId=${of().harness.world.own.mobilityIds[0]}&kind=other${more}`;

  const headersOf = (who: Agent, more: Headers = {}): Headers => ({
    cookie: who.cookie,
    'x-softmob-acting-as': who.actingAs,
    'tus-resumable': '1.0.0',
    ...more,
  });
  /** A request of the protocol, as this person’s browser sends it. */
  const tus = (
    who: Agent,
    method: string,
    where: string,
    more?: Headers,
    body?: Buffer,
    baseUrl = of().harness.baseUrl,
  ) =>
    fetch(baseUrl + where, { method, headers: headersOf(who, more), ...(body ? { body: new Uint8Array(body) } : {}) });
  const metadata = (name: string, type: string) =>
    [`filename ${Buffer.from(name).toString('base64')}`, `filetype ${Buffer.from(type).toString('base64')}`].join(',');
  const announce = (who: Agent, size: number, type = 'application/pdf', name = 'scan.pdf') =>
    tus(who, 'POST', '/api/uploads', { 'upload-length': String(size), 'upload-metadata': metadata(name, type) });
  async function begin(who: Agent, size = SCAN.length): Promise<string> {
    const answer = await announce(who, size);
    expect(answer.status).toBe(201);
    return answer.headers.get('location') ?? '';
  }
  const sendPart = (who: Agent, where: string, from: number, body: Buffer, baseUrl?: string) =>
    tus(who, 'PATCH', where, { ...PART, 'upload-offset': String(from) }, body, baseUrl);
  async function offsetOf(who: Agent, where: string, baseUrl?: string): Promise<number> {
    const answer = await tus(who, 'HEAD', where, {}, undefined, baseUrl);
    expect(answer.status).toBe(200);
    return Number(answer.headers.get('upload-offset'));
  }
  const idIn = (where: string) => where.split('/').at(-1) ?? '';
  const handOver = (who: Agent, where: string, route = forDocument(), baseUrl?: string) =>
    tus(who, 'POST', route, { 'x-softmob-upload': idIn(where) }, undefined, baseUrl);
  const whole = async (who: Agent, file = SCAN) => {
    const where = await begin(who, file.length);
    expect((await sendPart(who, where, 0, file)).status).toBe(204);
    return where;
  };
  const refusalOf = async (answer: Response) => ((await answer.json()) as Refusal).errors[0];

  /** Sends the beginning of a part that was said to be longer, and, once it has arrived, lets the connection break, or hang. */
  async function breakOff(
    who: Agent,
    where: string,
    from: number,
    body: Buffer,
    how: 'break' | 'hang',
  ): Promise<net.Socket> {
    const { port, hostname } = new URL(of().harness.baseUrl);
    const lines = { ...headersOf(who, PART), host: hostname, 'upload-offset': String(from) };
    const head = [
      `PATCH ${where} HTTP/1.1`,
      ...Object.entries(lines).map(([name, value]) => `${name}: ${value}`),
      `content-length: ${String(SCAN.length - from)}`,
      '',
      '',
    ].join('\r\n');
    const socket = net.connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(head);
    socket.write(body);
    const onDisk = path.join(folder(), idIn(where));
    while ((statSync(onDisk, { throwIfNoEntry: false })?.size ?? 0) < from + body.length) {
      await new Promise((later) => setTimeout(later, 10));
    }
    if (how === 'break') socket.destroy();
    return socket;
  }

  return {
    rows,
    folder,
    parts,
    stored,
    documents,
    forDocument,
    headersOf,
    tus,
    metadata,
    announce,
    begin,
    sendPart,
    offsetOf,
    idIn,
    handOver,
    whole,
    refusalOf,
    breakOff,
  };
}
