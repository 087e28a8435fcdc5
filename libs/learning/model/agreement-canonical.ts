import { type AgreementContent } from './agreement-content';

function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

/**
 * The one spelling of a content that is hashed and signed: JSON with sorted keys and without white space (RFC 8785).
 * The mobility ID is left out, because it is filled in later and does not reissue the document.
 */
export function canonicalise(content: AgreementContent): string {
  return canonical({ ...content, header: { ...content.header, mobilityId: undefined } });
}
