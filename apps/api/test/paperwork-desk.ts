import { type Harness } from './harness';
import { type Agent } from './http';

interface Block {
  key: string;
  type: string;
  text?: string;
}
interface Content {
  sheets: Record<'en' | 'it', { title: string; blocks: Block[] } | null>;
  readers: { participant: boolean; host: boolean };
  logo: string | null;
}
export interface Template {
  id: string;
  kind: string;
  origin: string;
  basis: string | null;
  version: number;
  nameEn: string;
  nameIt: string;
  draft: Content | null;
  draftFaults: { path: string; code: string; message: string }[] | null;
  versions: { id: string; number: number; publishedBy: string | null; content: Content }[];
}
export interface Issued {
  id: string;
  number: string;
  status: string;
  sha256: string;
  proof: string;
  replacedBy: string | null;
}
export interface Run {
  id: string;
  status: string;
  total: number;
  issued: number;
  failed: number;
  items: { subject: string; state: string; code: string | null; missing: string[]; document: Issued | null }[];
}

const READ = `{ id kind origin basis version nameEn nameIt draft draftFaults { path code message }
  versions { id number note publishedBy content } }`;
const DOC = '{ id number status sha256 proof replacedBy }';
const RUN = `{ id status total issued failed items { subject state code missing document ${DOC} } }`;
export const LIST = `{ documentTemplates ${READ} }`;
const COPY = `mutation ($id: ID!) { copyDocumentTemplate(id: $id) ${READ} }`;
export const SAVE = `mutation ($input: SaveDocumentDraftInput!) { saveDocumentDraft(input: $input) ${READ} }`;
export const PUBLISH = `mutation ($id: ID!, $v: Int!, $note: String) { publishDocumentTemplate(id: $id, version: $v, note: $note) ${READ} }`;
export const PREFLIGHT = `query ($input: DocumentsInput!) { documentPreflight(input: $input) { subject missing replaces } }`;
export const GENERATE = `mutation ($input: DocumentsInput!) { generateDocuments(input: $input) { id status } }`;
export const ONE_RUN = `query ($id: ID!) { documentRun(id: $id) ${RUN} }`;
export const RETRY = 'mutation ($id: ID!) { retryDocumentRun(id: $id) { id } }';
export const WITHDRAW = `mutation ($id: ID!, $reason: String!) { withdrawIssuedDocument(id: $id, reason: $reason) ${DOC} }`;
export const OF_MOBILITY = `query ($id: ID!) { mobility(id: $id) { issuedDocuments ${DOC} } }`;

export const year = new Date().getFullYear();

/** Reads an answer as bytes. */
export const binary: Parameters<ReturnType<Agent['get']>['parse']>[0] = (response, done) => {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
};

/** What specs about paperwork need: templates as they are shipped or copied, and documents issued from them. */
export function paperworkDesk(of: () => { harness: Harness; coordinator: Agent }) {
  const pool = () => of().harness.api.runtime.pool;
  const listed = async () => (await of().coordinator.ask<{ documentTemplates: Template[] }>(LIST)).documentTemplates;
  const shipped = async (kind: string) => {
    const found = (await listed()).find((template) => template.kind === kind && template.origin === 'shipped');
    if (!found?.versions[0]) throw new Error(`No template ${kind}`);
    return { ...found, newest: found.versions[0] };
  };
  const copy = async (kind: string) =>
    (await of().coordinator.ask<{ copyDocumentTemplate: Template }>(COPY, { id: (await shipped(kind)).id }))
      .copyDocumentTemplate;
  const withText = ({ id, version, nameEn, nameIt, draft }: Template, text: string) => {
    if (!draft?.sheets.en) throw new Error('No draft');
    const [first, ...others] = draft.sheets.en.blocks;
    const en = { ...draft.sheets.en, blocks: [{ ...first, key: 'said', type: 'paragraph', text }, ...others] };
    return { input: { id, version, nameEn, nameIt, content: { ...draft, sheets: { ...draft.sheets, en } } } };
  };
  const wish = async (kind: string, input: object) => ({
    input: { versionId: (await shipped(kind)).newest.id, language: 'en', ...input },
  });
  const begin = async (kind: string, input: object) =>
    (await of().coordinator.ask<{ generateDocuments: { id: string } }>(GENERATE, await wish(kind, input)))
      .generateDocuments.id;
  const runOf = async (id: string) => (await of().coordinator.ask<{ documentRun: Run }>(ONE_RUN, { id })).documentRun;
  const issue = async (kind: string, input: object) => {
    const id = await begin(kind, input);
    await of().harness.settle();
    return runOf(id);
  };
  const fileOf = (who: Agent, id: string) => who.get(`/api/issued-documents/${id}`);

  return { pool, listed, shipped, copy, withText, wish, begin, runOf, issue, fileOf };
}
