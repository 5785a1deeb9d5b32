import { type ExtensionSet, type KnownFacts, type LookedUp, readKnown } from '@shopbell/engine'

/** Longer than this a buyer does not wait for what an extension knows. */
const ANSWER_WITHIN_MS = 2_000

/** What extensions know of a buyer. One that fails, or takes too long, knows nothing, and `onError` hears of it. */
export async function knownFacts(
  extensions: ExtensionSet,
  asked: LookedUp,
  onError: (error: unknown) => void,
): Promise<KnownFacts | undefined> {
  if (extensions.lookUps.size === 0) return undefined
  const found = await Promise.all(
    [...extensions.lookUps].map(async ([vendor, lookUp]) => {
      const late = new AbortController()
      const { promise: tooLate, reject } = Promise.withResolvers<never>()
      const timer = setTimeout(() => {
        late.abort()
        reject(new Error(`The extension of ${vendor} did not answer within ${String(ANSWER_WITHIN_MS)} ms.`))
      }, ANSWER_WITHIN_MS)
      try {
        return readKnown(extensions, vendor, await Promise.race([lookUp(asked, late.signal), tooLate])).known
      } catch (error) {
        onError(error)
        return {}
      } finally {
        clearTimeout(timer)
      }
    }),
  )
  return Object.assign({}, ...found)
}
