import { type AnchorHTMLAttributes, type Ref } from 'react';
import { Link } from 'react-router';

export interface AppLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>;
  /** Leaves the portal by a whole page load, as for another portal. */
  reloadDocument?: boolean;
}

/**
 * A link that stays inside the portal when it can: `/path` goes through the router, everything else
 * (whole addresses, `mailto:`, `#anchors`, downloads, other windows) is an ordinary link.
 */
export function AppLink({ href = '', reloadDocument = false, ...rest }: AppLinkProps) {
  const ordinary = reloadDocument || !href.startsWith('/') || rest.target !== undefined || rest.download !== undefined;
  return ordinary ? <a href={href} {...rest} /> : <Link to={href} {...rest} />;
}
