import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type PortalName } from './guest';
import { root } from './stage';

/**
 * Every route of a portal, read from the features that it registers: a screen that somebody adds is visited from then
 * on, or the sweep says that it does not know what to put in place of a parameter.
 */
export function routesOf(portal: PortalName): string[] {
  const registered = readFileSync(path.join(root, `apps/${portal}-portal/portal.ts`), 'utf8');
  const slices = [...registered.matchAll(/from '@softmob\/([\w-]+)-web\/\w+'/g)].map((match) => match[1] ?? '');
  const routes = slices.flatMap((slice) => {
    const feature = readFileSync(path.join(root, `libs/${slice}/web/${portal}/index.ts`), 'utf8');
    const lists = feature.slice(feature.indexOf('routes:'));
    const found = [...lists.matchAll(/\bpath: '([^']+)'/g)].map((match) => `/${match[1] ?? ''}`);
    return /\bindex: true/.test(lists) ? ['/', ...found] : found;
  });
  return [...new Set(routes)];
}

/** What stands in place of the parameters of a portal's routes. */
export type Samples = Readonly<Record<string, string>>;

/** The address of a route. @throws where it has a parameter that nobody has given a value */
export function addressOf(portal: PortalName, route: string, samples: Samples): string {
  const whole = samples[route];
  if (whole) return whole;
  return route.replace(/:(\w+)/g, (parameter) => {
    const value = samples[parameter];
    if (!value) throw new Error(`Tell the sweep what to put for ${parameter} in ${portal}${route}.`);
    return value;
  });
}
