import fs from 'node:fs';
import path from 'node:path';
import { createServer } from 'vite';
import { firstFreePort } from './port.mjs';
import { root } from './settings.mjs';

/** @typedef {{ name: string, address: string, close: () => Promise<void> }} PortalServer */

/** @returns {string[]} the names of the portals: apps/sending-portal is "sending" */
function portalNames() {
  const apps = path.join(root, 'apps');
  return fs
    .readdirSync(apps)
    .filter((app) => app.endsWith('-portal') && fs.existsSync(path.join(apps, app, 'vite.config.ts')))
    .map((app) => app.replace(/-portal$/, ''))
    .sort();
}

/**
 * Serves each portal from its sources by a Vite server of its own. The browser loads the pages through the API, at one
 * origin; only the socket that announces changes goes straight to Vite, so the API need not pass sockets on.
 * @returns {Promise<PortalServer[]>}
 */
export async function servePortals() {
  /** @type {PortalServer[]} */
  const portals = [];
  let port = 5171;
  for (const name of portalNames()) {
    port = await firstFreePort(port);
    const folder = path.join(root, 'apps', `${name}-portal`);
    const server = await createServer({
      root: folder,
      configFile: path.join(folder, 'vite.config.ts'),
      mode: 'development',
      clearScreen: false,
      server: { host: '127.0.0.1', port, strictPort: true, hmr: { host: '127.0.0.1', clientPort: port } },
    });
    await server.listen();
    portals.push({ name, address: `http://127.0.0.1:${port}`, close: () => server.close() });
    port += 1;
  }
  return portals;
}

/**
 * How the API learns where the portals are: SOFTMOB_PORTAL_DEV holds one pair per portal, its name and the origin of
 * its Vite server, joined by "=" and separated by commas:
 *
 *     SOFTMOB_PORTAL_DEV=company=http://127.0.0.1:5171,host=http://127.0.0.1:5172,sending=http://127.0.0.1:5174
 *
 * A request for /sending or anything below it goes to that origin with its path and query unchanged (each portal's
 * base is "/<name>/"), headers included. Those answers need a policy that lets the page run Vite's inline script and
 * open ws://127.0.0.1:<port>: the API sends no Content-Security-Policy with them.
 * @param {PortalServer[]} portals
 * @returns {string}
 */
export const portalSetting = (portals) => portals.map(({ name, address }) => `${name}=${address}`).join(',');
