/** The architecture as rules. `mayAsk` is the one place where it is written which module may ask which. */
const mayAsk = {
  territories: [],
  persons: ['territories'],
  institutions: ['territories', 'persons'],
  checking: [],
  access: ['territories', 'institutions', 'persons', 'checking'],
  authentication: ['territories', 'institutions', 'persons', 'access'],
  apps: ['territories', 'institutions', 'access', 'authentication'],
  training: ['territories', 'institutions', 'access'],
  education: ['territories', 'persons', 'institutions', 'access'],
  schoolage: ['territories', 'persons', 'access', 'education'],
  marks: ['territories', 'persons', 'institutions', 'access', 'education'],
  intake: ['territories', 'institutions', 'persons', 'access', 'education', 'marks'],
  settlements: ['territories', 'institutions', 'persons', 'access', 'education'],
  exams: ['territories', 'institutions', 'persons', 'access', 'education'],
  certificates: ['territories', 'institutions', 'persons', 'access', 'education', 'exams', 'marks', 'checking'],
  portal: ['persons', 'access', 'authentication', 'exams', 'certificates'],
  reforms: ['territories', 'institutions', 'persons', 'access', 'authentication', 'apps'],
  reporting: ['territories'],
  workspace: ['territories', 'institutions', 'reporting'],
};

const MODULES = Object.keys(mayAsk);
const inside = (folder) => `^src/${folder}/`;
const IN_ITS_TESTS = '(\\.test\\.tsx?$|/tests/)';

const room = (name, may, why) => ({
  name: `${name}-imports`,
  comment: why,
  severity: 'error',
  from: { path: inside(name), pathNot: IN_ITS_TESTS },
  to: { path: '^src/', pathNot: [name, ...may].map(inside) },
});

const moduleDirections = MODULES.map((name) => ({
  name: `${name}-asks`,
  comment: `${name} may ask: ${mayAsk[name].join(', ') || 'nobody'} (map mayAsk)`,
  severity: 'error',
  from: { path: inside(`modules/${name}`), pathNot: IN_ITS_TESTS },
  to: { path: inside('modules'), pathNot: [name, ...mayAsk[name]].map((one) => inside(`modules/${one}`)) },
}));

const layer = (name, from, forbidden, why) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: `^src/modules/[^/]+/${from}/`, pathNot: IN_ITS_TESTS },
  to: { path: `^src/modules/[^/]+/(${forbidden.join('|')})/` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'a circle has no beginning to read from (types may speak of each other)', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unresolvable', comment: 'an import that leads nowhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-dev-dependency-in-what-ships', comment: 'what is shipped needs only what is shipped', severity: 'error', from: { path: '^src/', pathNot: IN_ITS_TESTS }, to: { dependencyTypes: ['npm-dev'], pathNot: '@types' } },
    room('kernel', [], 'kernel: pure words everyone shares'),
    room('platform', ['kernel'], 'platform knows no domain word and no screen'),
    {
      name: 'documents-can-be-lifted-out',
      comment: 'platform/documents is to become a package: it knows the kernel and npm packages only',
      severity: 'error',
      from: { path: inside('platform/documents'), pathNot: IN_ITS_TESTS },
      to: { path: '^src/', pathNot: ['kernel', 'platform/documents'].map(inside) },
    },
    {
      name: 'documents-by-their-door',
      comment: 'platform/documents is used through its public.ts, and by what runs in browsers through its browser.ts',
      severity: 'error',
      from: { path: '^src/', pathNot: [inside('platform/documents'), IN_ITS_TESTS] },
      to: { path: inside('platform/documents'), pathNot: '^src/platform/documents/(public|browser)\\.ts$' },
    },
    room('ui', ['kernel'], 'ui knows no data and no rule'),
    room('web', ['kernel', 'platform', 'ui'], 'web turns actions into pages'),
    room('modules', ['kernel', 'platform', 'ui', 'web'], 'modules never reach into the app'),
    ...moduleDirections,
    {
      name: 'module-by-its-door',
      comment: 'another module is asked through its public.ts and listened to through its events.ts',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: IN_ITS_TESTS },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(public|events)\\.ts$'] },
    },
    layer('domain-is-pure', 'domain', ['store', 'actions', 'api', 'pages', 'jobs'], 'rules know no storage and no screen'),
    { name: 'domain-does-no-io', comment: 'rules are computed, not fetched', severity: 'error', from: { path: '^src/modules/[^/]+/domain/', pathNot: IN_ITS_TESTS }, to: { path: ['^src/(platform|web|ui)/', '^(node:)?(fs|net|http|child_process)'] } },
    layer('store-only-stores', 'store', ['actions', 'api', 'pages', 'jobs'], 'SQL knows no use case'),
    layer('actions-before-screens', 'actions', ['api', 'pages'], 'what is done does not know who shows it'),
    layer('screens-by-actions', '(pages|api)', ['store'], 'pages and the API go through actions'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'] },
    exclude: { path: '\\.island\\.ts$' },
  },
};
