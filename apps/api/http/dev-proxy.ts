import http from 'node:http';
import { PORTALS } from '@softmob/access';
import { type Express } from 'express';

/**
 * While developing, portals come from their Vite servers behind this origin: `SOFTMOB_PORTAL_DEV` reads
 * `sending=http://127.0.0.1:5171,host=…`. Hot reload goes to those servers directly.
 */
export function proxyPortals(app: Express, setting: string): void {
  const targets = new Map(setting.split(',').map((entry) => entry.split('=') as [string, string]));
  for (const portal of PORTALS) {
    const target = targets.get(portal);
    if (!target) continue;
    app.use(`/${portal}`, (request, response) => {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      const forwarded = http.request(
        new URL(request.originalUrl, target),
        { method: request.method, headers: request.headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      forwarded.on('error', () => {
        response.status(502).send(`The ${portal} portal’s development server does not answer yet.`);
      });
      request.pipe(forwarded);
    });
  }
}
