import { z } from 'zod';

/** Who can sign a learning agreement. `hosting` is where the learning takes place, `supporting` coordinates the stay. */
export const PARTIES = ['participant', 'guardian', 'sending', 'hosting', 'supporting'] as const;
export type Party = (typeof PARTIES)[number];

/** What a contact person of an organisation is there for. */
export const CONTACT_ROLES = [
  'coordinator',
  'legalRepresentative',
  'mentor',
  'administrative',
  'emergency',
  'teacher',
  'accompanying',
] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

const ACTIVITY_MODES = ['physical', 'blended'] as const;
export type ActivityMode = (typeof ACTIVITY_MODES)[number];

const line = z.string().max(300);
const prose = z.string().max(4000);
const isoDate = z.iso.date();
const localText = z.object({ en: prose, it: prose }).strict();

const contact = z.object({ role: z.enum(CONTACT_ROLES), name: line, email: line, phone: line }).strict();

const organisation = z
  .object({
    name: line,
    address: line,
    /** Organisation ID of the European Commission (E and eight digits). */
    oid: line.nullable(),
    /** ISO 3166-1 alpha-2. */
    country: line,
    contacts: z.array(contact).max(12),
  })
  .strict();

const participant = z
  .object({
    name: line,
    email: line,
    phone: line,
    /** Null where it was not entered, or where the reader may not see it. */
    birthDate: isoDate.nullable(),
    /** True when under 18 on the day of composing or at departure. */
    minor: z.boolean(),
    guardian: z.object({ name: line, email: line, phone: line }).strict().nullable(),
  })
  .strict();

const context = z
  .object({
    /** ISCED-F 2013 code. */
    isced: line,
    /** ESCO occupation name. */
    occupation: line,
    programme: localText,
    qualification: line,
    eqf: z.int().min(1).max(8),
    classYear: line,
    /** Code of the activity type, such as VET_SHORT. */
    activityType: line,
    mode: z.enum(ACTIVITY_MODES),
    start: isoDate,
    end: isoDate,
    /** Activity days, first and last counted, travel days not. */
    days: z.int().min(1).max(366),
    hoursPerWeek: z.number().min(1).max(48),
    workplace: line,
    workingTime: localText,
    /** Language of the activity, ISO 639-1. */
    language: line,
    /** CEFR level before the activity. */
    level: line,
  })
  .strict();

const unit = z
  .object({
    key: line,
    title: localText,
    eqf: z.int().min(1).max(8),
    hours: z.number().min(1).max(2000),
    /** ECVET points, where the school uses them. */
    points: z.number().min(0).max(120).nullable(),
    esco: line,
    knowledge: z.array(localText).max(20),
    skills: z.array(localText).max(20),
    responsibilityAndAutonomy: z.array(localText).max(20),
    assessment: localText,
  })
  .strict();

const task = z
  .object({
    week: z.int().min(1).max(60),
    from: isoDate,
    to: isoDate,
    hours: z.number().min(0).max(60),
    unitKeys: z.array(line).max(12),
    activities: z.array(localText).max(20),
  })
  .strict();

/**
 * A learning agreement, whole: everything that is signed stands in it, so that it stays readable and provable when
 * the records it was composed from have moved on. Empty texts are allowed here: `missingIn` says what must be filled
 * before anybody signs.
 */
export const agreementContentSchema = z
  .object({
    header: z
      .object({
        /** Mobility ID of the Beneficiary Module; null until it is known ("to be assigned"). Not part of what is signed. */
        mobilityId: line.nullable(),
        projectCode: line,
        agreementNumber: line,
      })
      .strict(),
    parties: z
      .object({ participant, sending: organisation, hosting: organisation, supporting: organisation.nullable() })
      .strict(),
    context,
    units: z.array(unit).max(12),
    tasks: z.array(task).max(60),
    preparation: localText,
    /** What is done online before, during or after, where the activity is blended. */
    virtual: localText.nullable(),
    monitoring: z.object({ mentor: contact, sendingMonitor: contact, howOften: localText }).strict(),
    support: z
      .object({
        before: localText,
        during: localText,
        after: localText,
        emergency: z.array(contact).max(6),
        accompanying: z.array(contact).max(6),
      })
      .strict(),
    /** Arrangements for inclusion needs, only as far as the participant released them to host and company. */
    inclusion: localText.nullable(),
    assessment: z.object({ who: localText, how: localText, when: localText, evidence: localText }).strict(),
    recognition: z.object({ how: localText, who: localText, rule: localText, document: localText }).strict(),
    requiredParties: z.array(z.enum(PARTIES)).min(1),
  })
  .strict();

export type AgreementContent = z.infer<typeof agreementContentSchema>;
export type AgreementOrganisation = AgreementContent['parties']['sending'];
export type AgreementContact = AgreementOrganisation['contacts'][number];
export type AgreementUnit = AgreementContent['units'][number];
export type AgreementTask = AgreementContent['tasks'][number];
/** Sections of an agreement that replace those that stand. */
export type AgreementPatch = Partial<AgreementContent>;
