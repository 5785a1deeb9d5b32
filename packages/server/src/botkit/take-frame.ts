import { isPersonLabel } from '@shopbell/engine'
import type { BotkitUp, Message, SentContent } from '@shopbell/protocol'
import type { Reception } from '../reception/reception.ts'
import { type Done, isRefused, type Refused } from '../reception/refused.ts'
import type { Visit } from '../reception/say-hello.ts'
import type { BuyerGate } from '../socket/buyer-gate.ts'

export interface TakingParts {
  readonly reception: Pick<Reception, 'enter' | 'receive' | 'openQuestion' | 'findOption' | 'typingByBuyer'>
  readonly gate: BuyerGate
  /** An id for a message whose client gives none. */
  readonly newId: () => string
}

/** Whose frame it is. */
export interface BotkitBuyer {
  readonly key: Visit['key']
  readonly address: string
  /** The last seq that was shown before: what came later needs no saying again. */
  readonly shown: number
}

/** A question that is asked again, because the page that showed it is gone. */
export interface AskedAgain {
  readonly again: Message
}

/** What one frame of a Botkit client leads to. Messages come by themselves; answered is only what went wrong, or is said again. */
export async function takeFrame(
  { reception, gate, newId }: TakingParts,
  { key, address, shown }: BotkitBuyer,
  frame: BotkitUp,
): Promise<Refused | Done | AskedAgain> {
  switch (frame.type) {
    case 'hello':
      return reception.enter(key, { entry: 'store_home' })
    case 'welcome_back': {
      const entered = await reception.enter(key, { entry: 'store_home' })
      if (isRefused(entered)) return entered
      const open = await reception.openQuestion(key)
      return open !== null && open.seq <= shown ? { again: open } : entered
    }
    case 'message': {
      const retryAfterMs = gate.send(key.id, address)
      return retryAfterMs > 0
        ? { refused: 'TOO_MANY', retryAfterMs }
        : say({ reception, newId }, key, frame.text)
    }
    case 'typing':
      reception.typingByBuyer(key)
      return { done: true }
    case 'identify':
      // Who somebody says to be is not believed; another name has been another conversation already.
      return { done: true }
    case 'trigger':
      return { refused: 'NOT_OFFERED' }
  }
}

/** Words that name an option are that tap, as long as it holds; “Talk to a person” is that wish; else they are words. */
async function say(
  { reception, newId }: Pick<TakingParts, 'reception' | 'newId'>,
  key: Visit['key'],
  text: string,
): Promise<Refused | Done> {
  const option = await reception.findOption(key, text)
  if (option !== null) {
    const tapped = await reception.receive(key, { id: newId(), content: { kind: 'choice', ...option } })
    if (!isRefused(tapped)) return { done: true }
    if (tapped.refused !== 'NOT_HELD' && tapped.refused !== 'ANSWER_UNFIT') return tapped
  }
  // There is no menu in that chat, so its way to a person is what the menu calls it.
  const content: SentContent = isPersonLabel(text) ? { kind: 'menu', item: 'person' } : { kind: 'text', text }
  const said = await reception.receive(key, { id: newId(), content })
  return isRefused(said) ? said : { done: true }
}
