import { type Document } from './document.entity';

/** How a document’s last day lies to the stay it is for. */
export type ExpiryWarning = 'expired' | 'before-return' | 'soon';

/** A document that ends so soon after the return is worth a look: a delayed return would outlast it. */
const SOON_DAYS = 30;

/**
 * What is to be said about a document’s last day: it has passed, it comes before the return, or within 30 days after
 * it. Null where there is nothing to say: no last day, a stay that is over, or a file that no longer counts.
 */
export function expiryWarning(
  document: Pick<Document, 'expiresOn' | 'status'>,
  stayEndsOn: string,
  today: string,
): ExpiryWarning | null {
  const { expiresOn, status } = document;
  if (!expiresOn || stayEndsOn < today || status === 'returned' || status === 'replaced') return null;
  if (expiresOn < today) return 'expired';
  if (expiresOn < stayEndsOn) return 'before-return';
  const soon = new Date(Date.parse(`${stayEndsOn}T00:00:00Z`) + SOON_DAYS * 86_400_000).toISOString().slice(0, 10);
  return expiresOn < soon ? 'soon' : null;
}
