import 'reflect-metadata';
import path from 'node:path';
import { type Settings } from '@softmob/api-kit';
import { filesOf, parseClamdUrl } from '@softmob/documents-api';
import { ensureOperator } from '@softmob/identity-api';
import { type Api, createApi } from './api';
import { slices } from './slices';
import { DEMO_LOGINS, loadDemo } from './story/demo';
import { teller } from './story/teller';
import { PASSWORD } from './story/troupe';

const root = path.join(import.meta.dirname, '..', '..', '..');

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name}.`);
  return value;
}

function readSettings(port: number): Settings {
  const publicUrl = (process.env.PUBLIC_URL ?? `http://localhost:${String(port)}`).replace(/\/+$/, '');
  return {
    dataDir: process.env.DATA_DIR ?? path.join(root, '.data'),
    publicUrl,
    demo: process.env.SOFTMOB_DEMO === '1',
    keySecret: process.env.SOFTMOB_KEY_SECRET ?? null,
    smtpUrl: process.env.SMTP_URL ?? null,
    s3Url: process.env.SOFTMOB_S3_URL || null,
    clamavUrl: process.env.SOFTMOB_CLAMAV || null,
    mailFrom: process.env.MAIL_FROM ?? 'SoftMob <no-reply@softmob.example>',
    secureCookies: publicUrl.startsWith('https:'),
    countStatements: process.env.SOFTMOB_COUNT_STATEMENTS === '1',
  };
}

async function main(): Promise<void> {
  const port = Number(process.env.PORT ?? 3000);
  const settings = readSettings(port);
  if (settings.clamavUrl) parseClamdUrl(settings.clamavUrl);
  await filesOf(settings).storage.check();
  const api = await createApi({
    databaseUrl: required('DATABASE_URL'),
    settings,
    slices,
    portalsDir: path.join(root, 'apps'),
    logLevel: process.env.LOG_LEVEL ?? 'warn',
    worker: true,
  });
  await new Promise<void>((listening, failed) => {
    api.server.once('error', failed);
    api.server.listen(port, process.env.HOST, listening);
  });
  if (process.env.OPERATOR_EMAIL) await ensureOperator(api.runtime, process.env.OPERATOR_EMAIL);
  if (!settings.smtpUrl && !settings.demo) {
    console.warn('SMTP_URL is not set: e-mails stay in the local outbox and reach nobody.');
  }
  if (!settings.clamavUrl && !settings.demo) {
    console.warn('SOFTMOB_CLAMAV is not set: uploaded files are not checked for malware.');
  }
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void api.close().then(() => process.exit(0));
    });
  }
  if (settings.demo) await fillDemo(api, port);
  console.log(readyText(settings));
}

/** Demo data, the first time: a cohort of 100 with a flow in every phase. */
async function fillDemo(api: Api, port: number): Promise<void> {
  const say = teller();
  const cohortDir = path.join(root, 'libs/participants/model/demo');
  await loadDemo(api.runtime, `http://127.0.0.1:${String(port)}`, cohortDir, say);
}

function readyText({ publicUrl, demo }: Settings): string {
  const ready = `\nSoftMob is ready: ${publicUrl}`;
  if (!demo) return ready;
  const logins = DEMO_LOGINS.map(
    ({ portal, email, who }) => `  ${`${publicUrl}/${portal}`.padEnd(36)} ${email.padEnd(44)} ${who}`,
  );
  return [ready, '', `Demo logins, all with the password "${PASSWORD}":`, ...logins, ''].join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
