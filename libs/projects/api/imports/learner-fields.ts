import { type Participant } from '@softmob/participants-api';
import { type LearnerValues } from '@softmob/participants-model';

const TO_STORED = { female: 'F', male: 'M', other: 'X' } as const;
const FROM_STORED: Readonly<Record<string, LearnerValues['gender']>> = { F: 'female', M: 'male', X: 'other' };

/** Which column of a participant each field of a learner's row fills. */
const STORED_AS = {
  studentNo: 'studentNumber',
  lastName: 'lastName',
  firstName: 'firstName',
  birthDate: 'birthDate',
  nationality: 'nationality',
  email: 'email',
  phone: 'phone',
  schoolClass: 'className',
  qualification: 'qualification',
  iscedF: 'iscedF',
  eqfLevel: 'eqfLevel',
  occupation: 'occupation',
  guardianName: 'guardianName',
  guardianEmail: 'guardianEmail',
  guardianPhone: 'guardianPhone',
  fewerOpportunities: 'fewerOpportunities',
  dietaryNeeds: 'diet',
  street: 'street',
  postcode: 'postcode',
  town: 'town',
  emergencyContact: 'emergencyContact',
  emergencyPhone: 'emergencyPhone',
  mainLanguage: 'mainLanguage',
  languageLevel: 'languageLevel',
} as const satisfies Partial<Record<keyof LearnerValues, keyof Participant>>;

type StoredField = keyof typeof STORED_AS;
const isStored = (field: string): field is StoredField => field in STORED_AS;

/** The columns that these fields of a row fill; empty cells fill none. */
export function storedFrom(values: Partial<LearnerValues>, fields: readonly string[]): Partial<Participant> {
  const stored: Record<string, unknown> = {};
  for (const field of fields) {
    if (field === 'gender' && values.gender) stored.gender = TO_STORED[values.gender];
    else if (isStored(field) && values[field] != null) stored[STORED_AS[field]] = values[field];
  }
  return stored as Partial<Participant>;
}

/** Every field of a learner's row that a participant keeps. */
export const storedFields: readonly string[] = [...Object.keys(STORED_AS), 'gender'];

/** A stored participant in the words of a row, for comparison. */
export function rowOf(participant: Participant): Partial<LearnerValues> & { studentNo: string | null; email: string } {
  const cells = Object.entries(STORED_AS).map(([field, column]) => [field, participant[column] ?? null]);
  return {
    ...(Object.fromEntries(cells) as Partial<LearnerValues>),
    gender: FROM_STORED[participant.gender ?? ''] ?? null,
    studentNo: participant.studentNumber,
    email: participant.email,
  };
}
