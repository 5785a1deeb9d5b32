import { defineConfig, globalIgnores } from 'eslint/config'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import {
  defaultExport,
  everywhere,
  impure,
  processModule,
  programs,
  requestModules,
  requests,
  surroundings,
  theProcess,
  virtualMachine,
  weakChance,
} from './scripts/eslint/bans.js'

const tests = ['**/*.test.ts', 'test/**', 'bench/**']
const tools = [
  '*.config.{js,ts}',
  '**/vite.config.ts',
  'scripts/**',
  'examples/{plain-xstate,botkit-bot,loyalty-points}/**',
  ...tests,
]

/** Restrictions of one area: syntax, global names, imports. An empty list lifts them. */
function restrict(syntax, names, imports) {
  return {
    'no-restricted-syntax': syntax.length > 0 ? ['error', ...syntax] : 'off',
    'no-restricted-globals': names.length > 0 ? ['error', ...names] : 'off',
    'no-restricted-imports': ['error', { paths: imports }],
  }
}

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/build/',
    '**/.svelte-kit/',
    'data/',
    'test-results/',
    'examples/**/*.min.js',
    // Written by npm run api-docs.
    'packages/client/src/api-paths.ts',
  ]),
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.es2024 } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-self-compare': 'error',
      'no-unsafe-finally': 'error',
      'no-unreachable-loop': 'error',
      'no-async-promise-executor': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-misleading-character-class': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off', // a union is a type, a shape an interface
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-empty-function': 'off', // doing nothing is a decision too
      '@typescript-eslint/no-dynamic-delete': 'off', // our records are JSON with keys from documents
      '@typescript-eslint/no-invalid-void-type': 'off', // an answer or nothing is a fair result
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      ...restrict([...everywhere, defaultExport], [theProcess], [virtualMachine, programs, processModule]),
    },
  },
  {
    // These few need types, which cost seconds; each of them catches what no test sees in time.
    files: [
      'packages/{protocol,engine,server,widget,client,cli}/src/**/*.ts',
      'test/**/*.ts',
      'bench/**/*.ts',
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // At another library's border: eslint-disable-next-line with the reason.
    files: ['packages/*/src/**'],
    // XState types machines by their literals; ours come from documents.
    ignores: [...tests, 'packages/engine/src/conversation/{advance,implementations,program}.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  {
    files: ['packages/engine/src/**', 'packages/protocol/src/**'],
    rules: {
      'no-console': 'error',
      ...restrict(
        [...everywhere, defaultExport, ...impure],
        [theProcess, ...surroundings],
        [virtualMachine, programs, processModule],
      ),
    },
  },
  {
    files: ['packages/server/src/**'],
    rules: {
      'no-console': 'error',
      ...restrict(
        [...everywhere, defaultExport, weakChance],
        [theProcess, ...requests],
        [virtualMachine, programs, processModule, ...requestModules],
      ),
    },
  },
  {
    files: ['packages/server/src/egress/**'],
    rules: restrict(
      [...everywhere, defaultExport, weakChance],
      [theProcess, ...requests],
      [virtualMachine, programs, processModule],
    ),
  },
  {
    files: ['packages/server/src/main.ts'],
    rules: {
      'no-console': 'off',
      'no-restricted-globals': ['error', ...requests],
    },
  },
  {
    files: ['packages/cli/**'],
    rules: restrict([...everywhere, defaultExport, weakChance], [], [virtualMachine]),
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-unused-svelte-ignore': 'off', // takes the words of a reason for names of warnings
      'prefer-const': 'off', // $props() and $state() are let
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  {
    files: tools,
    languageOptions: { globals: globals.node },
    rules: {
      'no-console': 'off',
      'no-script-url': 'off', // tests hold what must be refused
      '@typescript-eslint/no-non-null-assertion': 'off', // a test that is wrong about it fails, and says where
      ...restrict(everywhere, [], [virtualMachine]),
    },
  },
  {
    // Descriptions of modules that a tool makes, as the tool makes them.
    files: ['**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
