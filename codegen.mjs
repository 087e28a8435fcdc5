/**
 * Typed documents, one folder per circle of readers. A document is checked against the view of exactly those who may
 * run it: what its file is called says who that is.
 *
 *   libs/<slice>/web/<portal>/*.tsx           every audience of that portal (the common part of their views)
 *   …/*.coordinator.tsx, *.teacher.tsx, *.finance.tsx   one audience of the sending portal
 *   …/*.own.tsx                               participants themselves, not guardians
 *   …/*.operator.tsx                          the operator
 */
const contract = 'apps/api/contract';
const tags = ['coordinator', 'teacher', 'finance', 'own', 'operator'];

const files = (portal, tag) => {
  const base = [`libs/*/web/${portal}/**`, `apps/${portal}-portal`];
  if (tag) return base.map((folder) => `${folder}/*.${tag}.{ts,tsx}`);
  return [
    ...base.map((folder) => `${folder}/*.{ts,tsx}`),
    ...base.map((folder) => `!${folder}/*.{${tags.join(',')}}.{ts,tsx}`),
  ];
};

const circle = (schema, documents) => ({
  schema: `${contract}/${schema}.graphql`,
  documents,
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    scalars: {
      Day: 'string',
      Moment: 'string',
      ID: 'string',
      AgreementContent: '@softmob/learning-model#AgreementContent',
      AgreementPatch: '@softmob/learning-model#AgreementPatch',
    },
    strictScalars: true,
    useTypeImports: true,
    enumsAsTypes: true,
    skipTypename: false,
    dedupeFragments: true,
    defaultScalarType: 'unknown',
  },
});

export default {
  overwrite: true,
  ignoreNoDocuments: true,
  errorsOnly: true,
  generates: {
    'libs/gql/sending/': circle('portals/sending', files('sending')),
    'libs/gql/sending-coordinator/': circle('views/sendingCoordinator', files('sending', 'coordinator')),
    'libs/gql/sending-teacher/': circle('views/sendingTeacher', files('sending', 'teacher')),
    'libs/gql/sending-finance/': circle('views/sendingFinance', files('sending', 'finance')),
    'libs/gql/operator/': circle('views/operator', files('sending', 'operator')),
    'libs/gql/host/': circle('portals/host', files('host')),
    'libs/gql/company/': circle('portals/company', files('company')),
    'libs/gql/participant/': circle('portals/participant', files('participant')),
    'libs/gql/participant-own/': circle('views/participant', files('participant', 'own')),
  },
};
