import adapter from '@sveltejs/adapter-node'

/**
 * The console's SvelteKit options. They stand here, at the root, because `packages/editor/vite.config.ts` imports them and a
 * `svelte.config.js` inside the Vite root is refused by SvelteKit 3.
 *
 * @type {import('@sveltejs/kit/vite').Config}
 */
export default {
  adapter: adapter({ out: 'build', envPrefix: 'EDITOR_' }),
  paths: { base: '/console', relative: false },
  csp: {
    mode: 'auto',
    directives: {
      'default-src': ['none'],
      'script-src': ['self'],
      'style-src': ['self'],
      // The one style attribute in the console: SvelteKit's announcer, which screen readers hear and nobody sees.
      'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
      'img-src': ['self'],
      'font-src': ['self'],
      'connect-src': ['self'],
      'manifest-src': ['self'],
      'base-uri': ['none'],
      'form-action': ['self'],
      'frame-ancestors': ['none'],
    },
  },
  compilerOptions: { runes: true },
}
