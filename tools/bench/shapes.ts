import { type Child, type Shape } from './shape';

const one = (from: string, shape: Shape): Child => ({ shape, from, list: false });
const list = (from: string, shape: Shape): Child => ({ shape, from, list: true });

/** How an open task stands today: the same words as the contract's. */
const TASK_STATE = `CASE WHEN x.done_at IS NOT NULL THEN 'done' WHEN x.due_on < current_date THEN 'late'
  WHEN x.due_on = current_date THEN 'today' WHEN x.due_on <= current_date + 7 THEN 'soon' ELSE 'later' END`;
const MINOR = 'x.adult_on > current_date';

export const task: Shape = {
  fields: ['id', 'title', 'role', 'dueOn', 'state', 'version'],
  sql: { title: 'x.title_en', state: TASK_STATE },
};
const fullTask: Shape = {
  ...task,
  fields: [...task.fields, 'stepKey', 'phase', 'closesOn', 'needs', 'doneAt', 'doneHow'],
};

const organisation: Shape = { fields: ['id', 'name', 'country', 'town'] };
const fullOrganisation: Shape = {
  fields: [...organisation.fields, 'kind', 'oid', 'postcode', 'street', 'email', 'phone'],
};
const flow: Shape = { fields: ['id', 'code', 'country', 'town'] };
const fullFlow: Shape = { fields: [...flow.fields, 'activityType', 'startsOn', 'endsOn', 'hostingParty', 'version'] };

const tutor = one(
  `FROM person x LEFT JOIN membership tm ON tm.person_id = x.id AND tm.organisation_id = parent.company_id AND tm.role = 'companyTutor' WHERE x.id = parent.tutor_person_id`,
  {
    fields: ['personId', 'name', 'email', 'phone'],
    sql: { personId: 'x.id', name: 'x.display_name', phone: 'tm.phone' },
  },
);
const placement: Shape = { fields: ['id', 'status', 'startsOn', 'endsOn', 'confirmedAt'], children: { tutor } };
const fullPlacement: Shape = {
  fields: [...placement.fields, 'requestedAt', 'proposedAt', 'version'],
  children: { tutor },
};
const document: Shape = { fields: ['id', 'kind', 'fileName', 'status', 'expiresOn', 'uploadedAt', 'version'] };
const fullDocument: Shape = { fields: [...document.fields, 'mime', 'size', 'forHost', 'reason', 'reviewedAt'] };

const participant: Shape = {
  fields: ['id', 'firstName', 'lastName', 'className', 'occupation', 'email', 'phone', 'minor'],
  sql: { minor: MINOR },
};
/** All but what is logged when it is read: health, diet and fewer opportunities open by a click of their own. */
const fullParticipant: Shape = {
  fields: [
    ...participant.fields,
    ...['kind', 'qualification', 'iscedF', 'eqfLevel', 'mainLanguage', 'languageLevel', 'studentNumber', 'birthDate'],
    ...['gender', 'nationality', 'street', 'postcode', 'town', 'emergencyContact', 'emergencyPhone'],
    ...['guardianName', 'guardianEmail', 'guardianPhone', 'version'],
  ],
  sql: { minor: MINOR },
};

const localText = (field: string) => ({ [`${field}.selection`]: `${field} { en it }` });
/** The outcomes of the agreement in force, as they stand in its content. */
const outcomes = list(
  `FROM agreement_version av, jsonb_array_elements(av.content->'units') u,
     (VALUES ('knowledge', 1), ('skills', 2), ('responsibilityAndAutonomy', 3)) k(kind, place),
     jsonb_array_elements(u->k.kind) WITH ORDINALITY x(text, at)
   WHERE av.mobility_id = parent.id AND av.status = 'locked' ORDER BY u->>'key', k.place, x.at`,
  {
    fields: ['key', 'unitTitle', 'kind', 'text'],
    sql: {
      key: `(u->>'key') || '/' || k.kind || '/' || x.at`,
      unitTitle: `u->'title'`,
      kind: 'k.kind',
      ...localText('unitTitle'),
      ...localText('text'),
    },
  },
);
const assessments = list(
  'FROM assessment x WHERE x.mobility_id = parent.id AND x.submitted_at IS NOT NULL ORDER BY x.kind',
  {
    fields: ['id', 'kind', 'assessorName', 'submittedAt', 'week', 'outcomes'],
    sql: {
      'outcomes.selection': 'outcomes { outcomeKey attainment comment }',
    },
  },
);
const agreement = one('FROM agreement x WHERE x.mobility_id = parent.id', {
  fields: ['id', 'number'],
  children: {
    inForce: one(`FROM agreement_version x WHERE x.agreement_id = parent.id AND x.status = 'locked'`, {
      fields: ['id', 'number', 'status', 'requiredParties', 'contentHash', 'lockedAt', 'version'],
    }),
  },
});
const diary = list('FROM diary_entry x WHERE x.mobility_id = parent.id AND x.shared ORDER BY x.day', {
  fields: ['id', 'day', 'hours', 'activities', 'learned', 'updatedAt'],
});

const CURRENT_PLACEMENT = `FROM placement x WHERE x.mobility_id = parent.id AND x.status IN ('requested', 'proposed', 'confirmed')`;
const OPEN_TASKS = `FROM task x WHERE x.mobility_id = parent.id AND x.done_at IS NULL AND x.cancelled_at IS NULL ORDER BY x.due_on, x.id`;
const ALL_TASKS = 'FROM task x WHERE x.mobility_id = parent.id AND x.cancelled_at IS NULL ORDER BY x.due_on, x.id';
const DOCUMENTS = 'FROM document x WHERE x.mobility_id = parent.id ORDER BY x.uploaded_at DESC, x.id DESC';
const byId = (table: string, key: string) => `FROM ${table} x WHERE x.id = parent.${key}`;

/** A card of the board. */
export const boardRow: Shape = {
  fields: ['id', 'stage', 'startsOn', 'endsOn', 'version'],
  children: {
    participant: one(byId('participant', 'participant_id'), participant),
    hostOrganisation: one(byId('organisation', 'host_organisation_id'), organisation),
    company: one(byId('organisation', 'company_id'), organisation),
    placement: one(CURRENT_PLACEMENT, placement),
    documents: list(DOCUMENTS, document),
    openTasks: list(OPEN_TASKS, task),
  },
};

/** A row of a table of mobilities. */
export const pageRow: Shape = {
  fields: ['id', 'stage', 'startsOn', 'endsOn', 'bmId'],
  children: {
    participant: one(byId('participant', 'participant_id'), {
      fields: ['id', 'firstName', 'lastName', 'className', 'occupation'],
    }),
    flow: one(byId('flow', 'flow_id'), flow),
    hostOrganisation: one(byId('organisation', 'host_organisation_id'), organisation),
    company: one(byId('organisation', 'company_id'), organisation),
  },
};

/** A mobility with everything that hangs on it. */
export const wholeMobility: Shape = {
  fields: [...boardRow.fields, 'bmId', 'greenTravel', 'arrivedOn', 'finalAssessedAt', 'recognisedAt'],
  children: {
    participant: one(byId('participant', 'participant_id'), fullParticipant),
    flow: one(byId('flow', 'flow_id'), fullFlow),
    sendingOrganisation: one(byId('organisation', 'sending_organisation_id'), fullOrganisation),
    hostOrganisation: one(byId('organisation', 'host_organisation_id'), fullOrganisation),
    company: one(byId('organisation', 'company_id'), fullOrganisation),
    placement: one(CURRENT_PLACEMENT, fullPlacement),
    documents: list(DOCUMENTS, fullDocument),
    tasks: list(ALL_TASKS, fullTask),
    agreement,
    outcomes,
    assessments,
    diary,
  },
};
