import { type Ctx, findAll, findOne, illegalState, invalid, notFound, type Tx, validate } from '@softmob/api-kit';
import { type Locale, LOCALES } from '@softmob/learning-model';
import { KINDS, type ResolvedSheet, resolveSheet } from '@softmob/paperwork-model';
import { flows, mobilities, type Mobility } from '@softmob/projects-api';
import { z } from 'zod';
import { factsOfFlow, factsOfMobilities, type SubjectFacts } from './facts';
import { templateRows, templateVersions } from './loaders';
import { type DocumentTemplateRow, type DocumentTemplateVersion } from './template.entity';

/** The most documents that one run issues. */
export const MOST_AT_ONCE = 500;

/** Which documents are wanted. */
export interface Wanted {
  readonly versionId: string;
  readonly language: string;
  readonly flowId?: string | null;
  readonly mobilityIds?: readonly string[] | null;
}

const schema = z.object({
  versionId: z.uuid(),
  language: z.enum(LOCALES),
  flowId: z.uuid().nullish(),
  mobilityIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE).nullish(),
});

/** A wish that was understood: the version, the language, and what is known of each subject. */
export interface Understood {
  readonly template: DocumentTemplateRow;
  readonly version: DocumentTemplateVersion;
  readonly language: Locale;
  readonly flowId: string | null;
  readonly subjects: readonly SubjectFacts[];
}

type Reader = { readonly db: Ctx['db']; readonly ctx: Ctx };
/** Reads where nothing is written yet. */
export const readerOf = (ctx: Ctx): Reader => ({ ctx, db: ctx.db });

async function mobilitiesOf(ctx: Ctx, wish: z.output<typeof schema>): Promise<Mobility[]> {
  const { flowId, mobilityIds } = wish;
  const ids = mobilityIds ? [...new Set(mobilityIds)] : null;
  if (flowId) await findOne(ctx, flows, flowId);
  if (!ids && !flowId) throw invalid('flowId', 'REQUIRED', 'Name a flow, or mobilities.');
  const rows = await findAll(ctx, mobilities, {
    where: (p) =>
      ids ? `x.id = ANY(${p.add(ids)}::uuid[])` : `x.flow_id = ${p.add(flowId)}::uuid AND x.stage <> 'withdrawn'`,
    orderBy: 'x.sort_name, x.id',
  });
  if (ids && rows.length !== ids.length) throw notFound('mobility');
  if (rows.length > MOST_AT_ONCE) {
    throw invalid('flowId', 'TOO_MANY', `At most ${String(MOST_AT_ONCE)} documents are issued at once.`);
  }
  return rows;
}

async function subjectsOf(reader: Reader, kind: DocumentTemplateRow['kind'], wish: z.output<typeof schema>) {
  const { subject } = KINDS[kind];
  if (subject === 'mobility') return factsOfMobilities(reader, await mobilitiesOf(reader.ctx, wish));
  if (!wish.flowId) throw invalid('flowId', 'REQUIRED', 'This document is made for a flow: name it.');
  return factsOfFlow(reader, await findOne(reader.ctx, flows, wish.flowId), subject);
}

/** Loads what a wish names, every part within reach. @throws NOT_FOUND, VALIDATION, ILLEGAL_STATE */
export async function understand(ctx: Ctx, wanted: Wanted): Promise<Understood> {
  const wish = validate(schema, {
    versionId: wanted.versionId,
    language: wanted.language,
    flowId: wanted.flowId,
    mobilityIds: wanted.mobilityIds,
  });
  const version = await findOne(ctx, templateVersions, wish.versionId);
  const template = await findOne(ctx, templateRows, version.templateId);
  if (template.archivedAt) throw illegalState('This template was put away.', 'TEMPLATE_ARCHIVED');
  if (!version.content.sheets[wish.language]) {
    throw invalid('language', 'LANGUAGE_NONE', 'This version has no words in that language.');
  }
  const subjects = await subjectsOf(readerOf(ctx), template.kind, wish);
  if (subjects.length === 0) throw illegalState('There is nobody to issue it for.', 'NOBODY');
  return { template, version, language: wish.language, flowId: wish.flowId ?? null, subjects };
}

/** Number and address of proof are known once the document is issued: until then they count as given. */
const TO_COME = { number: '#', proof: '#' };

/** What a version would say of a subject, and what of it is not known. @throws where the language is none of its */
export function fillIn(
  version: Pick<DocumentTemplateVersion, 'content'>,
  facts: SubjectFacts,
  language: Locale,
  issue: { readonly number: string; readonly proof: string } = TO_COME,
): { sheet: ResolvedSheet; missing: readonly string[] } {
  const sheet = version.content.sheets[language];
  if (!sheet) throw new Error(`The version has no words in ${language}`);
  return resolveSheet(
    sheet,
    { ...facts.valuesIn(language), 'document.number': issue.number, 'document.proof': issue.proof },
    language,
  );
}

/** The same subjects, read again inside a transaction: whoever has gone meanwhile is left out. */
export async function subjectsAgain(
  tx: Tx,
  kind: DocumentTemplateRow['kind'],
  flowId: string | null,
  subjectIds: readonly string[],
): Promise<SubjectFacts[]> {
  const { subject } = KINDS[kind];
  if (subject === 'mobility') {
    const rows = await tx.loadAll(
      mobilities,
      (p) => `x.id = ANY(${p.add(subjectIds)}::uuid[]) AND x.stage <> 'withdrawn'`,
    );
    return factsOfMobilities(tx, rows);
  }
  const [flow] = flowId ? await tx.loadAll(flows, (p) => `x.id = ${p.add(flowId)}::uuid`) : [];
  return flow ? factsOfFlow(tx, flow, subject) : [];
}
