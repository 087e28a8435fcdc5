import { agreementContentSchema, type AgreementContent, type AgreementPatch } from '@softmob/learning-model';
import { invalid } from '@softmob/api-kit';
import { GraphQLScalarType } from 'graphql';

/** A whole agreement as one document. */
export const AgreementContentScalar = new GraphQLScalarType<AgreementContent, AgreementContent>({
  name: 'AgreementContent',
  description:
    'A learning agreement as one JSON document: header, parties, context, units, tasks, preparation, virtual, monitoring, support, inclusion, assessment, recognition, requiredParties. Texts are objects with en and it. Readers get a copy without what they may not see; the hash is that of the whole.',
  serialize: (value) => value as AgreementContent,
});

const SECTIONS = Object.keys(agreementContentSchema.shape);

function toPatch(value: unknown): AgreementPatch {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw invalid('patch', 'PATCH_INVALID', 'A patch is an object of sections.');
  }
  const strange = Object.keys(value).find((key) => !SECTIONS.includes(key));
  if (strange) throw invalid(`patch.${strange}`, 'SECTION_UNKNOWN', `There is no section ${strange}.`);
  return value as AgreementPatch;
}

export const AgreementPatchScalar = new GraphQLScalarType<AgreementPatch, AgreementPatch>({
  name: 'AgreementPatch',
  description:
    'Sections of an agreement, each whole, that replace what stands there: any of parties (its contacts), context, units, tasks, preparation, virtual, monitoring, support, inclusion, assessment, recognition. What is left out stays.',
  serialize: (value) => value as AgreementPatch,
  parseValue: toPatch,
});
