import type { DocBlock } from './doc-blocks.ts'

/** A block that no test runs, and why. Adding a row is a decision: whatever a machine can run is run. */
export interface NotRun {
  readonly page: string
  /** How its first line begins. */
  readonly begins: string
  readonly why: string
}

const DRAWING = 'a drawing or a text for eyes: there is nothing in it to run'
const OTHER_PROGRAM = 'needs a program that the tests do not install; its shape is checked'

export const NOT_RUN: readonly NotRun[] = [
  { page: 'ARCHITECTURE.md', begins: 'packages/', why: DRAWING },
  { page: 'ARCHITECTURE.md', begins: '            protocol', why: DRAWING },
  { page: 'ARCHITECTURE.md', begins: 'frame ─▶ socket', why: DRAWING },
  { page: 'docs/engine.md', begins: 'event ─▶ beginsSession', why: DRAWING },
  { page: 'docs/protocol.md', begins: 'client ', why: DRAWING },
  { page: 'docs/install.md', begins: "add_action('wp_footer'", why: OTHER_PROGRAM },
  {
    page: 'docs/install.md',
    begins: '<script type="module" src="https://your-shopbell-host/widget/v1.js?store=your-store"\n',
    why: 'written in Liquid, which only Shopify runs; its tag is the one of the HTML block above it',
  },
  { page: 'docs/operating.md', begins: '[databases]', why: OTHER_PROGRAM },
  { page: 'docs/operating.md', begins: 'map $http_upgrade', why: OTHER_PROGRAM },
  { page: 'docs/operating.md', begins: 'chat.example.com {', why: OTHER_PROGRAM },
  { page: 'docs/operating.md', begins: '# /etc/systemd/system', why: OTHER_PROGRAM },
  { page: 'docs/operating.md', begins: 'scrape_configs:', why: OTHER_PROGRAM },
  {
    page: 'docs/operating.md',
    begins: "printf 'SHOPBELL_PUBLIC_URL",
    why: 'builds images; test/architecture/container.test.ts checks both files',
  },
  {
    page: 'docs/operating.md',
    begins: 'pg_dump ',
    why: 'test/database/backup runs it, with the conversations after it',
  },
  {
    page: 'docs/operating.md',
    begins: 'createdb ',
    why: 'test/database/backup runs it, with the conversations after it',
  },
  { page: 'docs/performance.md', begins: 'npm run bench', why: 'takes a quarter of an hour' },
  {
    page: 'docs/reliability.md',
    begins: 'npm run fault',
    why: 'takes minutes to hours; .ci/run runs the sensitive form, and npm test the short one',
  },
  {
    page: 'examples/botkit-bot/README.md',
    begins: 'npm install',
    why: 'test/botkit installs the same packages from its lockfile and runs this bot',
  },
]

export function isRowOf(row: NotRun, { page, code }: DocBlock): boolean {
  return row.page === page && code.startsWith(row.begins)
}
