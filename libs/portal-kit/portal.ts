import { type TypePolicies } from '@apollo/client';
import { type Audience, type PortalKey } from '@softmob/access';
import { type ComponentType } from 'react';
import { type RouteObject } from 'react-router';
import { type MessageLoaders } from './i18n/languages';

/** Headings under which the places of a long side navigation stand, in this order; what has none comes first. */
export const NAV_GROUPS = ['plan', 'papers', 'stay', 'house'] as const;
export type NavGroup = (typeof NAV_GROUPS)[number];

/** A place in the navigation. */
export interface NavItem {
  /** Path inside the portal: `/cohort`. */
  to: string;
  /** Key of its name in the feature's messages. */
  labelKey: string;
  icon: ComponentType<{ fontSize?: 'inherit' | 'small' | 'medium'; 'aria-hidden'?: boolean }>;
  /** Lower comes first. */
  order: number;
  /** Sending and host have a side navigation, company and participant a bottom bar of at most four places. */
  place: 'side' | 'bottom';
  /** The heading under which it stands in a side navigation. */
  group?: NavGroup;
  /** Whom it is for; everybody of the portal when left out. */
  audiences?: readonly Audience[];
  /** Active only on exactly this path, as the home is. */
  end?: boolean;
}

/** What one slice brings to one portal. */
export interface Feature {
  /** Name of the slice, and namespace of its messages. */
  key: string;
  /** Relative to the portal; screens are loaded when they are visited (`lazy`). */
  routes: RouteObject[];
  nav: NavItem[];
  messages: MessageLoaders;
  /** How lists of this slice are kept in the cache, where the default does not do. */
  typePolicies?: TypePolicies;
  /** Stands beside the account in the shell of every screen; a `lazy` component, so that it waits for nobody. */
  tool?: ComponentType;
  /** What the account menu leads to. */
  account?: readonly Pick<NavItem, 'to' | 'labelKey' | 'icon'>[];
}

/** A portal is a list: who it is for, and what it can do. */
export interface Portal {
  key: PortalKey;
  features: readonly Feature[];
}
