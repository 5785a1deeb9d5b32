import { sveltekit } from '@sveltejs/kit/vite'
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite'
import options from '../../svelte.config.js'

/** Workspace packages are bundled from their TypeScript sources, without a build of their own. */
const SOURCE = 'shopbell-source'

/** `npm run dev -w packages/editor`: the console with hot reload, in front of a server started with `npm start`. */
const RUNNING_SERVER = 'http://127.0.0.1:8080'

export default defineConfig(({ command }) => ({
  plugins: [sveltekit(options)],
  resolve: { conditions: [SOURCE, ...defaultClientConditions] },
  ssr: {
    resolve: { conditions: [SOURCE, ...defaultServerConditions], externalConditions: [SOURCE, 'node'] },
    // The build travels inside the server's package, where the console's dependencies are not installed.
    ...(command === 'build' && { noExternal: [/./] }),
  },
  // The licence texts of everything in the bundle, beside it.
  build: { license: { fileName: 'third-party-licences.md' } },
  server: { proxy: { '/api': RUNNING_SERVER, '/v1': { target: RUNNING_SERVER, ws: true } } },
}))
