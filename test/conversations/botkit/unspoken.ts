import type { Act, Scene, Script } from '../script/script.ts'

/** What Botkit's web chat, or a bot with the plugin, has no words for. */
export type Unspoken =
  | 'a card of a product or an order'
  | 'a menu'
  | 'a page of one product or order'
  | 'a form that refuses'
  | 'a tap on what is no longer held'
  | 'a tap that opens no new day, for a tapped button says its words'
  | 'what an answer was worth'
  | 'a person’s words, which are the platform’s own'
  | 'publishing, which in a bot is a deployment'
  | 'settings of the console'
  | 'a rule book of its own'

const PERSON = 'a person’s words, which are the platform’s own'
const PUBLISHING = 'publishing, which in a bot is a deployment'
const CARD = 'a card of a product or an order'

/** Null: every bot's buyer can do that. */
const SPOKEN: Readonly<Record<Act['does'], Unspoken | null>> = {
  opens: null,
  says: null,
  taps: null,
  answers: null,
  'time passes': null,
  'time comes': null,
  sends: CARD,
  ordered: CARD,
  chooses: 'a menu',
  'asks for a person': 'a menu',
  judges: 'what an answer was worth',
  replies: PERSON,
  takes: PERSON,
  returns: PERSON,
  closes: PERSON,
  'gets busy': PERSON,
  rewrites: PUBLISHING,
  switches: PUBLISHING,
  sets: 'settings of the console',
}

/** Why a script cannot be played on a bot, each reason once; none: it has to be. */
export function unspokenIn({ scenes, ruleBook }: Script): readonly Unspoken[] {
  const reasons = scenes.map(unspoken).filter((reason) => reason !== null)
  return [...new Set([...(ruleBook === undefined ? [] : ['a rule book of its own' as const]), ...reasons])]
}

function unspoken({ act, claims }: Scene, at: number, scenes: readonly Scene[]): Unspoken | null {
  if (act.does === 'opens' && act.ref !== undefined) return 'a page of one product or order'
  if (act.does === 'taps' && isNextDay(scenes[at - 1]?.act))
    return 'a tap that opens no new day, for a tapped button says its words'
  if (claims.some((claim) => claim.claims === 'refusal'))
    return (
      SPOKEN[act.does] ?? (act.does === 'taps' ? 'a tap on what is no longer held' : 'a form that refuses')
    )
  return SPOKEN[act.does]
}

function isNextDay(act: Act | undefined): boolean {
  return act?.does === 'time comes' && act.day === 'next'
}
