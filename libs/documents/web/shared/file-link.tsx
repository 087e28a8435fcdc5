import { fileUrl } from '@softmob/portal-kit';

/** Where the server delivers a document, for whoever acts in this tab. */
export const documentUrl = (id: string): string => fileUrl(`/api/documents/${id}`);

/** Where it delivers the small picture of one. */
export const thumbnailUrl = (id: string): string => fileUrl(`/api/documents/${id}/thumbnail`);
