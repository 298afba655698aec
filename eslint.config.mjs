import tseslint from 'typescript-eslint';

const NO_CLOCK = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is passed in (kernel/clock.ts).' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The clock is passed in (kernel/clock.ts).' },
];
const TASTE = [
  { selector: 'ExportDefaultDeclaration', message: 'No default exports: a thing has one name.' },
  { selector: "JSXAttribute[name.name='style']", message: 'No inline style: the content security policy refuses it.' },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'No raw HTML.' },
];

/** Few rules, all errors. */
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'var/', '**/*.island.ts', '**/*.cjs'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', 300],
      'no-restricted-syntax': ['error', ...NO_CLOCK, ...TASTE],
      eqeqeq: ['error', 'always'],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },

  { files: ['src/kernel/clock.ts', 'src/platform/log/log.ts', 'test/**', 'bench/**', 'src/**/*.test.{ts,tsx}', 'src/**/tests/**', 'src/app/config.ts'], rules: { 'no-restricted-syntax': ['error', ...TASTE] } },
  { files: ['src/platform/http/api-route.ts', 'src/platform/actions/perform.ts', 'src/web/page-route.ts', 'src/web/add-web-route.ts'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  // Tools that ask for a default export.
  { files: ['**/*.config.ts', 'test/setup/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.mjs'], rules: { 'max-lines': ['error', 300] } },
);
