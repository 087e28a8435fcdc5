import { policy } from '@softmob/access';
import { conflict, type Ctx, explainConstraint, type Tx, validate, write } from '@softmob/api-kit';
import { countryCode, isEmailAddress } from '@softmob/participants-model';
import { z } from 'zod';
import { type Participant } from './participant.entity';
import { participants } from './participant.loaders';
import { changeParticipants } from './participant.service';

explainConstraint('participant_person_once', 'EMAIL_TAKEN', 'This e-mail address belongs to another participant.');
explainConstraint('participant_number_once', 'NUMBER_TAKEN', 'This student number belongs to another participant.');

const line = (max = 200) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .transform((text) => text || null)
    .optional();
const needed = z.string().trim().min(1).max(100).optional();
const address = z
  .string()
  .trim()
  .refine((text) => text === '' || isEmailAddress(text), {
    message: 'Write an e-mail address, such as ana.ruiz@school.example.',
    params: { code: 'EMAIL_FORM' },
  });

const contact = {
  phone: line(50),
  street: line(),
  postcode: line(20),
  town: line(100),
  emergencyContact: line(),
  emergencyPhone: line(50),
  diet: line(500),
  healthNotes: line(2_000),
  guardianPhone: line(50),
};
/** What participants and guardians look after themselves. Releases are theirs alone: no school gives them. */
const ownSchema = z.object({
  ...contact,
  healthReleasedToHost: z.boolean().optional(),
  healthReleasedToTeachers: z.boolean().optional(),
});
const schoolSchema = z.object({
  ...contact,
  firstName: needed,
  lastName: needed,
  email: address
    .refine((text) => text !== '', { message: 'Fill in the e-mail.', params: { code: 'REQUIRED' } })
    .optional(),
  birthDate: z.string().optional(),
  gender: z.enum(['F', 'M', 'X']).nullable().optional(),
  nationality: z
    .string()
    .trim()
    .nullable()
    .refine((text) => !text || countryCode(text) !== null, {
      message: 'Write the country as ISO 3166-1 alpha-2, such as IT.',
      params: { code: 'COUNTRY_UNKNOWN' },
    })
    .transform((text) => (text ? countryCode(text) : null))
    .optional(),
  studentNumber: line(50),
  className: line(50),
  qualification: line(),
  iscedF: line(4),
  eqfLevel: z.int().min(1).max(8).nullable().optional(),
  occupation: needed,
  mainLanguage: line(10),
  languageLevel: z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']).nullable().optional(),
  fewerOpportunities: z.boolean().optional(),
  fewerOpportunitiesReason: line(1_000),
  guardianName: line(),
  guardianEmail: address
    .nullable()
    .transform((text) => text || null)
    .optional(),
});

/** Which participant, which version the caller saw, and what changes. */
export interface Correction {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

async function correct(tx: Tx, schema: z.ZodType<Partial<Participant>>, correction: Correction): Promise<Participant> {
  const { id, version, ...changes } = correction;
  const row = await tx.load(participants, id);
  if (row.version !== version) throw conflict();
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const facts = Object.entries(validate(schema, given)).filter(([, value]) => value !== undefined);
  const patch = Object.fromEntries(
    facts.filter(([field, value]) => value !== row[field as keyof Participant]),
  ) as Partial<Participant>;
  if (Object.keys(patch).length === 0) return row;
  const [changed] = await changeParticipants(tx, [{ row, patch }]);
  return changed ?? row;
}

/** The school corrects a participant. @throws NOT_FOUND, CONFLICT, VALIDATION */
export function correctParticipant(ctx: Ctx, correction: Correction): Promise<Participant> {
  return write(ctx, policy.participants.correct, (tx) => correct(tx, schoolSchema, correction));
}

/** Participants (or their guardians) correct what they look after themselves. @throws NOT_FOUND, CONFLICT, VALIDATION */
export function correctOwnData(ctx: Ctx, correction: Correction): Promise<Participant> {
  return write(ctx, policy.participants.correctOwn, (tx) => correct(tx, ownSchema, correction));
}
