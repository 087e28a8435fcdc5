import { type Harness } from './harness';
import { type Agent } from './http';

export interface Step {
  key: string;
  titleEn: string;
  titleIt: string;
  phase: string;
  role: string;
  scope: string;
  due: { anchor: string; offsetDays: number; step?: string | null; workingDays?: boolean | null };
  closesOn: string | null;
  needs?: string[] | null;
  minorsOnly?: boolean | null;
  reminders?: number[] | null;
  escalation?: { afterDays: number; role: string } | null;
}
export interface Template {
  id: string;
  key: string;
  name: string;
  nameEn: string;
  nameIt: string;
  origin: string;
  schoolName: string | null;
  activityTypes: string[];
  flowCount: number;
  version: number;
  archivedAt: string | null;
  draft: Step[] | null;
  draftFaults: { path: string; step: string | null; code: string }[] | null;
  versions: { id: string; number: number; publishedBy: string | null; steps: Step[] }[];
}
const STEP = `{ key titleEn titleIt phase role scope due { anchor offsetDays step workingDays } closesOn needs minorsOnly
  reminders escalation { afterDays role } }`;
export const READ = `{ id key name nameEn nameIt origin schoolName activityTypes flowCount version archivedAt
  versions { id number note publishedBy steps ${STEP} } }`;
const WHOLE = `{ ${READ.slice(1, -1)} draft ${STEP} draftFaults { path step code message } }`;
export const LIST = `query ($archived: Boolean) { processTemplates(archived: $archived) ${READ} }`;
export const ONE = `query ($id: ID!) { processTemplate(id: $id) ${WHOLE} }`;
export const COPY = `mutation ($id: ID!, $en: String, $it: String) { copyProcessTemplate(id: $id, nameEn: $en, nameIt: $it) ${WHOLE} }`;
export const SAVE = `mutation ($input: SaveProcessDraftInput!) { saveProcessDraft(input: $input) ${WHOLE} }`;
export const PUBLISH = `mutation ($id: ID!, $v: Int!, $note: String) { publishProcessTemplate(id: $id, version: $v, note: $note) ${WHOLE} }`;
export const SHARE = `mutation ($id: ID!, $v: Int!, $on: Boolean!) { shareProcessTemplate(id: $id, version: $v, shared: $on) ${WHOLE} }`;
export const ARCHIVE = `mutation ($id: ID!, $v: Int!, $on: Boolean!) { archiveProcessTemplate(id: $id, version: $v, archived: $on) ${WHOLE} }`;

export const edited = (steps: readonly Step[], key: string, change: Partial<Step>) =>
  steps.map((step) => (step.key === key ? { ...step, ...change } : step));

/** What specs about processes need: templates as they are shipped, copied, saved and published. */
export function processDesk(of: () => { harness: Harness; coordinator: Agent }) {
  const list = async (who: Agent, archived = false) =>
    (await who.ask<{ processTemplates: Template[] }>(LIST, { archived })).processTemplates;
  const one = async (id: string) =>
    (await of().coordinator.ask<{ processTemplate: Template }>(ONE, { id })).processTemplate;
  const shipped = async (key = 'vet-short') => {
    const found = (await list(of().coordinator)).find((template) => template.key === key);
    if (!found) throw new Error(`No template ${key}`);
    return found;
  };
  const copy = async (en = 'Ours', key = 'vet-short') =>
    (
      await of().coordinator.ask<{ copyProcessTemplate: Template }>(COPY, {
        id: (await shipped(key)).id,
        en,
        it: `${en} it`,
      })
    ).copyProcessTemplate;
  const save = async ({ id, version, nameEn, nameIt, activityTypes }: Template, steps: readonly Step[]) =>
    (
      await of().coordinator.ask<{ saveProcessDraft: Template }>(SAVE, {
        input: { id, version, nameEn, nameIt, activityTypes, steps },
      })
    ).saveProcessDraft;
  const publish = async ({ id, version }: Template) =>
    (await of().coordinator.ask<{ publishProcessTemplate: Template }>(PUBLISH, { id, v: version, note: 'New' }))
      .publishProcessTemplate;
  const eventsOf = async (id: string) =>
    (
      await of().harness.api.runtime.pool.query<{ type: string }>(
        'SELECT type FROM event WHERE subject_id = $1 ORDER BY id',
        [id],
      )
    ).rows.map(({ type }) => type);

  return { list, one, shipped, copy, save, publish, eventsOf };
}
