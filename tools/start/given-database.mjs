import pg from 'pg';
import { Refusal, codeOf, textOf } from '../postgres/refusal.mjs';

const oldestVersion = 15;

/**
 * What is wrong with a DATABASE_URL, said by the code of the driver's or the server's error.
 * @param {unknown} reason
 * @param {pg.Client} client
 * @returns {string}
 */
function explain(reason, client) {
  const { user, database } = client;
  const host = `${client.host}:${client.port}`;
  switch (codeOf(reason)) {
    case 'ECONNREFUSED':
      return `nothing answers at ${host}: start that PostgreSQL or correct the host and the port`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `there is no host ${host}: correct the host`;
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `${host} cannot be reached: correct the host or open the way to it`;
    case '28P01':
      return `${host} refuses the password of user "${user}": correct the user or the password`;
    case '28000':
      return `${host} does not let user "${user}" in: correct the user, or allow them in its pg_hba.conf`;
    case '3D000':
      return `there is no database "${database}" at ${host}: create it, or correct the name`;
    case '42501':
      return `user "${user}" may not connect to database "${database}": grant it, or use another user`;
    case '53300':
      return `${host} has no connection left: free some, or raise its max_connections`;
    case '57P03':
      return `${host} is starting up or shutting down: try again in a moment`;
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return `the certificate of ${host} is not trusted: name the one that signed it with sslrootcert`;
    default:
      return explainByText(textOf(reason), host);
  }
}

/**
 * @param {string} text
 * @param {string} host
 */
function explainByText(text, host) {
  if (/timeout/i.test(text)) return `${host} does not answer: correct the host or open the way to it`;
  if (/does not support SSL/.test(text)) return `${host} does not speak TLS: take sslmode out, or turn TLS on there`;
  return `the way to ${host} ended with "${text}": correct the address`;
}

/** @param {string} url */
function clientFor(url) {
  const mend = 'write it like postgres://user:password@host:5432/database';
  if (!/^postgres(ql)?:\/\//.test(url)) throw new Refusal(`DATABASE_URL is no address of a PostgreSQL: ${mend}.`);
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  } catch (reason) {
    if (codeOf(reason) === 'ENOENT' || codeOf(reason) === 'EACCES') {
      throw new Refusal(`DATABASE_URL names a file that cannot be read (${textOf(reason)}): correct its path.`);
    }
    throw new Refusal(
      `DATABASE_URL cannot be read: ${mend}, with signs like @ # % / in the password as %40 %23 %25 %2F.`,
    );
  }
}

/**
 * Makes sure that the database of a DATABASE_URL can be used.
 * @param {string} url
 * @throws {Refusal} with one sentence that names the mend, and never the password
 */
export async function assertDatabaseIsUsable(url) {
  const client = clientFor(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      "SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding",
    );
    const [{ version, encoding }] = rows;
    if (version < oldestVersion) {
      throw new Refusal(`DATABASE_URL is PostgreSQL ${version}: SoftMob needs ${oldestVersion} or newer.`);
    }
    if (encoding !== 'UTF8') {
      throw new Refusal(`The database of DATABASE_URL is encoded in ${encoding}: create one in UTF8.`);
    }
  } catch (reason) {
    if (reason instanceof Refusal) throw reason;
    throw new Refusal(`DATABASE_URL cannot be used: ${explain(reason, client)}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
