import path from 'node:path';
import { type Runtime, type Ctx, DomainError } from '@softmob/api-kit';
import { PORTALS } from '@softmob/access';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import helmet from 'helmet';
import { proxyPortals } from './dev-proxy';
import { landingPage } from './landing';
import { contextOf, localeOf, refuseForeignOrigin } from './request-context';
import { serveVerify } from './verify';

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  VALIDATION: 400,
  CONFLICT: 409,
  ILLEGAL_STATE: 409,
  RATE_LIMITED: 429,
  TOO_LARGE: 413,
};

declare module 'express-serve-static-core' {
  interface Locals {
    /** Who asks, for the routes of slices. */
    ctx: Ctx;
  }
}

function security(runtime: Runtime) {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        upgradeInsecureRequests: runtime.settings.secureCookies ? [] : null,
      },
    },
    strictTransportSecurity: runtime.settings.secureCookies,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
  });
}

function failure(runtime: Runtime): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (!(error instanceof DomainError)) runtime.log.error({ err: error }, 'a route failed');
    const shown =
      error instanceof DomainError ? error : new DomainError('INTERNAL', 'Something went wrong on our side.');
    response
      .status(STATUS[shown.code] ?? 500)
      .json({ errors: [{ message: shown.message, extensions: shown.extensions }] });
  };
}

/** Serves the built portals: hashed assets for a year, the page itself never from a cache. */
function servePortals(app: Express, portalsDir: string): void {
  for (const portal of PORTALS) {
    const dir = path.join(portalsDir, `${portal}-portal`, 'dist');
    app.use(
      `/${portal}/assets`,
      express.static(path.join(dir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
    );
    app.use(`/${portal}`, express.static(dir, { index: false, maxAge: '1h' }));
    app.get([`/${portal}`, `/${portal}/*path`], (_request, response) => {
      response.set('cache-control', 'no-cache').sendFile(path.join(dir, 'index.html'));
    });
  }
}

/** The origin's own page, in the language that the address or else the browser asks for. */
function serveLanding(app: Express): void {
  app.get('/', ({ query, headers }, response) => {
    const wish = typeof query.lang === 'string' ? query.lang : headers['accept-language'];
    response
      .set('cache-control', 'no-cache')
      .vary('accept-language')
      .type('html')
      .send(landingPage(localeOf(wish)));
  });
}

/** Everything beside GraphQL: health, the routes of slices under /api, the portals. */
export function createRest(runtime: Runtime, portalsDir: string | null, extend?: (app: Express) => void): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(security(runtime));
  app.get('/health', async (_request, response) => {
    await runtime.pool.query('SELECT 1');
    response.json({ status: 'ok' });
  });
  const router = express.Router();
  router.use(async (request: Request, response, next) => {
    refuseForeignOrigin(request);
    response.locals.ctx = await contextOf(runtime, request);
    response.set('cache-control', 'private, no-store');
    next();
  });
  for (const slice of runtime.slices) slice.routes?.(router, runtime);
  app.use('/api', router);
  extend?.(app);
  serveLanding(app);
  serveVerify(app, runtime);
  const devServers = process.env.SOFTMOB_PORTAL_DEV;
  if (devServers) proxyPortals(app, devServers);
  else if (portalsDir) servePortals(app, portalsDir);
  app.use((_request, response) => {
    response.status(404).json({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] });
  });
  app.use(failure(runtime));
  return app;
}
