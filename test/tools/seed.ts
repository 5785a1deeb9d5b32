/** The seed of this run, given by `vitest.config.ts` and printed where something fails; the same seed draws the same examples. */
export const SEED = Number(process.env['SHOPBELL_SEED'])
