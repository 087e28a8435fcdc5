import { type PortalKey } from '@softmob/access';
import { read, write } from './storage';

/**
 * Which membership this tab acts under. Kept per tab, so that two tabs may act as two; a new tab begins with the
 * membership chosen last.
 */
export class ActingAs {
  constructor(readonly portal: PortalKey) {}

  private get key(): string {
    return `softmob.${this.portal}.membership`;
  }

  get membershipId(): string | null {
    return read(sessionStorage, this.key) ?? read(localStorage, this.key);
  }

  choose(membershipId: string | null): void {
    write(sessionStorage, this.key, membershipId);
    write(localStorage, this.key, membershipId);
  }

  /** Value of the header `x-softmob-acting-as` and of `?as=`. */
  get value(): string {
    return this.membershipId === null ? this.portal : `${this.portal}/${this.membershipId}`;
  }
}

let current: ActingAs | null = null;

/** The one of this page; set when the portal starts. */
export function startActingAs(portal: PortalKey): ActingAs {
  current = new ActingAs(portal);
  return current;
}

/** Who acts in this tab, for requests that do not go through Apollo. */
export function actingAs(): ActingAs {
  if (!current) throw new Error('The portal has not started yet');
  return current;
}

/** Whole address of a route of the server beside GraphQL; all of them stand under `/api`. */
export function routeUrl(path: string): URL {
  return new URL(path.startsWith('/api/') ? path : `/api${path}`, window.location.origin);
}

/**
 * Whole address of a file of the server, saying who asks for it: for `href` and `src`, where no header can be set.
 * A whole address, so that links leave the router alone.
 */
export function fileUrl(path: string): string {
  const url = routeUrl(path);
  url.searchParams.set('as', actingAs().value);
  return url.href;
}
