import { invalid } from '@softmob/api-kit';

/** The types that are taken, each with the extension that a saved file gets. */
export const FILE_TYPES = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
} as const;
export type FileType = keyof typeof FILE_TYPES;

const SIGNATURES: readonly (readonly [FileType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** So many first bytes are enough to tell the type. */
export const SIGNATURE_BYTES = 8;

/** The type that the first bytes say; null for everything that is not taken. What the sender declared plays no part. */
export function fileTypeOf(head: Uint8Array): FileType | null {
  return SIGNATURES.find(([, signature]) => signature.every((byte, at) => head[at] === byte))?.[0] ?? null;
}

const refused = () => invalid('file', 'FILE_TYPE', 'Send a PDF, a JPEG or a PNG file.');

/** The type that the first bytes say. @throws VALIDATION for one that is not taken */
export function takenType(head: Uint8Array): FileType {
  const type = fileTypeOf(head);
  if (!type) throw refused();
  return type;
}

/** Refuses what a sender itself declares to be another type; without a word of it, the first bytes decide later. */
export function assertDeclaredType(declared: string): void {
  if (declared !== '' && !(declared.toLowerCase() in FILE_TYPES)) throw refused();
}
