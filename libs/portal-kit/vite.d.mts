import { type PortalKey } from '@softmob/access';
import { type UserConfig } from 'vite';

/** The build of one portal: served under its own path, from the same origin as the API. */
export function portal(key: PortalKey): UserConfig;
