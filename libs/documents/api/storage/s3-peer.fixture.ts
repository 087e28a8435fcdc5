import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';

/** A server of its own that speaks S3, for tests. */
export interface S3Peer {
  /** As the setting reads it; another part takes the place of the right one where it is given. */
  url(wrong?: { key?: string; bucket?: string }): string;
  stop(): Promise<void>;
}

/** Starts a bucket `softmob` on a free port. */
export async function startS3(): Promise<S3Peer> {
  const directory = mkdtempSync(path.join(tmpdir(), 'softmob-s3-'));
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: 'softmob', configs: [] }],
  });
  const { port } = await server.run();
  return {
    url: ({ key = 'S3RVER', bucket = 'softmob' } = {}) =>
      `http://${key}:S3RVER@127.0.0.1:${String(port)}/${bucket}?region=eu-central-1`,
    async stop() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
