/**
 * Typed documents, one folder per circle of readers. A document is checked against the view of exactly those who may
 * run it: what its file is called says who that is.
 *
 *   libs/<slice>/web/<portal>/*.tsx           every audience of that portal (the common part of their views)
 *   …/*.coordinator.tsx, *.teacher.tsx, *.finance.tsx   one audience of the sending portal
 *   …/*.own.tsx                               participants themselves, not guardians
 *   …/*.operator.tsx                          the operator
 *   …/*.teaching.tsx, *.desk.tsx, *.tending.tsx, *.placing.tsx, *.conversing.tsx, *.signing.tsx
 *                                             a circle that works across screens or portals (libs/access)
 *   …/web/shared/*.graphql                    fragments that several of these take up
 */
const contract = 'apps/api/contract';
const circles = ['teaching', 'desk', 'tending', 'placing', 'conversing', 'signing'];
const tags = ['coordinator', 'teacher', 'finance', 'own', 'operator', ...circles];

const files = (portal, tag) => {
  const base = [`libs/*/web/${portal}/**`, `apps/${portal}-portal`];
  if (tag) return base.map((folder) => `${folder}/*.${tag}.{ts,tsx}`);
  return [
    ...base.map((folder) => `${folder}/*.{ts,tsx}`),
    ...base.map((folder) => `!${folder}/*.{${tags.join(',')}}.{ts,tsx}`),
  ];
};

/** Fragments of a slice that several circles take up: each checks them against its own view. */
const parts = (slice) => `libs/${slice}/web/shared/*.graphql`;
const taken = { signing: [parts('learning')], teaching: [parts('monitoring')] };

const typed = (schema, documents) => ({
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
      DocumentTemplateContent: '@softmob/paperwork-model#TemplateContent',
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
    'libs/gql/sending/': typed('circles/sending', files('sending')),
    'libs/gql/sending-coordinator/': typed('views/sendingCoordinator', [
      ...files('sending', 'coordinator'),
      parts('learning'),
    ]),
    'libs/gql/sending-teacher/': typed('views/sendingTeacher', [...files('sending', 'teacher'), parts('learning')]),
    'libs/gql/sending-finance/': typed('views/sendingFinance', files('sending', 'finance')),
    'libs/gql/operator/': typed('views/operator', files('sending', 'operator')),
    'libs/gql/host/': typed('views/hostCoordinator', [...files('host'), parts('monitoring')]),
    'libs/gql/company/': typed('views/companyTutor', [...files('company'), parts('learning')]),
    'libs/gql/participant/': typed('circles/participant', files('participant')),
    'libs/gql/participant-own/': typed('views/participant', [...files('participant', 'own'), parts('learning')]),
    ...Object.fromEntries(
      circles.map((name) => [
        `libs/gql/${name}/`,
        typed(`circles/${name}`, [`libs/*/web/{shared,sending,host}/**/*.${name}.{ts,tsx}`, ...(taken[name] ?? [])]),
      ]),
    ),
  },
};
