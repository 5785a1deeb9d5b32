import { phraseProblems } from '@shopbell/engine'
import type { StoreSetting } from './store-setting.ts'

/** The store's own closing phrases (STS-07). */
export const CLOSING_PHRASE_SETTING: StoreSetting<'closing_phrases'> = {
  area: 'closing_phrases',
  initial: { phrases: null },
  keepersOnly: true,
  findUnfit: (_tx, _storeId, { phrases }) => {
    const problems = phraseProblems(phrases ?? [])
    return Promise.resolve(problems.length === 0 ? null : { refused: 'PHRASES_UNFIT', problems })
  },
}
