import type { Act, Scene, Script } from '../script/script.ts'

/** What Botkit's web chat, or a bot with the plugin, has no words for. */
export type Unspoken =
  | 'an order of the buyer’s own, which a shop’s system tells of'
  | 'the menu of our own panel'
  | 'a form that refuses: words in a chat are taken as they are'
  | 'a tap on what is no longer held, which is words there'
  | 'what an answer was worth: no button for it'
  | 'whether a person is busy, which their console knows'
  | 'publishing, which in a bot is a deployment'
  | 'settings of the console'
  | 'a rule book of its own'

const ORDER = 'an order of the buyer’s own, which a shop’s system tells of'
const PUBLISHING = 'publishing, which in a bot is a deployment'

/** Null: every bot's buyer can do that, or its people. */
const SPOKEN: Readonly<Record<Act['does'], Unspoken | null>> = {
  opens: null,
  says: null,
  taps: null,
  answers: null,
  'time passes': null,
  'time comes': null,
  sends: null,
  ordered: ORDER,
  chooses: 'the menu of our own panel',
  'asks for a person': null,
  judges: 'what an answer was worth: no button for it',
  replies: null,
  takes: null,
  returns: null,
  closes: null,
  'gets busy': 'whether a person is busy, which their console knows',
  rewrites: PUBLISHING,
  switches: PUBLISHING,
  sets: 'settings of the console',
}

/** Why a script cannot be played on a bot, each reason once; none: it has to be. */
export function unspokenIn({ scenes, ruleBook }: Script): readonly Unspoken[] {
  const reasons = scenes.map(unspoken).filter((reason) => reason !== null)
  return [...new Set([...(ruleBook === undefined ? [] : ['a rule book of its own' as const]), ...reasons])]
}

function unspoken({ act, claims }: Scene): Unspoken | null {
  if (act.does === 'sends' && act.card === 'order') return ORDER
  if (!claims.some((claim) => claim.claims === 'refusal')) return SPOKEN[act.does]
  if (act.does === 'taps') return 'a tap on what is no longer held, which is words there'
  return SPOKEN[act.does] ?? 'a form that refuses: words in a chat are taken as they are'
}
