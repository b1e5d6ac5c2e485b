import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const network = [
  'net',
  'http',
  'https',
  'http2',
  'dns',
  'dgram',
  'tls',
  'node:net',
  'node:http',
  'node:https',
  'node:http2',
  'node:dns',
  'node:dgram',
  'node:tls',
  'undici',
]
const silence = 'Circlet makes no request, ever.'
const noNetworkGlobals = [
  'fetch',
  'WebSocket',
  'EventSource',
  'RTCPeerConnection',
  'XMLHttpRequest',
  'WebTransport',
].map((name) => ({ name, message: silence }))
const unsafeSinks = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|sendBeacon)$/]',
    message: 'Text goes through React only; nothing is sent.',
  },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text goes through React only.' },
]
const handlerOnly = {
  selector: 'Identifier[name=/^(ipcMain|ipcRenderer)$/]',
  message: 'Only electron/ipc.ts and the preloads speak IPC.',
}
const literalText = { selector: 'JSXText[value=/\\p{L}/u]', message: 'Words live in renderer/words/en.ts.' }

export default tseslint.config(
  { ignores: ['out', 'dist', 'node_modules', '.cache', 'docs', 'shared/craft/weights.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-lines-per-function': ['error', { max: 150, skipComments: true, skipBlankLines: true }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-globals': ['error', ...noNetworkGlobals],
      'no-restricted-imports': ['error', { paths: network.map((name) => ({ name, message: silence })) }],
      'no-restricted-syntax': ['error', ...unsafeSinks],
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['electron', 'react', 'dexie', 'zod'],
          patterns: ['node:*', '../../electron/*', '../../renderer/*'],
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take `now` as a parameter.' },
        { object: 'Math', property: 'random', message: 'Take randomness as a parameter.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Take `now` as a parameter.',
        },
        { selector: 'ClassDeclaration', message: 'Plain data and functions here.' },
      ],
    },
  },
  {
    files: ['electron/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...unsafeSinks,
        {
          selector: 'MemberExpression[object.name="shell"]',
          message: 'Circlet opens nothing outside itself.',
        },
        {
          selector: 'ImportSpecifier[imported.name=/^(shell|crashReporter|autoUpdater|net|Notification)$/]',
          message: 'Not used, on purpose: see docs/values.md.',
        },
        handlerOnly,
      ],
    },
  },
  {
    files: ['electron/ipc.ts', 'electron/preload.ts', 'electron/stage-preload.ts', 'electron/main.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafeSinks] },
  },
  {
    files: ['electron/silence.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      'no-restricted-imports': [
        'error',
        { paths: ['electron', ...network], patterns: ['node:*', '**/electron/*'] },
      ],
      'no-restricted-syntax': ['error', ...unsafeSinks, handlerOnly, literalText],
    },
  },
  {
    files: [
      'scripts/**/*.mjs',
      '*.config.mjs',
      '**/*.cjs',
      'electron/vite.config.mjs',
      'renderer/vite.config.mjs',
    ],
    rules: { '@typescript-eslint/no-require-imports': 'off', 'no-undef': 'off' },
  },
)
