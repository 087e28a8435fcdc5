import { createContext, useContext } from 'react';
import { type PortalKey } from '@softmob/access';
import { type Feature } from '../portal';

export interface ShellFrame {
  portal: PortalKey;
  features: readonly Feature[];
}

export const ShellContext = createContext<ShellFrame | null>(null);

/** The portal whose shell this is. */
export function useShell(): ShellFrame {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('Outside a portal');
  return shell;
}

/** Where in the shell a screen's breadcrumb stands; null where the shell has no such place. */
export const CrumbSlot = createContext<HTMLElement | null>(null);
