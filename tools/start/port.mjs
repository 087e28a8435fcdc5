import net from 'node:net';
import { Refusal, codeOf } from '../postgres/refusal.mjs';

/**
 * Serves on a port for a moment.
 * @param {number} port 0 for any that is free
 * @param {string} [host] every address of this machine, if not given
 * @returns {Promise<void>}
 */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen({ port, host }, () => probe.close(() => resolve()));
  });
}

/**
 * Makes sure that a port can be served on, on every address and on this machine's own.
 * @param {number} port
 * @param {string} [command] what to start again with another port
 * @throws {Refusal} with the mend
 */
export async function assertPortIsFree(port, command = 'npm start') {
  try {
    await tryPort(port);
    await tryPort(port, '127.0.0.1');
  } catch (reason) {
    if (codeOf(reason) === 'EACCES') {
      throw new Refusal(`You may not serve on port ${port}: choose another with PORT=3000 ${command}.`);
    }
    const another = port < 65_535 ? port + 1 : 3000;
    throw new Refusal(
      `Port ${port} is in use: stop the program there, or choose another with PORT=${another} ${command}.`,
    );
  }
}

/**
 * The first port from a number upwards that this machine can serve on.
 * @param {number} from
 * @returns {Promise<number>}
 */
export async function firstFreePort(from) {
  try {
    await tryPort(from, '127.0.0.1');
    return from;
  } catch {
    return firstFreePort(from + 1);
  }
}
