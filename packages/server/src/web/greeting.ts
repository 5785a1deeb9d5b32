/** What the start-up lines tell; `RunningServer` is one. */
export interface Greeted {
  readonly url: string
  readonly setupLink: string | null
  readonly demoStore: string | null
  /** Folder of the embedded database; null with a PostgreSQL. */
  readonly embeddedIn: string | null
  readonly durabilityNote: string | null
  /** Where tests move the time; null: it goes by itself. */
  readonly testClock: string | null
}

/** What the embedded database is good for, and what nobody should count on. */
function embeddedNote(folder: string): string {
  return [
    `Everything is kept in ${folder}, by the embedded database: for trying out and for small shops.`,
    '  It survives a killed process; a power cut is not promised. One server at a time may use the folder.',
    '  DATABASE_URL names a PostgreSQL for more (docs/configuration.md).',
  ].join('\n')
}

/** The lines that a person reads after a start: where everything is, and what the database does not promise. */
export function greeting({
  url,
  setupLink,
  demoStore,
  embeddedIn,
  durabilityNote,
  testClock,
}: Greeted): string {
  const rows = [
    ...(demoStore === null ? [] : [['Demo shop', `${url}/demo/`] as const]),
    ['Console', setupLink ?? `${url}/console/`] as const,
    ...(testClock === null ? [] : [['Test clock', testClock] as const]),
    ['Health', `${url}/healthz`] as const,
  ]
  return [
    '',
    '  Shopbell is open.',
    '',
    ...rows.map(([name, address]) => `  ${name.padEnd(11)}${address}`),
    ...(setupLink === null
      ? []
      : [
          '',
          '  The console’s link creates the owner’s account. It works once; a new start prints a new one.',
        ]),
    ...(embeddedIn === null ? [] : ['', `  ${embeddedNote(embeddedIn)}`]),
    ...(durabilityNote === null ? [] : ['', `  ${durabilityNote}`]),
    '',
  ].join('\n')
}
