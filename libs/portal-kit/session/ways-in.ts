/** The screens for whoever is not signed in. */
const ENTRANCES = /^\/(sign-in|forgot|invitation|reset|seat)([/?]|$)/;

/** Where to sign in, so that one comes back to this path afterwards. */
export function signInPath(path: string): string {
  return path === '' || path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`;
}

/** Whether somebody who is not signed in may stay at this path of the portal. */
export function isEntrance(path: string): boolean {
  return ENTRANCES.test(path);
}

/** A path of this portal to go on to after signing in, and nothing that leads elsewhere. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) && !isEntrance(next) ? next : '/';
}
