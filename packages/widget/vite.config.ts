import { brotliCompressSync, gzipSync } from 'node:zlib'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

/**
 * `v1.js`, the launcher with a name that never changes, and the panel it loads from beside itself when a buyer comes near; one
 * more per language that is not English. Nothing is shared between launcher and panel, so a launcher address with a query
 * (`v1.js?x`) never runs twice. `panel.js` is the panel once more, for launchers that a browser cached before an upgrade.
 */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['shopbell-source', ...defaultClientConditions] },
  plugins: [panelByName(), alsoCompressed()],
  build: {
    target: 'es2023',
    cssMinify: 'lightningcss',
    modulePreload: false,
    lib: { entry: 'src/v1.ts', formats: ['es'], fileName: () => 'v1.js' },
    rolldownOptions: {
      output: { chunkFileNames: '[name]-[hash].js', minify: true, postBanner: nothingChosen },
    },
  },
})

/** The server puts what a store chose into this line (packages/server/src/pages/launcher-script.ts). */
function nothingChosen({ isEntry }: { readonly isEntry: boolean }): string {
  return isEntry ? 'let shop={css:``};' : ''
}

function panelByName(): Plugin {
  return {
    name: 'panel-by-name',
    generateBundle(_options, bundle) {
      const panel = Object.values(bundle).find(({ name }) => name === 'mount-panel')
      if (panel?.type !== 'chunk') throw new Error('The build has no chunk of src/panel/mount-panel.ts.')
      this.emitFile({ type: 'asset', fileName: 'panel.js', source: panel.code })
    },
  }
}

/** Writes every file compressed beside itself, so that a server sends a third of the bytes without compressing per request. */
function alsoCompressed(): Plugin {
  return {
    name: 'also-compressed',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        const { fileName } = file
        const code = file.type === 'chunk' ? file.code : file.source
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(code) })
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(code, { level: 9 }) })
      }
    },
  }
}
