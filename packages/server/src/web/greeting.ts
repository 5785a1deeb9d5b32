/** What the start-up lines tell; `RunningServer` is one. */
export interface Greeted {
  readonly url: string
  readonly setupLink: string | null
  readonly demoStore: string | null
  readonly durabilityNote: string | null
}

/** The lines that a person reads after a start: where everything is, and what the database does not promise. */
export function greeting({ url, setupLink, demoStore, durabilityNote }: Greeted): string {
  const rows = [
    ...(demoStore === null ? [] : [['Demo shop', `${url}/demo/`] as const]),
    ['Console', setupLink ?? `${url}/console/`] as const,
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
    ...(durabilityNote === null ? [] : ['', `  ${durabilityNote}`]),
    '',
  ].join('\n')
}
