import { type ExtensionSet, type KnownFacts, NO_EXTENSIONS, readKnown } from '@shopbell/engine'
import type { ConversationRow } from '../store/conversations.ts'
import type { Desk } from './desk.ts'

/** Longer than this a buyer does not wait for what an extension knows. */
const ANSWER_WITHIN_MS = 2_000

/** What extensions know of a buyer. One that fails, or takes too long, knows nothing; the log says so, without the buyer's name. */
export async function knownFacts(
  { extensions = NO_EXTENSIONS, log }: Pick<Desk, 'extensions' | 'log'>,
  store: { readonly name: string },
  { publicId, buyerName }: ConversationRow,
  moment: { readonly at: number; readonly locales: readonly string[] },
): Promise<{ readonly known?: KnownFacts }> {
  if (extensions.lookUps.size === 0) return {}
  const buyer = { id: publicId, ...(buyerName === null ? {} : { name: buyerName }) }
  const found = await Promise.all(
    [...extensions.lookUps].map(async ([vendor, lookUp]) => {
      try {
        const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
        const said = await inTime(lookUp({ store: { name: store.name }, buyer, ...moment }, signal), signal)
        return takenOver(extensions, log, vendor, said)
      } catch (error) {
        log.warn({ err: error, vendor }, 'an extension could not say what it knows of a buyer')
        return {}
      }
    }),
  )
  return { known: Object.assign({}, ...found) }
}

function takenOver(
  extensions: ExtensionSet,
  log: Desk['log'],
  vendor: string,
  said: Readonly<Record<string, unknown>>,
): KnownFacts {
  const { known, unfit } = readKnown(extensions, vendor, said)
  if (unfit.length > 0) log.warn({ vendor, unfit }, 'an extension said what it had not declared')
  return known
}

/** An extension that does not heed the signal is left behind all the same. */
async function inTime<T>(answer: Promise<T> | T, signal: AbortSignal): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const giveUp = () => {
    reject(signal.reason)
  }
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([answer, tooLate])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}
