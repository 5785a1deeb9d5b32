import { defaultClientConditions, defineConfig } from 'vite'

/**
 * Two files: `v1.js`, the launcher with a name that never changes, and the panel it loads from beside itself when a buyer comes
 * near. Nothing is shared between them, so a launcher address with a query (`v1.js?x`) never runs twice.
 */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: ['shopbell-source', ...defaultClientConditions] },
  build: {
    target: 'es2023',
    cssMinify: 'lightningcss',
    modulePreload: false,
    lib: { entry: 'src/v1.ts', formats: ['es'], fileName: () => 'v1.js' },
    rolldownOptions: { output: { chunkFileNames: 'panel-[hash].js', minify: true } },
  },
})
