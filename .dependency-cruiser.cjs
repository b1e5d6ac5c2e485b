module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.css$', 'vite\\.config\\.mjs$', 'words\\.d\\.ts$'] },
      to: {},
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^shared/', pathNot: '^shared/formats/format-file\\.ts$' },
      to: { pathNot: '^shared/' },
    },
    {
      name: 'one-file-reads-json-by-lines',
      severity: 'error',
      from: { path: '^shared/formats/format-file\\.ts$' },
      to: { pathNot: '^shared/|node_modules/jsonc-parser/' },
    },
    {
      name: 'electron-knows-no-pages',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/|node_modules/(dexie|react)' },
    },
    {
      name: 'preloads-are-thin',
      severity: 'error',
      from: { path: '^electron/(stage-)?preload\\.ts$' },
      to: { pathNot: ['^shared/(desktop-api|stage/stage-view)\\.ts$', 'electron'] },
    },
    {
      name: 'pages-know-no-electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/|node_modules/electron/' },
    },
    {
      name: 'stage-only-receives',
      severity: 'error',
      from: { path: '^renderer/stage/' },
      to: { path: '^renderer/(data|console)/|node_modules/dexie' },
    },
    {
      name: 'ui-reads-no-data',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(data|console|stage)/|node_modules/dexie' },
    },
    {
      name: 'console-not-stage',
      severity: 'error',
      from: { path: '^renderer/console/' },
      to: { path: '^renderer/stage/|node_modules/dexie' },
    },
    {
      name: 'data-not-screens',
      severity: 'error',
      from: { path: '^renderer/data/', pathNot: 'use-[a-z-]+\\.ts$' },
      to: { path: '^renderer/(console|stage|ui)/|node_modules/react' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|tests|scripts|\\.cache)/' },
  },
}
