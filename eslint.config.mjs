import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** What a slice may stand on: the arrows of the house run one way. */
const slices = {
  identity: [],
  documents: ['identity'],
  processes: ['identity'],
  messaging: ['identity'],
  organisations: ['identity', 'documents', 'processes'],
  participants: ['identity', 'documents', 'processes', 'organisations'],
  projects: ['identity', 'documents', 'processes', 'organisations', 'participants'],
  placements: ['identity', 'documents', 'processes', 'organisations', 'participants', 'projects'],
  learning: ['identity', 'documents', 'processes', 'organisations', 'participants', 'projects', 'placements'],
  paperwork: [
    'identity',
    'documents',
    'processes',
    'organisations',
    'participants',
    'projects',
    'placements',
    'learning',
  ],
  monitoring: ['identity', 'documents', 'processes', 'organisations', 'participants', 'projects', 'placements'],
  conversations: ['identity', 'documents', 'messaging', 'organisations', 'participants', 'projects', 'placements'],
  cockpit: [
    'identity',
    'documents',
    'processes',
    'organisations',
    'participants',
    'projects',
    'placements',
    'learning',
    'monitoring',
  ],
};
const layers = {
  app: ['app', 'web', 'api', 'model', 'kit', 'generated'],
  web: ['web', 'model', 'kit', 'generated'],
  api: ['api', 'model', 'kit'],
  model: ['model', 'kit'],
  kit: ['kit', 'generated'],
  generated: [],
};
const depConstraints = [
  ...Object.entries(layers).map(([layer, allowed]) => ({
    sourceTag: `layer:${layer}`,
    onlyDependOnLibsWithTags: allowed.map((name) => `layer:${name}`),
  })),
  ...Object.entries(slices).map(([slice, below]) => ({
    sourceTag: `slice:${slice}`,
    onlyDependOnLibsWithTags: [slice, ...below, 'none'].map((name) => `slice:${name}`),
  })),
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**', 'libs/gql/*/**', 'apps/api/contract/**'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: ['../../tools/**', '../../../tools/**'], depConstraints },
      ],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    // The journeys raise the API in their own process and let the story's driver set the scene.
    files: ['apps/e2e/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: ['../../tools/**', '../api/**'], depConstraints },
      ],
    },
  },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.{ts,tsx}', 'tools/**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.node.json', './tsconfig.web.json', './tsconfig.web-spec.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
    },
  },
  { ...hooks.configs.flat['recommended-latest'], files: ['**/*.tsx'] },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  prettier,
);
